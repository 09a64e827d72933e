import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useFormat } from '../../components/format.ts';
import { Failed, Loading, StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';

type Entry = components['schemas']['PatientSeen']['entries'][number];

/** Who has seen or changed the record of a patient, the latest first. */
export function Seen() {
  const { t } = useTranslation('patientPaper');
  const { patient } = useParams({ from: '/patients/$patient/seen' });
  useTitle(t('seen.title'));
  return (
    <div className="cairn-main cairn-narrow">
      <p className="patient-back">
        <Link to="/patients/$patient" params={{ patient }} className="usa-link">
          {t('seen.back')}
        </Link>
      </p>
      <h1>{t('seen.title')}</h1>
      <p className="cairn-lead">{t('seen.lead')}</p>
      <SignedIn>{() => <List key={patient} patient={patient} />}</SignedIn>
    </div>
  );
}

function List({ patient }: { readonly patient: string }) {
  const { t } = useTranslation(['patientPaper', 'common']);
  const query = useInfiniteQuery({
    queryKey: ['patient', patient, 'seen'],
    queryFn: ({ pageParam: before }) =>
      answer(
        api.GET('/api/patients/{patient}/seen', {
          params: { path: { patient }, query: before === '' ? {} : { before } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ more }) => more,
    // Each look is written down: what is shown is not asked for again by coming back to the window.
    refetchOnWindowFocus: false,
  });
  if (query.isPending) return <Loading />;
  if (query.isError && !query.data) return <Failed error={query.error} again={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap((page) => page.entries);
  return (
    <>
      <p className="cairn-meta" role="status">
        {entries.length === 0
          ? t('patientPaper:seen.none')
          : t('patientPaper:seen.shown', { count: entries.length })}{' '}
        {entries.length > 0 && !query.hasNextPage && t('patientPaper:seen.end')}
      </p>
      <ol className="seen">
        {entries.map((entry) => (
          <SeenEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      {query.isError && <Failed error={query.error} again={() => void query.fetchNextPage()} />}
      {query.hasNextPage && (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? t('common:loading') : t('patientPaper:seen.older')}
        </button>
      )}
    </>
  );
}

function SeenEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('patientPaper');
  const { moment } = useFormat();
  const who = [entry.name, entry.organization || (entry.isStaff ? t('seen.registry') : '')].filter(
    (part) => part !== '',
  );
  return (
    <li className="seen__entry">
      <p>
        <span className="seen__what">{t(`seen.what.${entry.what}`)}</span>{' '}
        {entry.isEmergency && <StateTag tone="warn">{t('seen.emergency')}</StateTag>}
      </p>
      <p>
        {who.length === 0 ? t('seen.system') : who.join(', ')}
        {entry.through !== '' && ` (${t('seen.through', { facility: entry.through })})`}
      </p>
      {entry.reason !== '' && <p>{t('seen.reason', { reason: entry.reason })}</p>}
      <p className="cairn-meta">
        <time dateTime={entry.at}>{moment(entry.at)}</time>
      </p>
    </li>
  );
}
