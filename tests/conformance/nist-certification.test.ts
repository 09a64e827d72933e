/**
 * The submissions of NIST's certification cases (IZ-AD-1 to IZ-AD-6: administered and historical doses, refusal,
 * update, deletion), in every variant at hand, through the real door: each is accepted, and a query then shows the
 * doses that stand. The messages are not part of the project; they lie in a folder beside it (or at CAIRN_SHARED),
 * and the suite is skipped where that is not.
 *
 * All variants come from one organization about the same patients under the same dose ids, and some contradict
 * each other (AD-3 gives Gardasil 9 or Cervarix under one id). So the first variants of all cases make up one
 * round, in a registry of its own, the second ones the next, and so on; then all are sent into one registry.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeBytes, type Message, parseMessage } from '@cairn/hl7';
import { issueCredential, linkClientSite, registerOrganization } from '@cairn/server';
import { ackOf } from '../support/answers.ts';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { qbp } from '../support/messages.ts';
import { submit } from '../support/soap.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(process.env['CAIRN_SHARED'] ?? join(root, '../shared'), 'data/messages');
const present = existsSync(folder);
if (!present)
  console.log(`Skipped: there are no messages at ${folder}; set CAIRN_SHARED to the folder that holds them.`);

const CASES = [1, 2, 3, 4, 5, 6] as const;

type Submission = {
  readonly file: string;
  readonly case: number;
  readonly message: Message;
  readonly sender: string;
  readonly site: string;
};

/** Every VXU of the cases, in the order of the files; one without MSH-22 is for its sender. */
function submissions(): readonly Submission[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hl7'))
    .sort();
  return files.flatMap((file) => {
    const read = parseMessage(decodeBytes(new Uint8Array(readFileSync(join(folder, file)))).text);
    if (!read.ok) return [];
    const { message } = read;
    const [, number] = /NIST-IZ-AD-([1-6])\./.exec(message.text('MSH-10')) ?? [];
    if (number === undefined || message.text('MSH-9.1') !== 'VXU') return [];
    if (message.text('MSH-22') === '') message.set('MSH-22', message.text('MSH-4'));
    const sender = message.text('MSH-4');
    return [{ file, case: Number(number), message, sender, site: message.text('MSH-22') }];
  });
}

const all = present ? submissions() : [];

/** The n-th variant of each case, for every n. */
const rounds = Array.from(
  { length: Math.max(0, ...CASES.map((number) => all.filter((each) => each.case === number).length)) },
  (_, n) => CASES.flatMap((number) => all.filter((each) => each.case === number).slice(n, n + 1)),
);

const PASSWORD = 'certification';

/** Registers who sends and for whom, as the messages say it. */
async function register({ cairn }: TestCairn, sent: readonly Submission[]): Promise<void> {
  const db = cairn.database.kysely;
  const at = new Date('2015-06-01T12:00:00Z');
  const inProduction = { stage: 'production', mayQuery: true } as const;
  for (const { sender, site } of sent) {
    const kind = sender === site ? 'site' : 'sending-facility';
    const senderId = await registerOrganization(
      db,
      { ...inProduction, code: sender, name: sender, kind },
      at,
    );
    await issueCredential(db, { organizationId: senderId, username: sender, password: PASSWORD }, at);
    if (sender === site) continue;
    const siteId = await registerOrganization(
      db,
      { ...inProduction, code: site, name: site, kind: 'site' },
      at,
    );
    await linkClientSite(db, { sendingFacilityId: senderId, siteId }, at);
  }
}

const loginOf = ({ sender }: Submission) => ({ username: sender, password: PASSWORD, facilityID: sender });

/** The lines of each ORDER group of a message or answer. */
function ordersOf(text: string): readonly (readonly string[])[] {
  const orders: string[][] = [];
  for (const line of text.split(/[\r\n]+/)) {
    if (line.startsWith('ORC|')) orders.push([line]);
    else if (/^(?:RXA|RXR|OBX|NTE)\|/.test(line)) orders.at(-1)?.push(line);
  }
  return orders;
}

const fieldOf = (order: readonly string[], name: string, field: number): string =>
  order.find((line) => line.startsWith(`${name}|`))?.split('|')[field] ?? '';

