import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { before, lastDays } from './days.ts';
import { improvements, type ScoredMeasure, type Score, scoreOf } from './quality.ts';
import { measuredOf } from './quality-counts.ts';
import type { QualityAnswer } from './schema.ts';
import { scopeOf, type Watched } from './scopes.ts';

const PERIOD_DAYS = { month: 30, quarter: 90 } as const;

/** How good the data are that a site, or everybody, submitted; against the time before and the region. */
export async function qualityReport(
  kysely: Kysely<Tables>,
  watched: Watched,
  period: QualityAnswer['period'],
  { today, regions }: { readonly today: string } & Pick<Jurisdiction, 'regions'>,
): Promise<QualityAnswer> {
  const { site, relation } = watched;
  const scope = scopeOf(watched);
  const days = lastDays(today, PERIOD_DAYS[period]);
  const region = regions.find(({ id }) => id === site?.region);
  const [now, earlier, around] = await Promise.all([
    measuredOf(kysely, scope, days),
    measuredOf(kysely, scope, before(days)),
    region ? measuredOf(kysely, { kind: 'region', region: region.id }, days) : new Map(),
  ]);
  const [score, previous, compared] = [scoreOf(now), scoreOf(earlier), scoreOf(around)];
  return {
    site: site ? { code: site.code, name: site.name, kind: site.kind } : null,
    relation,
    period,
    ...days,
    score: score.score ?? null,
    previous: previous.score ?? null,
    region: region ? { name: region.name, score: compared.score ?? null } : null,
    submissions: now.get('message-clean')?.total ?? 0,
    parts: partsOf(score, previous, compared),
    improve: [...improvements(score)],
  };
}

function partsOf(score: Score, previous: Score, region: Score): QualityAnswer['parts'] {
  return score.parts.map((part, index) => {
    const [was, other] = [previous.parts[index], region.parts[index]];
    return {
      part: part.part,
      weight: part.weight,
      score: part.score ?? null,
      previous: was?.score ?? null,
      region: other?.score ?? null,
      measures: part.measures.map((measure, at) => ({
        ...measure,
        share: shareOf(measure),
        previous: shareOf(was?.measures[at]),
        region: shareOf(other?.measures[at]),
      })),
    };
  });
}

const shareOf = (measure: ScoredMeasure | undefined): number | null =>
  measure && measure.total > 0 ? Math.round((measure.good / measure.total) * 1000) / 10 : null;
