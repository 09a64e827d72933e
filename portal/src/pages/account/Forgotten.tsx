import { Alert } from '@trussworks/react-uswds';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** The answer is the same whether there is an account or not. */
export function Forgotten() {
  const { t } = useTranslation('account');
  useTitle(t('forgotten.title'));
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/password/forgotten', { body: { email, language: currentLanguage() } })),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ask.isPending) ask.mutate();
  };
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('forgotten.title')}</h1>
      {ask.isSuccess ? (
        <>
          <Alert type="success" headingLevel="h2" heading={t('forgotten.sentTitle')} role="status">
            {t('forgotten.sentText', { email })}
          </Alert>
          <p>{t('forgotten.spam')}</p>
          <button type="button" className="usa-button usa-button--unstyled" onClick={() => ask.reset()}>
            {t('forgotten.again')}
          </button>
        </>
      ) : (
        <form onSubmit={submit} noValidate>
          <ErrorSummary error={ask.error} label={() => t('forgotten.email')} />
          <p>{t('forgotten.text')}</p>
          <TextField
            name="email"
            label={t('forgotten.email')}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            problem={problemsByField(ask.error).get('email')}
          />
          <div className="cairn-actions">
            <button type="submit" className="usa-button" disabled={ask.isPending}>
              {ask.isPending ? t('forgotten.sending') : t('forgotten.send')}
            </button>
          </div>
        </form>
      )}
      <p className="margin-top-4">
        <Link to="/sign-in" className="usa-link">
          {t('forgotten.back')}
        </Link>
      </p>
    </div>
  );
}
