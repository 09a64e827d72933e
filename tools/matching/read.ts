/** Labelled pairs of persons in the formats that are published; a format is known by its content. */
import { readFileSync } from 'node:fs';
import { dirname, join, basename } from 'node:path';
import type { PersonFacts, PersonId } from '@cairn/matching';
import { BadFile } from './bad-file.ts';
import { csvRows, type CsvRow } from './csv.ts';

/** What the pair ought to be: `label` as the set's reviewers put it. */
export type Pair = {
  readonly id: string;
  readonly a: PersonFacts;
  readonly b: PersonFacts;
  readonly shouldMatch: boolean;
  readonly mayNotMatch: boolean;
};

/** One record against all persons of a register. */
export type Probe = {
  readonly id: string;
  readonly record: PersonFacts;
  /** The id in the register that the record has by its set's truth. */
  readonly truth: string;
  readonly shouldMatch: boolean;
  readonly mayNotMatch: boolean;
};

export type LabelledSet =
  | { readonly kind: 'pairs'; readonly name: string; readonly pairs: readonly Pair[] }
  | {
      readonly kind: 'probes';
      readonly name: string;
      readonly probes: readonly Probe[];
      readonly register: ReadonlyMap<string, PersonFacts>;
    };

export function readSet(file: string, seed: string | undefined): LabelledSet {
  const text = readText(file);
  const name = basename(file).replace(/\.\w+$/, '');
  const start = text.trimStart();
  if (start.startsWith('{')) return { kind: 'pairs', name, pairs: readPairs(file, text) };
  if (/^[^\n]*\bMatch Id\b/.test(start)) return readProbes(file, name, text, seed);
  throw new BadFile(
    `${file}:1: neither pairs in JSON lines ({"label" or "policy", "a", "b"}) nor a CSV with a column "Match Id"`,
  );
}

/** Whether the file is a register of persons to test against, rather than a test. */
export const isSeed = (file: string): boolean => {
  const [header = ''] = readText(file).trimStart().split('\n', 1);
  return /\bMatch Id\b/.test(header) && !/\bExpected Result\b/.test(header);
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new BadFile(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

type Strings = { readonly [key: string]: string | undefined };

function readPairs(file: string, text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    pairs.push(readPair(`${file}:${index + 1}`, line));
  });
  return pairs;
}

const LABELS = ['match', 'possible', 'no_match'];

function readPair(at: string, line: string): Pair {
  const row = parsed(at, line);
  const { a, b, label, policy, truth, id, test } = row;
  if (!isStrings(a) || !isStrings(b)) throw new BadFile(`${at}: "a" and "b" must be objects of texts`);
  const said = typeof label === 'string' ? label : policy;
  if (typeof said !== 'string' || !LABELS.includes(said))
    throw new BadFile(`${at}: "label" or "policy" must be one of ${LABELS.join(', ')}`);
  const isLabelled = typeof label === 'string';
  if (!isLabelled && truth !== 'same' && truth !== 'different')
    throw new BadFile(`${at}: "truth" must be same or different`);
  const toFacts = isLabelled ? ofMismo : ofSynthetic;
  return {
    id: [id, test].filter((part) => typeof part === 'string').join(' '),
    a: toFacts(a),
    b: toFacts(b),
    shouldMatch: said === 'match',
    mayNotMatch: isLabelled ? said === 'no_match' : truth === 'different',
  };
}

