import type { DoseFacts, DoseGroup, DoseLink } from './types.ts';
import { byBelief, byFacts, byPrecedence } from './believe.ts';
import { type Bond, bondOf } from './compare.ts';
import { covers, familyOf } from './groups.ts';
import { type Decisions, readLinks } from './links.ts';
import { LONGEST_WINDOW, type Prepared, prepareDose } from './prepare.ts';
import { swappedDay } from './swapped-day.ts';

/**
 * The reports of one person, grouped by the dose they tell of.
 *
 * Complete linkage, the surest pair first: a report joins only a group of which it is the same as every member, so that
 * three reports two weeks apart never chain into one. Two exceptions, each for the sake of a member that both reports are
 * the same as: components of a combination vaccine on its day are different from each other, and two organizations'
 * histories of a dose given elsewhere may be unsure of each other. Decisions of persons come before all of it; doses
 * decided to be one are compared with others as one, by whichever of them fits best.
 *
 * The partition depends on the facts and the links alone, not on the order of `doses` or `links`, nor on the ids: ties
 * are broken by days apart and by the facts, and ids decide only between reports of which every fact is equal.
 */
export function groupDoses(
  doses: readonly DoseFacts[],
  links: readonly DoseLink[] = [],
): readonly DoseGroup[] {
  const sorted = sortByFacts(doses);
  const bonds = findBonds(sorted);
  const known: Known = { sorted, bonds, decisions: decide(sorted, links) };
  return answer(cluster(known), known);
}

/** Links for `same` that stand against one for `different` and are not kept. */
export function overruledLinks(doses: readonly DoseFacts[], links: readonly DoseLink[]): readonly DoseLink[] {
  return decide(sortByFacts(doses), links).overruled;
}

const sortByFacts = (doses: readonly DoseFacts[]): readonly Prepared[] =>
  [...doses].sort(byFacts).map(prepareDose);

function decide(sorted: readonly Prepared[], links: readonly DoseLink[]): Decisions {
  const position =
    links.length === 0 ? NOWHERE : new Map(sorted.map(({ facts }, index) => [facts.id, index]));
  return readLinks(links, position, sorted.length);
}

const NOWHERE: ReadonlyMap<string, number> = new Map();

type Pair = Bond & { readonly a: number; readonly b: number; readonly apart: number };

/** Pairs that are or may be one, by position; all others are different. */
type Bonds = { readonly pairs: readonly Pair[]; readonly of: (a: number, b: number) => Bond | undefined };

function findBonds(sorted: readonly Prepared[]): Bonds {
  const count = sorted.length;
  const pairs: Pair[] = [];
  const byKey = new Map<number, Bond>();
  const add = (a: number, b: number): void => {
    const one = sorted[a];
    const other = sorted[b];
    const bond = one && other && bondOf(one, other);
    if (!bond) return;
    const { verdict, strength } = bond;
    pairs.push({ verdict, strength, a, b, apart: other.facts.day - one.facts.day });
    byKey.set(a * count + b, bond);
  };
  for (let b = 0; b < count; b++) {
    const day = sorted[b]?.facts.day ?? 0;
    for (let a = b - 1; a >= 0 && day - (sorted[a]?.facts.day ?? 0) <= LONGEST_WINDOW; a--) add(a, b);
  }
  eachSwapped(sorted, add);
  return { pairs, of: (a, b) => byKey.get(a < b ? a * count + b : b * count + a) };
}

/** Pairs beyond any window whose dates differ in the order of day and month; only lots can show that they are one. */
function eachSwapped(sorted: readonly Prepared[], add: (a: number, b: number) => void): void {
  sorted.forEach((prepared, a) => {
    if (prepared.lot === '') return;
    const { day } = prepared.facts;
    const swapped = swappedDay(day);
    if (swapped === undefined || swapped - day <= LONGEST_WINDOW) return;
    for (let b = a + 1; b < sorted.length; b++) if (sorted[b]?.facts.day === swapped) add(a, b);
  });
}

/** Blocks of doses; a block is of doses that a person decided to be one, most often a single dose. */
type Cluster = { readonly blocks: readonly (readonly number[])[] };

function cluster(known: Known): readonly Cluster[] {
  const { bonds, decisions } = known;
  const clusterOf: Cluster[] = [];
  for (const block of decisions.blocks) {
    const own: Cluster = { blocks: [block] };
    for (const member of block) clusterOf[member] = own;
  }
  const surest = bonds.pairs
    .filter(({ verdict }) => verdict === 'same')
    .sort((x, y) => y.strength - x.strength || x.apart - y.apart || x.a - y.a || x.b - y.b);
  for (const { a, b } of surest) {
    const one = clusterOf[a];
    const other = clusterOf[b];
    if (!one || !other || one === other || !isLinked(one, other, 'same', known)) continue;
    const merged: Cluster = { blocks: [...one.blocks, ...other.blocks] };
    for (const member of merged.blocks.flat()) clusterOf[member] = merged;
  }
  return [...new Set(clusterOf)];
}

