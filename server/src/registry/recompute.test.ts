import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChartWord, consolidate, type Consolidated } from './consolidate.ts';
import { chartOf, recomputePerson, recordOfSource, type SourceRow } from './recompute.ts';

const minute = (number: number): string => new Date(Date.UTC(2025, 2, 20, 12, number)).toISOString();

/** A message: which chart says what, and when. */
const words = fc.record({
  chart: fc.constantFrom('a', 'b', 'c'),
  at: fc.integer({ min: 0, max: 9 }).map(minute),
  name: fc.constantFrom('Wren^Ana', 'Wren^Eva', 'Lark^Ana', 'Wren^BABY BOY'),
  birthDate: fc.constantFrom('20240315', '20240316'),
  sex: fc.constantFrom('F', 'M', 'X'),
  phone: fc.constantFrom('', '555', '777', '""'),
  death: fc.constantFrom('', 'Y', 'N'),
  mother: fc.constantFrom('', 'Rosa', 'Eva'),
  protection: fc.constantFrom('' as const, 'Y' as const, 'N' as const),
});
type Message = typeof words extends fc.Arbitrary<infer M> ? M : never;

const demographicsOf = (message: Message): SourceRow['demographics'] => ({
  fields: {
    'PID-5': message.name,
    'PID-7': message.birthDate,
    'PID-8': message.sex,
    ...(message.phone === '' ? {} : { 'PID-13': message.phone }),
    ...(message.death === '' ? {} : { 'PID-30': message.death }),
  },
  nextOfKin: message.mother === '' ? [] : [`NK1|1|Wren^${message.mother}|MTH^Mother^HL70063`],
});

type Known = { readonly rows: readonly SourceRow[]; readonly person: Consolidated | undefined };

/** As a submission does it (exchange/record.ts): on the newest word of every chart, one message after the other. */
function received({ rows, person }: Known, message: Message, index: number): Known {
  const demographics = demographicsOf(message);
  const newest = newestOf(rows);
  const before = newest.get(`o ${message.chart}`);
  const said = { idKey: message.chart, saidAt: message.at };
  const others: readonly ChartWord[] = [...newest.values()].map(
    ({ idKey, saidAt, demographics: { fields } }) => ({
      idKey,
      saidAt,
      fields,
    }),
  );
  const known = consolidate(person, demographics, said, others);
  if (before && JSON.stringify(before.demographics) === JSON.stringify(demographics)) {
    const restated = { ...before, saidAt: before.saidAt < message.at ? message.at : before.saidAt };
    return { person: known, rows: rows.map((row) => (row === before ? restated : row)) };
  }
  const row: SourceRow = {
    sourceId: String(index).padStart(3, '0'),
    organizationId: 'o',
    idKey: message.chart,
    identifiers: `${message.chart}^^^A^MR`,
    protection: message.protection,
    demographics,
    saidAt: message.at,
    personVersion: index + 1,
  };
  return { person: known, rows: [...rows, row] };
}

function newestOf(rows: readonly SourceRow[]): ReadonlyMap<string, SourceRow> {
  const newest = new Map<string, SourceRow>();
  for (const row of rows) {
    const other = newest.get(chartOf(row));
    if (
      !other ||
      other.saidAt < row.saidAt ||
      (other.saidAt === row.saidAt && other.personVersion < row.personVersion)
    ) {
      newest.set(chartOf(row), row);
    }
  }
  return newest;
}

const receivedAll = (messages: readonly Message[]): Known =>
  messages.reduce<Known>(received, { rows: [], person: undefined });

describe('a person computed from its charts', () => {
  test('is what intake came to, message by message', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (messages) => {
        const { rows, person } = receivedAll(messages);
        const { fields, nextOfKin } = recomputePerson(rows)?.demographics ?? {};
        // Which of two charts that say the same at the same moment is named as its source may differ.
        expect({ fields, nextOfKin }).toEqual({ fields: person?.fields, nextOfKin: person?.nextOfKin });
      }),
      { numRuns: 2000 },
    );
  });

  test('does not depend on the order of the rows', () => {
    const shuffled = fc
      .array(words, { minLength: 1, maxLength: 10 })
      .map((messages) => receivedAll(messages).rows)
      .chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
      );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(recomputePerson(others)).toEqual(recomputePerson(rows));
      }),
    );
  });

  test('is protected while the newest word of any chart protects it', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 10 }), (messages) => {
        const { rows } = receivedAll(messages);
        // A chart that is silent on it leaves it as it said before.
        const said = newestOf(rows.filter(({ protection }) => protection !== ''));
        const expected = [...said.values()].some(({ protection }) => protection === 'Y');
        expect(recomputePerson(rows)?.isProtected).toBe(expected);
      }),
    );
  });

  test('is nobody without charts', () => expect(recomputePerson([])).toBeUndefined());
});

test('a stored report is compared by what it says', () => {
  const row: SourceRow = {
    sourceId: '1',
    organizationId: 'o',
    idKey: 'a',
    identifiers: '77001^^^A^MR~91234567A^^^CA^MA',
    protection: '',
    demographics: {
      fields: {
        'PID-5': 'Wren^Ana^Luz',
        'PID-6': 'Lark^Rosa',
        'PID-7': '20240315',
        'PID-8': 'F',
        'PID-11': '1 Example Street^^Sacramento^CA^95814',
        'PID-13': '^PRN^PH^^^916^4560100',
      },
      nextOfKin: ['NK1|1|Wren^Rosa^^^^^L|MTH^Mother^HL70063'],
    },
    saidAt: minute(0),
    personVersion: 1,
  };
  expect(recordOfSource(row, 'DE000001', '2025-03-20')).toMatchObject({
    names: [{ last: 'WREN', first: 'ANA', middle: 'LUZ' }],
    birthDate: '2024-03-15',
    sex: 'F',
    mothersMaidenName: 'LARK',
    guardians: ['ROSA'],
    phones: ['9164560100'],
    ids: [
      { kind: 'chart', namespace: 'DE000001^A^MR' },
      { kind: 'medicaid', value: '91234567A' },
    ],
  });
});
