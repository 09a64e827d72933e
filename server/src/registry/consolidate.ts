import { HL7_NULL } from '@cairn/hl7';
import { normaliseName } from '@cairn/matching';
import type { Demographics } from './demographics.ts';

/** Which chart said something, and when it last said so. */
export type Said = { readonly idKey: string; readonly saidAt: string };

/** A person as known: what all its charts say, and for every field which chart's word it is. */
export type Consolidated = Demographics & {
  /** Paths by who said them, `<saidAt> <idKey>`; a path here and not in `fields` was deleted. `NK1` is the next of kin. */
  readonly stated: Readonly<Record<string, readonly string[]>>;
};

/** The word of another chart on who the person is: its newest. */
export type ChartWord = Said & { readonly fields: Demographics['fields'] };

const NEXT_OF_KIN = 'NK1';

/**
 * The person as known after one more report. For every field the newest word stands: a valued field replaces, `""`
 * deletes, an empty one says nothing; next of kin replace each other as a set, since a message names all it knows. Newest
 * is what was said last, not what arrived last, so the order of arrival makes no difference.
 *
 * Who the person is (name, birth date, sex) is not for the last word but for most: one clinic's typing error must not
 * rename a child that three others know.
 * @param charts the newest word of every other chart of the person
 */
export function consolidate(
  known: Consolidated | undefined,
  report: Demographics,
  said: Said,
  charts: readonly ChartWord[],
): Consolidated {
  const fields: Record<string, string> = { ...known?.fields };
  const words = wordsOf(known);
  let nextOfKin = known?.nextOfKin ?? [];
  const put = (path: string, raw: string): void => {
    if (raw === HL7_NULL) delete fields[path];
    else fields[path] = raw;
    words.set(path, said);
  };
  for (const [path, raw] of Object.entries(report.fields)) {
    if (outweighs(said, raw, words.get(path), fields[path] ?? HL7_NULL)) put(path, raw);
  }
  if (report.nextOfKin.length > 0) {
    const text = report.nextOfKin.join('\r');
    if (outweighs(said, text, words.get(NEXT_OF_KIN), nextOfKin.join('\r'))) {
      nextOfKin = report.nextOfKin;
      words.set(NEXT_OF_KIN, said);
    }
  }
  const votes = [...charts.filter(({ idKey }) => idKey !== said.idKey), ownWord(report, said, charts)];
  for (const [path, meaning] of IDENTITY_FIELDS) {
    const winner = elect(votes, path, meaning);
    if (winner) {
      fields[path] = winner.fields[path] ?? '';
      words.set(path, { idKey: winner.idKey, saidAt: winner.saidAt });
    }
  }
  return { fields: inOrder(fields), nextOfKin, stated: statedBy(words) };
}

/** Within a chart what arrives later corrects what was said at the same time; between charts the text decides, so that
 * it is always the same one. */
function outweighs(said: Said, raw: string, other: Said | undefined, known: string): boolean {
  if (!other || said.saidAt > other.saidAt) return true;
  if (said.saidAt < other.saidAt) return false;
  return said.idKey === other.idKey || raw > known || (raw === known && said.idKey > other.idKey);
}

/** A late message is older than what its chart has said since. */
function ownWord(report: Demographics, said: Said, charts: readonly ChartWord[]): ChartWord {
  const before = charts.find(({ idKey }) => idKey === said.idKey);
  return before && before.saidAt > said.saidAt ? before : { ...said, fields: report.fields };
}

/** What of a field counts as the same vote. */
const IDENTITY_FIELDS: readonly (readonly [path: string, meaning: (raw: string) => string])[] = [
  ['PID-5', (raw) => nameOf(raw).toUpperCase()],
  ['PID-7', (raw) => raw.slice(0, 8)],
  ['PID-8', (raw) => (raw.toUpperCase().startsWith('U') ? '' : raw.toUpperCase())],
];

const nameOf = (raw: string): string =>
  (raw.split('~')[0] ?? '')
    .split('^')
    .slice(0, 2)
    .join('^')
    .replace(/[^\p{L}^]/gu, '');

type Rank = readonly [isLasting: boolean, charts: number, saidAt: string, raw: string, idKey: string];

/** The chart whose word on the field stands: that of most charts; of as many, the newest. */
function elect(
  votes: readonly ChartWord[],
  path: string,
  meaning: (raw: string) => string,
): ChartWord | undefined {
  const counts = new Map<string, number>();
  let winner: { readonly word: ChartWord; readonly rank: Rank } | undefined;
  const said = votes.filter(
    ({ fields: { [path]: raw = HL7_NULL } }) => raw !== HL7_NULL && meaning(raw) !== '',
  );
  for (const word of said) {
    const vote = meaning(word.fields[path] ?? '');
    counts.set(vote, (counts.get(vote) ?? 0) + 1);
  }
  for (const word of said) {
    const raw = word.fields[path] ?? '';
    const rank = [
      !isTemporaryName(path, raw),
      counts.get(meaning(raw)) ?? 0,
      word.saidAt,
      raw,
      word.idKey,
    ] as const;
    if (!winner || isAbove(rank, winner.rank)) winner = { word, rank };
  }
  return winner?.word;
}

/** BABY BOY is a name until there is one. */
const isTemporaryName = (path: string, raw: string): boolean =>
  path === 'PID-5' && normaliseName({ last: '', first: raw.split('^')[1] ?? '' }).isTemporary;

function isAbove<T extends readonly (boolean | number | string)[]>(a: T, b: T): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other !== undefined && value !== other) return value > other;
  }
  return false;
}

/** Which chart's word each field is. */
export function wordsOf(person: Consolidated | undefined): Map<string, Said> {
  const words = new Map<string, Said>();
  for (const [who, paths] of Object.entries(person?.stated ?? {})) {
    const [saidAt = '', idKey = ''] = who.split(' ');
    for (const path of paths) words.set(path, { idKey, saidAt });
  }
  return words;
}

function statedBy(words: ReadonlyMap<string, Said>): Consolidated['stated'] {
  const stated: Record<string, string[]> = {};
  for (const path of [...words.keys()].toSorted()) {
    const word = words.get(path);
    if (word) (stated[`${word.saidAt} ${word.idKey}`] ??= []).push(path);
  }
  return Object.fromEntries(Object.entries(stated).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const inOrder = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));
