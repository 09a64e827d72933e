import { type MatchContext, matchKeys } from '@cairn/matching';
import type { Client } from 'pg';
import type { JobSession } from '../platform/jobs.ts';
import { keyOf } from '../registry/keys.ts';
import { likeness, type Member, membersBorn, membersOf } from './block.ts';
import type { Likeness } from './clusters.ts';
import { looseKeys } from './loose-keys.ts';
import { propose } from './propose.ts';

/** Whose likeness to all others is looked for. */
export type Scope =
  /** Everyone, from this birth date on. */
  | { readonly kind: 'all'; readonly after: string }
  /** Those who changed since then, gathered in `nightly_changed`. */
  | { readonly kind: 'changed'; readonly since: Date };

export const FIRST_DAY = '0001-01-01';

export type DuplicateFigures = { persons: number; pairsCompared: number; tasksOpened: number };

export type Search = {
  readonly scope: Scope;
  readonly matching: MatchContext;
  readonly at: Date;
  /** Called after each birth date. */
  readonly progress: (birthDate: string, figures: DuplicateFigures) => Promise<void>;
};

/**
 * Looks for persons that may be one, birth date by birth date: among those born that day by looser keys than intake has,
 * and among all others by the keys of intake, which then did not know what is known now. What is found becomes tasks for
 * reviewers; nothing is ever merged here.
 */
export async function findDuplicates(session: JobSession, search: Search): Promise<DuplicateFigures> {
  const figures: DuplicateFigures = { persons: 0, pairsCompared: 0, tasksOpened: 0 };
  let after = search.scope.kind === 'all' ? search.scope.after : FIRST_DAY;
  for (;;) {
    const birthDate = await nextBirthDate(session.client, search.scope, after);
    if (birthDate === undefined) return figures;
    const found = await searchDay(session, search, birthDate, figures);
    figures.tasksOpened += await propose(session.client, found, search.at);
    await search.progress(birthDate, figures);
    after = birthDate;
    await session.breathe();
  }
}

async function nextBirthDate(client: Client, { kind }: Scope, after: string): Promise<string | undefined> {
  const { rows } = await client.query<{ birth_date: string }>(
    kind === 'all'
      ? `select birth_date from person where birth_date > $1 order by birth_date limit 1`
      : 'select birth_date from pg_temp.nightly_changed where birth_date > $1 order by birth_date limit 1',
    [after],
  );
  return rows[0]?.birth_date;
}

/** Persons whose keys are asked for at once, and entries of one key that are looked at (as at intake). */
const ASKED_AT_ONCE = 100;
const ENTRIES = 200;

async function searchDay(
  { client, breathe }: JobSession,
  search: Search,
  birthDate: string,
  figures: DuplicateFigures,
): Promise<readonly Likeness[]> {
  const born = await membersBorn(client, birthDate);
  const changed = search.scope.kind === 'all' ? undefined : await changedOn(client, birthDate);
  const subjects = born.filter(
    (member) => member.birthDate === birthDate && (changed?.has(member.id) ?? true),
  );
  figures.persons += subjects.length;
  const known = new Map(born.map((member) => [member.id, member]));
  const pairs = new Pairs();
  pairLoosely(born, new Set(subjects.map(({ id }) => id)), pairs);
  const found: Likeness[] = [];
  const score = (wanted: readonly Pair[]): void => {
    for (const [a, b] of wanted) {
      const [one, other] = [known.get(a), known.get(b)];
      if (!one || !other) continue;
      // Where everyone is compared, whoever was born before has been compared with all.
      if (!changed && (one.birthDate < birthDate || other.birthDate < birthDate)) continue;
      figures.pairsCompared++;
      const comparison = likeness(one, other, search.matching);
      if (comparison) found.push({ a, b, comparison });
    }
  };
  score(pairs.taken());
  for (let at = 0; at < subjects.length; at += ASKED_AT_ONCE) {
    await pairByKeys(client, subjects.slice(at, at + ASKED_AT_ONCE), pairs);
    const wanted = pairs.taken();
    const unread = [...new Set(wanted.flat())].filter((id) => !known.has(id));
    for (const member of await membersOf(client, unread)) known.set(member.id, member);
    score(wanted);
    // Those who are like nobody are not needed again; a day with its neighbours stays small.
    const alike = new Set(found.flatMap(({ a, b }) => [a, b]));
    for (const id of unread) if (!alike.has(id)) known.delete(id);
    await breathe();
  }
  pairNeighbours(found, pairs);
  score(pairs.taken());
  return found;
}

