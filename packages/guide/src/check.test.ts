import { parseMessage, parsePath } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ackOf, check, profileOf } from './check.ts';
import type { Finding, Severity } from './finding.ts';
import { PROFILES } from './profile.ts';
import { edited, type Edits, parsed, SOUND, TODAY } from './testing/sound.ts';

describe.each(PROFILES)('a sound %s', (id) => {
  test('has nothing to be found in it', () => {
    const { profile, ack, findings, isRefused, ignored } = check(edited(id), {
      today: TODAY,
      text: SOUND[id],
    });
    expect([profile, ack, isRefused]).toEqual([id, 'AA', false]);
    expect(findings.filter(({ severity }) => severity !== 'I')).toEqual([]);
    expect(ignored).toEqual([]);
  });
});

describe('the profile of a message', () => {
  test.each<[string, Edits, ReturnType<typeof profileOf>]>([
    ['a submission, whatever MSH-21 says', { 'MSH-21': 'Z99^X' }, 'Z22'],
    ['a type in lower case', { 'MSH-9': 'vxu^v04' }, 'Z22'],
    ['an answer with a patient', { 'MSH-9': 'RSP^K11', 'MSH-21': '' }, 'Z32'],
    ['a type that is none of the guide’s', { 'MSH-9': 'ADT^A01' }, undefined],
    ['no type', { 'MSH-9': '' }, undefined],
  ])('%s', (_, edits, expected) => {
    expect(profileOf(edited('Z22', edits))).toBe(expected);
  });

  test.each<[string, Edits, ReturnType<typeof profileOf>]>([
    ['a query is what QPD-1 asks', { 'MSH-21': 'Z44^CDCPHINVS' }, 'Z34'],
    ['where that is empty, what MSH-21 says', { 'QPD-1': '', 'MSH-21': 'Z44^CDCPHINVS' }, 'Z44'],
    ['where neither says, a history', { 'QPD-1': '', 'MSH-21': '' }, 'Z34'],
  ])('%s', (_, edits, expected) => {
    expect(profileOf(edited('Z34', edits))).toBe(expected);
  });

  test('an answer without patient and without MSH-21', () => {
    expect(profileOf(edited('Z33', { 'MSH-21': '' }))).toBe('Z33');
  });
});

describe('MSA-1', () => {
  const of = (...severities: readonly Severity[]): readonly Finding[] =>
    severities.map((severity) => ({ code: 'c', severity, hl7: '0', message: '', fix: '' }));

  test.each<[readonly Severity[], string]>([
    [[], 'AA'],
    [['I', 'I'], 'AA'],
    [['I', 'W'], 'AE'],
    [['E'], 'AE'],
  ])('with %j is %s; of what was refused unread AR', (severities, expected) => {
    expect(ackOf(false, of(...severities))).toBe(expected);
    expect(ackOf(true, of(...severities))).toBe('AR');
  });
});

describe('where a finding is', () => {
  test.each<[Edits, string]>([
    [{ 'RXA[2]-9': 'ZZ^x^NIP001' }, 'RXA[2]-9.1'],
    [{ 'PID-11': '1 Elm^^Fresno^CA^93722^USA^H~2 Elm^^Fresno^CA^93722^USA^Q' }, 'PID-11[2].7'],
    [{ 'PID-3': '48213^^^&1.2.3^MR' }, 'PID-3.4.3'],
    [{ 'NK1-3': '' }, 'NK1[1]-3'],
    [{ 'PID-8': '' }, 'PID-8'],
    [{ 'MSH-7': '' }, 'MSH-7'],
  ])('%j: %s', (edits, path) => {
    expect(check(edited('Z22', edits), { today: TODAY }).findings.map((finding) => finding.path)).toContain(
      path,
    );
  });
});

describe('a message that was cut off', () => {
  const cut = (text: string) => check(parsed(text), { today: TODAY, text });

  test('is refused, and nothing else is said of it', () => {
    const { isRefused, ack, findings } = cut(SOUND.Z22.slice(0, SOUND.Z22.lastIndexOf('|RE|')));
    expect([isRefused, ack]).toEqual([true, 'AE']);
    expect(findings.map(({ path, message }) => [path, message])).toEqual([
      [
        'RXA[3]',
        'MESSAGE REJECTED. It ends in the middle of a segment, as if it had been cut off. Nothing was recorded.',
      ],
    ]);
  });

  test('between two segments is told where it may have lost its doses', () => {
    const head = SOUND.Z22.slice(0, SOUND.Z22.indexOf('\rORC'));
    expect(cut(head).findings.map(({ code }) => code)).toContain('no-doses-and-open-end');
    expect(cut(`${head}\r`).findings.map(({ code }) => code)).not.toContain('no-doses-and-open-end');
  });

  test('is not looked for where the text is not known', () => {
    expect(check(parsed(SOUND.Z22), { today: TODAY }).ack).toBe('AA');
  });
});

const JUNK = [
  '',
  '""',
  ' ',
  '^',
  '~',
  '&',
  '^~&',
  'x',
  'x&y^z~',
  '\\',
  '\\E\\',
  '\\X00\\',
  '20240230',
  '99999999',
  '-1',
  '\u{1F489}',
];
const edits = fc.array(
  fc.record({
    segment: fc.nat(40),
    field: fc.integer({ min: 1, max: 30 }),
    value: fc.oneof(fc.constantFrom(...JUNK), fc.string({ maxLength: 20 })),
  }),
  { maxLength: 12 },
);

function garbled(
  text: string,
  changes: readonly { segment: number; field: number; value: string }[],
  cut: number,
): string {
  const lines = text.split('\r');
  for (const { segment, field, value } of changes) {
    const at = segment % lines.length;
    const fields = (lines[at] ?? '').split('|');
    fields[field] = value;
    lines[at] = Array.from(fields, (one) => one ?? '').join('|');
  }
  return lines.join('\r').slice(0, cut);
}

test('whatever was done to a message, a check ends, changes nothing, and finds the same again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PROFILES),
      edits,
      fc.option(fc.nat(3000), { nil: 100_000 }),
      (id, changes, cut) => {
        const text = garbled(SOUND[id], changes, cut);
        const read = parseMessage(text);
        if (!read.ok) return;
        const first = check(read.message, { today: TODAY, text });
        expect(read.message.toString()).toBe(text);
        const second = check(parsed(text), { today: TODAY, text });
        expect(second.findings).toEqual(first.findings);
        expect([second.ack, second.isRefused, second.orders.length]).toEqual([
          first.ack,
          first.isRefused,
          first.orders.length,
        ]);
        for (const { path, message, severity, effect } of first.findings) {
          expect(path === undefined || parsePath(path) !== undefined).toBe(true);
          expect(message).toMatch(/[.…]$/);
          expect(message).not.toContain('{');
          // What keeps a segment or more from being recorded is an error.
          if (effect === 'segment' || effect === 'dose' || effect === 'message' || effect === 'reject') {
            expect(severity).toBe('E');
          }
        }
        expect(first.ack === 'AR').toBe(first.findings.some(({ effect }) => effect === 'reject'));
        expect(first.isRefused).toBe(
          first.findings.some(({ effect }) => effect === 'reject' || effect === 'message'),
        );
      },
    ),
    { numRuns: 1500 },
  );
}, 30_000);
