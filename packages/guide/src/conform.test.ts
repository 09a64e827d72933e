import type { Message } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { conform } from './conform.ts';
import { PROFILES } from './profile.ts';
import { edited, type Edits, parsed, SOUND, TODAY } from './testing/sound.ts';

const errors = (message: Message): readonly string[] =>
  check(message, { today: TODAY })
    .findings.filter(({ severity }) => severity === 'E')
    .map(({ code, path }) => `${code} ${path}`);

/** The fields that are another after the answer has been made to conform, and how many doses there are. */
function mended(edits: Edits): { readonly fields: Readonly<Record<string, string>>; readonly doses: number } {
  const message = edited('Z32', edits);
  expect(errors(message)).not.toEqual([]);
  const before = fieldsOf(message);
  conform(message);
  expect(errors(message)).toEqual([]);
  const after = fieldsOf(message);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  return {
    fields: Object.fromEntries(changed.map((path) => [path, after.get(path) ?? ''])),
    doses: message.all('RXA').length,
  };
}

function fieldsOf(message: Message): ReadonlyMap<string, string> {
  return new Map(
    message.segments.flatMap((segment) =>
      Array.from({ length: segment.fieldCount }, (_, index): [string, string] => [
        `${segment.name}[${segment.occurrence}]-${index + 1}`,
        segment.raw(index + 1),
      ]).filter(([, raw]) => raw !== ''),
    ),
  );
}

test.each(PROFILES.filter((id) => id !== 'Z22'))('a sound %s is left as it is', (id) => {
  const message = edited(id);
  conform(message);
  expect(message.toString()).toBe(SOUND[id]);
});

