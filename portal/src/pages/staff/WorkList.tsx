import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { type Filter, FILTERS, type WorkListSearch } from './search.ts';
import { StaffOnly } from './StaffOnly.tsx';
import { FilterLinks, SiteSearch } from './WorkFilters.tsx';
import { WorkTable } from './WorkTable.tsx';

export function WorkList() {
  return (
    <StaffOnly>
      <Listed />
    </StaffOnly>
  );
}

/** What the server lists at once (`work-list.ts`). */
const ROWS_SHOWN = 200;

function Listed() {
  const { t } = useTranslation('staff');
  useTitle(t('list.title'));
  const { step = 'all', search = '' }: WorkListSearch = useSearch({ from: '/staff' });
  const query = useQuery({
    queryKey: ['staff', 'sites', step, search],
    queryFn: () => answer(api.GET('/api/staff/sites', { params: { query: { step, search } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="cairn-main">
      <h1>{t('list.title')}</h1>
      <p className="cairn-lead">{t('list.lead')}</p>
      <FilterLinks
        label={t('list.filters')}
        links={FILTERS.map((each) => ({
          name: each,
          label: t(`list.filter.${each}`),
          count: query.data?.counts[each],
          isCurrent: each === step,
          to: '/staff',
          search: { ...(each === 'all' ? {} : { step: each }), ...(search === '' ? {} : { search }) },
        }))}
      />
      <SiteSearch key={search} step={step} search={search} />
      <Asked query={query}>
        {({ sites }) => (
          <div aria-busy={query.isPlaceholderData}>
            <Found step={step} search={search} count={sites.length} />
            {sites.length > 0 && (
              <WorkTable sites={sites} caption={t('list.caption', { filter: t(`list.filter.${step}`) })} />
            )}
          </div>
        )}
      </Asked>
    </div>
  );
}

function Found({
  step,
  search,
  count,
}: {
  readonly step: Filter;
  readonly search: string;
  readonly count: number;
}) {
  const { t } = useTranslation('staff');
  const found = search === '' ? t('list.count', { count }) : t('list.countFound', { count, search });
  const nothing = search === '' ? t(`list.none.${step}`) : t('list.nothingFound', { search });
  return (
    <div role="status">
      <p className={count === 0 ? 'staff-nothing' : 'cairn-meta'}>{count === 0 ? nothing : found}</p>
      {count >= ROWS_SHOWN && <p>{t('list.cut', { count })}</p>}
    </div>
  );
}
