import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { PasswordField } from './PasswordField.tsx';
import { QrCode } from './QrCode.tsx';

/**
 * Sets up an authenticator app in three steps on one page.
 * @param isAnother there is one already: then the password is asked for again
 * @param onDone gets the recovery codes, which are shown once
 */
export function AuthenticatorSetUp({
  isAnother = false,
  heading = 'h2',
  onDone,
}: {
  readonly isAnother?: boolean;
  /** One below that of what it stands in. */
  readonly heading?: 'h2' | 'h3';
  readonly onDone: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const begin = useMutation({
    mutationFn: () => answer(api.POST('/api/account/authenticator', { body: isAnother ? { password } : {} })),
  });
  if (begin.data) return <Scan {...begin.data} heading={heading} onDone={onDone} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!begin.isPending) begin.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary error={begin.error} label={() => t('signIn.password')} />
      <p>{t('setUp.app')}</p>
      {isAnother && (
        <PasswordField
          name="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          problem={problemsByField(begin.error).get('password')}
        />
      )}
      <div className="cairn-actions">
        <button type="submit" className="usa-button" disabled={begin.isPending}>
          {t('setUp.begin')}
        </button>
      </div>
    </form>
  );
}

function Scan({
  secret,
  uri,
  heading: Heading,
  onDone,
}: {
  readonly secret: string;
  readonly uri: string;
  readonly heading: 'h2' | 'h3';
  readonly onDone: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => answer(api.POST('/api/account/authenticator/confirm', { body: { code } })),
    onSuccess: ({ codes }) => onDone(codes),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary error={confirm.error} label={() => t('secondStep.code')} />
      <Heading>{t('setUp.scan')}</Heading>
      <QrCode text={uri} label={t('setUp.qr')} />
      <p className="margin-bottom-1">{t('setUp.byHand')}</p>
      <p className="cairn-secret">
        <span className="cairn-code">{secret.replaceAll(/.{4}(?=.)/g, '$& ')}</span>{' '}
        <CopyButton text={secret} what={t('setUp.key')} />
      </p>
      <Heading>{t('setUp.confirm')}</Heading>
      <TextField
        name="code"
        label={t('secondStep.code')}
        hint={t('secondStep.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        problem={problemsByField(confirm.error).get('code')}
      />
      <div className="cairn-actions">
        <button type="submit" className="usa-button" disabled={confirm.isPending}>
          {t('setUp.send')}
        </button>
      </div>
    </form>
  );
}
