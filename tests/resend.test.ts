/** Senders send again when in doubt: nothing is recorded twice, and nothing is lost when messages meet. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, ledger, registryCounts, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  CLINIC,
  controlId,
  historical,
  patient,
  PEDIATRICS,
  qbp,
  type Sending,
  vxu,
} from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string, { login }: Sending = CLINIC): Promise<string> =>
  submit(cairn.url, message, { login });

describe('the same message again', () => {
  test('gets the same answer to the byte and leaves no new row', async () => {
    const id = controlId();
    const message = vxu({ controlId: id });
    const first = await send(message);
    const before = await registryCounts(cairn.db);
    for (let n = 0; n < 3; n++) expect(await send(message)).toBe(first);
    expect(await registryCounts(cairn.db)).toEqual(before);
    expect(await ledger(cairn.db, id)).toHaveLength(1);
  });

  test('from another sender under the same control id is a message of its own', async () => {
    const id = controlId();
    await send(vxu({ controlId: id }));
    const ack = ackOf(await send(vxu({ controlId: id, from: PEDIATRICS }), PEDIATRICS));
    expect(ack).toEqual({ code: 'AA', controlId: id, errors: [] });
  });

  test('with another content under the same control id is processed, and the sender is told', async () => {
    const id = controlId();
    await send(vxu({ controlId: id }));
    const ack = ackOf(await send(vxu({ controlId: id })));
    expect(ack).toEqual({
      code: 'AA',
      controlId: id,
      errors: [
        {
          location: 'MSH^1^10^1',
          hl7: '0^Message accepted',
          severity: 'I',
          application: '3',
          text: 'This message control id was used before for another message; this one was processed too. Give each message an id of its own in MSH-10; repeat it only to resend the same message.',
        },
      ],
    });
    expect(await reportsOf(cairn.db, id)).toHaveLength(2);
  });

  test('after it had been refused is looked at anew', async () => {
    const site = await registerSite(cairn, 'DE-500001', { stage: 'testing' });
    const id = controlId();
    const message = vxu({ controlId: id, from: site });
    expect(ackOf(await send(message, site)).code).toBe('AR');
    await cairn.db.query(`update organization set stage = 'production' where code = 'DE-500001'`);
    expect(ackOf(await send(message, site))).toEqual({ code: 'AA', controlId: id, errors: [] });
    expect((await ledger(cairn.db, id)).map(({ outcome }) => outcome)).toEqual(['refused', 'accepted']);
  });

  test('at the same moment is recorded once, and both get the one answer', async () => {
    const id = controlId();
    const message = vxu({ controlId: id });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(message)));
    expect(new Set(answers).size).toBe(1);
    expect(ackOf(answers[0] ?? '')).toEqual({ code: 'AA', controlId: id, errors: [] });
    expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:03']);
    expect(await ledger(cairn.db, id)).toHaveLength(1);
  });
});

test('messages for one patient that come at the same moment are all recorded', async () => {
  const who = patient();
  const ids = Array.from({ length: 8 }, () => controlId());
  // A month apart: more of one vaccine within days would be reports of one dose.
  const days = ids.map((_, n) => `20240${n + 1}10`);
  const answers = await Promise.all(
    ids.map((id, n) =>
      send(
        vxu({
          controlId: id,
          patient: who,
          orders: [historical({ day: days[n] ?? '' })],
        }),
      ),
    ),
  );
  expect(answers.map((answer) => ackOf(answer).code)).toEqual(ids.map(() => 'AA'));
  const shown = dosesShown(await send(qbp({ patient: who })));
  expect(shown.map((line) => line.slice(0, 8))).toEqual(days);
  const { rows } = await cairn.db.query('select count(*)::int as count from person where last_name = $1', [
    who.last.toUpperCase(),
  ]);
  expect(rows).toEqual([{ count: 1 }]);
});
