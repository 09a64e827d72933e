import {
  birthKey,
  type Comparison,
  decideMatch,
  haveOtherFirstNames,
  type KeyKind,
  type MatchContext,
  type MatchDecision,
  matchKeys,
  mayShareChart,
  normalisePerson,
  type NormalPerson,
  packPerson,
  type Scored,
  unpackPerson,
} from '@cairn/matching';
import { bigHash } from '../platform/ids.ts';
import { keyOf, lockKey, personKey, type PersonKey } from './keys.ts';
import type { KnownCandidate, KnownCandidates, KnownPerson } from './person-queries.ts';

/** How a message names a person. */
export type Naming = {
  readonly record: NormalPerson;
  /** The registry's own id of the person, where the sender gives it back to us. */
  readonly registryId: string | undefined;
  /** The ids (`sourceIdKey`) under which the organization that reports or asks keeps the person. */
  readonly charts: readonly string[];
  /** A query must be more careful: nothing is lost where it finds nobody, and much where it shows someone else. */
  readonly purpose: 'record' | 'query';
  /** How many candidates a query may be shown; of more none is read. */
  readonly atMost?: number;
};

/** Someone who may be the same, which a person must decide. */
export type Doubt = {
  readonly personId: string;
  readonly kind: 'possible-duplicate' | 'chart-reused';
  readonly comparison?: Comparison;
};

export type Found =
  | {
      readonly kind: 'person';
      readonly person: KnownPerson;
      /** Set where it was found by what it is called, and not by an id. */
      readonly match?: Comparison;
      readonly doubts: readonly Doubt[];
    }
  | { readonly kind: 'nobody'; readonly doubts: readonly Doubt[] };

/** What must be read before it can be said who is meant. */
export type Wanted =
  { readonly kind: 'candidates' } | { readonly kind: 'persons'; readonly ids: readonly string[] };

export type Known = {
  readonly persons: readonly KnownPerson[];
  /** Undefined where they have not been read. */
  readonly candidates?: KnownCandidates | undefined;
};

/**
 * The person that a message names: by the registry's own id or a chart number of the organization, where who the message
 * describes agrees with who is kept there; else by what it says, scored against everyone who shares a key with it. The
 * same way for submissions and queries. Where more must be read first, it says what.
 *
 * Never a guess: an id with the name of another, or a likeness that is not enough, finds nobody and leaves a doubt.
 */
export function findPerson(naming: Naming, known: Known, context: MatchContext): Found | Wanted {
  const { record } = naming;
  const held = heldUnderId(naming, known.persons);
  const saysNothing = isNameless(record);
  const named = known.persons.filter((person) => nameKeysOf(record).some((key) => person.keys.includes(key)));
  const accepted = held.filter(
    (person) => saysNothing || (agrees(record, recordsOf(person)) && !namesAnother(record, person, named)),
  );
  const byId = best(record, accepted, context);
  if (byId) {
    // Someone else of exactly that name: who married may be on file under both names.
    const twice = naming.purpose === 'record' && !named.includes(byId) ? named : [];
    const doubts = twice.map(({ personId }): Doubt => ({ personId, kind: 'possible-duplicate' }));
    return { kind: 'person', person: byId, doubts };
  }
  if (held.length > 0 && naming.purpose === 'query') return { kind: 'nobody', doubts: [] };
  if (saysNothing) return { kind: 'nobody', doubts: [] };

  // A chart number that names someone else: it is not believed, and what was said is not either, until someone looks.
  const reused = held.map(({ personId }): Doubt => ({ personId, kind: 'chart-reused' }));
  const others = named.filter((person) => !held.includes(person) && !person.isSealed);
  const [only, ...more] = others;
  if (only && more.length === 0 && reused.length === 0 && naming.purpose === 'record') {
    const decision = decideMatch(record, [candidateOf(only)], context);
    if (decision.kind === 'match') return personFound(only, decision, []);
  }
  if (!known.candidates) return { kind: 'candidates' };
  // One that has been read since stays a candidate, with all that is known of it by now.
  const settled = new Set([...held, ...others].map(({ personId }) => personId));
  const all = [
    ...others,
    ...known.candidates.list
      .filter(({ personId }) => !settled.has(personId))
      .map((candidate) => known.persons.find(({ personId }) => personId === candidate.personId) ?? candidate),
  ].map(candidateOf);
  const decision = decideMatch(record, all, { ...context, purpose: naming.purpose });
  const doubts = [...reused, ...doubtsIn(decision, naming.purpose)];
  if (
    (decision.kind !== 'match' && decision.kind !== 'several') ||
    (reused.length > 0 && naming.purpose === 'record')
  ) {
    return undecided(naming, doubts, known.persons);
  }
  // A query shows one person or asks which; a submission goes to the best of several, and they are to be looked at.
  if (decision.kind === 'several' && naming.purpose === 'query')
    return undecided(naming, doubts, known.persons);
  const wanted = missing([{ personId: decision.best.id }], known.persons);
  if (wanted.length > 0) return { kind: 'persons', ids: wanted };
  const person = known.persons.find(({ personId }) => personId === decision.best.id);
  // Merged away between two reads: what is written now would be decided on what is no longer so.
  if (!person) return { kind: 'nobody', doubts: [] };
  return personFound(
    person,
    decision,
    decision.kind === 'several' ? decision.others.filter(isMatch).map(doubtOf) : [],
  );
}

