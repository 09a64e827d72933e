import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { accountQuery } from './account-query.ts';
import { PasswordField } from './PasswordField.tsx';

/** Another password, for whoever knows the one there is. */
export function ChangePassword() {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => answer(api.PUT('/api/account/password', { body: { current, password } })),
    onSuccess: async () => {
      setCurrent('');
      setPassword('');
      await queries.invalidateQueries(accountQuery);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!change.isPending) change.mutate();
  };
  const problems = problemsByField(change.error);
  return (
    <section className="cairn-account-part" aria-labelledby="password">
      <h2 id="password">{t('change.title')}</h2>
      <p role="status">{change.isSuccess ? t('change.done') : ''}</p>
      <details className="cairn-details">
        <summary>{t('change.open')}</summary>
        <form onSubmit={submit} noValidate>
          <ErrorSummary
            error={change.error}
            label={(where) => t(where === 'current' ? 'change.current' : 'password.new')}
          />
          <PasswordField
            name="current"
            label={t('change.current')}
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            problem={problems.get('current')}
          />
          <PasswordField
            name="password"
            label={t('password.new')}
            hint={t('password.hint')}
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            problem={problems.get('password')}
          />
          <div className="cairn-actions">
            <button type="submit" className="usa-button" disabled={change.isPending}>
              {t('change.send')}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
