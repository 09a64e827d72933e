import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { ExchangeFrame } from './ExchangeFrame.tsx';
import { MessagesLink } from './MessagesLink.tsx';
import { useNumber } from './numbers.ts';
import type { ExchangeSearch } from './search.ts';

type Answer = components['schemas']['ExchangeAttention'];
type Item = Answer['items'][number];

/** What somebody should look at: what it is, since when, and what to do. */
export function Attention() {
  const { t } = useTranslation('monitoring');
  const search: ExchangeSearch = useSearch({ from: '/exchange/attention' });
  const { site } = search;
  const isStaff = typeof useSession()?.account?.staffRole === 'string';
  const query = useQuery({
    queryKey: ['exchange', 'attention', site],
    queryFn: () =>
      answer(api.GET('/api/exchange/attention', { params: { query: site === undefined ? {} : { site } } })),
  });
  return (
    <ExchangeFrame
      page="/exchange/attention"
      title={t('attention.title')}
      search={search}
      site={query.isError ? undefined : query.data?.site}
    >
      <p className="cairn-lead">{t(isStaff ? 'attention.leadStaff' : 'attention.lead')}</p>
      <Asked query={query}>{(found) => <Listed found={found} />}</Asked>
    </ExchangeFrame>
  );
}

function Listed({ found: { items, site } }: { readonly found: Answer }) {
  const { t } = useTranslation('monitoring');
  if (items.length === 0) {
    return (
      <div role="status">
        <p className="staff-nothing">{t('attention.nothing')}</p>
        <p className="cairn-meta">{t('attention.nothingText')}</p>
      </div>
    );
  }
  return (
    <>
      <p role="status">{t('attention.count', { count: items.length })}</p>
      <ul className="monitoring-attention">
        {items.map((item) => (
          <li key={`${item.kind} ${item.site.code} ${item.finding?.code ?? ''}`}>
            <Thing item={item} showSite={site === null} />
          </li>
        ))}
      </ul>
    </>
  );
}

const URGENT = new Set<Item['kind']>(['other-registry', 'silence', 'refusals', 'credential-ended']);

function Thing({ item, showSite }: { readonly item: Item; readonly showSite: boolean }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const number = useNumber();
  const { kind, site, since, count, of, finding } = item;
  const what = t(`attention.what.${kind}`, {
    count: count ?? 0,
    of: number(of ?? 0),
    what: kind === 'other-registry' ? site.name : (finding?.code ?? ''),
  });
  return (
    <>
      <h2>{what}</h2>
      <p className="cairn-row">
        {showSite && kind !== 'other-registry' && (
          <Link to="/exchange" search={{ site: site.code }} className="usa-link">
            {site.name}, {site.code}
          </Link>
        )}
        {since !== null && (
          <StateTag tone={URGENT.has(kind) ? 'bad' : 'warn'}>
            {t(kind === 'credential-ending' ? 'attention.ends' : 'attention.since', {
              when: format.day(since),
            })}
          </StateTag>
        )}
      </p>
      {finding && <p lang="en">{`${finding.what} ${finding.fix}`}</p>}
      <p>{t(`attention.do.${kind}`)}</p>
      <p>
        <Way item={item}>{t(`attention.link.${kind}`)}</Way>
      </p>
    </>
  );
}

/** Where the thing is seen or put right. */
function Way({ item, children }: { readonly item: Item; readonly children: ReactNode }) {
  const { kind, site, finding } = item;
  const search = { site: site.code };
  switch (kind) {
    case 'new-error':
      return (
        <MessagesLink search={search} {...(finding ? { code: finding.code } : {})}>
          {children}
        </MessagesLink>
      );
    case 'credential-ended':
    case 'credential-ending':
      return (
        <Link to="/sites/$site/credential" params={{ site: site.code }} className="usa-link">
          {children}
        </Link>
      );
    case 'quality-drop':
    case 'late':
      return (
        <Link to="/exchange/quality" search={search} className="usa-link">
          {children}
        </Link>
      );
    case 'other-registry':
      return (
        <Link to="/staff/outbound/$endpoint" params={{ endpoint: site.code }} className="usa-link">
          {children}
        </Link>
      );
    case 'lots-below-zero':
    case 'lots-expiring':
      return (
        <Link to="/inventory" className="usa-link">
          {children}
        </Link>
      );
    case 'not-deducted':
      return (
        <Link to="/inventory/not-deducted" className="usa-link">
          {children}
        </Link>
      );
    case 'untrained':
      return (
        <Link to="/training" className="usa-link">
          {children}
        </Link>
      );
    case 'silence':
    case 'refusals':
      return (
        <Link to="/exchange" search={search} className="usa-link">
          {children}
        </Link>
      );
  }
}
