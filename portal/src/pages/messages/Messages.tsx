import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { Failed, Loading } from '../../components/states.tsx';
import { ExchangeFrame } from '../monitoring/ExchangeFrame.tsx';
import { filtersOf, type Hidden, keep, keptBy } from './data.ts';
import { Download } from './Download.tsx';
import { Filters } from './Filters.tsx';
import { MessageTable } from './MessageTable.tsx';
import { QuickFilters } from './QuickFilters.tsx';
import type { MessagesSearch } from './search.ts';

/** Messages of a site, to find the one that somebody asks about. */
export function Messages() {
  const { t } = useTranslation(['messages', 'common']);
  const { day } = useFormat();
  const search: MessagesSearch = useSearch({ from: '/exchange/messages' });
  const navigate = useNavigate();
  const session = useSession();
  const account = session?.account?.email ?? '';
  const [typed, setTyped] = useState<Hidden>();
  const hidden = typed ?? keptBy(account);
  const filters = filtersOf(search, hidden);
  const query = useInfiniteQuery({
    queryKey: ['messages', filters],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.POST('/api/exchange/messages/search', {
          body: { ...filters, ...(after === '' ? {} : { after }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ more, messages }) => (more ? messages.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    enabled: account !== '',
    // Patients are named: forgotten as soon as nobody looks, and each look is written down once.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const find = (next: MessagesSearch, words: Hidden): void => {
    keep(words, account);
    setTyped(words);
    void navigate({ to: '/exchange/messages', search: next });
  };
  const first = query.data?.pages[0];
  const messages = query.data?.pages.flatMap((page) => page.messages) ?? [];
  const isMany = session?.account?.staffRole != null || session?.account?.acting?.kind === 'sending-facility';
  return (
    <ExchangeFrame
      page="/exchange/messages"
      title={t('messages:title')}
      search={search}
      site={query.isError ? undefined : first?.site}
    >
      <QuickFilters search={search} today={session?.today ?? ''} />
      <Filters
        key={JSON.stringify([filters, account])}
        search={search}
        hidden={hidden}
        error={query.error}
        onFind={find}
      />
      {query.isPending && account !== '' && <Loading />}
      {query.isError && <Failed error={query.error} again={() => void query.refetch()} />}
      {first && !query.isError && (
        <div aria-busy={query.isPlaceholderData}>
          <h2 className="usa-sr-only">{t('messages:found.title')}</h2>
          <p className={messages.length === 0 ? 'staff-nothing' : 'cairn-meta'} role="status">
            {t(query.hasNextPage ? 'messages:found.first' : 'messages:found.count', {
              count: messages.length,
            })}{' '}
            {first.from === first.to
              ? t('messages:found.on', { day: day(first.to) })
              : t('messages:found.days', { from: day(first.from), to: day(first.to) })}
          </p>
          {messages.length > 0 && <MessageTable messages={messages} showsSites={isMany} />}
          {query.hasNextPage && (
            <button
              type="button"
              className="usa-button usa-button--outline"
              disabled={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {query.isFetchingNextPage ? t('common:loading') : t('messages:found.older')}
            </button>
          )}
          {messages.length > 0 && <Download filters={filters} />}
        </div>
      )}
    </ExchangeFrame>
  );
}
