import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { Failed, Loading } from '../../components/states.tsx';
import type { EndpointView } from './data.ts';
import { WorkTable } from './WorkTable.tsx';

/** Messages that the registry may have: nobody has to do anything, and nobody should think they are lost. */
export function Unknown({ view: { registry } }: { readonly view: EndpointView }) {
  const { t } = useTranslation(['outbound', 'common']);
  const query = useInfiniteQuery({
    queryKey: ['outbound', registry.id, 'unknown'],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/api/staff/outbound/{endpoint}/messages', {
          params: {
            path: { endpoint: registry.id },
            query: { state: 'unknown', ...(after === '' ? {} : { after }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ more, items }) => (more ? items.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="site-section">
      <h2>{t('outbound:unknown.title')}</h2>
      <p className="outbound-text">{t('outbound:unknown.lead')}</p>
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} again={() => void query.refetch()} />}
      {items.length > 0 && (
        <WorkTable endpoint={registry.id} items={items} caption={t('outbound:unknown.caption')} />
      )}
      {query.hasNextPage && (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? t('common:loading') : t('outbound:work.more')}
        </button>
      )}
    </section>
  );
}
