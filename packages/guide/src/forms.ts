import type { CodeTable } from '@cairn/codes';
import { readTimestamp } from './dates.ts';
import type { FieldCode } from './field-findings.ts';
import type { Primitive } from './profile.ts';

/** How the value of an observation is checked, by the type that OBX-2 says. */
export const OBSERVATION_FORMS: Readonly<Record<string, Primitive>> = {
  NM: 'number',
  SI: 'count',
  DT: 'day',
  TS: 'any-time',
  DTM: 'any-time',
};

/** A code of the field's own table, or one that is no longer in use, or one in lower case, or none. */
export function lookUp(
  tables: readonly CodeTable[],
  text: string,
): 'active' | 'code-retired' | 'code-not-exact' | undefined {
  for (const table of tables) {
    const code = table.find(text);
    if (code) return code.status === 'active' ? 'active' : 'code-retired';
    // Coding systems of a site's own are named so (HL7 table 0396).
    if (table.id === 'HL70396' && (text === 'L' || text.startsWith('99'))) return 'active';
  }
  const capitals = text.toUpperCase();
  if (capitals === text) return undefined;
  return tables.some((table) => table.find(capitals) !== undefined) ? 'code-not-exact' : undefined;
}

const NUMBER = /^[+-]?\d+(?:\.\d*)?$/;
const COUNT = /^\d{1,4}$/;

export function wrongForm(primitive: Primitive, text: string): FieldCode | undefined {
  if (primitive === 'number') return NUMBER.test(text) ? undefined : 'number-invalid';
  if (primitive === 'count') return COUNT.test(text) ? undefined : 'number-invalid';
  const time = readTimestamp(text);
  if (!time) return 'date-invalid';
  switch (primitive) {
    case 'time-with-zone':
      if (time.precision === 'year' || time.precision === 'month') return 'date-invalid';
      return time.hasZone && text.length >= 19 ? undefined : 'time-zone-missing';
    case 'day':
      if (time.precision === 'year' || time.precision === 'month') return 'date-invalid';
      return time.hasZone ? 'time-zone-unexpected' : undefined;
    case 'month':
      if (time.precision === 'year') return 'date-invalid';
      return time.hasZone ? 'time-zone-unexpected' : undefined;
    default:
      return undefined;
  }
}
