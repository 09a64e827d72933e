import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { LinkUsed } from './LinkUsed.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useAfterSignIn } from './signed-in.ts';

/** NIST SP 800-63B: length is what counts. */
const SHORTEST = 12;

/** Sets a password with a mailed token, which signs in. @param next where to go on */
export function SetPassword({ token, next }: { readonly token: string; readonly next?: string }) {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const afterwards = useAfterSignIn();
  const set = useMutation({
    mutationFn: async () => {
      // What the server would refuse is said without asking it.
      if (password.length < SHORTEST) {
        const code = password === '' ? 'required' : 'password-short';
        throw new Refused(400, 'request-invalid', [{ where: 'password', code, what: '' }]);
      }
      return answer(api.PUT('/api/password', { body: { token, password } }));
    },
    onSuccess: (session) => afterwards(session, next),
  });
  if (set.error instanceof Refused && set.error.code === 'link-used') return <LinkUsed />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!set.isPending) set.mutate();
  };
  const missing = SHORTEST - password.length;
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary error={set.error} label={() => t('password.new')} />
      <PasswordField
        name="password"
        label={t('password.new')}
        hint={t('password.hint')}
        problem={problemsByField(set.error).get('password')}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
      />
      <p className="cairn-meta margin-y-1" aria-hidden="true">
        {password !== '' && missing > 0 ? t('password.short', { count: missing }) : '\u00A0'}
      </p>
      <button type="submit" className="usa-button" disabled={set.isPending}>
        {set.isPending ? t('password.sending') : t('password.send')}
      </button>
    </form>
  );
}
