import { buildSegment, parseMessage, type Segment } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chartNumber,
  comparable,
  contradicts,
  identifiersOf,
  identityOf,
  type Identity,
  isSomeoneElse,
  nameKey,
  type PersonIdentifier,
  registryId,
  sourceIdKey,
} from './identity.ts';

const PID = { name: 5, birthDate: 7, sex: 8 };
const ANA: Identity = { last: 'WREN', first: 'ANA', middle: 'LUZ', birthDate: '2024-03-15', sex: 'F' };
const MR: PersonIdentifier = { id: '1001', authority: 'CLINIC', type: 'MR' };
const SR_ID = '0190b3a0-7e9a-7c3e-8f00-0123456789ab';

function pidOf(line: string): Segment {
  const parsed = parseMessage(`MSH|^~\\&|\r${line}`);
  const pid = parsed.ok ? parsed.message.first('PID') : undefined;
  if (!pid) throw new Error('the line is no PID');
  return pid;
}

const identity: fc.Arbitrary<Identity> = fc.record({
  last: fc.constantFrom('', 'WREN', 'KESTREL'),
  first: fc.constantFrom('', 'ANA', 'ARLO'),
  middle: fc.constantFrom('', 'L', 'LU', 'LUZ', 'MAE'),
  birthDate: fc.constantFrom(undefined, '2024-03-15', '2024-03-16'),
  sex: fc.constantFrom('', 'U', 'F', 'M', 'X'),
});

describe('one spelling of a name', () => {
  test.each([
    ['case', 'Wren', 'WREN'],
    ['spaces around and between', '  De  la\tCruz ', 'DE LA CRUZ'],
    ['a no-break space', 'De\u00A0la Cruz', 'DE LA CRUZ'],
    ['an accent as a character of its own', 'Nu\u0301n\u0303ez', 'N\u00DA\u00D1EZ'],
  ])('%s', (_, name, spelling) => {
    expect(comparable(name)).toBe(spelling);
  });

  test('keeps accents, hyphens and apostrophes apart', () => {
    expect(new Set(["O'Neil", 'ONeil', 'O-Neil', 'Ónéil'].map(comparable)).size).toBe(4);
  });

  // Upper-casing can take a composed letter apart again, so these come out in two encodings.
  test.each([
    ['the Turkish dotted i', 'i\u0307brahim', '\u0130brahim'],
    ['the Greek iota with dialytika and tonos', '\u0390', '\u0390'.toUpperCase()],
  ])('%s, in lower and in upper case', (_, lower, upper) => {
    expect(comparable(lower)).toBe(comparable(upper));
  });

  test('case, encoding of accents and spaces around make no difference in Latin names', () => {
    const name = fc.string({ unit: fc.constantFrom(..."abcABC éÉñÑßøžŁ-' ") });
    fc.assert(
      fc.property(name, (text) => {
        const one = comparable(text);
        expect(comparable(text.toUpperCase())).toBe(one);
        expect(comparable(` ${text.normalize('NFD')}\t`)).toBe(one);
        expect(comparable(one)).toBe(one);
      }),
    );
  });
});

describe('who a PID says the person is', () => {
  test('name, birth date without time, sex in upper case', () => {
    const pid = pidOf('PID|1||1001||wren^Ana ^luz|x|20240315101500-0800|f');
    expect(identityOf(pid, PID)).toEqual(ANA);
  });

  test('what is missing is empty, a date that does not exist is none', () => {
    expect(identityOf(pidOf('PID|1||1001||Wren||20240230'), PID)).toEqual({
      last: 'WREN',
      first: '',
      middle: '',
      birthDate: undefined,
      sex: '',
    });
  });

  test('spaces around the sex make no other sex', () => {
    const padded = identityOf(pidOf('PID|1||1001||Wren^Ana||20240315|F '), PID);
    expect(contradicts(padded, ANA)).toBe(false);
  });

  test.each([
    ['middle name', 'PID|1||1001||Wren^Ana^""||20240315|F'],
    ['sex', 'PID|1||1001||Wren^Ana^Luz||20240315|""'],
  ])('a deleted %s ("") says nothing, so it contradicts nobody', (_, line) => {
    expect(contradicts(identityOf(pidOf(line), PID), ANA)).toBe(false);
  });
});

