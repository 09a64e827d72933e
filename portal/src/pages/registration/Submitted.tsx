import { Alert } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { type Registration, registrationQuery } from './data.ts';
import { Resend } from './Resend.tsx';

const STEPS = ['mail', 'id', 'credentials'] as const;

/** The registration is submitted: now the mail must be opened. */
export function Submitted() {
  const { t } = useTranslation('registration');
  useTitle(t('submitted.title'));
  // Who comes back from the mail sees here that it was verified.
  const query = useQuery({ ...registrationQuery, staleTime: 0 });
  return (
    <div className="cairn-main cairn-narrow">
      <Asked query={query}>
        {(registration) => {
          if (!registration) return <Navigate to="/register" replace />;
          switch (registration.status) {
            case 'draft':
              return <Navigate to="/register/$step" params={{ step: 'agreement' }} replace />;
            case 'submitted':
              return <Waiting registration={registration} />;
            case 'verified':
              return <Verified />;
          }
        }}
      </Asked>
    </div>
  );
}

function Waiting({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation('registration');
  const isDemo = useSession()?.demo === true;
  return (
    <>
      <h1>{t('submitted.title')}</h1>
      <p className="cairn-lead">
        <Trans
          ns="registration"
          t={t}
          i18nKey="submitted.text"
          values={{ sentTo: registration.sentTo ?? '' }}
          components={{ strong: <strong /> }}
        />
      </p>
      {isDemo && (
        <Alert type="info" headingLevel="h2" slim>
          <Trans
            ns="registration"
            t={t}
            i18nKey="submitted.demo"
            components={{ mailbox: <Link to="/mailbox" className="usa-link" /> }}
          />
        </Alert>
      )}
      <h2>{t('submitted.stepsTitle')}</h2>
      <ol className="usa-list">
        {STEPS.map((step) => (
          <li key={step}>{t(`submitted.steps.${step}`)}</li>
        ))}
      </ol>
      <Resend />
    </>
  );
}

function Verified() {
  const { t } = useTranslation('registration');
  return (
    <>
      <h1>{t('submitted.verifiedTitle')}</h1>
      <p className="cairn-lead">{t('submitted.verifiedText')}</p>
      <div className="cairn-actions">
        <Link to="/sign-in" className="usa-button">
          {t('submitted.signIn')}
        </Link>
        <Link to="/register" className="usa-button usa-button--outline">
          {t('submitted.another')}
        </Link>
      </div>
    </>
  );
}
