import { Alert } from '@trussworks/react-uswds';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { LongTextField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { type SimilarSite, similarQuery } from './data.ts';

/** Asks for access to a site that is registered already, instead of registering it again. */
export function AskAccess() {
  const { t } = useTranslation('registration');
  useTitle(t('ask.title'));
  const { similar } = useParams({ from: '/register/existing/$similar' });
  const query = useQuery(similarQuery);
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('ask.title')}</h1>
      <Asked query={query}>
        {({ sites }) => {
          const site = sites.find(({ id }) => id === similar);
          return site ? (
            <Request site={site} />
          ) : (
            <Alert type="warning" headingLevel="h2" heading={t('ask.goneTitle')}>
              {t('ask.goneText')}
            </Alert>
          );
        }}
      </Asked>
      <p className="margin-top-4">
        <Link to="/register/$step" params={{ step: 'agreement' }} className="usa-link">
          {t('ask.back')}
        </Link>
      </p>
    </div>
  );
}

const FIELDS = ['name', 'email', 'reason'] as const;
type Field = (typeof FIELDS)[number];

function Request({ site }: { readonly site: SimilarSite }) {
  const { t } = useTranslation('registration');
  const [values, setValues] = useState<Readonly<Record<Field, string>>>({ name: '', email: '', reason: '' });
  const ask = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/access-requests', {
          body: { similarId: site.id, ...values, language: currentLanguage() },
        }),
      ),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  const problems = problemsByField(ask.error);
  const field = (name: Field) => ({
    name,
    label: t(`ask.${name}`),
    value: values[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    problem: problems.get(name),
  });
  if (ask.isSuccess) {
    return (
      <>
        <Alert type="success" headingLevel="h2" heading={t('ask.sentTitle')} role="status">
          {t('ask.sentText', { email: values.email })}
        </Alert>
        <p>{t('ask.sentDraft')}</p>
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary
        error={ask.error}
        label={(where) => {
          const found = FIELDS.find((name) => name === where);
          return found ? t(`ask.${found}`) : where;
        }}
      />
      <p>{t('ask.text')}</p>
      <p>
        {t('ask.site')}:{' '}
        <strong>
          {site.name}
          {site.city === '' ? '' : `, ${site.city}`}
        </strong>
      </p>
      <TextField {...field('name')} autoComplete="name" />
      <TextField {...field('email')} type="email" autoComplete="email" />
      <LongTextField {...field('reason')} hint={t('ask.reasonHint')} />
      <div className="cairn-actions">
        <button type="submit" className="usa-button" disabled={ask.isPending}>
          {ask.isPending ? t('ask.sending') : t('ask.send')}
        </button>
      </div>
    </form>
  );
}
