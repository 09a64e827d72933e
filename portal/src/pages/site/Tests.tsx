import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { SelectField } from '../../components/fields.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { FirstTest } from '../workbench/FirstTest.tsx';
import { TestTable } from '../workbench/TestTable.tsx';
import { SiteFrame } from './SiteFrame.tsx';

const OUTCOMES = ['all', 'accepted', 'with-findings', 'refused'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** The test messages of a site, the newest first. */
export function Tests() {
  const { t } = useTranslation('site');
  return (
    <SiteFrame page="tests" title={t('pages.tests')}>
      {(site) => <List site={site} />}
    </SiteFrame>
  );
}

function List({ site }: { readonly site: Site }) {
  const { t } = useTranslation(['workbench', 'common']);
  const [outcome, setOutcome] = useState<Outcome>('all');
  const query = useInfiniteQuery({
    queryKey: ['tests', site.code, outcome],
    queryFn: ({ pageParam: before }) =>
      answer(
        api.GET('/api/sites/{site}/tests', {
          params: { path: { site: site.code }, query: { outcome, ...(before && { before }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ more, tests }) => (more ? tests.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Loading />;
  if (query.isError && !query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  const tests = query.data.pages.flatMap((page) => page.tests);
  if (tests.length === 0 && outcome === 'all') return <FirstTest site={site} />;
  return (
    <>
      <p className="cairn-lead">{t('workbench:tests.lead')}</p>
      <div className="workbench-tools">
        <SelectField
          name="outcome"
          label={t('workbench:tests.filter')}
          value={outcome}
          onChange={(value) => setOutcome(OUTCOMES.find((each) => each === value) ?? 'all')}
          options={OUTCOMES.map((each) => ({ value: each, label: t(`workbench:tests.outcome.${each}`) }))}
        />
        <p className="cairn-row">
          <Link to="/workbench" className="usa-link">
            {t('workbench:tests.workbench')}
          </Link>
          <a href={`/api/sites/${encodeURIComponent(site.code)}/tests.csv`} className="usa-link" download>
            {t('workbench:tests.csv')}
          </a>
        </p>
      </div>
      <p className="cairn-meta" role="status">
        {tests.length === 0 ? t('workbench:tests.none') : t('workbench:tests.shown', { count: tests.length })}{' '}
        {tests.length > 0 && !query.hasNextPage && t('workbench:tests.end')}
      </p>
      {tests.length > 0 && <TestTable site={site} tests={tests} />}
      {query.isError && <Failed error={query.error} again={() => void query.fetchNextPage()} />}
      {query.hasNextPage && (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? t('common:loading') : t('workbench:tests.older')}
        </button>
      )}
    </>
  );
}
