import { Alert } from '@trussworks/react-uswds';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { destination } from './destination.ts';
import { PasswordField } from './PasswordField.tsx';
import { useAfterSignIn } from './signed-in.ts';

export function SignIn() {
  const { t } = useTranslation('account');
  useTitle(t('signIn.title'));
  const { next, problem } = useSearch({ from: '/sign-in' });
  const session = useQuery(sessionQuery).data;
  const account = session?.account;
  const provider = session?.singleSignOn;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const afterwards = useAfterSignIn();
  const signIn = useMutation({
    mutationFn: () => answer(api.POST('/api/session', { body: { email, password } })),
    onSuccess: (fresh) => afterwards(fresh, next),
  });
  if (account && signIn.isIdle) {
    return <Navigate to={destination(account, next, window.location.origin)} replace />;
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  const problems = problemsByField(signIn.error);
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('signIn.title')}</h1>
      {next !== undefined && !signIn.error && (
        <Alert type="info" headingLevel="h2" slim>
          {t('signIn.next')}
        </Alert>
      )}
      <ErrorSummary
        error={signIn.error}
        label={(where) => (where === 'email' ? t('signIn.email') : t('signIn.password'))}
      />
      {problem !== undefined && !signIn.error && (
        <Alert type="error" headingLevel="h2" slim role="alert">
          {t(problem === 'single-sign-on-unknown' ? 'singleSignOn.unknown' : 'singleSignOn.failed')}
        </Alert>
      )}
      <p>{t('signIn.lead')}</p>
      {typeof provider === 'string' && (
        <>
          <p>
            <a
              className="usa-button"
              href={`/api/oidc/start${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`}
            >
              {t('singleSignOn.go', { name: provider })}
            </a>
          </p>
          <h2>{t('singleSignOn.or')}</h2>
        </>
      )}
      <form onSubmit={submit} noValidate>
        <TextField
          name="email"
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          problem={problems.get('email')}
        />
        <PasswordField
          name="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          problem={problems.get('password')}
        />
        <div className="cairn-actions">
          <button type="submit" className="usa-button" disabled={signIn.isPending}>
            {signIn.isPending ? t('signIn.sending') : t('signIn.send')}
          </button>
        </div>
      </form>
      <p className="margin-top-3">
        <Link to="/password/forgotten" className="usa-link">
          {t('signIn.forgotten')}
        </Link>
      </p>
      <section className="registration-aside">
        <h2>{t('signIn.none')}</h2>
        <p>{t('signIn.noneText')}</p>
        <Link to="/register" className="usa-link">
          {t('signIn.register')}
        </Link>
      </section>
    </div>
  );
}
