/**
 * Every message at hand, through the real doors: each is answered, each answer keeps to its profile by our own
 * checker with no error, and whoever was recorded is told of in a history that does too. Where the index of the
 * messages says how one should be taken, ours agrees or docs/conformance.md says why not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, compileGuide, type Finding } from '@cairn/guide';
import { decodeBytes, type Message, parseMessage } from '@cairn/hl7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { DEMO_CLINIC, submit } from '../support/soap.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(process.env['CAIRN_SHARED'] ?? join(root, '../shared'), 'data/messages');
const present = existsSync(folder);

type Entry = { readonly file: string; readonly expected: string; readonly text: string };

const entries: readonly Entry[] = present
  ? readFileSync(join(folder, 'INDEX.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [file = '', , , expected = ''] = line.split('\t');
        return { file, expected, text: decodeBytes(new Uint8Array(readFileSync(join(folder, file)))).text };
      })
  : [];

/** Messages whose outcome differs from the index, as docs/conformance.md argues them: file names in its tables. */
const argued = new Set(
  [
    ...readFileSync(join(root, 'docs/conformance.md'), 'utf8').matchAll(/`([\w+.-]+\/\d{4}-[\w-]+\.hl7)`/g),
  ].map(([, file]) => file),
);

const TODAY = 20261122;
const strict = compileGuide();
const errorsOf = (answer: string): readonly Finding[] => {
  const parsed = parseMessage(answer);
  if (!parsed.ok) throw new Error(`the answer does not parse: ${answer}`);
  const { profile, findings } = check(parsed.message, { today: TODAY, guide: strict });
  expect(profile).toMatch(/^Z(23|31|32|33|42)$/);
  return findings.filter(({ severity }) => severity === 'E');
};

/** The message as the demo clinic would send it, in production. */
function asOurs(message: Message): string {
  const msh = message.first('MSH');
  for (const [field, value] of [
    [4, 'DE-000001'],
    [11, 'P'],
    [12, '2.5.1'],
    [16, 'AL'],
    [22, 'DE-000001'],
  ] as const) {
    msh?.set(field, value);
  }
  return message.toString();
}

/** The Z34 query for the patient of a VXU. */
function queryFor(message: Message): string {
  const pid = message.first('PID');
  return [
    'MSH|^~\\&|EHR|DE-000001|||20261122100000-0800||QBP^Q11^QBP_Q11|Q1|P|2.5.1|||ER|AL|||||Z34^CDCPHINVS|DE-000001',
    `QPD|Z34^Request Immunization History^CDCPHINVS|T1|${pid?.raw(3) ?? ''}|${pid?.raw(5) ?? ''}||${pid?.raw(7) ?? ''}|${pid?.raw(8) ?? ''}`,
    'RCP|I|10^RD&records&HL70126',
    '',
  ].join('\r');
}

/** What made-up patients of the corpus are called, and Cairn's own texts say too. */
const ORDINARY = ['This', 'Patient', 'Record', 'First', 'Child', 'Standard', '123 Main St'];

describe.skipIf(!present)('every message at hand', () => {
  let cairn: TestCairn;
  beforeAll(async () => {
    cairn = await startTestCairn({ now: '2026-11-22T10:00:00-08:00', ordinary: ORDINARY });
  });
  afterAll(() => cairn.close());

  test('is answered as it stands, and the answer keeps to the guide', async () => {
    expect(entries.length).toBeGreaterThan(600);
    for (const { file, text } of entries) {
      const answer = await submit(cairn.url, text, { login: DEMO_CLINIC });
      if (answer !== '') expect([file, ...errorsOf(answer)]).toEqual([file]);
    }
  });

  test('finds the same when it is checked again', () => {
    for (const { text } of entries) {
      const look = (): unknown => {
        const parsed = parseMessage(text);
        return parsed.ok ? check(parsed.message, { today: TODAY, text }).findings : parsed.error;
      };
      expect(look()).toEqual(look());
    }
  });

  test('is recorded or refused as it should be, and what is recorded is told in a history that keeps to the guide', async () => {
    const differing: string[] = [];
    let histories = 0;
    for (const { file, text, expected } of entries) {
      const parsed = parseMessage(text);
      if (!parsed.ok || parsed.message.text('MSH-9.1') !== 'VXU') continue;
      const ours = asOurs(parsed.message);
      // What is wrong with a message is asked of the testing address: many are about the same few patients, and
      // contradict each other.
      const answer = await submit(cairn.url, ours, { login: DEMO_CLINIC, path: '/test/IISService' });
      const recorded = await submit(cairn.url, ours, { login: DEMO_CLINIC });
      for (const each of [answer, recorded]) expect([file, ...errorsOf(each)]).toEqual([file]);
      const got = parseMessage(answer);
      if (!got.ok) throw new Error(answer);
      const code = got.message.text('MSA-1');
      const isRefused = got.message.all('ERR').some((error) => error.text(4) === 'E');
      if (!agrees(expected, code, isRefused)) differing.push(file);

      const history = await submit(cairn.url, queryFor(parsed.message), { login: DEMO_CLINIC });
      expect([file, ...errorsOf(history)]).toEqual([file]);
      if (history.includes('|Z32^CDCPHINVS|')) histories++;
    }
    expect(histories).toBeGreaterThan(100);
    expect(differing.filter((file) => !argued.has(file))).toEqual([]);
    // An argument for what agrees is an argument that nobody needs.
    expect([...argued].filter((file) => !differing.includes(file ?? ''))).toEqual([]);
  });
});

/** What the index says of a complete submission; of fragments, and of answers of others, it says nothing here. */
function agrees(expected: string, code: string, isRefused: boolean): boolean {
  if (expected.includes('fragment')) return true;
  if (expected.includes('deliberate error')) return code !== 'AA';
  if (expected.includes('valid NIST test case')) return code === 'AA';
  if (/valid|accept|defaults applied|NIST test cases|national guide/.test(expected)) return !isRefused;
  return true;
}
