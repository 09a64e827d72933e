import { Button } from '@trussworks/react-uswds';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { Sure } from './Sure.tsx';
import { useChange, useTyped } from './use-change.ts';

/** A certificate that must come with the password, where the site wants that. */
export function Certificate({
  site,
  fingerprint,
  say,
}: {
  readonly site: string;
  readonly fingerprint: string | null;
  readonly say: (text: string) => void;
}) {
  const { t } = useTranslation('siteAdmin');
  const { values, field, clear } = useTyped({ fingerprint: '' });
  const put = (value: string | null) =>
    answer(
      api.PUT('/api/sites/{site}/credential/certificate', {
        params: { path: { site } },
        body: { fingerprint: value },
      }),
    );
  const set = useChange(site, () => put(values.fingerprint));
  const remove = useChange(site, () => put(null));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(undefined, {
      onSuccess: () => {
        clear();
        say(t('credential.certificate.set'));
      },
    });
  };
  return (
    <section className="site-section">
      <h2>{t('credential.certificate.heading')}</h2>
      <p>{t('credential.certificate.lead')}</p>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={set.error} label={() => t('credential.certificate.label')} />
        <TextField
          {...field('fingerprint')}
          label={t('credential.certificate.label')}
          hint={t('credential.certificate.hint')}
          problem={problemsByField(set.error).get('fingerprint')}
          autoComplete="off"
        />
        <div className="cairn-actions">
          <Button type="submit" outline disabled={set.isPending}>
            {set.isPending
              ? t('credential.certificate.saving')
              : t(fingerprint === null ? 'credential.certificate.save' : 'credential.certificate.replace')}
          </Button>
        </div>
      </form>
      {fingerprint !== null && (
        <Sure
          ask={t('credential.certificate.remove.ask')}
          title={t('credential.certificate.remove.title')}
          confirm={t('credential.certificate.remove.do')}
          confirming={t('credential.certificate.remove.doing')}
          change={remove}
          run={() => remove.mutateAsync(undefined)}
          onDone={() => say(t('credential.certificate.remove.done'))}
        >
          <p>{t('credential.certificate.remove.text')}</p>
        </Sure>
      )}
    </section>
  );
}
