import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import type { SheetReport } from '../../api/site.ts';
import { ChoiceField, SelectField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useJurisdiction } from '../../api/jurisdiction.ts';
import { useClientField } from './client-fields.ts';
import { useChange, useTyped } from './use-change.ts';

const EMPTY = {
  siteId: '',
  siteName: '',
  county: '',
  street: '',
  city: '',
  zip: '',
  npi: '',
  contactName: '',
  contactEmail: '',
};

/** One client site: a registered one is asked, another one is invited to register. */
export function AddClient({
  site,
  onAdded,
}: {
  readonly site: string;
  readonly onAdded: (report: SheetReport) => void;
}) {
  const { t } = useTranslation('siteClients');
  const nameOf = useClientField();
  const [kind, setKind] = useState<'known' | 'new'>('known');
  const { values, field, clear } = useTyped(EMPTY);
  const counties = (useJurisdiction().data?.counties ?? []).filter(({ partner }) => partner === null);
  const add = useChange(site, async () => {
    if (kind === 'known' && values.siteId.trim() === '') {
      throw new Refused(400, 'request-invalid', [{ where: 'siteId', code: 'required', what: '' }]);
    }
    const body = kind === 'known' ? { ...EMPTY, siteId: values.siteId } : { ...values, siteId: '' };
    const report = await answer(api.POST('/api/sites/{site}/clients', { params: { path: { site } }, body }));
    const problems = report.rows.flatMap((row) => (row.outcome === 'refused' ? row.problems : []));
    // One site alone is a form: what is wrong with it stands at its fields.
    if (problems.length > 0) throw new Refused(400, 'request-invalid', problems);
    return report;
  });
  const problems = problemsByField(add.error);
  const text = (name: keyof typeof EMPTY) => ({
    ...field(name),
    label: nameOf(name),
    problem: problems.get(name),
    autoComplete: 'off',
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(undefined, {
      onSuccess: (report) => {
        clear();
        onAdded(report);
      },
    });
  };
  return (
    <section className="site-section">
      <h2>{t('add.title')}</h2>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={add.error} label={nameOf} />
        <ChoiceField
          name="kind"
          legend={t('add.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'known', label: t('add.known'), description: t('add.knownText') },
            { value: 'new', label: t('add.new'), description: t('add.newText') },
          ]}
        />
        {kind === 'known' ? (
          <TextField {...text('siteId')} hint={t('add.siteIdHint')} />
        ) : (
          <>
            <TextField {...text('siteName')} />
            <SelectField
              {...text('county')}
              empty={t('add.chooseCounty')}
              options={counties.map(({ name }) => ({ value: name, label: name }))}
            />
            <TextField {...text('contactName')} hint={t('add.contactHint')} />
            <TextField {...text('contactEmail')} type="email" />
            <TextField {...text('street')} isOptional />
            <TextField {...text('city')} isOptional />
            <TextField {...text('zip')} isOptional inputMode="numeric" maxLength={10} />
            <TextField {...text('npi')} isOptional inputMode="numeric" maxLength={10} />
          </>
        )}
        <div className="cairn-actions">
          <Button type="submit" disabled={add.isPending}>
            {add.isPending ? t('add.doing') : t(kind === 'known' ? 'add.ask' : 'add.invite')}
          </Button>
        </div>
      </form>
    </section>
  );
}
