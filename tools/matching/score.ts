/** Labelled sets, decided by the matcher and held against their labels. */
import {
  comparePersons,
  decideMatch,
  matchKeys,
  normalisePerson,
  type Candidate,
  type MatchOutcome,
  type NormalPerson,
} from '@cairn/matching';
import type { LabelledSet } from './read.ts';

export type Wrong = {
  readonly id: string;
  readonly outcome: MatchOutcome;
  readonly isFalseMerge: boolean;
  readonly signature: string;
  readonly guards: readonly string[];
  readonly records?: readonly [NormalPerson, NormalPerson];
};

export type Score = {
  readonly set: string;
  readonly pairs: number;
  /** Share of what should match that is decided a match. */
  readonly recall: number;
  /** Decided a match, and labelled or known to be different. */
  readonly falseMerges: number;
  /** Decided to be for a person to review. */
  readonly possible: number;
  readonly wrong: readonly Wrong[];
};

type Decided = {
  readonly outcome: MatchOutcome;
  /** Whether the match is with the right person, where that is a question. */
  readonly isRight: boolean;
  readonly shouldMatch: boolean;
  readonly mayNotMatch: boolean;
  readonly wrong: Omit<Wrong, 'outcome' | 'isFalseMerge'>;
};

export function scoreSet(set: LabelledSet): Score {
  const decided = set.kind === 'pairs' ? decidePairs(set) : decideProbes(set);
  const isMatch = ({ outcome }: Decided): boolean => outcome === 'match';
  const isFalse = (each: Decided): boolean => isMatch(each) && (each.mayNotMatch || !each.isRight);
  const isFound = (each: Decided): boolean => isMatch(each) && each.isRight;
  const should = decided.filter(({ shouldMatch }) => shouldMatch);
  return {
    set: set.name,
    pairs: decided.length,
    recall: should.length === 0 ? 1 : should.filter(isFound).length / should.length,
    falseMerges: decided.filter(isFalse).length,
    possible: decided.filter(({ outcome }) => outcome === 'possible').length,
    wrong: decided
      .filter((each) => isFalse(each) || (each.shouldMatch && !isFound(each)))
      .map((each) => ({ ...each.wrong, outcome: each.outcome, isFalseMerge: isFalse(each) })),
  };
}

function decidePairs({ pairs }: Extract<LabelledSet, { kind: 'pairs' }>): readonly Decided[] {
  return pairs.map(({ id, a, b, shouldMatch, mayNotMatch }) => {
    const records = [normalisePerson(a), normalisePerson(b)] as const;
    const { outcome, signature, guards } = comparePersons(...records);
    return { outcome, isRight: true, shouldMatch, mayNotMatch, wrong: { id, signature, guards, records } };
  });
}

/** As a registry would: candidates by their keys, then the decision among them. */
function decideProbes({ probes, register }: Extract<LabelledSet, { kind: 'probes' }>): readonly Decided[] {
  const persons = new Map([...register].map(([id, facts]) => [id, normalisePerson(facts)]));
  const byKey = new Map<string, Set<string>>();
  for (const [id, person] of persons)
    for (const { text } of matchKeys(person)) byKey.set(text, (byKey.get(text) ?? new Set()).add(id));
  return probes.map(({ id, record, truth, shouldMatch, mayNotMatch }) => {
    const person = normalisePerson(record);
    const found = new Set(matchKeys(person).flatMap(({ text }) => [...(byKey.get(text) ?? [])]));
    const candidates = [...found].flatMap((each): Candidate | readonly Candidate[] => {
      const known = persons.get(each);
      return known ? { id: each, records: [known] } : [];
    });
    const decision = decideMatch(person, candidates);
    const best =
      decision.kind === 'match' || decision.kind === 'several'
        ? decision.best
        : decision.kind === 'possible'
          ? decision.others[0]
          : undefined;
    const outcome =
      decision.kind === 'match' ? 'match' : decision.kind === 'nobody' ? 'different' : 'possible';
    const wrong = {
      id,
      signature: best?.comparison.signature ?? '',
      guards: best?.comparison.guards ?? [],
      ...ofBest(person, best && persons.get(best.id)),
    };
    return { outcome, isRight: best?.id === truth, shouldMatch, mayNotMatch, wrong };
  });
}

const ofBest = (record: NormalPerson, best: NormalPerson | undefined): Pick<Wrong, 'records'> =>
  best ? { records: [record, best] } : {};