function parsed(at: string, line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new BadFile(`${at}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  throw new BadFile(`${at}: not a JSON object`);
}

const isStrings = (value: unknown): value is Strings =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string' || each === null);

const given = (text: string | undefined): text is string => typeof text === 'string' && text.trim() !== '';
const textOf = (text: string | undefined): string => (given(text) ? text : '');
const list = (text: string | undefined): readonly string[] => (given(text) ? [text] : []);

const dashed = (date: string | undefined): string =>
  textOf(date).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

const ids = (kind: PersonId['kind'], namespace: string, value: string | undefined): readonly PersonId[] =>
  given(value) ? [{ kind, namespace, value }] : [];

const ofNumber = (text: string | undefined): { readonly birthOrder?: number } =>
  given(text) && /^\d+$/.test(text) ? { birthOrder: Number(text) } : {};

/** Fields of immregistries/mismo-match. */
function ofMismo(row: Strings): PersonFacts {
  const name = {
    last: textOf(row['nameLast']),
    first: textOf(row['nameFirst']),
    middle: textOf(row['nameMiddle']),
    suffix: textOf(row['nameSuffix']),
  };
  const aliases = list(row['nameAlias']).map((first) => ({ ...name, first }));
  const hyphenated = list(row['nameLastHyph']).map((last) => ({ ...name, last: `${name.last}-${last}` }));
  const isMultiple = row['birthStatus'] === 'Y' || row['birthStatus'] === 'M' || Number(row['birthType']) > 1;
  const isSingle = row['birthStatus'] === 'N';
  return {
    names: [name, ...aliases, ...hyphenated],
    birthDate: dashed(row['birthDate']),
    sex: textOf(row['gender']),
    mothersMaidenName: textOf(row['motherMaidenName']),
    guardians: list(row['guardianNameFirst']),
    phones: list(row['phone']),
    emails: list(row['email']),
    addresses: [
      {
        street: textOf(row['addressStreet1']),
        other: textOf(row['addressStreet2']),
        city: textOf(row['addressCity']),
        state: textOf(row['addressState']),
        zip: textOf(row['addressZip']),
      },
    ],
    // The sets do not say who gave a chart number: the same one is the same chart, another one says nothing.
    identifiers: [
      ...textOf(row['mrns'])
        .split('|')
        .flatMap((mrn) => ids('chart', mrn, mrn)),
      ...ids('ssn', '', row['ssn']),
      ...ids('medicaid', '', row['medicaid']),
    ],
    ...(isMultiple ? { multipleBirth: true } : isSingle ? { multipleBirth: false } : {}),
    ...(isMultiple ? ofNumber(row['birthOrder']) : {}),
  };
}

/** Fields of the synthetic Californian pairs. */
function ofSynthetic(row: Strings): PersonFacts {
  return {
    names: [
      {
        last: textOf(row['last']),
        first: textOf(row['first']),
        middle: textOf(row['middle']),
        suffix: textOf(row['suffix']),
      },
    ],
    birthDate: dashed(row['dob']),
    sex: textOf(row['sex']),
    mothersMaidenName: textOf(row['mmn']),
    guardians: list(row['guardianFirst']),
    phones: list(row['phone']),
    emails: list(row['email']),
    addresses: [
      {
        street: textOf(row['street']),
        city: textOf(row['city']),
        state: textOf(row['state']),
        zip: textOf(row['zip']),
      },
    ],
    identifiers: [
      ...ids('chart', textOf(row['facility']), row['mrn']),
      ...ids('ssn', '', row['ssn']),
      ...ids('medicaid', '', row['medicaid']),
    ],
    ...(row['multiple'] === 'Y' ? { multipleBirth: true } : {}),
    ...(row['multiple'] === 'N' ? { multipleBirth: false } : {}),
    ...ofNumber(row['birthOrder']),
  };
}

const SEED = 'recordlinker_nbs_seed.csv';

function readProbes(file: string, name: string, text: string, seed: string | undefined): LabelledSet {
  const rows = csvRows(file, text);
  const register = seed ?? join(dirname(file), SEED);
  const persons = new Map(
    csvRows(register, readText(register)).map(
      (row) => [column(row, 'Match Id'), ofRecordLinker(row)] as const,
    ),
  );
  const probes = rows.map((row): Probe => {
    const expected = expectedOf(row);
    return {
      id: [row.cells['Test Case #'], column(row, 'Match Id')].join(' '),
      record: ofRecordLinker(row),
      truth: column(row, 'Match Id'),
      shouldMatch: expected === 'match',
      mayNotMatch: expected === 'no_match',
    };
  });
  return { kind: 'probes', name, probes, register: persons };
}

function expectedOf(row: CsvRow): 'match' | 'possible' | 'no_match' {
  const text = column(row, 'Expected Result').toLowerCase();
  if (text.includes('possible')) return 'possible';
  if (/\bno[t_ ]|fail/.test(text)) return 'no_match';
  if (text.includes('match')) return 'match';
  throw new BadFile(`${row.at}: "Expected Result" is neither match, possible_match nor no_match: "${text}"`);
}

function column({ at, cells }: CsvRow, name: string): string {
  const value = cells[name];
  if (value === undefined) throw new BadFile(`${at}: no column "${name}"`);
  return value;
}

/** Fields of CDCgov/RecordLinker; its maiden names are random, of men too. */
function ofRecordLinker(row: CsvRow): PersonFacts {
  const { cells } = row;
  const date = column(row, 'BIRTHDATE').replace(
    /^(\d\d?)[/-](\d\d?)[/-](\d\d)?(\d\d)$/,
    (_, month: string, day: string, century: string | undefined, year: string) =>
      `${century ?? '19'}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const name = {
    last: column(row, 'LAST'),
    first: column(row, 'FIRST'),
    suffix: textOf(cells['SUFFIX']),
  };
  return {
    names: [name],
    birthDate: date,
    sex: textOf(cells['GENDER']),
    addresses: [
      {
        // A line break within a field is written as a backslash and an n in some files.
        street: textOf(cells['ADDRESS']).replaceAll('\\n', ' '),
        city: textOf(cells['CITY']),
        state: textOf(cells['STATE']),
        zip: textOf(cells['ZIP']),
      },
    ],
    identifiers: ids('ssn', '', cells['SSN']?.replace(/[\s-]/g, '')),
  };
}
