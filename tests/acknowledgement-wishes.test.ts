/** MSH-15 and MSH-16: which acknowledgement a sender wants, of which outcomes. What is recorded does not depend on it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, ledger, registryCounts, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { batch, controlId, dose, patient, qbp, vxu } from './support/messages.ts';
import { segments, submit, submitRaw } from './support/soap.ts';
import { envelopeOf } from './support/xml.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string): Promise<string> => submit(cairn.url, message);

type Wish = { readonly 15: string; readonly 16: string };

/** A message of each outcome: accepted, warned, partly refused, refused in its content, and before it was looked at. */
const KINDS = [
  (wish: Wish, id: string) => vxu({ controlId: id, msh: wish }),
  (wish: Wish, id: string) => vxu({ controlId: id, msh: wish, pid: { 13: '' } }),
  (wish: Wish, id: string) =>
    vxu({ controlId: id, msh: wish, orders: [dose(), dose({ vaccine: '9042^Moon fever^CVX' })] }),
  (wish: Wish, id: string) => vxu({ controlId: id, msh: wish, pid: { 3: '' } }),
  (wish: Wish, id: string) => vxu({ controlId: id, msh: { ...wish, 11: 'T' } }),
];

const RECORDED = [
  { outcome: 'accepted', ackCode: 'AA', doses: 1 },
  { outcome: 'accepted', ackCode: 'AE', doses: 1 },
  { outcome: 'partly-accepted', ackCode: 'AE', doses: 1 },
  { outcome: 'refused', ackCode: 'AE', doses: 0 },
  { outcome: 'refused', ackCode: 'AR', doses: 0 },
];

/** MSA-1, or - for an empty answer. */
const said = (answer: string): string => (answer === '' ? '-' : ackOf(answer).code);

/** The answer without what is its own: time and id. */
const comparable = (answer: string): string =>
  answer.replace(/\|\d{14}[+-]\d{4}\|/, '|TIME|').replace(/\|[0-9a-f-]{36}\|/, '|ID|');

describe.each([
  ['', '', 'AA AE AE AE AR'],
  ['ER', 'AL', 'AA AE AE AE AR'],
  ['NE', 'AL', 'AA AE AE AE AR'],
  ['AL', 'AL', 'AA AE AE AE AR'],
  ['NE', '', 'AA AE AE AE AR'],
  ['NE', 'XX', 'AA AE AE AE AR'],
  ['NE', 'NE', '- - - - -'],
  ['', 'NE', '- - - - -'],
  ['AL', 'NE', 'CA CA CE CE CR'],
  ['ER', 'NE', '- - CE CE CR'],
  ['SU', 'NE', 'CA CA - - -'],
  ['NE', 'ER', '- AE AE AE AR'],
  ['AL', 'ER', 'CA AE AE AE AR'],
  ['SU', 'ER', 'CA AE AE AE AR'],
  ['NE', 'SU', 'AA - - - -'],
  ['AL', 'SU', 'AA CA CE CE CR'],
  ['ER', 'SU', 'AA - CE CE CR'],
])('with MSH-15 "%s" and MSH-16 "%s"', (accept, application, expected) => {
  test(`the answers are ${expected}, what is recorded is the same, and a resend is answered alike`, async () => {
    const answers: string[] = [];
    for (const [index, make] of KINDS.entries()) {
      const id = controlId();
      const message = make({ 15: accept, 16: application }, id);
      const answer = await send(message);
      answers.push(said(answer));
      if (answer !== '') expect(ackOf(answer).controlId).toBe(id);
      const { outcome, ackCode, doses } = RECORDED[index] ?? {};
      expect(await ledger(cairn.db, id)).toMatchObject([{ outcome, ackCode, answer, raw: message }]);
      expect(await reportsOf(cairn.db, id)).toHaveLength(doses ?? 0);

      const before = await registryCounts(cairn.db);
      expect(comparable(await send(message))).toBe(comparable(answer));
      expect(await registryCounts(cairn.db)).toEqual(before);
      // What was refused is looked at anew.
      expect(await ledger(cairn.db, id)).toHaveLength(outcome === 'refused' ? 2 : 1);
    }
    expect(answers.join(' ')).toBe(expected);
  });
});

test('where no answer is wanted the request is still answered, by an empty return', async () => {
  const answer = await submitRaw(cairn.url, vxu({ msh: { 15: 'NE', 16: 'NE' } }));
  const { content } = envelopeOf(answer, '1.2');
  expect([answer.status, content.name]).toEqual([200, '{urn:cdc:iisb:2011}submitSingleMessageResponse']);
  expect(content.children.map(({ name, text }) => [name, text])).toEqual([['{urn:cdc:iisb:2011}return', '']]);
});

test('an accept acknowledgement that refuses says why', async () => {
  const [, , partly] = KINDS;
  const answer = await send(partly?.({ 15: 'ER', 16: 'NE' }, controlId()) ?? '');
  expect(segments(answer, 'MSH')[0]?.[8]).toBe('ACK^V04^ACK');
  expect(ackOf(answer)).toMatchObject({
    code: 'CE',
    errors: [
      {
        location: 'RXA^2^5^1',
        severity: 'E',
        text: expect.stringMatching(
          /^The vaccine code \(CVX\) is not in CDC's list\. This dose was not recorded\./,
        ),
      },
      { location: 'MSH^1^16^1', severity: 'I', text: 'MSH-16 is not AL. Send AL in MSH-16.' },
    ],
  });
});

test('a query is answered whatever its MSH-15 and MSH-16 say', async () => {
  const who = patient();
  await send(vxu({ patient: who }));
  const answer = await send(qbp({ patient: who, msh: { 15: 'NE', 16: 'NE' } }));
  expect(segments(answer, 'QAK')[0]?.[2]).toBe('OK');
});

describe('in a batch', () => {
  const NEVER = { 15: 'NE', 16: 'NE' };

  test('the messages that want no answer are left out, and the batch counts those that are there', async () => {
    const [first, silent, last] = [controlId(), controlId(), controlId()];
    const answer = await submit(
      cairn.url,
      batch([
        vxu({ controlId: first }),
        vxu({ controlId: silent, msh: NEVER }),
        vxu({ controlId: last, pid: { 3: '' } }),
      ]),
      { name: 'submitBatchMessage' },
    );
    expect(segments(answer, 'MSA')).toEqual([
      ['MSA', 'AA', first],
      ['MSA', 'AE', last],
    ]);
    expect(answer.split('\r').slice(-3)).toEqual(['BTS|2', 'FTS|1', '']);
    expect(answer).not.toContain('\r\r');
    expect(await reportsOf(cairn.db, silent)).toHaveLength(1);
  });

  test('where nobody wants an answer, there is none', async () => {
    const ids = [controlId(), controlId()];
    const messages = ids.map((id) => vxu({ controlId: id, msh: NEVER }));
    expect(await submit(cairn.url, batch(messages), { name: 'submitBatchMessage' })).toBe('');
    for (const id of ids) expect(await reportsOf(cairn.db, id)).toHaveLength(1);
  });
});
