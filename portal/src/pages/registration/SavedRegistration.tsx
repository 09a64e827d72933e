import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { nextStep, type Registration, registrationQuery } from './data.ts';
import { forgetTyped } from './memory.ts';
import { textOf } from './values.ts';

/** The registration that this browser has already: to go on with, or to throw away. */
export function SavedRegistration({
  registration,
  onAnother,
}: {
  readonly registration: Registration;
  readonly onAnother: () => void;
}) {
  return (
    <div className="cairn-panel margin-top-3 cairn-stack">
      {registration.status === 'draft' ? (
        <Draft registration={registration} />
      ) : (
        <Waiting sentTo={registration.sentTo ?? ''} onAnother={onAnother} />
      )}
    </div>
  );
}

function Draft({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation('registration');
  const queries = useQueryClient();
  const [isSure, setSure] = useState(false);
  const discard = useMutation({
    mutationFn: () => answer(api.DELETE('/api/registration')),
    onSuccess: () => {
      forgetTyped();
      queries.setQueryData(registrationQuery.queryKey, null);
    },
  });
  const name = textOf(registration.answers['place'] ?? {}, 'siteName');
  const done = registration.steps.filter(({ isComplete }) => isComplete).length;
  return (
    <>
      <h2 className="margin-top-0">{t('start.draftTitle')}</h2>
      <p>
        {name === '' ? t('start.draftUnnamed') : t('start.draftNamed', { name })}{' '}
        {t('start.draftDone', { done, all: registration.steps.length })}
      </p>
      <ErrorSummary error={discard.error} />
      {isSure ? (
        <>
          <p role="alert">
            <strong>{t('start.discardSure')}</strong>
          </p>
          <div className="cairn-actions">
            <button
              type="button"
              className="usa-button usa-button--secondary"
              disabled={discard.isPending}
              onClick={() => discard.mutate()}
            >
              {t('start.discardYes')}
            </button>
            <button type="button" className="usa-button usa-button--outline" onClick={() => setSure(false)}>
              {t('start.discardNo')}
            </button>
          </div>
        </>
      ) : (
        <div className="cairn-actions">
          <Link to="/register/$step" params={{ step: nextStep(registration) }} className="usa-button">
            {t('start.continue')}
          </Link>
          <button type="button" className="usa-button usa-button--outline" onClick={() => setSure(true)}>
            {t('start.discard')}
          </button>
        </div>
      )}
    </>
  );
}

function Waiting({ sentTo, onAnother }: { readonly sentTo: string; readonly onAnother: () => void }) {
  const { t } = useTranslation('registration');
  return (
    <>
      <h2 className="margin-top-0">{t('start.submittedTitle')}</h2>
      <p>{t('start.submittedText', { sentTo })}</p>
      <div className="cairn-actions">
        <Link to="/register/submitted" className="usa-button">
          {t('start.submittedLink')}
        </Link>
        <button type="button" className="usa-button usa-button--outline" onClick={onAnother}>
          {t('start.another')}
        </button>
      </div>
    </>
  );
}
