import { comparePersons, levelsOf } from './compare.ts';
import { isCorrection } from './guards.ts';
import { compareFirst } from './levels.ts';
import { compareMiddle } from './middle.ts';
import { HOLDS_FOR_ALL, MATCH_FROM } from './rules.ts';
import type { Candidate, Comparison, MatchContext, MatchDecision, NormalPerson, Scored } from './types.ts';

/** Records are put on file; queries give out what is on file, and say less of the person. */
export type DecideContext = MatchContext & { readonly purpose?: 'record' | 'query' };

/** Which of the candidates a record is about. Best first; equal ones in the order of their ids, so that all runs agree. */
export function decideMatch(
  record: NormalPerson,
  candidates: readonly Candidate[],
  context: DecideContext = {},
): MatchDecision {
  const scored = candidates
    .map((candidate) => ({ id: candidate.id, comparison: compareCandidate(record, candidate, context) }))
    .filter(({ comparison }) => comparison.outcome !== 'different')
    .sort(byRank);
  const [best, ...others] = scored;
  if (!best) return { kind: 'nobody' };
  if (best.comparison.outcome !== 'match') {
    const known = context.purpose === 'query' && others.length === 0 ? unlessThin(best) : undefined;
    return known ? { kind: 'match', best: known, others: [] } : { kind: 'possible', others: scored };
  }
  const isOnly = others[0]?.comparison.outcome !== 'match';
  return { kind: isOnly ? 'match' : 'several', best, others };
}

const RANKS = { match: 0, possible: 1, different: 2 } as const;

function byRank(a: Scored, b: Scored): number {
  return (
    RANKS[a.comparison.outcome] - RANKS[b.comparison.outcome] ||
    b.comparison.score - a.comparison.score ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/**
 * Most of those who share a last name and a birth date have another first name and are nobody to look at twice: to see
 * that much takes a third of a full comparison, which says the same of them.
 */
export function isPlainlyAnother(a: NormalPerson, b: NormalPerson): boolean {
  return (
    compareFirst(a, b).level === 'd' &&
    compareMiddle(a, b) !== 'e' &&
    !a.ids.some((id) => b.ids.some((other) => other.kind === id.kind && other.value === id.value))
  );
}

/**
 * A candidate is as near as its nearest record. Yet what speaks of a twin or of father and son holds when any record of the
 * person says it: a record that is silent must not hide it. Only the chart that said it can take it back. Another middle
 * name holds against a record without one.
 */
function compareCandidate(record: NormalPerson, candidate: Candidate, context: DecideContext): Comparison {
  let best: Comparison = { outcome: 'different', score: Number.NEGATIVE_INFINITY, guards: [], signature: '' };
  if (candidate.records.every((each) => isPlainlyAnother(record, each))) return best;
  const held = new Set<string>();
  for (const each of candidate.records) {
    const comparison = comparePersons(record, each, context);
    for (const guard of comparison.guards) if (HOLDS_FOR_ALL.has(guard)) held.add(guard);
    const rank = RANKS[comparison.outcome] - RANKS[best.outcome];
    if (rank < 0 || (rank === 0 && comparison.score > best.score)) best = comparison;
  }
  if (best.outcome === 'different') return best;
  const found = levelsOf(best.signature);
  if (found.middle !== '-') held.delete('middle-name-differs');
  if (isCorrection(found)) held.clear();
  if (candidate.isSealed) held.add('sealed');
  if (held.size === 0) return best;
  const guards = [...best.guards, ...[...held].filter((guard) => !best.guards.includes(guard))];
  return { ...best, outcome: 'possible', guards };
}

/**
 * A query seldom says more than name, birth date and sex. When one person alone comes into question, all three are the same
 * and the name is rare enough to reach the score, that is enough to answer; MARIA GARCIA is not.
 */
function unlessThin(scored: Scored): Scored | undefined {
  const { comparison } = scored;
  const { first, last, birthDate, sex } = levelsOf(comparison.signature);
  const isThin = comparison.guards.every((guard) => guard === 'no-corroborator');
  const isExact = first === 'e' && last === 'e' && birthDate === 'e' && sex !== 'd';
  if (!isThin || !isExact || comparison.score < MATCH_FROM) return undefined;
  return { ...scored, comparison: { ...comparison, outcome: 'match', guards: [] } };
}
