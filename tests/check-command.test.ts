/** `cairn check` as an operator or a developer of an EHR runs it: a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCairn, temporaryFolder } from './support/process.ts';

const COMMAND = fileURLToPath(new URL('../cli/bin/cairn.js', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../cli/samples/', import.meta.url));
const BATCH = `${SAMPLES}batch-with-errors.hl7`;
const SOUND = `${SAMPLES}complete-dose.hl7`;
const DAY = ['--day', '2025-03-20'];
const WIDE_80 = { COLUMNS: '80' };

type Line = {
  readonly file: string;
  readonly index: number;
  readonly ack: string;
  readonly findings: readonly Readonly<Record<string, string>>[];
};
const linesOf = (out: string): readonly Line[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

const check = (...args: readonly string[]) => runCairn(['check', ...args], WIDE_80);
const codes = ({ findings }: Line): readonly string[] => findings.map(({ code = '' }) => code);

/** A dose on a day before the patient was born. */
const wrong = (id: string): string =>
  [
    `MSH|^~\\&|EHR|DE-000001|||20250320101500-0800||VXU^V04^VXU_V04|${id}|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|DE-000001`,
    'PID|1||T-1^^^DE-000001^MR||Beispiel^Ida^^^^^L||20240101|F',
    `ORC|RE||${id}-D1^DE-000001`,
    'RXA|0|1|20230515||20^DTaP^CVX|999|||01^Historical^NIP001|||||||||||CP|A',
    '',
  ].join('\r');

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(at('many'));
  await writeFile(at('prose.hl7'), 'Dear registry,\nplease find enclosed our doses.\n');
  await writeFile(at('empty.hl7'), '');
  for (let number = 1; number <= 12; number++) {
    await writeFile(at(`many/${String(number).padStart(2, '0')}.hl7`), wrong(`M-${number}`));
  }
});
afterAll(() => rm(folder, { recursive: true }));

describe('--json', () => {
  test('prints one line a message, with all that was found and nothing else', async () => {
    const { code, out, err } = await check(BATCH, ...DAY, '--json');
    expect(code).toBe(1);
    const lines = linesOf(out);
    expect(lines.map(({ file, index, ack }) => [file, index, ack])).toEqual([
      [BATCH, 0, 'AE'],
      [BATCH, 1, 'AE'],
      [BATCH, 2, 'AR'],
      [BATCH, 3, 'AR'],
    ]);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['file', 'index', 'ack', 'findings']);
      for (const finding of line.findings) {
        expect(Object.keys(finding)).toEqual(['code', 'severity', 'path', 'message', 'fix']);
        expect(Object.values(finding).every((value) => typeof value === 'string')).toBe(true);
      }
    }
    expect(lines[0]?.findings[0]).toEqual({
      code: 'dose-before-birth',
      severity: 'E',
      path: 'RXA[2]-3',
      message: 'The date of administration lies before the birth date. This dose was not recorded.',
      fix: 'Correct RXA-3 or PID-7 and resend this dose.',
    });
    expect(lines.slice(2).map(codes)).toEqual([
      expect.arrayContaining(['processing-id-unsupported', 'version-unsupported']),
      ['bad-segment-name'],
    ]);
    // A count that does not hold belongs to no message.
    expect(err).toContain('BTS-1 in line 19 says "5", but 4 messages came.');
  });

  test('and --severity leave out what is less severe', async () => {
    const [first] = linesOf((await check(BATCH, ...DAY, '--json', '--severity', 'E')).out);
    expect(first && codes(first)).toEqual(['dose-before-birth']);
  });

  test('and --summary count', async () => {
    const { code, out } = await check(at('many'), ...DAY, '--json', '--summary', '--severity', 'E');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: 12,
      messages: 12,
      findings: [{ code: 'dose-before-birth', path: 'RXA-3', messages: 12, times: 12 }],
    });
  });
});

