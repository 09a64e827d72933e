import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { SelectField } from '../../components/fields.tsx';
import { useSaid } from '../../components/said.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import type { EndpointView, Work } from './data.ts';
import { Decide } from './Decide.tsx';
import { useWhy } from './words.ts';
import { WorkTable } from './WorkTable.tsx';

const STATES = ['all', 'refused', 'undeliverable'] as const;
type State = (typeof STATES)[number];

/** What the registry has not taken: chosen, and sent again or given up. */
export function WorkPart({ view: { registry } }: { readonly view: EndpointView }) {
  const { t } = useTranslation(['outbound', 'common']);
  const { said, say } = useSaid();
  const why = useWhy();
  const [state, setState] = useState<State>('all');
  const [code, setCode] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const filters = { ...(state === 'all' ? {} : { state }), ...(code === '' ? {} : { code }) };
  const endpoint = registry.id;
  const query = useInfiniteQuery({
    queryKey: ['outbound', endpoint, 'work', state, code],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/api/staff/outbound/{endpoint}/messages', {
          params: { path: { endpoint }, query: { ...filters, ...(after === '' ? {} : { after }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ more, items }) => (more ? items.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const { found = 0, codes = [] }: Partial<Pick<Work, 'found' | 'codes'>> = pages[0] ?? {};
  const choose = (ids: readonly string[], isChosen: boolean): void =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (isChosen) after.add(id);
        else after.delete(id);
      return after;
    });
  const narrow = (set: () => void): void => {
    set();
    setChosen(new Set());
  };
  const isNothing = items.length === 0 && state === 'all' && code === '';
  return (
    <section className="site-section">
      <h2>{t('outbound:work.title')}</h2>
      {said}
      {query.isPending && <Loading />}
      {query.isError && <Failed error={query.error} again={() => void query.refetch()} />}
      {query.data && isNothing && <p>{t('outbound:work.none')}</p>}
      {query.data && !isNothing && (
        <>
          <p className="outbound-text">{t('outbound:work.lead')}</p>
          <div className="outbound-filters">
            <SelectField
              name="state"
              label={t('outbound:work.state')}
              value={state}
              onChange={(value) =>
                narrow(() => {
                  setState(STATES.find((each) => each === value) ?? 'all');
                  setCode('');
                })
              }
              options={STATES.map((each) => ({ value: each, label: t(`outbound:work.states.${each}`) }))}
            />
            <SelectField
              name="code"
              label={t('outbound:work.reason')}
              value={code}
              onChange={(value) => narrow(() => setCode(value))}
              options={[
                { value: '', label: t('outbound:work.everyReason') },
                ...codes.map(({ code: value, count: n }) => ({
                  value,
                  label: t('outbound:work.reasonOption', { why: why(value), n }),
                })),
              ]}
            />
            <a
              href={`/api/staff/outbound/${encodeURIComponent(endpoint)}/messages.csv?${new URLSearchParams(filters)}`}
              className="usa-link"
              download
            >
              {t('outbound:work.csv')}
            </a>
          </div>
          <p className="cairn-meta" role="status">
            {items.length === 0
              ? t('outbound:work.noneFound')
              : items.length < found
                ? t('outbound:work.shown', { shown: items.length, found })
                : t('outbound:work.found', { count: found })}
          </p>
          {items.length > 0 && (
            <>
              <Decide
                key={`${state} ${code}`}
                endpoint={endpoint}
                chosen={chosen}
                shown={items.map(({ id }) => id)}
                found={found}
                filters={filters}
                choose={choose}
                onDone={(text) => {
                  setChosen(new Set());
                  say(text);
                }}
              />
              <WorkTable
                endpoint={endpoint}
                items={items}
                caption={t('outbound:work.caption')}
                choosing={{ chosen, choose }}
              />
            </>
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
        </>
      )}
    </section>
  );
}
