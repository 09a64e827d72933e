import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { isStep, nextStep, registrationQuery } from './data.ts';
import { StepPage } from './StepPage.tsx';

/** One step of the registration that this browser has. */
export function Wizard() {
  const { step } = useParams({ from: '/register/$step' });
  const query = useQuery(registrationQuery);
  return (
    <div className="cairn-main cairn-narrow">
      <Asked query={query}>
        {(registration) => {
          if (!registration) return <NoRegistration />;
          if (registration.status !== 'draft') return <Navigate to="/register/submitted" replace />;
          return isStep(step) ? (
            <StepPage key={step} step={step} registration={registration} />
          ) : (
            <Navigate to="/register/$step" params={{ step: nextStep(registration) }} replace />
          );
        }}
      </Asked>
    </div>
  );
}

function NoRegistration() {
  const { t } = useTranslation('registration');
  useTitle(t('wizard.noneTitle'));
  return (
    <>
      <h1>{t('wizard.noneTitle')}</h1>
      <p>{t('wizard.noneText')}</p>
      <Link to="/register" className="usa-button">
        {t('wizard.noneStart')}
      </Link>
    </>
  );
}