describe('what can only mean one thing is filled in', () => {
  test.each<[string, Edits, Readonly<Record<string, string>>]>([
    ['PID-1', { 'PID-1': '' }, { 'PID[1]-1': '1' }],
    ['a name without type', { 'PID-5': 'Delgado^Amara' }, { 'PID[1]-5': 'Delgado^Amara^^^^^L' }],
    ['no sex', { 'PID-8': '' }, { 'PID[1]-8': 'U' }],
    ['a sex that is none', { 'PID-8': 'Q' }, { 'PID[1]-8': 'U' }],
    ['a sex in lower case', { 'PID-8': 'f' }, { 'PID[1]-8': 'F' }],
    ['a day with a time zone', { 'PID-7': '20240309080000-0800' }, { 'PID[1]-7': '20240309080000' }],
    [
      'an address without type',
      { 'PID-11': '418 Larkspur Ln^^Fresno^CA' },
      { 'PID[1]-11': '418 Larkspur Ln^^Fresno^CA^^^H' },
    ],
    [
      'a phone without use',
      { 'PID-13': '^^PH^^^559^5550143~^^Internet^a@example.org' },
      { 'PID[1]-13': '^PRN^PH^^^559^5550143~^NET^Internet^a@example.org' },
    ],
    [
      'an id without authority and type',
      { 'PID-3': '77^^^CAIRN^SR~48213' },
      { 'PID[1]-3': '77^^^CAIRN^SR~48213^^^UNKNOWN^PI' },
    ],
    ['contacts that are not numbered', { 'NK1[2]-1': '7' }, { 'NK1[2]-1': '2' }],
    ['a contact without relationship', { 'NK1[2]-3': '' }, { 'NK1[2]-3': 'OTH^Other^HL70063' }],
    ['ORC-1', { 'ORC[2]-1': 'XX' }, { 'ORC[2]-1': 'RE' }],
    ['no dose id', { 'ORC[2]-3': '' }, { 'ORC[2]-3': '9999^UNKNOWN' }],
    ['a dose id without authority', { 'ORC[2]-3': 'V-2' }, { 'ORC[2]-3': 'V-2^UNKNOWN' }],
    ['counters', { 'RXA[2]-1': '', 'RXA[2]-2': '7' }, { 'RXA[2]-1': '0', 'RXA[2]-2': '1' }],
    ['no amount', { 'RXA[1]-6': '', 'RXA[1]-7': '' }, { 'RXA[1]-6': '999' }],
    ['an amount that is no number', { 'RXA[2]-6': 'half' }, { 'RXA[2]-6': '999' }],
    ['no units', { 'RXA[1]-7': '' }, { 'RXA[1]-6': '999' }],
    [
      'no source of a dose that was given',
      { 'RXA[2]-9': '' },
      { 'RXA[2]-9': '01^Historical information - source unspecified^NIP001' },
    ],
    ['no manufacturer', { 'RXA[1]-17': '' }, { 'RXA[1]-17': 'UNK^Unknown manufacturer^MVX' }],
    ['no lot: then it is not said to be complete', { 'RXA[1]-15': '' }, { 'RXA[1]-20': '' }],
    ['no reason for a refusal', { 'RXA[3]-18': '' }, { 'RXA[3]-18': '02^Other^NIP002' }],
    ['no action code', { 'RXA[2]-21': '' }, { 'RXA[2]-21': 'A' }],
    ['another end of the dose', { 'RXA[2]-4': '20240711' }, { 'RXA[2]-4': '20240710' }],
    [
      'a provider without authority',
      { 'RXA[1]-10': '1245319599^Okafor^Ruth', 'ORC[1]-10': 'N7^Okafor' },
      {
        'RXA[1]-10': '1245319599^Okafor^Ruth^^^^^^NPPES^^^^NPI',
        'ORC[1]-10': 'N7^Okafor^^^^^^^UNKNOWN^^^^PRN',
      },
    ],
    [
      'observations that are not numbered',
      { 'OBX[1]-1': '9', 'OBX[2]-1': '' },
      { 'OBX[1]-1': '1', 'OBX[2]-1': '2' },
    ],
    ['no sub-id and no status', { 'OBX[2]-4': '', 'OBX[2]-11': '' }, { 'OBX[2]-4': '1', 'OBX[2]-11': 'F' }],
  ])('%s', (_, edits, expected) => {
    const { fields, doses } = mended(edits);
    expect(fields).toEqual(expected);
    expect(doses).toBe(4);
  });
});

describe('what is no value is left out', () => {
  test.each<[string, Edits, Readonly<Record<string, string>>]>([
    ['a race', { 'PID-10': '2106-3^White^CDCREC~X^Martian^CDCREC' }, { 'PID[1]-10': '2106-3^White^CDCREC' }],
    ['a multiple birth indicator', { 'PID-24': 'maybe' }, { 'PID[1]-24': '' }],
    ['a date', { 'RXA[1]-16': '20281399' }, { 'RXA[1]-16': '' }],
    [
      'units, and the amount with them',
      { 'RXA[1]-7': 'cup^cup^UCUM' },
      { 'RXA[1]-6': '999', 'RXA[1]-7': '' },
    ],
    ['a second value', { 'PID-8': 'F~M' }, { 'PID[1]-8': 'F' }],
    [
      'a reason for the refusal of a dose that was given',
      { 'RXA[2]-18': '00^Parental decision^NIP002' },
      { 'RXA[2]-18': '' },
    ],
    ['the source of a dose that was refused', { 'RXA[3]-9': '01^Historical^NIP001' }, { 'RXA[3]-9': '' }],
  ])('%s', (_, edits, expected) => {
    expect(mended(edits)).toEqual({ fields: expected, doses: 4 });
  });

  test('an observation that says nothing goes, and its note with it', () => {
    const message = edited('Z32', { 'OBX[2]-5': '' });
    conform(message);
    expect(errors(message)).toEqual([]);
    expect(message.segments.map(({ name }) => name).join(' ')).toBe(
      'MSH MSA QAK QPD PID PD1 NK1 NK1 ORC RXA RXR OBX ORC RXA ORC RXA ORC RXA RXR',
    );
  });

  test('a route stands behind its dose, wherever it was sent; of two the first counts', () => {
    const [rxr = '', obx = ''] = ['RXR|C28161^Intramuscular^NCIT', 'OBX|1|TX|30945-0^Note^LN|1|x||||||F'];
    const text = SOUND.Z32.replace('|EX9902', '|EX9903').replace(/\rRXR[^\r]*$/, `\r${obx}\r${rxr}\r${rxr}`);
    const message = parsed(text);
    conform(message);
    expect(errors(message)).toEqual([]);
    expect(message.segments.slice(-3).map(({ name }) => name)).toEqual(['RXA', 'RXR', 'OBX']);
  });
});