type Known = { readonly sorted: readonly Prepared[]; readonly bonds: Bonds; readonly decisions: Decisions };

/** Whether every block of the one is, at least as surely as asked, the same dose as every block of the other. */
function isLinked(one: Cluster, other: Cluster, level: Bond['verdict'], known: Known): boolean {
  for (const x of one.blocks)
    for (const y of other.blocks) {
      if (x.some((a) => y.some((b) => known.decisions.areForbidden(a, b)))) return false;
      if (isBound(x, y, level, known.bonds)) continue;
      if (!isExcused(x, y, [...one.blocks, ...other.blocks], known)) return false;
    }
  return true;
}

function isBound(x: readonly number[], y: readonly number[], level: Bond['verdict'], bonds: Bonds): boolean {
  for (const a of x)
    for (const b of y) {
      const verdict = bonds.of(a, b)?.verdict;
      if (verdict === 'same' || verdict === level) return true;
    }
  return false;
}

/** Whether two reports belong together for the sake of a third one, though they would not of themselves. */
function isExcused(
  x: readonly number[],
  y: readonly number[],
  together: readonly (readonly number[])[],
  { sorted, bonds }: Known,
): boolean {
  const [a = -1, b = -1] = [x[0], y[0]];
  const [one, other] = [sorted[a], sorted[b]];
  if (!one || !other || x.length > 1 || y.length > 1) return false;
  const isUnsure = bonds.of(a, b)?.verdict === 'unsure';
  return together.flat().some((index) => {
    const third = sorted[index];
    if (!third) return false;
    if (!isUnsure) return areComponents(one, other, third);
    const isOfBoth = bonds.of(index, a)?.verdict === 'same' && bonds.of(index, b)?.verdict === 'same';
    return isOfBoth && areRetellings(one, other, third);
  });
}

/** Different components of a combination that was given on their day. */
function areComponents(one: Prepared, other: Prepared, whole: Prepared): boolean {
  const { day } = one.facts;
  return (
    other.facts.day === day &&
    whole.facts.day === day &&
    whole.isGiven &&
    familyOf(one, other) === 'none' &&
    covers(whole.facts.groups, one.facts.groups) &&
    covers(whole.facts.groups, other.facts.groups)
  );
}

/** Two organizations' histories of what a third gave; one organization that tells of two doses may mean two. */
function areRetellings(
  { facts: one }: Prepared,
  { facts: other }: Prepared,
  { facts: given }: Prepared,
): boolean {
  return (
    given.source === 'administered' &&
    one.source === 'historical' &&
    other.source === 'historical' &&
    one.organization !== other.organization
  );
}

type Event = { readonly own: Cluster; readonly order: readonly number[] };

function answer(clusters: readonly Cluster[], known: Known): readonly DoseGroup[] {
  const { sorted } = known;
  const events = clusters.map((own) => ({ own, order: ordered(own.blocks.flat(), sorted, byBelief) }));
  const suspects = findSuspects(events, known);
  const idOf = (index: number | undefined): string => sorted[index ?? -1]?.facts.id ?? '';
  return events
    .sort(({ order: [a = 0] }, { order: [b = 0] }) => a - b)
    .map((event) => {
      const order = event.order.map(idOf);
      const [primary = ''] = order;
      const suspectOf = suspects.get(event);
      const members = order.length > 1 ? [...order].sort() : order;
      return { members, primary, order, ...(suspectOf && { suspectOf: idOf(suspectOf.order[0]) }) };
    });
}

/** Events that may be another one which counts. */
function findSuspects(events: readonly Event[], known: Known): ReadonlyMap<Event, Event> {
  const { sorted, bonds } = known;
  const found = new Map<Event, Event>();
  const doubtful = new Set(bonds.pairs.flatMap(({ a, b, verdict }) => (verdict === 'unsure' ? [a, b] : [])));
  if (doubtful.size === 0) return found;
  const first = new Map(
    events
      .filter(({ order }) => order.some((index) => doubtful.has(index)))
      .map((event) => [event.order[0] ?? -1, event]),
  );
  // Those that take precedence first, so that each is held against events that count: no suspect of a suspect.
  const counting: Event[] = [];
  for (const index of ordered([...first.keys()], sorted, byPrecedence)) {
    const event = first.get(index);
    if (!event) continue;
    const suspectOf = counting.find((other) => isLinked(other.own, event.own, 'unsure', known));
    if (suspectOf) found.set(event, suspectOf);
    else counting.push(event);
  }
  return found;
}

function ordered(
  indices: readonly number[],
  sorted: readonly Prepared[],
  compare: (a: Prepared, b: Prepared) => number,
): readonly number[] {
  if (indices.length < 2) return indices;
  return [...indices].sort((x, y) => {
    const a = sorted[x];
    const b = sorted[y];
    return a && b ? compare(a, b) : 0;
  });
}
