/**
 * Half a VXU is a valid VXU with fewer doses. Each text that can remain of a message when the connection breaks is
 * sent; none may be accepted unless it is whole as far as a receiver can tell.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, lastEntry, ledger, registryCounts, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { controlId, dose, historical, patient, qbp, refusal, vxu } from './support/messages.ts';
import { submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

/** Which field a segment must reach to be whole without a line end behind it; the others have no required field. */
const REACHES: Readonly<Record<string, number>> = {
  MSH: 12,
  PID: 8,
  NK1: 3,
  ORC: Infinity,
  RXA: 20,
  RXR: 1,
  OBX: 11,
};

/** Whether a text could be all that its sender meant to send. */
function looksWhole(text: string): boolean {
  if (text.endsWith('\r')) return true;
  const fields = (text.split('\r').at(-1) ?? '').split('|');
  const reached = fields.length - (fields[0] === 'MSH' ? 0 : 1);
  return reached >= (REACHES[fields[0] ?? ''] ?? 0);
}

type Whole = { readonly id: string; readonly text: string };

function threeDoses(): Whole {
  const id = controlId();
  const orders = [
    dose({ vaccine: '20^DTaP^CVX' }),
    dose({ vaccine: '10^IPV^CVX' }),
    historical({ vaccine: '08^Hep B^CVX', day: '20240415' }),
  ];
  const pd1 = { 11: '02^Reminder/recall - any method^HL70215', 12: 'N', 13: '20250320', 18: '20250320' };
  return { id, text: vxu({ controlId: id, patient: patient(), pd1, orders }) };
}

/** Every percent of its length, and both sides of every field's and segment's end. */
function cutsOf(text: string): readonly number[] {
  const ends = [...text].flatMap((character, at) => (/[\r|]/.test(character) ? [at, at + 1] : []));
  const percents = Array.from({ length: 86 }, (_, n) => Math.floor((text.length * (n + 10)) / 100));
  return [...new Set([...percents, ...ends])].filter((at) => at < text.length - 1).sort((a, b) => a - b);
}

const rxaIn = (text: string): number => text.split('\r').filter((line) => line.startsWith('RXA|')).length;

