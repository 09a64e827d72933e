/** What is wrong with a part of a message costs that part alone: the rest is recorded, and comes back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ackOf, dosesShown, ledger, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { controlId, details, dose, patient, qbp, segment, vxu } from './support/messages.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string): Promise<string> => submit(cairn.url, message);

test('of three doses the middle one, of a vaccine that nobody knows, is refused, and the answer says which', async () => {
  const [who, id] = [patient(), controlId()];
  const answer = await send(
    vxu({
      patient: who,
      controlId: id,
      orders: [
        dose({ number: 'ONE', vaccine: '20^DTaP^CVX' }),
        dose({ number: 'TWO', vaccine: '9042^Moon fever^CVX' }),
        dose({ number: 'THREE', vaccine: '10^IPV^CVX' }),
      ],
    }),
  );
  expect(ackOf(answer)).toEqual({
    code: 'AE',
    controlId: id,
    errors: [
      {
        location: 'RXA^2^5^1',
        hl7: '103^Table value not found',
        severity: 'E',
        application: '5',
        text: "The vaccine code (CVX) is not in CDC's list. This dose was not recorded. Correct RXA-5, with a leading zero where CVX has one, and resend this dose.",
      },
    ],
  });
  expect(await ledger(cairn.db, id)).toMatchObject([{ outcome: 'partly-accepted', ackCode: 'AE' }]);
  expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:20', 'A 2025-03-20 CVX:10']);
  const shown = await send(qbp({ patient: who }));
  expect(segments(shown, 'ORC').map((orc) => orc[3])).toEqual(['ONE^DE-000001', 'THREE^DE-000001']);
  expect(shown).not.toContain('9042');

  // Corrected and sent again, it joins the others; those are not there twice.
  const corrected = vxu({
    patient: who,
    orders: [
      dose({ number: 'ONE', vaccine: '20^DTaP^CVX' }),
      dose({ number: 'TWO', vaccine: '03^MMR^CVX' }),
      dose({ number: 'THREE', vaccine: '10^IPV^CVX' }),
    ],
  });
  expect(ackOf(await send(corrected))).toMatchObject({ code: 'AA', errors: [] });
  expect([...dosesShown(await send(qbp({ patient: who })))].sort()).toEqual([
    '20250320 03 X100A CP A',
    '20250320 10 X100A CP A',
    '20250320 20 X100A CP A',
  ]);
});

test('where all doses are refused nobody is recorded either, who was not known before', async () => {
  const [who, id] = [patient(), controlId()];
  const orders = [dose({ vaccine: '9042^Moon fever^CVX' })];
  expect(ackOf(await send(vxu({ patient: who, controlId: id, orders }))).code).toBe('AE');
  expect(await ledger(cairn.db, id)).toMatchObject([{ outcome: 'refused', ackCode: 'AE', personId: null }]);
  expect(segments(await send(qbp({ patient: who })), 'QAK')[0]?.[2]).toBe('NF');
});

test('a site of the body that is no code is not in the history; route, dose and observations are', async () => {
  const [who, id] = [patient(), controlId()];
  const rest = details('03', '20250320').slice(1);
  const route = segment('RXR', { 1: 'C38299^Subcutaneous^NCIT', 2: 'NOSE^Tip of the nose^HL70163' });
  const answer = await send(vxu({ patient: who, controlId: id, orders: [dose({ rest: [route, ...rest] })] }));
  expect(ackOf(answer)).toEqual({
    code: 'AE',
    controlId: id,
    errors: [
      {
        location: 'RXR^1^2^1^1',
        hl7: '103^Table value not found',
        severity: 'W',
        application: '5',
        text: 'RXR-2.1 (Administration Site) is not a code of table HL70163 (Administration site). The value was ignored. Send one of the codes of table HL70163.',
      },
    ],
  });
  const shown = await send(qbp({ patient: who }));
  expect(segments(shown, 'RXR')).toEqual([['RXR', 'C38299^Subcutaneous^NCIT', '']]);
  expect(shown).not.toMatch(/nose/i);
  expect(shown.split('\r').filter((line) => line.startsWith('OBX'))).toEqual(rest);
  expect(dosesShown(shown)).toEqual(['20250320 03 X100A CP A']);
  // The ledger keeps what came, to the byte.
  expect((await ledger(cairn.db, id))[0]?.raw).toContain('NOSE^Tip of the nose');
});