/** What stands after the messages: for each ORC-3 the newest report of it, unless that deletes it. */
function standing(sent: readonly Submission[]): readonly string[] {
  const doses = new Map<string, string>();
  for (const { message, site } of sent) {
    for (const order of ordersOf(message.toString())) {
      const number = fieldOf(order, 'ORC', 3);
      // 9999 is no id: a refusal is told apart by its day and vaccine.
      const key = number.startsWith('9999')
        ? `${fieldOf(order, 'RXA', 3)} ${fieldOf(order, 'RXA', 5)}`
        : number;
      if (fieldOf(order, 'RXA', 21) === 'D') doses.delete(`${site} ${key}`);
      else doses.set(`${site} ${key}`, order.map((line) => line.replace(/\|U$/, '|A')).join('\n'));
    }
  }
  return [...doses.values()].sort();
}

/** Sends the messages one after the other and expects each to be accepted: AA, or AE with warnings alone. */
async function expectAccepted(cairn: TestCairn, sent: readonly Submission[]): Promise<void> {
  await register(cairn, sent);
  const refused: string[] = [];
  for (const each of sent) {
    const answer = await submit(cairn.url, each.message.toString(), { login: loginOf(each) });
    const { code, errors } = ackOf(answer);
    const findings = errors.map(({ severity, location, text }) => `${severity} ${location}: ${text}`);
    const what = `${each.file} (AD-${each.case}): ${[code, ...findings].join('\n    ')}`;
    if (code !== 'AA') console.log(what);
    if (code === 'AR' || errors.some(({ severity }) => severity === 'E')) refused.push(what);
  }
  expect(refused).toEqual([]);
}

/** Asks for each patient by chart number, name, birth date and sex, and expects exactly what should stand. */
async function expectHistories(cairn: TestCairn, sent: readonly Submission[]): Promise<void> {
  for (const identifiers of new Set(sent.map(({ message }) => message.raw('PID-3')))) {
    const about = sent.filter(({ message }) => message.raw('PID-3') === identifiers);
    const [first] = about;
    if (!first) continue;
    const answer = await submit(
      cairn.url,
      qbp({
        from: { sender: first.sender, site: first.site, login: loginOf(first) },
        qpd: {
          3: identifiers,
          4: first.message.raw('PID-5'),
          6: first.message.text('PID-7'),
          7: first.message.text('PID-8'),
        },
      }),
      { login: loginOf(first) },
    );
    expect([identifiers, answer.split('\r').find((line) => line.startsWith('QAK|'))]).toEqual([
      identifiers,
      expect.stringMatching(/^QAK\|[^|]*\|OK\|/),
    ]);
    const shown = ordersOf(answer);
    // A history names vaccines by CVX (guide, RXA-5 of Z32) and keeps the package that was sent as the alternate.
    const asSent = (line: string): string =>
      line.replace(/(^RXA(?:\|[^|]*){4}\|)[^|^]+\^[^|^]*\^CVX\^([^|]+\^NDC)(?=\|)/, '$1$2');
    expect(shown.map((order) => order.map(asSent).join('\n')).sort()).toEqual(standing(about));
    const days = shown.map((order) => fieldOf(order, 'RXA', 3));
    expect(days).toEqual([...days].sort());
  }
}

describe.skipIf(!present)('the submissions of the NIST certification cases', () => {
  test('are at hand for every case', () => {
    const counts = CASES.map((number) => all.filter((each) => each.case === number).length);
    console.log(`${all.length} messages: ${counts.map((count, n) => `AD-${n + 1} ${count}`).join(', ')}`);
    for (const count of counts) expect(count).toBeGreaterThan(0);
    // What should stand after the first round is known without any program: AD-4 took back the dose of AD-3, AD-6
    // corrected the lot of AD-5, which also has a refusal.
    expect(standing(rounds[0] ?? [])).toHaveLength(5 + 3 + 0 + 4);
    expect(standing(rounds[0] ?? []).join('\n')).toContain('|208490|');
  });

  test.each(rounds.map((sent, n) => [n + 1, sent] as const))(
    'are accepted in round %i, and the history shows what stands',
    async (_, sent) => {
      const cairn = await startTestCairn();
      try {
        await expectAccepted(cairn, sent);
        await expectHistories(cairn, sent);
      } finally {
        await cairn.close();
      }
    },
  );

  test('are accepted all together, case by case, and the history shows what stands', async () => {
    const sent = CASES.flatMap((number) => all.filter((each) => each.case === number));
    const cairn = await startTestCairn();
    try {
      await expectAccepted(cairn, sent);
      await expectHistories(cairn, sent);
    } finally {
      await cairn.close();
    }
  });
});