/** Nobody; but those whom a query may be shown to choose from are read. */
function undecided(
  naming: Naming,
  doubts: readonly Doubt[],
  persons: readonly KnownPerson[],
): Found | Wanted {
  const { atMost = 0 } = naming;
  const ids = doubts.length <= atMost ? missing(doubts, persons) : [];
  return ids.length > 0 ? { kind: 'persons', ids } : { kind: 'nobody', doubts };
}

const personFound = (
  person: KnownPerson,
  decision: Extract<MatchDecision, { readonly best: Scored }>,
  doubts: readonly Doubt[],
): Found => ({ kind: 'person', person, match: decision.best.comparison, doubts });

const isMatch = ({ comparison }: Scored): boolean => comparison.outcome === 'match';

const doubtOf = ({ id, comparison }: Scored): Doubt => ({
  personId: id,
  kind: 'possible-duplicate',
  comparison,
});

/** All that a decision could not rule out, best first. */
function doubtsIn(decision: MatchDecision, purpose: Naming['purpose']): readonly Doubt[] {
  if (decision.kind === 'nobody') return [];
  const scored = decision.kind === 'possible' ? decision.others : [decision.best, ...decision.others];
  return scored.filter(({ comparison }) => purpose === 'record' || isWorthShowing(comparison)).map(doubtOf);
}

/**
 * A list gives away who is on it: someone of another last name only where the rest makes it as likely as not that it is
 * the one, and not because first name, birth date and ZIP code are the same.
 */
const isWorthShowing = ({ guards, score }: Comparison): boolean =>
  !guards.includes('last-name-differs') || score >= 0;

/** The ids of those that have not been read. */
export function missing(
  wanted: readonly { readonly personId: string }[],
  persons: readonly KnownPerson[],
): readonly string[] {
  return wanted
    .map(({ personId }) => personId)
    .filter((id) => persons.every(({ personId }) => personId !== id));
}

function heldUnderId(naming: Naming, persons: readonly KnownPerson[]): readonly KnownPerson[] {
  const { registryId } = naming;
  const byRegistryId = persons.filter(
    ({ askedAs }) => registryId !== undefined && askedAs.includes(registryId),
  );
  if (byRegistryId.length > 0) return byRegistryId;
  const keys = naming.charts.map(chartKey);
  return persons.filter((person) => keys.some((key) => person.keys.includes(key)));
}

