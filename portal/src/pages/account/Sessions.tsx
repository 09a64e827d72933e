import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { type AccountFacts, accountQuery } from './account-query.ts';

/** Where one is signed in, and an end to it everywhere but here. */
export function Sessions({ sessions }: { readonly sessions: AccountFacts['sessions'] }) {
  const { t } = useTranslation('account');
  const { moment } = useFormat();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => answer(api.DELETE('/api/account/sessions')),
    onSuccess: () => queries.invalidateQueries(accountQuery),
  });
  const others = sessions.filter(({ isThisOne }) => !isThisOne);
  return (
    <section className="cairn-account-part" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      <ErrorSummary error={end.error} />
      {others.length === 0 ? (
        <p role="status">{t('sessions.none')}</p>
      ) : (
        <>
          <ul className="usa-list">
            {others.map(({ beganAt, seenAt }, at) => (
              <li key={`${beganAt} ${at}`}>
                {t('sessions.one', { began: moment(beganAt), seen: moment(seenAt) })}
              </li>
            ))}
          </ul>
          <div className="cairn-actions">
            <button
              type="button"
              className="usa-button usa-button--outline"
              disabled={end.isPending}
              onClick={() => end.mutate()}
            >
              {t('sessions.end')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
