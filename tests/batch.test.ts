/** Batches: each message goes its own way, and the answers come back in order in a batch of their own. */
import { parseMessage, splitBatch } from '@cairn/hl7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, ledger, type LedgerEntry, registryCounts, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { batch, controlId, dose, patient, PEDIATRICS, qbp, vxu } from './support/messages.ts';
import { DEMO_CLINIC, segments, submit, submitRaw } from './support/soap.ts';
import { faultWords } from './support/xml.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (text: string, name = 'submitBatchMessage'): Promise<string> =>
  submit(cairn.url, text, { name });

/** The answers in a batch of answers, which must itself be a whole batch. */
function answersIn(text: string): readonly string[] {
  const lines = text.split('\r');
  expect(lines[0]).toMatch(/^FHS\|\^~\\&\|CAIRN\|CAIR IIS\|\|\|\d{14}[+-]\d{4}$/);
  expect(lines[1]).toMatch(/^BHS\|\^~\\&\|CAIRN\|CAIR IIS\|\|\|\d{14}[+-]\d{4}$/);
  const { messages, problems } = splitBatch(text);
  expect(lines.slice(-3)).toEqual([`BTS|${messages.length}`, 'FTS|1', '']);
  expect(problems).toEqual([]);
  for (const message of messages) expect(parseMessage(message.text).ok).toBe(true);
  return messages.map((message) => message.text);
}

describe('a batch of messages', () => {
  test('with a bad one in the middle records the others and answers each in its place', async () => {
    const ids = [controlId(), controlId(), controlId(), controlId()];
    const [one = '', bad = '', unreadable = '', last = ''] = ids;
    const text = batch([
      vxu({ controlId: one, orders: [dose({ vaccine: '20^DTaP^CVX' })] }),
      vxu({ controlId: bad, pid: { 7: 'someday' } }),
      vxu({ controlId: unreadable }).replace('\rORC', '\rlower case\rORC'),
      vxu({ controlId: last, orders: [dose({ day: '20250310' })] }),
    ]);
    const answers = answersIn(await send(text));
    expect(answers.map(ackOf)).toEqual([
      { code: 'AA', controlId: one, errors: [] },
      {
        code: 'AE',
        controlId: bad,
        errors: [
          expect.objectContaining({
            location: 'PID^1^7^1',
            severity: 'E',
            text: 'MESSAGE REJECTED. PID-7 (Date/Time of Birth) is no date, or not an existing one. Send an existing day as YYYYMMDD.',
          }),
        ],
      },
      {
        code: 'AR',
        controlId: unreadable,
        errors: [
          expect.objectContaining({
            severity: 'E',
            text: expect.stringMatching(/^MESSAGE REJECTED\. Line 4 starts with/),
          }),
        ],
      },
      { code: 'AA', controlId: last, errors: [] },
    ]);
    const recorded: string[][] = [];
    const rows: LedgerEntry[] = [];
    for (const id of ids) {
      recorded.push([...(await reportsOf(cairn.db, id))]);
      rows.push(...(await ledger(cairn.db, id)));
    }
    expect(recorded).toEqual([['A 2025-03-20 CVX:20'], [], [], ['A 2025-03-10 CVX:03']]);
    expect(rows.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'submitBatchMessage accepted',
      'submitBatchMessage refused',
      'submitBatchMessage refused',
      'submitBatchMessage accepted',
    ]);
    // Each row holds its own message, and the message alone.
    expect(rows.map(({ raw }) => raw).join('')).toBe(text.replaceAll(/(?:FHS|BHS|BTS|FTS)\|[^\r]*\r/g, ''));
  });

  test('sent again whole gets the same answers, and nothing is recorded twice', async () => {
    const ids = [controlId(), controlId()];
    const text = batch(ids.map((id) => vxu({ controlId: id })));
    const first = answersIn(await send(text));
    const before = await registryCounts(cairn.db);
    expect(answersIn(await send(text))).toEqual(first);
    expect(await registryCounts(cairn.db)).toEqual(before);
  });

  test('sent again after half of it had arrived records the other half', async () => {
    const ids = [controlId(), controlId(), controlId()];
    const messages = ids.map((id) => vxu({ controlId: id }));
    const half = answersIn(await send(batch(messages.slice(0, 2))));
    const whole = answersIn(await send(batch(messages)));
    expect(whole.slice(0, 2)).toEqual(half);
    expect(whole.map((answer) => ackOf(answer).code)).toEqual(['AA', 'AA', 'AA']);
    for (const id of ids) expect(await reportsOf(cairn.db, id)).toHaveLength(1);
  });

  test('may build on itself: a dose, its update and its deletion in one', async () => {
    const who = patient();
    const order = (action: string): string =>
      vxu({ patient: who, orders: [dose({ number: 'IN-ONE', action })] });
    const answers = answersIn(await send(batch([order('A'), order('U'), order('D'), qbp({ patient: who })])));
    expect(answers.map((answer) => ackOf(answer).code)).toEqual(['AA', 'AA', 'AA', 'AA']);
    expect(segments(answers.at(-1) ?? '', 'RXA')).toEqual([]);
  });

  test('may lack its headers and trailers: messages one after another, or one alone', async () => {
    expect(answersIn(await send(vxu() + vxu())).map((answer) => ackOf(answer).code)).toEqual(['AA', 'AA']);
    expect(answersIn(await send(vxu()))).toHaveLength(1);
  });

  test('that is no batch and no message is answered once, as what it is', async () => {
    const before = await registryCounts(cairn.db);
    const answer = await send('Nothing to report this week.');
    expect(answer).not.toContain('FHS');
    expect(ackOf(answer)).toMatchObject({
      code: 'AR',
      controlId: 'UNKNOWN',
      errors: [{ text: expect.stringMatching(/^MESSAGE REJECTED\. Line 1 starts with "Not"/) }],
    });
    expect(await registryCounts(cairn.db)).toEqual(before);
  });

  test('that holds no message is not told that it holds too many', async () => {
    const before = await registryCounts(cairn.db);
    const answer = await submitRaw(cairn.url, batch([]), { name: 'submitBatchMessage' });
    expect(answer.body).not.toContain('more than one HL7 message');
    expect(await registryCounts(cairn.db)).toEqual(before);
  });

  test('of somebody else’s organization refuses those messages, one by one', async () => {
    const answers = answersIn(await send(batch([vxu(), vxu({ from: PEDIATRICS })])));
    expect(answers.map((answer) => ackOf(answer).code)).toEqual(['AA', 'AR']);
  });

  test('with a wrong password is refused whole', async () => {
    const before = await registryCounts(cairn.db);
    const answer = await submitRaw(cairn.url, batch([vxu(), vxu()]), {
      name: 'submitBatchMessage',
      login: { ...DEMO_CLINIC, password: 'wrong' },
    });
    expect(faultWords(answer)).toMatch(/^SecurityFault 60 Security: The username or password is not valid\./);
    expect(await registryCounts(cairn.db)).toEqual(before);
  });
});

