import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import type { OneMessage } from './data.ts';

/** What the message did to which record. */
export function Effects({
  message: { effects, outcome, address, forwardedTo },
}: {
  readonly message: OneMessage;
}) {
  const { t, i18n } = useTranslation('messages');
  const { day } = useFormat();
  const { record, personId, doses, match, review } = effects;
  if (outcome === 'answered' || address === 'test' || forwardedTo) return null;
  const isNothing = record === 'none';
  return (
    <section>
      <h2>{t('did.title')}</h2>
      {isNothing ? (
        <p>{t('did.nothing')}</p>
      ) : (
        <>
          <p>
            {t(`did.record.${record}`)}{' '}
            {personId !== null && (
              <Link to="/patients/$patient" params={{ patient: personId }} className="usa-link">
                {t('did.open')}
              </Link>
            )}
          </p>
          {doses.length === 0 ? (
            <p>{t('did.noDoses')}</p>
          ) : (
            <ul className="usa-list">
              {doses.map(({ action, vaccine, on }) => (
                <li key={`${action} ${vaccine} ${on}`}>
                  {t(`did.dose.${action}`)} <strong lang="en">{vaccine}</strong>, {day(on)}
                </li>
              ))}
            </ul>
          )}
          {review.map(({ state, taskId }) => (
            <p key={`${state} ${taskId}`}>
              {t(`did.review.${state === 'open' || state === 'later' ? 'open' : 'done'}`)}{' '}
              {taskId !== null && (
                <Link to="/review/$task" params={{ task: taskId }} className="usa-link">
                  {t('did.openTask')}
                </Link>
              )}
            </p>
          ))}
          {match
            .filter(({ words }) => words.length > 0)
            .map(({ outcome: held, words }) => (
              <details key={words.join()} className="messages-more">
                <summary>{t(`did.match.${held}`)}</summary>
                {i18n.language !== 'en' && <p className="cairn-meta">{t('did.english')}</p>}
                <ul className="usa-list" lang="en">
                  {words.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </details>
            ))}
        </>
      )}
    </section>
  );
}