describe('for people', () => {
  test('a sound message is one line, and the exit code 0', async () => {
    const { code, out } = await check(SOUND, ...DAY);
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([
      0,
      `${SOUND} SAMPLE-VXU-0002 VXU Z22 AA, recorded `,
    ]);
  });

  test('each message has its answer and its findings, errors first', async () => {
    const { code, out } = await check(BATCH, ...DAY);
    expect(code).toBe(1);
    expect(out).toMatch(/#1 {2}SAMPLE-VXU-0101 {2}VXU Z22\s+AE, recorded in part: 1 error, /);
    expect(out).toMatch(/^ {2}error {4}RXA\[2\]-3 +Dose 2: The date of administration lies before/m);
    expect(out).toMatch(/→ Correct RXA-3 or PID-7 and resend this dose\.\s+\[dose-before-birth\]/);
    expect(out).toMatch(/#2 {2}SAMPLE-VXU-0102 {2}VXU Z22\s+AE, refused: /);
    expect(out).toMatch(/#3 {2}SAMPLE-VXU-0103 {2}VXU Z22\s+AR, refused: /);
    expect(out).toContain('Line 18 starts with "-10", which is not a segment name');
    expect(out.trimEnd().split('\n').at(-1)).toBe('4 messages: 1 recorded in part, 3 refused');
  });

  test('no line is wider than 80, but for names', async () => {
    const { out } = await check(BATCH, ...DAY);
    const wide = out.split('\n').filter((line) => line.length > 80 && !line.includes(BATCH));
    expect(wide).toEqual([]);
  });

  test('many messages are counted, unless all are asked for', async () => {
    const counted = await check(at('many'), ...DAY);
    expect(counted.code).toBe(1);
    expect(counted.out).toMatch(/^12 messages in 12 files: 12 recorded in part\n/);
    expect(counted.out).toMatch(/^error {11}12 {5}12 {2}RXA-3: The date of administration lies before/m);
    expect(counted.out).toContain(`first in ${at('many/01.hl7')}`);
    expect(counted.out).not.toContain('M-7');

    const all = await check(at('many'), ...DAY, '--no-summary', '--severity', 'E');
    for (let number = 1; number <= 12; number++) expect(all.out).toContain(`  M-${number}  VXU Z22`);
  });

  test('a text that is no message is a result', async () => {
    const prose = await check(at('prose.hl7'));
    expect(prose.code).toBe(1);
    expect(prose.out).toMatch(
      /AR, refused: 1 error\n {2}error +Line 1 starts with "Dea", but an HL7 message/,
    );
    expect(prose.out).toMatch(
      /→ Begin the message with its MSH segment, for example MSH\|\^~\\&\|\.\s+\[no-msh\]/,
    );
    const [line] = linesOf((await check(at('empty.hl7'), '--json')).out);
    expect(line).toMatchObject({
      file: at('empty.hl7'),
      index: 0,
      ack: 'AR',
      findings: [{ code: 'empty-message' }],
    });
  });
});

test('- reads standard input', async () => {
  const child = spawn(process.execPath, [COMMAND, 'check', '-', ...DAY, '--severity', 'E']);
  child.stdin.end(wrong('STDIN-1'));
  const [out] = await Promise.all([textOf(child.stdout), once(child, 'close')]);
  expect(out).toMatch(/^standard input {2}STDIN-1 {2}VXU Z22 {2}AE, recorded in part: 1 error/);
  expect(child.exitCode).toBe(1);
});

describe('whose rules', () => {
  const wrongId = async (...args: readonly string[]): Promise<string> => {
    await writeFile(at('training.hl7'), wrong('T-1').replace('|P|2.5.1', '|T|2.5.1'));
    return linesOf((await check(at('training.hl7'), ...DAY, '--json', ...args)).out)[0]?.ack ?? '';
  };

  test("are California's, or the national ones if asked", async () => {
    expect(await wrongId()).toBe('AR');
    expect(await wrongId('--jurisdiction', 'national')).toBe('AE');
  });
});

describe('--explain', () => {
  test('says what a code means', async () => {
    const { code, out } = await check('--explain', 'dose-before-birth');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^dose-before-birth\n.+\n\nSeverity +error\nThe data +dose not recorded\nWhere +RXA-3\n/,
    );
    expect(JSON.parse((await check('--explain', 'dose-before-birth', '--json')).out)).toMatchObject({
      code: 'dose-before-birth',
      severity: 'E',
      effect: 'dose',
      at: 'RXA-3',
    });
  });

  test('an unknown code ends with 2 and those that look like it', async () => {
    expect(await check('--explain', 'dose-before-brith')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /^cairn: There is no code "dose-before-brith"\. Similar are: dose-before-birth/,
      ),
    });
  });
});

test.each([
  [['nowhere.hl7'], 'cairn: nowhere.hl7: there is no such file or folder.'],
  [[], 'cairn: Name files or folders to check, or - for standard input.'],
  [[SOUND, '--day', '2025-02-30'], 'cairn: --day: "2025-02-30" is no day such as 2026-01-31.'],
  [
    [SOUND, '--jurisdiction', 'atlantis'],
    'cairn: There is no jurisdiction "atlantis"; there is california, national.',
  ],
  [[SOUND, '--explain', 'no-msh'], 'cairn: --explain takes a code and no files.'],
  [[SOUND, '--severity', 'X'], "argument 'X' is invalid. Allowed choices are E, W, I."],
])('what cannot be done ends with 2 and says why: %o', async (args, words) => {
  const { code, out, err } = await check(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(words);
});