describe('a batch of queries', () => {
  test('is answered in order, found or not', async () => {
    const [known, other] = [patient(), patient()];
    await submit(cairn.url, vxu({ patient: known }));
    await submit(cairn.url, vxu({ patient: other, orders: [dose({ vaccine: '20^DTaP^CVX' })] }));
    const answers = answersIn(
      await send(batch([qbp({ patient: other }), qbp(), qbp({ patient: known })]), 'submitBatchQuery'),
    );
    expect(
      answers.map((answer) => [segments(answer, 'QAK')[0]?.[2], segments(answer, 'RXA')[0]?.[5]]),
    ).toEqual([
      ['OK', '20^DTaP^CVX'],
      ['NF', undefined],
      ['OK', '03^MMR^CVX'],
    ]);
  });

  test('refuses a submission among them, and records nothing of it', async () => {
    const id = controlId();
    const answers = answersIn(await send(batch([qbp(), vxu({ controlId: id })]), 'submitBatchQuery'));
    expect(answers.map((answer) => ackOf(answer).code)).toEqual(['AA', 'AR']);
    expect(ackOf(answers[1] ?? '').errors).toMatchObject([
      {
        text: 'MESSAGE REJECTED. A VXU came in by an operation for queries; nothing was recorded. Submit it with submitSingleMessage or submitBatchMessage.',
      },
    ]);
    expect(await reportsOf(cairn.db, id)).toEqual([]);
  });
});
