import { Button } from '@trussworks/react-uswds';
import { Link } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import type { Site } from '../../api/site.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { proposedPeriod } from './period.ts';
import { useChange, useTyped } from './use-change.ts';

export function MakeStatement({
  site,
  say,
}: {
  readonly site: Site;
  readonly say: (text: ReactNode) => void;
}) {
  const { t } = useTranslation('siteAdmin');
  const today = useSession()?.today ?? '';
  const { values, field } = useTyped(proposedPeriod(site.profile?.['meaningful-use'], today));
  const make = useChange(site.code, () =>
    answer(api.POST('/api/sites/{site}/statements', { params: { path: { site: site.code } }, body: values })),
  );
  const problems = problemsByField(make.error);
  const label = (where: string): string => t(where === 'to' ? 'statements.to' : 'statements.from');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate(undefined, {
      onSuccess: ({ code }) =>
        say(
          <>
            {t('statements.done')}{' '}
            <Link to="/statement/$code" params={{ code }} className="usa-link">
              {t('statements.look', { code })}
            </Link>
          </>,
        ),
    });
  };
  return (
    <section className="site-section">
      <h2>{t('statements.make')}</h2>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={make.error} label={label} />
        <p>{t('statements.makeText')}</p>
        <div className="site-pair">
          <TextField {...field('from')} label={label('from')} problem={problems.get('from')} type="date" />
          <TextField {...field('to')} label={label('to')} problem={problems.get('to')} type="date" />
        </div>
        <div className="cairn-actions">
          <Button type="submit" disabled={make.isPending}>
            {make.isPending ? t('statements.making') : t('statements.makeDo')}
          </Button>
        </div>
      </form>
    </section>
  );
}
