import { Alert } from '@trussworks/react-uswds';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registration } from '../data.ts';

/** Which steps before the last are not complete. @param asked set when somebody wanted to submit all the same: it is read then */
export function Incomplete({
  registration,
  asked,
}: {
  readonly registration: Registration;
  readonly asked: unknown;
}) {
  const { t } = useTranslation('registration');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) ref.current?.focus();
  }, [asked]);
  const open = registration.steps.filter(({ step, isComplete }) => !isComplete && step !== 'agreement');
  if (open.length === 0) return null;
  return (
    <div ref={ref} tabIndex={-1} className="margin-bottom-3">
      <Alert
        type={asked ? 'error' : 'warning'}
        headingLevel="h2"
        heading={t('review.incompleteTitle')}
        validation
      >
        <p>{t('review.incompleteText')}</p>
        <ul className="usa-list">
          {open.map(({ step }) => (
            <li key={step}>
              <Link to="/register/$step" params={{ step }} className="usa-link">
                {t(`wizard.headings.${step}`)}
              </Link>
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}
