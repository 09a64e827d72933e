import { useMutation, useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { type Session, sessionQuery } from '../../api/session.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { AuthenticatorSetUp } from './AuthenticatorSetUp.tsx';
import { destination, isHalfSignedIn } from './destination.ts';
import { GiveCode } from './GiveCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { useAfterSignIn } from './signed-in.ts';

/** After the password: a code of the authenticator app, or setting one up. */
export function SecondStep() {
  const { t } = useTranslation('account');
  const query = useQuery(sessionQuery);
  const isSetUp = query.data?.account?.secondFactor === 'to-set-up';
  useTitle(t(isSetUp ? 'secondStep.setUpTitle' : 'secondStep.title'));
  return <Asked query={query}>{(session) => <Step session={session} />}</Asked>;
}

function Step({ session }: { readonly session: Session }) {
  const { t } = useTranslation('account');
  const { next } = useSearch({ from: '/sign-in/second-step' });
  const [codes, setCodes] = useState<readonly string[]>();
  const { account } = session;
  const afterwards = useAfterSignIn();
  const goOn = useMutation({
    mutationFn: () => answer(api.GET('/api/session')),
    onSuccess: (fresh) => afterwards(fresh, next),
  });
  if (codes) {
    return (
      <div className="cairn-main cairn-narrow">
        <h1>{t('codes.title')}</h1>
        <ErrorSummary error={goOn.error} />
        <RecoveryCodes codes={codes} done={t('codes.goOn')} onDone={() => goOn.mutate()} />
      </div>
    );
  }
  if (!account) return <Navigate to="/sign-in" search={next === undefined ? {} : { next }} replace />;
  if (!isHalfSignedIn(account) && goOn.isIdle) {
    return <Navigate to={destination(account, next, window.location.origin)} replace />;
  }
  if (account.secondFactor === 'to-set-up') {
    return (
      <div className="cairn-main cairn-narrow">
        <h1>{t('secondStep.setUpTitle')}</h1>
        <p className="cairn-lead">{t('secondStep.setUpLead')}</p>
        <AuthenticatorSetUp onDone={setCodes} />
      </div>
    );
  }
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('secondStep.title')}</h1>
      <GiveCode onDone={(fresh) => void afterwards(fresh, next)} />
    </div>
  );
}
