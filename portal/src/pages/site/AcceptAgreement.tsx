import { Button, Checkbox } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api, Refused } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import type { Site } from '../../api/site.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, fieldId, problemsByField } from '../../components/problems.tsx';
import { Asked } from '../../components/states.tsx';
import { type Jurisdiction, useJurisdiction } from '../../api/jurisdiction.ts';
import { useFieldName } from '../registration/names.ts';
import { afterwards, useChange, useTyped } from './use-change.ts';

type Say = (text: string) => void;

/** The agreement in force, where the site has accepted none or an older one. */
export function AcceptAgreement({ site, say }: { readonly site: Site; readonly say: Say }) {
  const { t } = useTranslation('siteOverview');
  const query = useJurisdiction();
  return (
    <section id="agreement" className="site-section" tabIndex={-1}>
      <h2>{t('agreement.title')}</h2>
      <p>
        {site.agreement === null
          ? t('agreement.none')
          : t('agreement.older', { version: site.agreement.version, name: site.agreement.name })}
      </p>
      <Asked query={query}>
        {({ agreement }) => <Accept site={site.code} agreement={agreement} say={say} />}
      </Asked>
    </section>
  );
}

function Accept({
  site,
  agreement: { version, title, paragraphs },
  say,
}: {
  readonly site: string;
  readonly agreement: Jurisdiction['agreement'];
  readonly say: Say;
}) {
  const { t } = useTranslation(['siteOverview', 'registration']);
  const queries = useQueryClient();
  const nameOf = useFieldName();
  const me = useSession()?.account?.name ?? '';
  const { values, field } = useTyped({ name: me, title: '' });
  const [accepted, setAccepted] = useState('');
  const accept = useChange(site, async () => {
    // What was accepted in an older text is accepted anew.
    if (accepted !== version) {
      throw new Refused(400, 'request-invalid', [{ where: 'accepted', code: 'required', what: '' }]);
    }
    const body = { ...values, version, accepted: true as const };
    try {
      return await answer(api.POST('/api/sites/{site}/agreement', { params: { path: { site } }, body }));
    } finally {
      // Where it was refused, the text may be a newer one meanwhile.
      void queries.invalidateQueries({ queryKey: ['jurisdiction'] });
    }
  });
  const problems = problemsByField(accept.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void afterwards(accept.mutateAsync(undefined), () => say(t('agreement.done')));
  };
  return (
    <form onSubmit={submit} noValidate className="site-form">
      <ErrorSummary error={accept.error} label={nameOf} />
      <h3>{title}</h3>
      <p className="cairn-meta">{t('registration:agreement.version', { version })}</p>
      <div className="cairn-panel site-text" tabIndex={0} role="region" aria-label={title}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <p>{t('registration:agreement.signText')}</p>
      <TextField
        {...field('name')}
        label={nameOf('name')}
        problem={problems.get('name')}
        autoComplete="name"
      />
      <TextField
        {...field('title')}
        label={nameOf('title')}
        problem={problems.get('title')}
        autoComplete="organization-title"
      />
      <Checkbox
        className="margin-top-2"
        id={fieldId('accepted')}
        name="accepted"
        label={t('registration:agreement.accept')}
        checked={accepted === version}
        aria-invalid={problems.has('accepted')}
        onChange={({ target }) => setAccepted(target.checked ? version : '')}
      />
      <div className="cairn-actions">
        <Button type="submit" disabled={accept.isPending}>
          {accept.isPending ? t('agreement.accepting') : t('agreement.accept')}
        </Button>
      </div>
    </form>
  );
}
