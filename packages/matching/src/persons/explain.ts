import { FIELD_NAMES, pointsOf } from './compare.ts';
import { FIELDS, GUARDS, HOUSEHOLD_AT_MOST, RULES_VERSION, type FieldName } from './rules.ts';
import type { Comparison, NormalPerson } from './types.ts';

export type Explanation = {
  readonly field: string;
  readonly level: string;
  readonly points: number;
  readonly words: string;
};

/**
 * A comparison field by field, for a reviewer; fields that nobody filled in are left out. With the two records the values
 * that are compared follow in brackets. A signature of other rules than these has no explanation: it was made by tables that
 * are gone.
 */
export function explainComparison(
  comparison: Comparison | string,
  records?: readonly [NormalPerson, NormalPerson],
): readonly Explanation[] {
  const signature = typeof comparison === 'string' ? comparison : comparison.signature;
  const [version, text = ''] = signature.split(':');
  if (version !== RULES_VERSION || text === '') return [];
  const rows = text.split(',').flatMap((part) => explainPart(part, records));
  const shared = rows.filter(({ field, points }) => isHousehold(field) && points > 0);
  const sum = shared.reduce((total, { points }) => total + points, 0);
  if (sum <= HOUSEHOLD_AT_MOST) return rows;
  const points = Math.round((HOUSEHOLD_AT_MOST - sum) * 10) / 10;
  const words = `What a whole household shares counts ${HOUSEHOLD_AT_MOST} at most`;
  return [...rows, { field: 'household', level: 'cap', points, words }];
}

const isHousehold = (field: string): boolean =>
  FIELD_NAMES.some((name) => name === field && FIELDS[name].isHousehold);

function explainPart(
  part: string,
  records: readonly [NormalPerson, NormalPerson] | undefined,
): readonly Explanation[] {
  const field = FIELD_NAMES.find((name) => FIELDS[name].code === part.slice(0, 1));
  const level = part.slice(1, 2);
  if (field === undefined) return [];
  const table: Readonly<Record<string, { readonly words: string } | undefined>> = FIELDS[field].levels;
  const words = table[level]?.words;
  if (words === undefined) return [];
  const points = part.length > 2 ? Number(part.slice(2)) : pointsOf(field, level);
  const values = records ? records.map((record) => VALUES[field]?.(record) ?? '').join(' / ') : ' / ';
  return [{ field, level, points, words: values === ' / ' ? words : `${words} (${values})` }];
}

const VALUES: { readonly [name in FieldName]?: (person: NormalPerson) => string } = {
  first: ({ names }) => names.map(({ first }) => first).join(', '),
  middle: ({ names }) => names.map(({ middle }) => middle).join(', '),
  last: ({ names }) => names.map(({ last }) => last).join(', '),
  birthDate: ({ birthDate }) => birthDate,
  sex: ({ sex }) => sex,
  phone: ({ phones }) => phones.join(', '),
  email: ({ emails }) => emails.join(', '),
  address: ({ addresses }) => addresses.map(({ line, zip }) => `${line} ${zip}`.trim()).join(', '),
  mother: ({ mothersMaidenName }) => mothersMaidenName,
  guardian: ({ guardians }) => guardians.join(', '),
};

/** A guard's code in plain words; a code of other rules stays as it is. */
export function explainReason(code: string): string {
  const words: Readonly<Record<string, string | undefined>> = GUARDS;
  return words[code] ?? code;
}
