/** What becomes of doses: added, updated, deleted, declined, sent again, by one organization or several. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, registryCounts } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  CLINIC,
  details,
  dose,
  historical,
  type Order,
  type Patient,
  patient,
  PEDIATRICS,
  qbp,
  refusal,
  segment,
  type Sending,
  vxu,
} from './support/messages.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string, { login }: Sending = CLINIC): Promise<string> =>
  submit(cairn.url, message, { login });

/** Submits orders for somebody and returns the acknowledgement. */
const report = async (who: Patient, orders: readonly Order[], from = CLINIC) =>
  ackOf(await send(vxu({ patient: who, orders, from }), from));

const historyOf = (who: Patient, from = CLINIC): Promise<string> => send(qbp({ patient: who, from }), from);

const shown = async (who: Patient, from = CLINIC): Promise<readonly string[]> =>
  dosesShown(await historyOf(who, from));

describe('a dose', () => {
  test('is visible as soon as it is acknowledged, with all that was said of it', async () => {
    const who = patient();
    const order = dose({ number: 'SEEN-1' });
    expect((await report(who, [order])).code).toBe('AA');
    const lines = (await historyOf(who)).split('\r');
    expect(
      lines.slice(
        lines.findIndex((line) => line.startsWith('ORC')),
        -1,
      ),
    ).toEqual(order);
  });

  test('is shown by its date, whatever the order in which the doses came', async () => {
    const who = patient();
    await report(who, [historical({ day: '20240901' }), historical({ day: '20240401' })]);
    await report(who, [historical({ day: '20240601' })]);
    expect((await shown(who)).map((line) => line.slice(0, 8))).toEqual(['20240401', '20240601', '20240901']);
  });

  test('that is historical comes back as historical', async () => {
    const who = patient();
    expect((await report(who, [historical({ day: '20240520' })])).code).toBe('AA');
    const [rxa] = segments(await historyOf(who), 'RXA');
    expect([rxa?.[3], rxa?.[6], rxa?.[9]]).toEqual([
      '20240520',
      '999',
      '01^Historical information - source unspecified^NIP001',
    ]);
  });

  test('that was declined comes back as declined, with the reason', async () => {
    const who = patient();
    const declined = refusal({ vaccine: '21^varicella^CVX' });
    expect(await report(who, [declined])).toMatchObject({ code: 'AA', errors: [] });
    const answer = await historyOf(who);
    expect(segments(answer, 'RXA').map((rxa) => [rxa[5], rxa[18], rxa[20]])).toEqual([
      ['21^varicella^CVX', '00^Parental decision^NIP002', 'RE'],
    ]);
    // Declining once more the same day says nothing new; declining another vaccine does.
    await report(who, [declined, refusal({ vaccine: '03^MMR^CVX' })]);
    expect(await shown(who)).toEqual(['20250320 21 RE A', '20250320 03 RE A']);
  });

  test('that was not needed (998, immune by history) comes back with its observation', async () => {
    const who = patient();
    const observation = segment('OBX', {
      1: '1',
      2: 'CE',
      3: '59784-9^Disease with presumed immunity^LN',
      4: '1',
      5: '38907003^Varicella infection^SCT',
      11: 'F',
    });
    const immune = refusal({
      vaccine: '998^No vaccine administered^CVX',
      rxa: { 18: '', 20: 'NA' },
      rest: [observation],
    });
    expect((await report(who, [immune])).code).toBe('AA');
    expect((await historyOf(who)).split('\r')).toContain(observation);
  });

  test('without an id (ORC-3) is recorded with a warning', async () => {
    const who = patient();
    expect(await report(who, [dose({ number: '' })])).toMatchObject({
      code: 'AE',
      errors: [
        {
          location: 'ORC^1^3^1',
          hl7: '101^Required field missing',
          severity: 'W',
          text: 'The order has no id (ORC-3); a dose without one cannot be updated safely. Send the id of the dose in your system in ORC-3, or 9999 where no dose was given.',
        },
      ],
    });
    expect(await shown(who)).toEqual(['20250320 03 X100A CP A']);
  });

  test.each([
    ['another vaccine of another day', { day: '20250310', vaccine: '20^DTaP^CVX' }, '20250310 20'],
    ['another vaccine of the same day', { vaccine: '20^DTaP^CVX' }, '20250320 20'],
    ['the same vaccine of another month', { day: '20250220' }, '20250220 03'],
  ])('whose id (ORC-3) is in use for %s does not overwrite that one', async (_, other, start) => {
    const who = patient();
    const number = `USED-${who.chart}`;
    await report(who, [dose({ number })]);
    const ack = await report(who, [dose({ number, ...other })]);
    expect(ack).toMatchObject({
      code: 'AE',
      errors: [
        {
          location: 'ORC^1^3^1',
          hl7: '205^Duplicate key identifier',
          severity: 'W',
          application: '3',
          text: 'Your dose id (ORC-3) is in use for another vaccine or another day. Both reports are kept; they count once where the days are close. Give each dose an id of its own. To correct the other dose, send RXA-21 = U.',
        },
      ],
    });
    expect([...(await shown(who))].sort()).toEqual([`${start} X100A CP A`, '20250320 03 X100A CP A'].sort());
  });

  test('that is added once more with another lot is the same dose, corrected', async () => {
    const who = patient();
    await report(who, [dose({ number: 'AGAIN-1' })]);
    expect(await report(who, [dose({ number: 'AGAIN-1', rxa: { 15: 'Z300C' } })])).toMatchObject({
      code: 'AA',
      errors: [],
    });
    expect(await shown(who)).toEqual(['20250320 03 Z300C CP A']);
  });
});

