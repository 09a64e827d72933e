import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { SiteFrame } from '../site/SiteFrame.tsx';
import { Bar } from './Bar.tsx';
import { Problems } from './Problems.tsx';
import { isUnderWay, LOOK_MS, TONES } from './states.ts';
import { Steering } from './Steering.tsx';
import type { Load as Loaded } from './upload-file.ts';

/** One load: how far it is, what can be done about it, what was wrong. */
export function Load() {
  const { t } = useTranslation('history');
  const { load: id } = useParams({ strict: false });
  return (
    <SiteFrame page="history" title={t('load.title')}>
      {(site) => <Known key={id} site={site} id={id ?? ''} />}
    </SiteFrame>
  );
}

function Known({ site, id }: { readonly site: Site; readonly id: string }) {
  const { t } = useTranslation('history');
  const query = useQuery({
    queryKey: ['site', site.code, 'history', id],
    queryFn: () =>
      answer(
        api.GET('/api/sites/{site}/history-loads/{load}', {
          params: { path: { site: site.code, load: id } },
        }),
      ),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.state) ? LOOK_MS : false),
  });
  return (
    <>
      <p>
        <Link to="/sites/$site/history" params={{ site: site.code }} className="usa-link">
          {t('load.all')}
        </Link>
      </p>
      <Asked query={query}>
        {(load) => (
          <>
            <Progress load={load} />
            {site.may.manage && <Steering site={site.code} load={load} />}
            <Problems site={site.code} load={load} />
          </>
        )}
      </Asked>
    </>
  );
}

const COUNTS = ['doses', 'messages', 'accepted', 'partlyAccepted', 'refused', 'repeated'] as const;

function Progress({ load }: { readonly load: Loaded }) {
  const { t, i18n } = useTranslation('history');
  const { moment } = useFormat();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 });
  const minutes = load.secondsLeft === null ? undefined : Math.max(1, Math.round(load.secondsLeft / 60));
  return (
    <section className="site-section" aria-labelledby="load-name">
      <h2 id="load-name">{load.name}</h2>
      <p role="status">
        <StateTag tone={TONES[load.state]}>{t(`state.${load.state}`)}</StateTag> {t(`means.${load.state}`)}
      </p>
      {load.error !== '' && <p>{t(`error.${errorOf(load.error)}`)}</p>}
      {(isUnderWay(load.state) || load.state === 'paused') && (
        <Bar label={t('load.progress')} share={load.bytesLoaded / load.bytes} />
      )}
      {load.rate !== null && (
        <p className="cairn-meta">
          {t('load.rate', { rate: number.format(load.rate) })}{' '}
          {minutes !== undefined && t('load.left', { count: minutes })}
        </p>
      )}
      <dl className="history-counts">
        {COUNTS.map((each) => (
          <div key={each}>
            <dt>{t(`count.${each}`)}</dt>
            <dd>{number.format(load[each])}</dd>
          </div>
        ))}
      </dl>
      {load.finishedAt !== null && (
        <p className="cairn-meta">{t('load.ended', { at: moment(load.finishedAt) })}</p>
      )}
    </section>
  );
}

const ERRORS = ['gzip-broken', 'gzip-too-large', 'no-messages', 'failed'] as const;
const errorOf = (error: string): (typeof ERRORS)[number] => ERRORS.find((each) => each === error) ?? 'failed';
