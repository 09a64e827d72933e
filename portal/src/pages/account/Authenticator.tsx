import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { type AccountFacts, accountQuery } from './account-query.ts';
import { AuthenticatorSetUp } from './AuthenticatorSetUp.tsx';
import { PasswordField } from './PasswordField.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

/** So few that it is time to make new ones. */
const FEW = 3;

/** The authenticator app of an account: set up, changed, turned off; and its recovery codes. */
export function Authenticator({
  facts: { hasAuthenticator, recoveryCodesLeft },
  isStaff,
}: {
  readonly facts: AccountFacts;
  readonly isStaff: boolean;
}) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const renew = async (): Promise<void> => {
    setCodes(undefined);
    await Promise.all([queries.invalidateQueries(accountQuery), queries.invalidateQueries(sessionQuery)]);
  };
  return (
    <section className="cairn-account-part" aria-labelledby="authenticator">
      <h2 id="authenticator">{t('authenticator.title')}</h2>
      {codes ? (
        <RecoveryCodes codes={codes} done={t('codes.kept')} onDone={() => void renew()} />
      ) : (
        <>
          <p>{t(hasAuthenticator ? 'authenticator.on' : 'authenticator.off')}</p>
          {hasAuthenticator && (
            <p>
              {t('authenticator.left', { count: recoveryCodesLeft })}
              {recoveryCodesLeft < FEW && <> {t('authenticator.few')}</>}
            </p>
          )}
          <details className="cairn-details">
            <summary>{t(hasAuthenticator ? 'authenticator.another' : 'authenticator.setUp')}</summary>
            <AuthenticatorSetUp heading="h3" isAnother={hasAuthenticator} onDone={setCodes} />
          </details>
          {hasAuthenticator && <NewCodes onDone={setCodes} />}
          {hasAuthenticator && !isStaff && <TurnOff onDone={() => void renew()} />}
        </>
      )}
    </section>
  );
}

function NewCodes({ onDone }: { readonly onDone: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const make = useMutation({
    mutationFn: () => answer(api.POST('/api/account/recovery-codes', { body: { code } })),
    onSuccess: ({ codes }) => onDone(codes),
  });
  return (
    <details className="cairn-details">
      <summary>{t('authenticator.newCodes')}</summary>
      <CodeForm
        error={make.error}
        code={code}
        setCode={setCode}
        send={t('authenticator.makeCodes')}
        isBusy={make.isPending}
        onSend={() => make.mutate()}
      />
    </details>
  );
}

function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const drop = useMutation({
    mutationFn: () => answer(api.DELETE('/api/account/authenticator', { body: { code, password } })),
    onSuccess: onDone,
  });
  return (
    <details className="cairn-details">
      <summary>{t('authenticator.turnOff')}</summary>
      <CodeForm
        error={drop.error}
        code={code}
        setCode={setCode}
        send={t('authenticator.turnOffSend')}
        isBusy={drop.isPending}
        onSend={() => drop.mutate()}
        password={{ value: password, set: setPassword }}
      />
    </details>
  );
}

function CodeForm({
  error,
  code,
  setCode,
  send,
  isBusy,
  onSend,
  password,
}: {
  readonly error: unknown;
  readonly code: string;
  readonly setCode: (code: string) => void;
  readonly send: string;
  readonly isBusy: boolean;
  readonly onSend: () => void;
  readonly password?: { readonly value: string; readonly set: (value: string) => void };
}) {
  const { t } = useTranslation('account');
  const problems = problemsByField(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isBusy) onSend();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary
        error={error}
        label={(where) => t(where === 'password' ? 'signIn.password' : 'secondStep.code')}
      />
      {password && (
        <PasswordField
          name="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password.value}
          onChange={password.set}
          problem={problems.get('password')}
        />
      )}
      <TextField
        name="code"
        label={t('secondStep.code')}
        hint={t('secondStep.codeHint')}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        problem={problems.get('code')}
      />
      <div className="cairn-actions">
        <button type="submit" className="usa-button" disabled={isBusy}>
          {send}
        </button>
      </div>
    </form>
  );
}