describe('the vaccine', () => {
  test.each([
    ['an NDC', '49281-0286-10^Daptacel^NDC', '106^', '^49281-0286-10^Daptacel^NDC'],
    ['an NDC that has no CVX code yet', '12345-6789-01^New^NDC', '999^', '^12345-6789-01^New^NDC'],
  ])('sent as %s is told as CVX code, what was sent beside it', (_, sent, start, end) => {
    const message = edited('Z32', { 'RXA[4]-5': sent });
    conform(message);
    expect(message.raw('RXA[4]-5').startsWith(start)).toBe(true);
    expect(message.raw('RXA[4]-5')).toContain(`^CVX${end}`);
    expect(errors(message)).toEqual([]);
  });

  test('a dose that has no day is none', () => {
    const message = edited('Z32', { 'RXA[2]-3': '20240230' });
    conform(message);
    expect(errors(message)).toEqual([]);
    expect(message.all('ORC').map((orc) => orc.text(3))).toEqual(['V-1', '9999', 'V-4']);
  });
});

const JUNK = [
  '',
  '""',
  'x',
  ' ',
  '^',
  '^^^',
  '~',
  '~~',
  '&',
  'x&',
  'x&y&z',
  '^&&ISO',
  'a^b^c^d^e^f',
  'x~y',
  '20240230',
  '20240510-0800',
  '20240510',
  '999',
  '00',
  '998^None^CVX',
  'cp',
  'NA',
  'RE',
  '\\E\\',
  '9999',
];
/** What no answer is without: who it is about, and of each dose day and vaccine. */
const KEPT: Readonly<Record<string, readonly number[]>> = { PID: [3, 5, 7], RXA: [3, 5] };

const garblings = fc.array(
  fc.record({
    segment: fc.nat(30),
    field: fc.integer({ min: 1, max: 26 }),
    junk: fc.oneof(fc.constantFrom(...JUNK), fc.stringMatching(/^[A-Za-z0-9^&~. -]{0,12}$/)),
  }),
  { maxLength: 15 },
);

test('whatever has become of the rest, an answer conforms, and each dose with day and vaccine is in it', () => {
  fc.assert(
    fc.property(garblings, fc.subarray(['PD1', 'NK1', 'RXR', 'OBX', 'NTE']), (edits, gone) => {
      const message = edited('Z32');
      for (const segment of message.segments) if (gone.includes(segment.name)) message.remove(segment);
      const body = message.segments.filter(({ name }) => !['MSH', 'MSA', 'QAK', 'QPD'].includes(name));
      for (const { segment: index, field, junk } of edits) {
        const segment = body[index % body.length];
        if (segment && !KEPT[segment.name]?.includes(field)) segment.setRaw(field, junk);
      }
      conform(message);
      expect(errors(message)).toEqual([]);
      expect(message.all('RXA').map((rxa) => rxa.text(3))).toEqual([
        '20240510',
        '20240710',
        '20241120',
        '20250510',
      ]);
      const again = parsed(message.toString());
      conform(again);
      expect(again.toString()).toBe(message.toString());
    }),
    { numRuns: 1500 },
  );
}, 30_000);
