import { describe, expect, test } from 'vitest';
import { messageText } from './report.ts';
import { Tally } from './tally.ts';
import { checked, finding } from './testing.ts';

const PLAIN = { width: 80, colour: false };
const lines = (of: Parameters<typeof checked>[0], width = 80): readonly string[] =>
  messageText(checked(of), 'I', { width, colour: false }).split('\n');

const LATE = finding('E', 'dose-in-future', 'RXA[2]-3', 'The date of administration lies in the future.');
const LOT = finding('W', 'lot-missing', 'RXA[1]-15', 'The lot number is missing.');

describe('a message', () => {
  test('that is sound takes one line', () => {
    expect(lines({})).toEqual(['one.hl7  A-1001  VXU Z22  AA, recorded']);
  });

  test('has its findings below it, with what to do and the code', () => {
    expect(lines({ findings: [LATE, LOT] })).toEqual([
      'one.hl7  A-1001  VXU Z22  AE, recorded in part: 1 error, 1 warning',
      '  error    RXA[2]-3   The date of administration lies in the future.',
      '                      → Mend dose-in-future. [dose-in-future]',
      '  warning  RXA[1]-15  The lot number is missing.',
      '                      → Mend lot-missing. [lot-missing]',
      '',
    ]);
  });

  test('of several in its file is numbered from one', () => {
    expect(lines({ index: 2, of: 3 })[0]).toMatch(/^one\.hl7 #3 {2}/);
  });

  test('from standard input is called so', () => {
    expect(lines({ file: '-' })[0]).toMatch(/^standard input {2}A-1001/);
  });

  test.each([
    [{ outcome: 'warned', ack: 'AE' }, 'AE, recorded'],
    [{ outcome: 'refused', ack: 'AE' }, 'AE, refused'],
    [{ outcome: 'rejected', ack: 'AR' }, 'AR, refused'],
    [{ outcome: 'part', ack: 'AE', kind: 'QBP', profile: 'Z34' }, 'AE, answered, part of it not understood'],
    [{ outcome: 'refused', ack: 'AE', kind: 'QBP', profile: 'Z34' }, 'AE, not answered'],
    [{ outcome: 'part', ack: 'AE', kind: undefined, profile: 'Z23' }, 'answer Z23  departs from the guide'],
  ] as const)('is answered in words: %o', (over, words) => {
    expect(lines(over)[0]).toMatch(new RegExp(`  ${words}$`));
  });

  test('shows what is asked for only, and counts the rest', () => {
    const text = messageText(checked({ findings: [LATE, LOT] }), 'E', PLAIN);
    expect(text).toContain('1 error, 1 warning');
    expect(text).not.toContain('lot number');
  });

  test('cannot move the cursor by what it carries', () => {
    expect(lines({ controlId: 'A\u001B[2J\u0007' })[0]).toBe('one.hl7  A�[2J�  VXU Z22  AA, recorded');
  });

  test('is coloured for a terminal, the words unchanged', () => {
    const text = messageText(checked({ findings: [LATE] }), 'I', { width: 80, colour: true });
    expect(text).toContain('  \u001B[31merror\u001B[0m  RXA[2]-3');
    expect(text.replaceAll(/\u001B\[\d+m/g, '')).toBe(messageText(checked({ findings: [LATE] }), 'I', PLAIN));
  });
});

describe('several places', () => {
  const missing = (n: number) => finding('I', 'provider-missing', `RXA[${n}]-10`, 'Who gave it is missing.');
  const doseOf = (path: string): number => Number(/\d+/.exec(path)?.[0]);

  test('of which the same is said are one row, by dose', () => {
    const shown = lines({ findings: [1, 2, 3, 5].map(missing), doseOf });
    expect(shown[1]).toBe('  note  RXA-10  Doses 1–3, 5: Who gave it is missing.');
    expect(shown).toHaveLength(4);
  });

  test('and one of them: which dose', () => {
    expect(lines({ findings: [missing(2)], doseOf })[1]).toBe(
      '  note  RXA[2]-10  Dose 2: Who gave it is missing.',
    );
  });

  test('outside of doses are named', () => {
    const findings = ['PID-13', 'NK1[1]-5'].map((path) => finding('I', 'phone', path, 'A digit is missing.'));
    expect(lines({ findings })[1]).toBe('  note  PID-13  At PID-13, NK1[1]-5: A digit is missing.');
  });
});

test.each([60, 80, 120])('no line is wider than %d', (width) => {
  const findings = [LATE, LOT, finding('I', 'a-long-one', 'OBX[12]-5.1', 'word '.repeat(60).trim())];
  const tally = new Tally();
  const one = checked({ findings, file: 'inbox/2025-03-20.hl7', of: 2 });
  tally.add(one);
  const shown = [messageText(one, 'I', { width, colour: false }), tally.text('I', { width, colour: false })];
  const widths = shown.flatMap((text) => text.split('\n')).map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(width);
});

describe('many messages', () => {
  test('are counted by how they came out', () => {
    const tally = new Tally();
    tally.add(checked());
    tally.add(checked({ file: 'two.hl7', findings: [LOT] }));
    tally.add(checked({ file: 'two.hl7', index: 1, outcome: 'refused', findings: [LATE] }));
    tally.add(checked({ file: 'two.hl7', index: 2, outcome: 'rejected', findings: [LATE] }));
    expect(tally.line(PLAIN)).toBe('4 messages in 2 files: 1 clean, 1 with warnings, 2 refused');
    expect(tally.hasErrors).toBe(true);
  });

  test('are counted by finding: errors first, then the most frequent, and where it was found first', () => {
    const tally = new Tally();
    const twice = [LOT, { ...LOT, path: 'RXA[4]-15' }];
    tally.add(checked({ findings: twice }));
    tally.add(checked({ file: 'two.hl7', findings: [LATE, ...twice] }));
    const shown = tally.text('I', { width: 80, colour: false }).split('\n');
    expect(shown.slice(2, 8)).toEqual([
      'Severity  Messages  Times  What, and what to do',
      '────────  ────────  ─────  ─────────────────────────────────────────────────────',
      'error            1      1  RXA-3: The date of administration lies in the future.',
      '                           → Mend dose-in-future. [dose-in-future]',
      '                           first in two.hl7',
      'warning          2      4  RXA-15: The lot number is missing.',
    ]);
    expect(JSON.parse(tally.json('W'))).toMatchObject({
      files: 2,
      messages: 2,
      outcomes: { clean: 0, part: 1, warned: 1 },
      findings: [
        { code: 'dose-in-future', path: 'RXA-3', messages: 1, times: 1, first: 'two.hl7' },
        { code: 'lot-missing', path: 'RXA-15', messages: 2, times: 4, first: 'one.hl7' },
      ],
    });
  });

  test('of which none has a finding are one line', () => {
    const tally = new Tally();
    tally.add(checked());
    expect(tally.text('I', PLAIN)).toBe('1 message: 1 clean');
  });
});