describe('an update', () => {
  test('replaces the dose as a whole, once', async () => {
    const who = patient();
    await report(who, [dose({ number: 'UPD-1' }), dose({ number: 'UPD-2', vaccine: '20^DTaP^CVX' })]);
    const route = segment('RXR', { 1: 'C38299^Subcutaneous^NCIT', 2: 'RT^Right Thigh^HL70163' });
    const eligibility = details('03', '20250320').slice(1);
    const updated = dose({
      number: 'UPD-1',
      action: 'U',
      rxa: { 15: 'Y200B' },
      rest: [route, ...eligibility],
    });
    expect(await report(who, [updated])).toMatchObject({ code: 'AA', errors: [] });
    const answer = await historyOf(who);
    expect(dosesShown(answer)).toEqual(['20250320 20 X100A CP A', '20250320 03 Y200B CP A']);
    // The site of the first report is not the update's.
    expect(segments(answer, 'RXR').map((rxr) => rxr[2])).toEqual([
      'LT^Left Thigh^HL70163',
      'RT^Right Thigh^HL70163',
    ]);
    expect(segments(answer, 'OBX')).toHaveLength(2 * eligibility.length);

    const before = await registryCounts(cairn.db);
    expect(await report(who, [updated])).toMatchObject({ code: 'AA', errors: [] });
    const after = await registryCounts(cairn.db);
    expect(after).toEqual({ ...before, person_versions: (before['person_versions'] ?? 0) + 1 });
  });

  test('of the day and the vaccine at once is followed by the id', async () => {
    const who = patient();
    await report(who, [dose({ number: 'UPD-3' })]);
    await report(who, [dose({ number: 'UPD-3', action: 'U', day: '20250310', vaccine: '20^DTaP^CVX' })]);
    expect(await shown(who)).toEqual(['20250310 20 X100A CP A']);
  });

  test('of a dose that is not known records it, and says so', async () => {
    const who = patient();
    expect(await report(who, [dose({ number: 'UPD-4', action: 'U' })])).toMatchObject({
      code: 'AA',
      errors: [
        {
          severity: 'I',
          text: 'No dose with this id (ORC-3) was known from your organization; the update was recorded as a new dose. Nothing, if the dose had not been sent before.',
        },
      ],
    });
    expect(await shown(who)).toEqual(['20250320 03 X100A CP A']);
  });
});