describe('the ids of a PID-3', () => {
  test('every repetition that has an id, with authority and type', () => {
    const pid = pidOf('PID|1||1001 ^^^CLINIC&1.2.3&ISO^mr~^^^STATE^SS~77^^^^PI~x');
    expect(identifiersOf(pid, 3)).toEqual([
      { id: '1001', authority: 'CLINIC', type: 'MR' },
      { id: '77', authority: '', type: 'PI' },
      { id: 'x', authority: '', type: '' },
    ]);
  });

  test('an empty field has none', () => {
    expect(identifiersOf(buildSegment('PID', ['1']), 3)).toEqual([]);
  });

  test('a deleted id ("") is none: all patients without a number would share it', () => {
    expect(identifiersOf(pidOf('PID|1||""^^^CLINIC^MR'), 3)).toEqual([]);
  });

  test('the chart number is the first of the most telling type, not the first in the field', () => {
    const types = ['SS', 'MA', '', 'U', 'AN', 'PN', 'PT', 'PI', 'MR', 'MR'];
    const ids = types.map((type, index) => ({ id: String(index), authority: '', type }));
    const order: string[] = [];
    for (let left = ids; ; left = left.filter(({ id }) => id !== order.at(-1))) {
      const next = chartNumber(left);
      if (!next) break;
      order.push(next.id);
    }
    expect(order).toEqual(['8', '9', '7', '6', '5', '4', '3', '2']);
  });

  test('insurance and social security numbers are no chart number', () => {
    const none = ['SS', 'MA', 'SR', 'PRC'].map((type) => ({ id: '1', authority: 'X', type }));
    expect(chartNumber(none)).toBeUndefined();
  });
});

describe("the registry's own id", () => {
  const own = { id: SR_ID, authority: 'CAIRN', type: 'SR' };

  test('is taken back in any case', () => {
    expect(registryId([MR, { ...own, id: SR_ID.toUpperCase() }], 'CAIRN')).toBe(SR_ID);
  });

  test.each([
    ['of another type', { ...own, type: 'MR' }],
    ['of another registry', { ...own, authority: 'WIR' }],
    ['that is no UUID', { ...own, id: '1001' }],
    ['of another UUID version', { ...own, id: SR_ID.replace('-7c3e', '-4c3e') }],
  ])('not one %s', (_, identifier) => {
    expect(registryId([identifier], 'CAIRN')).toBeUndefined();
  });
});

describe('keys', () => {
  test('a chart number is the same in other case and spacing', () => {
    const one = sourceIdKey('DE000001', { ...MR, id: 'ab 1' });
    expect(sourceIdKey('DE000001', { id: ' AB  1', authority: 'clinic', type: 'MR' })).toBe(one);
  });

  test.each([
    ['another organization', 'DE000002', MR],
    ['another authority', 'DE000001', { ...MR, authority: 'LAB' }],
    ['another type', 'DE000001', { ...MR, type: 'PI' }],
    ['another id', 'DE000001', { ...MR, id: '1002' }],
    ['the same letters cut elsewhere', 'DE0000011', { ...MR, id: '001' }],
  ])('%s gives another key of a chart number', (_, organization, identifier) => {
    expect(sourceIdKey(organization, identifier)).not.toBe(sourceIdKey('DE000001', MR));
  });

  test('name and birth date make the key; middle name and sex do not', () => {
    expect(nameKey({ ...ANA, middle: 'M', sex: 'M' })).toBe(nameKey(ANA));
    expect(nameKey({ ...ANA, first: 'ANNA' })).not.toBe(nameKey(ANA));
    expect(nameKey({ ...ANA, birthDate: '2024-03-16' })).not.toBe(nameKey(ANA));
    expect(nameKey({ ...ANA, last: 'ANA', first: 'WREN' })).not.toBe(nameKey(ANA));
  });

  test.each([{ last: '' }, { first: '' }, { birthDate: undefined }])(
    'without a part of it there is no key: %o',
    (gap) => {
      expect(nameKey({ ...ANA, ...gap })).toBeUndefined();
    },
  );
});

describe('two people of one name and birth date', () => {
  test.each<[string, Partial<Identity>, boolean]>([
    ['a son and a daughter', { sex: 'M' }, true],
    ['another middle name', { middle: 'MAE' }, true],
    ['a middle name that only begins alike', { middle: 'LUCIA' }, true],
    ['the middle initial', { middle: 'L' }, false],
    ['no middle name', { middle: '' }, false],
    ['sex unknown', { sex: 'U' }, false],
    ['sex not given', { sex: '' }, false],
  ])('%s', (_, other, expected) => {
    expect(contradicts(ANA, { ...ANA, ...other })).toBe(expected);
  });

  test.each<[string, Partial<Identity>, boolean]>([
    ['marriage', { last: 'LARK' }, false],
    ['adoption', { last: 'LARK', first: 'MIA' }, false],
    ['a corrected date', { birthDate: '2024-03-16' }, false],
    ['everything', { last: 'LARK', first: 'MIA', birthDate: '2024-03-16' }, true],
  ])('%s changes: someone else?', (_, other, expected) => {
    expect(isSomeoneElse(ANA, { ...ANA, ...other })).toBe(expected);
  });

  test('neither question depends on who is asked about whom, and nobody differs from themselves', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        expect(contradicts(a, b)).toBe(contradicts(b, a));
        expect(isSomeoneElse(a, b)).toBe(isSomeoneElse(b, a));
        expect(contradicts(a, a) || isSomeoneElse(a, a)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
