import { decideMatch, type MatchContext } from '@cairn/matching';
import type { LinkSource, Side, Sides, UnmergeInput } from './linking-plan.ts';
import { bySaid, recordOfSource } from './recompute.ts';

/** Bits by which one of two likenesses of a kind must be the greater: odds of 256 to 1. */
const CLEARLY = 8;

/**
 * Which of two persons a chart is of, by what it says now, scored as intake scores. Undefined where it is like neither, or
 * like both.
 */
export function preferByScore(context: MatchContext, today: string): UnmergeInput['prefer'] {
  const recordsOf = (sources: readonly LinkSource[]): ReturnType<typeof recordOfSource>[] =>
    sources.map((source) => recordOfSource(source, source.organizationCodeKey, today));
  return (chart, sides: Sides): Side | undefined => {
    const newest = chart.toSorted(bySaid).at(-1);
    if (!newest) return undefined;
    const decision = decideMatch(
      recordOfSource(newest, newest.organizationCodeKey, today),
      (['restored', 'survivor'] as const).map((side) => ({ id: side, records: recordsOf(sides[side]) })),
      context,
    );
    if (decision.kind === 'nobody') return undefined;
    const [best, other] =
      decision.kind === 'possible' ? decision.others : [decision.best, ...decision.others];
    if (!best) return undefined;
    const isClear =
      !other ||
      best.comparison.outcome !== other.comparison.outcome ||
      best.comparison.score - other.comparison.score >= CLEARLY;
    return isClear ? (best.id === 'restored' ? 'restored' : 'survivor') : undefined;
  };
}
