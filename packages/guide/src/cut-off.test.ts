import { readFileSync } from 'node:fs';
import { parseMessage } from '@cairn/hl7';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endsOpen, wasCutOff } from './cut-off.ts';

/** A whole VXU of two doses, its segments ended by CR. */
const WHOLE = readFileSync(new URL('../../../cli/samples/administered-child.hl7', import.meta.url), 'utf8')
  .trim()
  .replaceAll(/\r?\n/g, '\r');

/** Undefined where what is left is no message at all: that refuses it too. */
function cutOff(text: string): boolean | undefined {
  const parsed = parseMessage(text);
  return parsed.ok ? wasCutOff(parsed.message, text) : undefined;
}

const HEADER = 'MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1\r';

describe('the last segment', () => {
  test.each([
    ['MSH before the version', HEADER.slice(0, HEADER.lastIndexOf('|')), true],
    ['MSH with the version', HEADER.trimEnd(), false],
    ['PID before the sex', `${HEADER}PID|1||1001^^^CLINIC^MR||Wren^Ana||20240315`, true],
    ['PID with the sex', `${HEADER}PID|1||1001^^^CLINIC^MR||Wren^Ana||20240315|F`, false],
    [
      'PID with an empty sex, as if it had been cut before it',
      `${HEADER}PID|1||1001||Wren^Ana||20240315|`,
      true,
    ],
    ['PID with an empty sex and more after it', `${HEADER}PID|1||1001||Wren^Ana||20240315|||2106-3`, false],
    ['NK1 before the relationship', `${HEADER}NK1|1|Wren^Rosa`, true],
    ['NK1 with it', `${HEADER}NK1|1|Wren^Rosa|MTH`, false],
    ['an ORC, however long', `${HEADER}ORC|RE||D1^CLINIC|||||||^Nurse^Sample||^Doctor^Sample|||||X`, true],
    ['RXA before the action code', `${HEADER}RXA|0|1|20240110||03^MMR^CVX|0.5||||||||||||||CP`, true],
    ['RXA with an empty action code', `${HEADER}RXA|0|1|20240110||03^MMR^CVX|0.5||||||||||||||CP|`, true],
    ['RXA with the action code', `${HEADER}RXA|0|1|20240110||03^MMR^CVX|0.5||||||||||||||CP|D`, false],
    [
      'RXA of no vaccine (998) before the completion status',
      `${HEADER}RXA|0|1|20240110||998^None^CVX|999||||||||||||||`,
      true,
    ],
    ['RXA of no vaccine (998) with it', `${HEADER}RXA|0|1|20240110||998^None^CVX|999||||||||||||||NA`, false],
    ['RXR without a route', `${HEADER}RXR`, true],
    ['RXR with a route', `${HEADER}RXR|C38299`, false],
    ['OBX before its status', `${HEADER}OBX|1|CE|64994-7||V01`, true],
    ['OBX with its status', `${HEADER}OBX|1|CE|64994-7||V01||||||F`, false],
    ['one of which no length is known', `${HEADER}NTE|1`, false],
  ])('without line end, %s', (_, text, expected) => {
    expect(cutOff(text)).toBe(expected);
    expect(cutOff(`${text}\r`)).toBe(false);
  });
});

describe('an end of the text', () => {
  test.each(['\r', '\n', '\r\n', '\r\r\n', '\r \n\t', '\n  '])('of %j ends the last segment', (end) => {
    expect(endsOpen(`PID|1${end}`)).toBe(false);
  });

  test.each(['', ' ', '\t'])('of %j leaves it open', (end) => {
    expect(endsOpen(`MSH|1\rPID|1${end}`)).toBe(true);
  });

  test('is found without delay behind a long run of blank lines', () => {
    const text = `${HEADER}${'\r'.repeat(60_000)}PID|1`;
    const start = performance.now();
    expect(endsOpen(text)).toBe(true);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('a whole message', () => {
  test.each(['', '\r', '\r\n'])('is not cut off, its last line end being %j', (end) => {
    expect(cutOff(WHOLE + end)).toBe(false);
  });

  test('cut between two segments is taken only where the line end came too, and no ORC is last', () => {
    for (const [index, character] of [...WHOLE].entries()) {
      if (character !== '\r') continue;
      const isOrc = WHOLE.slice(0, index).split('\r').at(-1)?.startsWith('ORC');
      expect(cutOff(WHOLE.slice(0, index))).toBe(isOrc);
      expect(cutOff(WHOLE.slice(0, index + 1))).toBe(false);
    }
  });

  test('cut anywhere before the action code of a dose is refused: a deletion would read as a dose', () => {
    for (const segment of WHOLE.matchAll(/RXA[^\r]*/g)) {
      const code = segment.index + segment[0].lastIndexOf('|A');
      for (let at = segment.index; at <= code; at++) {
        if (WHOLE[at - 1] !== '\r') expect(cutOff(WHOLE.slice(0, at))).not.toBe(false);
      }
    }
  });

  test('cut anywhere in an ORC is refused: its dose would be lost unseen', () => {
    for (const segment of WHOLE.matchAll(/ORC[^\r]*/g)) {
      for (let at = segment.index + 1; at <= segment.index + segment[0].length; at++) {
        expect(cutOff(WHOLE.slice(0, at))).not.toBe(false);
      }
    }
  });

  test('cut anywhere, it is refused or ends after all that is required of its last segment', () => {
    const required: Readonly<Record<string, number>> = { MSH: 12, PID: 8, NK1: 3, RXA: 21, RXR: 1, OBX: 11 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: WHOLE.length }), (at) => {
        const text = WHOLE.slice(0, at);
        if (cutOff(text) !== false || text.endsWith('\r')) return;
        const fields = text.split('\r').at(-1)?.split('|') ?? [];
        const count = fields.length - (fields[0] === 'MSH' ? 0 : 1);
        expect(count).toBeGreaterThanOrEqual(required[fields[0] ?? ''] ?? 0);
      }),
      { numRuns: 500 },
    );
  });
});
