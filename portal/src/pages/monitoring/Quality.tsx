import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import { ExchangeFrame } from './ExchangeFrame.tsx';
import { useNumber } from './numbers.ts';
import { QualityPart } from './QualityPart.tsx';
import type { ExchangeSearch } from './search.ts';

type Report = components['schemas']['ExchangeQuality'];

/** How good the data of a site are, and what would make them better. */
export function Quality() {
  const { t } = useTranslation('monitoring');
  const search: ExchangeSearch = useSearch({ from: '/exchange/quality' });
  const { site, period = 'month' } = search;
  const query = useQuery({
    queryKey: ['exchange', 'quality', site, period],
    queryFn: () =>
      answer(
        api.GET('/api/exchange/quality', {
          params: { query: { period, ...(site === undefined ? {} : { site }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const { period: _period, ...month } = search;
  return (
    <ExchangeFrame
      page="/exchange/quality"
      title={t('quality.title')}
      search={search}
      site={query.isError ? undefined : query.data?.site}
    >
      <p className="cairn-lead">{t('quality.lead')}</p>
      <div className="monitoring-filters">
        <ul aria-label={t('dashboard.period')}>
          {(['month', 'quarter'] as const).map((each) => (
            <li key={each}>
              <Link
                to="/exchange/quality"
                search={each === 'month' ? month : { ...search, period: each }}
                className="staff-filter"
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={each === period ? 'true' : undefined}
              >
                {t(`quality.period.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <Asked query={query}>
        {(report) =>
          report.score === null ? (
            <p className="staff-nothing">{t('quality.nothing')}</p>
          ) : (
            <Shown report={report} score={report.score} />
          )
        }
      </Asked>
    </ExchangeFrame>
  );
}

function Shown({ report, score }: { readonly report: Report; readonly score: number }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const number = useNumber();
  return (
    <>
      <section className="monitoring-score" aria-labelledby="score">
        <h2 id="score" className="usa-sr-only">
          {t('quality.score')}
        </h2>
        <p className="monitoring-score__number">
          <strong>{number(Math.round(score))}</strong> <span>{t('quality.outOf')}</span>
        </p>
        <ul>
          <Trend score={score} previous={report.previous} />
          <Around score={score} region={report.region} />
          <li className="cairn-meta">
            {t('quality.from', {
              count: report.submissions,
              from: format.day(report.from),
              to: format.day(report.to),
            })}
          </li>
        </ul>
      </section>
      <Improve report={report} />
      {report.parts.map((part) => (
        <QualityPart key={part.part} part={part} hasRegion={report.region !== null} />
      ))}
    </>
  );
}

const LEAST_POINTS = 0.5;

function Trend({ score, previous }: { readonly score: number; readonly previous: number | null }) {
  const { t } = useTranslation('monitoring');
  const number = useNumber();
  if (previous === null) return <li>{t('quality.noBefore')}</li>;
  const points = score - previous;
  if (Math.abs(points) < LEAST_POINTS) return <li>{t('quality.same')}</li>;
  return <li>{t(points > 0 ? 'quality.better' : 'quality.worse', { points: number(Math.abs(points)) })}</li>;
}

function Around({ score, region }: { readonly score: number; readonly region: Report['region'] }) {
  const { t } = useTranslation('monitoring');
  const number = useNumber();
  if (!region || region.score === null) return null;
  const points = score - region.score;
  const said = { region: region.name, score: number(region.score), points: number(Math.abs(points)) };
  if (Math.abs(points) < LEAST_POINTS) return <li>{t('quality.asRegion', said)}</li>;
  return <li>{t(points > 0 ? 'quality.aboveRegion' : 'quality.belowRegion', said)}</li>;
}

function Improve({ report: { improve, parts } }: { readonly report: Report }) {
  const { t } = useTranslation('monitoring');
  const number = useNumber();
  return (
    <section data-part="monitoring" aria-labelledby="improve">
      <h2 id="improve">{t('quality.improve')}</h2>
      {improve.length === 0 ? (
        <p>{t('quality.perfect')}</p>
      ) : (
        <ol className="monitoring-findings">
          {improve.map(({ measure, points, missing }) => {
            const part = parts.find(({ measures }) => measures.some((each) => each.measure === measure));
            const total = part?.measures.find((each) => each.measure === measure)?.total ?? missing;
            return (
              <li key={measure}>
                <p>
                  <strong>
                    {t('quality.improveItem', {
                      measure: t(`quality.measure.${measure}`),
                      points: number(points),
                      count: points,
                    })}
                  </strong>
                </p>
                <p>
                  {t('quality.improveMissing', { missing: number(missing), total: number(total) })}{' '}
                  {part && t(`quality.do.${part.part}`)}
                </p>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