describe('of a message with three doses', () => {
  test('no remainder is accepted unless it is whole, and then all its doses are recorded', async () => {
    const accepted: string[] = [];
    const cuts = cutsOf(threeDoses().text);
    for (const at of cuts) {
      const { id, text } = threeDoses();
      const rest = text.slice(0, at);
      const before = await registryCounts(cairn.db);
      const answer = await submit(cairn.url, rest);
      const { code, errors } = ackOf(answer);
      const where = `cut at ${at} of ${text.length}: …${rest.slice(-30).replaceAll('\r', '¶')}`;
      const severe = errors.some(({ severity }) => severity === 'E');
      const entry = await lastEntry(cairn.db);
      expect([where, entry?.raw === rest, entry?.ackCode]).toEqual([where, true, code]);

      if (severe && entry?.outcome === 'refused') {
        expect([where, await registryCounts(cairn.db)]).toEqual([where, before]);
        continue;
      }
      expect([where, looksWhole(rest)]).toEqual([where, true]);
      const recorded = await reportsOf(cairn.db, id);
      const dropped = entry?.findings.filter((finding) => / E (?:RXA|ORC)\[/.test(finding)).length ?? 0;
      // What a remainder names is recorded, or named as not recorded.
      expect([where, recorded.length + dropped]).toEqual([where, rxaIn(rest) + ordersOpen(rest)]);
      expect([where, errors.filter((error) => error.severity === 'E').length]).toEqual([where, dropped]);
      accepted.push(`${code} with ${recorded.length} of 3 doses, ${where}`);
    }
    console.log(`${accepted.length} of ${cuts.length} remainders of the message were taken for whole`);
    // Where a remainder could not be told from a message without doses, the sender was at least warned.
    expect(accepted.filter((line) => line.startsWith('AA with 0') && !line.endsWith('¶'))).toEqual([]);
  });

  test('the remainder says that it was cut off, in words, and the whole message is then recorded', async () => {
    const { id, text } = threeDoses();
    const half = text.slice(0, text.indexOf('RXA|', text.indexOf('RXA|') + 1) + 20);
    const answer = await submit(cairn.url, half);
    expect(ackOf(answer)).toEqual({
      code: 'AE',
      controlId: id,
      errors: [
        {
          location: 'RXA^2',
          hl7: '100^Segment sequence error',
          severity: 'E',
          application: '',
          text: 'MESSAGE REJECTED. It ends in the middle of a segment, as if it had been cut off. Nothing was recorded. Resend the whole message, and end each segment with a carriage return.',
        },
      ],
    });
    const whole = await submit(cairn.url, text);
    // A refused half has used up nothing: the whole one is the first to be processed under its control id.
    expect(ackOf(whole)).toEqual({ code: 'AA', controlId: id, errors: [] });
    expect((await ledger(cairn.db, id)).map(({ outcome }) => outcome)).toEqual(['refused', 'accepted']);
    expect(await reportsOf(cairn.db, id)).toHaveLength(3);
  });

  test('after a remainder was taken for whole, the whole message still brings the other doses', async () => {
    const { id, text } = threeDoses();
    const two = text.slice(0, text.lastIndexOf('ORC|'));
    expect(ackOf(await submit(cairn.url, two)).code).toBe('AA');
    const answer = await submit(cairn.url, text);
    expect(ackOf(answer)).toMatchObject({
      code: 'AA',
      errors: [
        {
          severity: 'I',
          text: 'This message control id was used before for another message; this one was processed too. Give each message an id of its own in MSH-10; repeat it only to resend the same message.',
        },
      ],
    });
    expect(await reportsOf(cairn.db, id)).toEqual([
      'A 2025-03-20 CVX:20',
      'A 2025-03-20 CVX:10',
      'A 2024-04-15 CVX:08',
    ]);
  });
});

/** A remainder that ends with an ORC on its own line has an order whose dose never came. */
const ordersOpen = (text: string): number => (/(?:^|\r)ORC\|[^\r]*\r$/.test(text) ? 1 : 0);

test('a refusal that stops just before it says so (RXA-20 = RE) is not recorded as a dose given', async () => {
  const who = patient();
  const text = vxu({ patient: who, orders: [refusal({ vaccine: '21^varicella^CVX' })] });
  await submit(cairn.url, text.slice(0, text.lastIndexOf('RE|A')));
  const shown = dosesShown(await submit(cairn.url, qbp({ patient: who })));
  expect(shown.filter((line) => !line.includes(' RE'))).toEqual([]);
});

describe('of a message with demographics only', () => {
  test('one that is not ended is recorded with a warning that doses may be missing', async () => {
    const id = controlId();
    const answer = await submit(cairn.url, vxu({ controlId: id, orders: [] }).slice(0, -1));
    expect(ackOf(answer)).toEqual({
      code: 'AE',
      controlId: id,
      errors: [
        {
          location: '',
          hl7: '0^Message accepted',
          severity: 'W',
          application: '8',
          text: 'The message has no doses and its last segment is not ended. If doses were meant to follow, it was cut off: resend it. End each segment with a carriage return.',
        },
        {
          location: 'MSH^1',
          hl7: '0^Message accepted',
          severity: 'I',
          application: '4',
          text: 'The message has no dose (ORC and RXA): only what it says of the patient counts. Nothing, if only the patient was to be updated.',
        },
      ],
    });
    expect((await lastEntry(cairn.db))?.outcome).toBe('accepted');
  });
});

test('a whole message whose last line is not ended is accepted, as many senders leave it out', async () => {
  const { id, text } = threeDoses();
  expect(ackOf(await submit(cairn.url, text.slice(0, -1)))).toEqual({
    code: 'AA',
    controlId: id,
    errors: [],
  });
  expect(await reportsOf(cairn.db, id)).toHaveLength(3);
});
