import { Alert } from '@trussworks/react-uswds';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { type Session, sessionQuery } from '../../api/session.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';

/** A code lasts half a minute, and the one before counts as well. */
const REFRESH_MS = 20_000;

/** The code of the authenticator app, or one of the recovery codes. */
export function GiveCode({ onDone }: { readonly onDone: (session: Session) => void }) {
  const { t } = useTranslation('account');
  const [way, setWay] = useState<'app' | 'recovery'>('app');
  const [code, setCode] = useState('');
  const give = useMutation({
    mutationFn: () => answer(api.POST('/api/session/factor', { body: { code } })),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!give.isPending) give.mutate();
  };
  const label = t(way === 'app' ? 'secondStep.code' : 'secondStep.recoveryCode');
  return (
    <>
      <ErrorSummary error={give.error} label={() => label} />
      <DemoCode />
      <form onSubmit={submit} noValidate>
        <TextField
          key={way}
          name="code"
          label={label}
          hint={t(way === 'app' ? 'secondStep.codeHint' : 'secondStep.recoveryHint')}
          {...(way === 'app'
            ? { inputMode: 'numeric', autoComplete: 'one-time-code' }
            : { autoComplete: 'off' })}
          value={code}
          onChange={setCode}
          problem={problemsByField(give.error).get('code')}
        />
        <div className="cairn-actions">
          <button type="submit" className="usa-button" disabled={give.isPending}>
            {t(give.isPending ? 'signIn.sending' : 'signIn.send')}
          </button>
        </div>
      </form>
      <p className="margin-top-3">
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => {
            setWay(way === 'app' ? 'recovery' : 'app');
            setCode('');
            give.reset();
          }}
        >
          {t(way === 'app' ? 'secondStep.useRecovery' : 'secondStep.useApp')}
        </button>
      </p>
      <p className="cairn-meta">{t('secondStep.lost')}</p>
    </>
  );
}

/** In demo mode the secret is public: the code stands here, for who tries the portal out. */
function DemoCode() {
  const { t } = useTranslation('account');
  const code = useQuery({ ...sessionQuery, staleTime: 0, refetchInterval: REFRESH_MS }).data?.demoCode;
  if (code === undefined || code === null) return null;
  return (
    <Alert type="info" headingLevel="h2" slim>
      {t('secondStep.demo')} <strong className="cairn-code">{code}</strong>
    </Alert>
  );
}
