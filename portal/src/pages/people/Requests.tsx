import { Button } from '@trussworks/react-uswds';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { Asked, StateTag } from '../../components/states.tsx';
import { type AccountRequest, requestsQuery, useAsk } from './data.ts';
import { useRights } from './Rights.tsx';

export const TONES = { waiting: 'info', approved: 'good', refused: 'bad', withdrawn: 'plain' } as const;

type Say = (text: string) => void;

/** All that was asked for the organization: what waits comes first. */
export function Requests({ organization, say }: { readonly organization: string; readonly say: Say }) {
  const { t } = useTranslation('people');
  const query = useInfiniteQuery(requestsQuery(organization));
  return (
    <section className="site-section">
      <h2>{t('update.requests.title')}</h2>
      <Asked query={query}>
        {({ pages }) => {
          const requests = pages.flatMap((page) => page.requests);
          if (requests.length === 0) return <p>{t('update.requests.none')}</p>;
          return (
            <ul className="people-requests">
              {requests.map((request) => (
                <One key={request.id} request={request} say={say} />
              ))}
            </ul>
          );
        }}
      </Asked>
      {query.hasNextPage && (
        <Button type="button" outline disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {t('update.requests.more')}
        </Button>
      )}
    </section>
  );
}

function One({ request, say }: { readonly request: AccountRequest; readonly say: Say }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const rights = useRights();
  const me = useSession()?.account?.email.toLowerCase();
  const { id, kind, name, email, state, askedBy, askedAt, decidedBy, decidedAt, reason } = request;
  const withdraw = useAsk(
    () =>
      answer(
        api.POST('/api/account-update/requests/{request}/withdraw', { params: { path: { request: id } } }),
      ),
    'accounts',
  );
  const isEnd = kind === 'end';
  return (
    <li>
      <div className="cairn-row">
        <strong>{name}</strong>
        {isEnd ? (
          <StateTag tone="plain">{t('kind.end')}</StateTag>
        ) : (
          <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>
        )}
      </div>
      {!isEnd && (
        <p className="margin-y-05">
          {t(`kind.${kind}`)}: {rights(request)}
        </p>
      )}
      {reason !== null && <p className="staff-quote">{reason}</p>}
      <p className="cairn-meta margin-y-05">
        {[
          email,
          t('update.requests.asked', { name: askedBy, day: day(askedAt) }),
          ...(decidedBy !== null && decidedAt !== null && !isEnd
            ? [t('update.requests.decided', { name: decidedBy, day: day(decidedAt) })]
            : []),
        ].join(' · ')}
      </p>
      <ErrorSummary error={withdraw.error} />
      {state === 'waiting' && email.toLowerCase() !== me && (
        <Button
          type="button"
          outline
          disabled={withdraw.isPending}
          aria-label={t('update.withdraw.of', { name })}
          onClick={() =>
            withdraw.mutate(undefined, { onSuccess: () => say(t('update.withdraw.done', { name })) })
          }
        >
          {t('update.withdraw.do')}
        </Button>
      )}
    </li>
  );
}
