import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Registration, STEPS, type Step } from './data.ts';

/** How far the registration is; each step can be opened at any time. Its heading is the page's. */
export function Steps({
  current,
  registration,
  heading,
}: {
  readonly current: Step;
  readonly registration: Registration;
  readonly heading: string;
}) {
  const { t } = useTranslation('registration');
  const isComplete = (step: Step): boolean =>
    registration.steps.some((each) => each.step === step && each.isComplete);
  return (
    <div className="usa-step-indicator registration-steps">
      <ol className="usa-step-indicator__segments">
        {STEPS.map((step) => (
          <li
            key={step}
            className={`usa-step-indicator__segment${
              step === current
                ? ' usa-step-indicator__segment--current'
                : isComplete(step)
                  ? ' usa-step-indicator__segment--complete'
                  : ''
            }`}
            aria-current={step === current ? 'step' : undefined}
          >
            <span className="usa-step-indicator__segment-label">
              {step === current ? (
                t(`wizard.steps.${step}`)
              ) : (
                <Link to="/register/$step" params={{ step }} className="registration-step">
                  {isComplete(step) && <span aria-hidden="true">{'✓ '}</span>}
                  {t(`wizard.steps.${step}`)}
                  <span className="usa-sr-only">
                    {' '}
                    ({isComplete(step) ? t('wizard.complete') : t('wizard.incomplete')})
                  </span>
                </Link>
              )}
            </span>
          </li>
        ))}
      </ol>
      <div className="registration-heading">
        <p className="cairn-meta margin-0">
          {t('wizard.counter', { current: STEPS.indexOf(current) + 1, all: STEPS.length })}
        </p>
        <h1>{heading}</h1>
      </div>
    </div>
  );
}