describe('a deletion', () => {
  const deleted = (number: string, over: Parameters<typeof dose>[0] = {}): Order =>
    dose({ number, action: 'D', ...over });

  test('takes the dose out of the history; a second one is only noted; the dose may be added again', async () => {
    const who = patient();
    await report(who, [dose({ number: 'DEL-1' }), dose({ number: 'DEL-2', vaccine: '20^DTaP^CVX' })]);
    expect(await report(who, [deleted('DEL-1')])).toMatchObject({ code: 'AA', errors: [] });
    expect(await shown(who)).toEqual(['20250320 20 X100A CP A']);

    expect(await report(who, [deleted('DEL-1')])).toMatchObject({
      code: 'AA',
      errors: [
        {
          location: 'ORC^1^3^1',
          severity: 'I',
          text: 'This dose had been deleted before; nothing changed. Nothing.',
        },
      ],
    });
    await report(who, [dose({ number: 'DEL-1' })]);
    expect(await shown(who)).toEqual(['20250320 20 X100A CP A', '20250320 03 X100A CP A']);
  });

  test('of a dose that is not known is an error, and the other doses of the message stand', async () => {
    const who = patient();
    const ack = await report(who, [deleted('DEL-NONE'), dose({ number: 'DEL-3' })]);
    expect(ack).toMatchObject({
      code: 'AE',
      errors: [
        {
          location: 'ORC^1^3^1',
          hl7: '204^Unknown key identifier',
          severity: 'E',
          application: '4',
          text: 'No dose with this id (ORC-3) is known from your organization for this patient; nothing was deleted. Send the ORC-3 and MSH-22 under which the dose was submitted.',
        },
      ],
    });
    expect(await shown(who)).toEqual(['20250320 03 X100A CP A']);
  });

  test('that names another vaccine and day than the dose is refused', async () => {
    const who = patient();
    await report(who, [dose({ number: 'DEL-4' })]);
    const ack = await report(who, [deleted('DEL-4', { day: '20250310', vaccine: '20^DTaP^CVX' })]);
    expect(ack).toMatchObject({
      code: 'AE',
      errors: [
        {
          hl7: '205^Duplicate key identifier',
          severity: 'E',
          text: 'The dose with this id (ORC-3) is of another vaccine and day; nothing was deleted. Send the deletion with the vaccine and date of the dose as submitted.',
        },
      ],
    });
    expect(await shown(who)).toEqual(['20250320 03 X100A CP A']);
  });

  test('by another organization, of the same id, does not reach the dose', async () => {
    const who = patient();
    await report(who, [dose({ number: 'DEL-5' })]);
    // The other organization writes even the authority of the id as the owner does.
    const ack = await report(who, [deleted('DEL-5', { rxa: { 11: '' } })], PEDIATRICS);
    expect(ack).toMatchObject({
      code: 'AE',
      errors: [{ hl7: '204^Unknown key identifier', severity: 'E' }],
    });
    expect(await shown(who)).toEqual(['20250320 03 X100A CP A']);
  });
});

describe('two organizations', () => {
  test('that report the same dose each keep their own report of it, and one dose is shown', async () => {
    const who = patient();
    await report(who, [dose({ number: 'BOTH-1' })]);
    await report(who, [historical({ number: 'BOTH-1' })], PEDIATRICS);
    // Who gave it knows more of it than who tells of it.
    expect(await shown(who)).toEqual(['20250320 03 X100A CP A']);
    // Each corrects its own, and only that.
    await report(who, [dose({ number: 'BOTH-1', action: 'D', site: 'DE-000001' })]);
    expect(await shown(who, PEDIATRICS)).toEqual(['20250320 03 CP A']);
  });

  test('that tell of a dose with what only one of them knows fill each other in', async () => {
    const who = patient();
    await report(who, [dose({ number: 'FILL-1', rxa: { 15: '', 16: '' } })]);
    await report(who, [historical({ rxa: { 15: 'Q55', 16: '20271231' } })], PEDIATRICS);
    const [rxa] = segments(await historyOf(who), 'RXA');
    expect([rxa?.[9]?.slice(0, 2), rxa?.[15], rxa?.[16]]).toEqual(['00', 'Q55', '20271231']);
  });

  test('that each gave a dose of one vaccine on one day from a lot of their own gave two', async () => {
    const who = patient();
    await report(who, [dose()]);
    await report(who, [dose({ site: 'DE-000002', rxa: { 15: 'OTHER9' } })], PEDIATRICS);
    expect([...(await shown(who))].sort()).toEqual(['20250320 03 OTHER9 CP A', '20250320 03 X100A CP A']);
  });
});

test('a dose under a number that was used a few days before is one that was sent again with another day', async () => {
  const who = patient();
  await report(who, [dose({ number: 'MOVED-1' })]);
  const ack = await report(who, [dose({ number: 'MOVED-1', day: '20250310' })]);
  expect(ack.errors.map(({ hl7, severity }) => [hl7, severity])).toEqual([
    ['205^Duplicate key identifier', 'W'],
  ]);
  expect(await shown(who)).toHaveLength(1);
  // Both are on file: when one is deleted the other stands.
  await report(who, [dose({ number: 'MOVED-1', day: '20250310', action: 'D' })]);
  expect(await shown(who)).toEqual(['20250320 03 X100A CP A']);
});
