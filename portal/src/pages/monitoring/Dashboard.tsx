import { Alert } from '@trussworks/react-uswds';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import { ClientFigures } from './ClientFigures.tsx';
import { DayBars, totalOf } from './DayBars.tsx';
import { ExchangeFrame } from './ExchangeFrame.tsx';
import { FindingList } from './FindingList.tsx';
import { MessagesLink } from './MessagesLink.tsx';
import { useNumber } from './numbers.ts';
import { DAYS_SHOWN, daysBefore, type ExchangeSearch } from './search.ts';

type Overview = components['schemas']['ExchangeOverview'];

/** Often enough to see that a message that was just sent has come. */
const REFRESH_MS = 30_000;

/** Whether today is a normal day, what came lately, what fails and what to do about it. */
export function Dashboard() {
  const { t } = useTranslation('monitoring');
  const search: ExchangeSearch = useSearch({ from: '/exchange' });
  const today = useSession()?.today;
  const { site, days = 30, address = 'production' } = search;
  const query = useQuery({
    queryKey: ['exchange', 'overview', site, days, address, today],
    queryFn: () =>
      answer(
        api.GET('/api/exchange/overview', {
          params: {
            query: {
              address,
              ...(site === undefined ? {} : { site }),
              ...(today === undefined ? {} : { from: daysBefore(today, days - 1) }),
            },
          },
        }),
      ),
    enabled: today !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return (
    <ExchangeFrame
      page="/exchange"
      title={t('dashboard.title')}
      search={search}
      site={query.isError ? undefined : query.data?.site}
    >
      <Asked query={query}>{(overview) => <Shown overview={overview} search={search} />}</Asked>
    </ExchangeFrame>
  );
}

function Shown({ overview, search }: { readonly overview: Overview; readonly search: ExchangeSearch }) {
  const { t } = useTranslation('monitoring');
  const number = useNumber();
  const { totals, previous, kinds, findings, clients, from, to } = overview;
  return (
    <>
      <Headline overview={overview} />
      <section data-part="monitoring">
        <h2>{t('dashboard.perDay')}</h2>
        <Filters search={search} />
        <p>
          <strong className="monitoring-total">{number(totalOf(totals))}</strong>{' '}
          {t('dashboard.inAll', { count: totalOf(totals) })}{' '}
          <span className="cairn-meta monitoring-kinds">
            {t('dashboard.compared', { before: number(totalOf(previous)) })}.{' '}
            {t('dashboard.kinds', {
              submissions: number(kinds.submission),
              queries: number(kinds.query),
              others: number(kinds.other),
            })}
            .
          </span>
        </p>
        <DayBars days={overview.days} from={from} to={to} />
        {totals.refused > 0 && (
          <MessagesLink search={search} from={from} to={to} outcome="refused">
            {t('dashboard.seeRefused')}
          </MessagesLink>
        )}
      </section>
      <FindingList findings={findings} search={search} from={from} to={to} />
      {clients && <ClientFigures clients={clients} />}
    </>
  );
}

function Headline({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const number = useNumber();
  const { state, todayMessages, todayRefused, usual, lastAt } = overview;
  const type = {
    normal: 'success',
    'none-ever': 'info',
    quiet: 'warning',
    silent: 'error',
    refusing: 'error',
  } as const;
  return (
    <Alert validation type={type[state]} headingLevel="h2" heading={t(`dashboard.state.${state}`)}>
      {state !== 'none-ever' && (
        <p>
          {t('dashboard.today', { count: todayMessages, refused: number(todayRefused) })}{' '}
          {usual !== null && t('dashboard.usual', { count: usual })}{' '}
          {lastAt !== null && t('dashboard.last', { when: format.moment(lastAt) })}
        </p>
      )}
      {state !== 'normal' && <p>{t(`dashboard.${state}Do`)}</p>}
    </Alert>
  );
}

/** Links, as the filters of the work list are: each has its address. */
function Filters({ search }: { readonly search: ExchangeSearch }) {
  const { t } = useTranslation('monitoring');
  const { days = 30, address = 'production' } = search;
  const { days: _days, ...withoutDays } = search;
  const { address: _address, ...withoutAddress } = search;
  return (
    <div className="monitoring-filters">
      <ul aria-label={t('dashboard.period')}>
        {DAYS_SHOWN.map((each) => (
          <li key={each}>
            <Link
              to="/exchange"
              search={each === 30 ? withoutDays : { ...search, days: each }}
              className="staff-filter"
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={each === days ? 'true' : undefined}
            >
              {t('dashboard.days', { count: each })}
            </Link>
          </li>
        ))}
      </ul>
      <Link
        to="/exchange"
        search={address === 'test' ? withoutAddress : { ...search, address: 'test' }}
        className="usa-link"
      >
        {address === 'test' ? t('dashboard.productionAddress') : t('dashboard.testAddress')}
      </Link>
    </div>
  );
}
