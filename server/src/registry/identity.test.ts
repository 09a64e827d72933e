import { buildSegment, parseMessage, type Segment } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chartNumber,
  comparable,
  identifiersOf,
  identityOf,
  type Identity,
  isComplete,
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
    expect(identityOf(pidOf('PID|1||1001||Wren^Ana||20240315|F '), PID).sex).toBe('F');
  });

  test.each([
    ['middle name', 'PID|1||1001||Wren^Ana^""||20240315|F', { middle: '', sex: 'F' }],
    ['sex', 'PID|1||1001||Wren^Ana^Luz||20240315|""', { middle: 'LUZ', sex: '' }],
  ])('a deleted %s ("") says nothing', (_, line, expected) => {
    expect(identityOf(pidOf(line), PID)).toMatchObject(expected);
  });

  test('is complete with last and first name and birth date, and with nothing less', () => {
    expect(isComplete(ANA)).toBe(true);
    expect(isComplete({ ...ANA, middle: '', sex: '' })).toBe(true);
    for (const gap of [{ last: '' }, { first: '' }, { birthDate: undefined }]) {
      expect(isComplete({ ...ANA, ...gap })).toBe(false);
    }
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
});
