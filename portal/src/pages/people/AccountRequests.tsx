import { Button } from '@trussworks/react-uswds';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { LongTextField } from '../../components/fields.tsx';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useSaid } from '../../components/said.tsx';
import { Asked, StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { Sure } from '../site/Sure.tsx';
import { StaffOnly } from '../staff/StaffOnly.tsx';
import { type StaffRequest, staffRequestsQuery, useAsk } from './data.ts';
import { REQUEST_FILTERS, type RequestsSearch } from './search.ts';
import { TONES } from './Requests.tsx';
import { useRights } from './Rights.tsx';

/** What local administrators ask for, for staff to decide. */
export function AccountRequests() {
  return (
    <StaffOnly>
      <Listed />
    </StaffOnly>
  );
}

type Say = (text: string) => void;

function Listed() {
  const { t } = useTranslation('people');
  useTitle(t('staff.title'));
  const { state = 'waiting' }: RequestsSearch = useSearch({ from: '/staff/accounts' });
  const query = useInfiniteQuery(staffRequestsQuery(state));
  const { said, say } = useSaid();
  const waiting = query.data?.pages[0]?.waiting;
  return (
    <div className="cairn-main">
      <h1>{t('staff.title')}</h1>
      <p className="cairn-lead">{t('staff.lead')}</p>
      <nav aria-label={t('staff.filters')}>
        <ul className="staff-filters">
          {REQUEST_FILTERS.map((each) => (
            <li key={each}>
              <Link
                to="/staff/accounts"
                search={each === 'waiting' ? {} : { state: each }}
                className="staff-filter"
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={each === state ? 'page' : undefined}
              >
                {t(`staff.filter.${each}`)}
                {each === 'waiting' && waiting !== undefined && (
                  <span className="staff-filter__count">{waiting}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {said}
      <Asked query={query}>
        {({ pages }) => {
          const requests = pages.flatMap((page) => page.requests);
          if (requests.length === 0) return <p className="staff-nothing">{t('staff.none')}</p>;
          return (
            <ul className="cairn-list">
              {requests.map((request) => (
                <One key={request.id} request={request} say={say} />
              ))}
            </ul>
          );
        }}
      </Asked>
      {query.hasNextPage && (
        <Button type="button" outline disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {t('staff.next')}
        </Button>
      )}
    </div>
  );
}

function One({ request, say }: { readonly request: StaffRequest; readonly say: Say }) {
  const { t } = useTranslation('people');
  const { moment } = useFormat();
  const rights = useRights();
  const { kind, name, email, state, organization, now, note, reason, isMine } = request;
  const { askedBy, askedAt, decidedBy, decidedAt } = request;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('staff.asks'), kind === 'end' ? t('kind.end') : rights(request)],
    ...(state === 'waiting' ? [[t('staff.now'), now ? rights(now) : t('staff.nothing')] as const] : []),
    ...(note === '' ? [] : [[t('staff.note'), note] as const]),
    [t('staff.by'), `${askedBy}, ${moment(askedAt)}`],
    ...(decidedBy !== null && decidedAt !== null
      ? [[t('staff.decided'), `${decidedBy}, ${moment(decidedAt)}`] as const]
      : []),
    ...(reason === null ? [] : [[t('staff.reason'), reason] as const]),
  ];
  return (
    <li className="cairn-panel">
      <div className="cairn-row">
        <h2 className="site-name">{name}</h2>
        <StateTag tone="plain">{t(`kind.${kind}`)}</StateTag>
        {state !== 'waiting' && <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>}
      </div>
      <p className="cairn-meta margin-y-05">
        {email} · {organization.name} <span className="cairn-code">{organization.code}</span>
      </p>
      <dl className="cairn-facts">
        {facts.map(([term, text]) => (
          <div key={term} className="people-fact">
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {state === 'waiting' && (isMine ? <p>{t('staff.mine')}</p> : <Decide request={request} say={say} />)}
    </li>
  );
}

function Decide({ request: { id, name }, say }: { readonly request: StaffRequest; readonly say: Say }) {
  const { t } = useTranslation('people');
  const [reason, setReason] = useState('');
  const path = { params: { path: { request: id } } };
  const approve = useAsk(
    () => answer(api.POST('/api/staff/account-requests/{request}/approve', path)),
    'staff',
  );
  const refuse = useAsk(
    () => answer(api.POST('/api/staff/account-requests/{request}/refuse', { ...path, body: { reason } })),
    'staff',
  );
  return (
    <>
      <ErrorSummary error={approve.error} />
      <div className="staff-choices margin-top-2">
        <Button
          type="button"
          disabled={approve.isPending}
          aria-label={t('staff.approveOf', { name })}
          onClick={() => approve.mutate(undefined, { onSuccess: () => say(t('staff.approved', { name })) })}
        >
          {approve.isPending ? t('staff.approving') : t('staff.approve')}
        </Button>
        <Sure
          ask={t('staff.refuse.ask')}
          about={name}
          title={t('staff.refuse.title', { name })}
          confirm={t('staff.refuse.do')}
          confirming={t('staff.refuse.doing')}
          isGrave
          change={refuse}
          run={() => refuse.mutateAsync(undefined)}
          onDone={() => say(t('staff.refuse.done'))}
          label={() => t('staff.refuse.reason')}
        >
          <LongTextField
            name="reason"
            label={t('staff.refuse.reason')}
            hint={t('staff.refuse.hint')}
            problem={problemsByField(refuse.error).get('reason')}
            value={reason}
            onChange={setReason}
            rows={3}
          />
        </Sure>
      </div>
    </>
  );
}
