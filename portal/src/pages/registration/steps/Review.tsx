import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../../components/states.tsx';
import { type Registration, STEPS } from '../data.ts';
import { useSummary } from './summary.ts';

/** All answers to read, each step with the way back to it. */
export function Review({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation('registration');
  const summary = useSummary();
  return (
    <section>
      <h2>{t('review.title')}</h2>
      {STEPS.filter((step) => step !== 'agreement').map((step) => (
        <div key={step} className="registration-review">
          <div className="cairn-row">
            <h3>{t(`wizard.headings.${step}`)}</h3>
            {registration.steps.some((each) => each.step === step && !each.isComplete) && (
              <StateTag tone="warn">{t('review.missing')}</StateTag>
            )}
            <Link
              to="/register/$step"
              params={{ step }}
              className="usa-link"
              aria-label={t('review.changeStep', { step: t(`wizard.headings.${step}`) })}
            >
              {t('review.change')}
            </Link>
          </div>
          <dl className="cairn-facts">
            {summary(step, registration.answers[step] ?? {}).map(({ name, said }) => (
              <div key={name} className="registration-fact">
                <dt>{name}</dt>
                <dd>{said === '' ? <span className="cairn-meta">{t('review.nothing')}</span> : said}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