/** Of several that one number leads to (it was given out twice), the one that is most like what is said. */
function best(
  record: NormalPerson,
  accepted: readonly KnownPerson[],
  context: MatchContext,
): KnownPerson | undefined {
  const [first, ...others] = accepted;
  if (others.length === 0) return first;
  const decision = decideMatch(record, accepted.map(candidateOf), context);
  if (decision.kind === 'nobody') return undefined;
  const top = decision.kind === 'possible' ? decision.others[0] : decision.best;
  return accepted.find(({ personId }) => personId === top?.id);
}

const isNameless = ({ names, birthDate }: NormalPerson): boolean => names.length === 0 && birthDate === '';

/** Whether an id may be believed. A person of whom nothing is on file yet contradicts nobody. */
const agrees = (record: NormalPerson, known: readonly NormalPerson[]): boolean =>
  known.length === 0 || known.some((other) => mayShareChart(record, other));

/**
 * Whether name and birth date are exactly those of someone else, and the first name none of those of the person whom the
 * id leads to: twins' charts get mixed up.
 */
function namesAnother(record: NormalPerson, byId: KnownPerson, named: readonly KnownPerson[]): boolean {
  return (
    named.length > 0 &&
    !named.includes(byId) &&
    recordsOf(byId).every((known) => haveOtherFirstNames(record, known))
  );
}

const records = new WeakMap<KnownPerson | KnownCandidate, readonly NormalPerson[]>();

function recordsOf(person: KnownPerson | KnownCandidate): readonly NormalPerson[] {
  const known = records.get(person);
  if (known) return known;
  const read = person.records.map(unpackPerson);
  records.set(person, read);
  return read;
}

const candidateOf = (
  person: KnownPerson | KnownCandidate,
): { readonly id: string; readonly records: readonly NormalPerson[]; readonly isSealed: boolean } => ({
  id: person.personId,
  records: recordsOf(person),
  isSealed: 'isSealed' in person && person.isSealed,
});

// ---- Keys ----------------------------------------------------------------------------------------------

/** The key of a chart number; see `sourceIdKey`. */
export const chartKey = (idKey: string): PersonKey => personKey('chart', idKey);

const NOBODY = normalisePerson({ names: [] });

/** The key of a phone, as it is compared. */
export const phoneKey = (phone: string): PersonKey | undefined =>
  matchKeys({ ...NOBODY, phones: [phone] })
    .map(keyOf)
    .at(0);

type ToldKey = { readonly kind: KeyKind; readonly key: PersonKey };

const toldKeys = new WeakMap<NormalPerson, readonly ToldKey[]>();

/** What the record tells, as keys. Asked for up to five times for one message; made once, or it is a twentieth of the work. */
function toldKeysOf(record: NormalPerson): readonly ToldKey[] {
  const known = toldKeys.get(record);
  if (known) return known;
  const made = matchKeys(record)
    .filter(({ text }) => !text.startsWith('chart|'))
    .map((told) => ({ kind: told.kind, key: keyOf(told) }));
  toldKeys.set(record, made);
  return made;
}

/** Exact name and birth date. */
export const nameKeysOf = (record: NormalPerson): readonly PersonKey[] =>
  toldKeysOf(record).flatMap(({ kind, key }) => (kind === 'name' ? [key] : []));

/** All keys by which the record is found again. Of its charts it is the one that counts, whose key is ours to make. */
export function allKeys(record: NormalPerson, charts: readonly string[]): readonly PersonKey[] {
  return [...new Set([...charts.map(chartKey), ...toldKeysOf(record).map(({ key }) => key)])];
}

/** What to hold while the person is made: whoever else is born that day, or has that chart number, waits. */
export function locksOf(record: NormalPerson, chart: string): readonly string[] {
  const locks = [BigInt(lockKey('chart', chart)), BigInt(lockKey('birth', birthKey(record)))];
  return locks.toSorted((a, b) => (a < b ? -1 : 1)).map(String);
}

/** What is kept of the record to score it later. */
export function matchRow(
  record: NormalPerson,
  chart: string,
): { readonly matchId: string; readonly record: string } {
  const packed = packPerson(record);
  return { matchId: bigHash(chart, packed), record: packed };
}