async function changedOn(client: Client, birthDate: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ person_id: string }>(
    'select person_id from pg_temp.nightly_changed where birth_date = $1',
    [birthDate],
  );
  return new Set(rows.map(({ person_id }) => person_id));
}

type Pair = readonly [a: string, b: string];

/** Pairs to be compared, each once. */
class Pairs {
  readonly #seen = new Set<string>();
  #fresh: Pair[] = [];

  add(one: string, other: string): void {
    if (one === other) return;
    const pair: Pair = one < other ? [one, other] : [other, one];
    const name = pair.join(' ');
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    this.#fresh.push(pair);
  }

  /** Those added since it was asked last. */
  taken(): readonly Pair[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}

/** A looser key than intake's that more persons of one day share tells nothing about them. */
const MOST_OF_A_KEY = 40;

function pairLoosely(born: readonly Member[], subjects: ReadonlySet<string>, pairs: Pairs): void {
  const holders = new Map<string, string[]>();
  const subjectsFirst = [...born].sort((a, b) => Number(subjects.has(b.id)) - Number(subjects.has(a.id)));
  for (const { id, records } of subjectsFirst) {
    const isSubject = subjects.has(id);
    for (const key of new Set(records.flatMap(looseKeys))) {
      const those = holders.get(key);
      if (those) those.push(id);
      // A key that no subject has leads to nobody who is looked for.
      else if (isSubject) holders.set(key, [id]);
    }
  }
  for (const those of holders.values()) {
    if (those.length > MOST_OF_A_KEY) continue;
    for (const [at, id] of those.entries()) {
      if (subjects.has(id)) for (const other of those.slice(at + 1)) pairs.add(id, other);
    }
  }
}

/** Those who share a key of intake: name and date, phone, home, Medicaid number. */
async function pairByKeys(client: Client, subjects: readonly Member[], pairs: Pairs): Promise<void> {
  const holders = new Map<string, string[]>();
  for (const { id, records } of subjects) {
    // Charts of one person share most keys, and hashing is what costs.
    const keys = new Map(records.flatMap(matchKeys).map((key) => [key.text, key]));
    for (const key of [...keys.values()].map(keyOf)) {
      const those = holders.get(key);
      if (those) those.push(id);
      else holders.set(key, [id]);
    }
  }
  const { rows } = await client.query<{ key: string; person_id: string }>(
    `select k.key::text as key, h.person_id from unnest($1::bigint[]) as k (key)
     cross join lateral (select person_id from person_key where key = k.key limit ${ENTRIES}) h`,
    [[...holders.keys()]],
  );
  for (const { key, person_id } of rows) for (const id of holders.get(key) ?? []) pairs.add(id, person_id);
}

/** Two that are like a third may be like each other: only then it is known who belongs together. */
function pairNeighbours(found: readonly Likeness[], pairs: Pairs): void {
  const neighbours = new Map<string, string[]>();
  for (const { a, b } of found) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const those = neighbours.get(one);
      if (those) those.push(other);
      else neighbours.set(one, [other]);
    }
  }
  for (const those of neighbours.values()) {
    for (const [at, one] of those.slice(0, MOST_OF_A_KEY).entries()) {
      for (const other of those.slice(at + 1, MOST_OF_A_KEY)) pairs.add(one, other);
    }
  }
}
