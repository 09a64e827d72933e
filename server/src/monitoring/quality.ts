import type { Measure } from '../exchange/measures.ts';

export const PARTS = ['completeness', 'validity', 'timeliness'] as const;
export type Part = (typeof PARTS)[number];

/** How many of the 100 points each measure is worth; docs/monitoring.md says why. */
export const WEIGHTS: Readonly<Record<Part, Partial<Readonly<Record<Measure, number>>>>> = {
  completeness: {
    chart: 3,
    'maiden-name': 3,
    sex: 1,
    race: 2,
    address: 5,
    phone: 4,
    ethnicity: 2,
    'next-of-kin': 4,
    lot: 5,
    expiration: 3,
    manufacturer: 4,
    provider: 2,
    amount: 1,
    route: 2,
    site: 2,
    eligibility: 5,
    funding: 2,
  },
  validity: { 'message-clean': 10, 'dose-recorded': 12, 'codes-known': 8 },
  timeliness: { 'within-1': 4, 'within-3': 4, 'within-7': 5, 'within-14': 4, 'within-30': 3 },
};

/** How many were good, of how many. */
export type Share = { readonly good: number; readonly total: number };
export type Measured = ReadonlyMap<string, Share>;

export type ScoredMeasure = { readonly measure: Measure; readonly weight: number } & Share;
export type ScoredPart = {
  readonly part: Part;
  readonly weight: number;
  /** 0 to 100; undefined where nothing could be measured. */
  readonly score: number | undefined;
  readonly measures: readonly ScoredMeasure[];
};
export type Score = { readonly score: number | undefined; readonly parts: readonly ScoredPart[] };

/**
 * The score of what was measured, 0 to 100: each measure counts by its weight, and one of which there was nothing to measure
 * (no child, no dose) counts neither for nor against.
 */
export function scoreOf(measured: Measured): Score {
  const parts = PARTS.map((part): ScoredPart => {
    const measures = Object.entries(WEIGHTS[part]).map(([measure, weight]) => ({
      measure: measure as Measure,
      weight,
      ...(measured.get(measure) ?? { good: 0, total: 0 }),
    }));
    return {
      part,
      weight: measures.reduce((sum, { weight }) => sum + weight, 0),
      score: weighted(measures),
      measures,
    };
  });
  return { score: weighted(parts.flatMap(({ measures }) => measures)), parts };
}

function weighted(measures: readonly ScoredMeasure[]): number | undefined {
  const there = measures.filter(({ total }) => total > 0);
  const weights = there.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return undefined;
  const points = there.reduce((sum, { weight, good, total }) => sum + (weight * good) / total, 0);
  return Math.round((points / weights) * 1000) / 10;
}

export type Improvement = {
  readonly measure: Measure;
  /** By how many points the score would rise, were it always good. */
  readonly points: number;
  /** In how many it was not. */
  readonly missing: number;
};

/** What would raise the score most, the first first. */
export function improvements({ parts }: Score, most = 3): readonly Improvement[] {
  const there = parts.flatMap(({ measures }) => measures).filter(({ total }) => total > 0);
  const weights = there.reduce((sum, { weight }) => sum + weight, 0);
  return there
    .map(({ measure, weight, good, total }) => ({
      measure,
      points: Math.round(((weight * (1 - good / total)) / weights) * 1000) / 10,
      missing: total - good,
    }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, most);
}
