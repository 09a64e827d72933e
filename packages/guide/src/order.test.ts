import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { ordersOf } from './order.ts';
import { parsed, TODAY } from './testing/sound.ts';

const HEADER = 'MSH|^~\\&|||||20261120||VXU^V04^VXU_V04|1|P|2.5.1';
const ALONE = new Set(['order-without-dose', 'dose-without-order']);

function group(...names: readonly string[]) {
  const message = parsed([HEADER, 'PID|1', ...names].join('\r'));
  const findings = check(message, { today: TODAY }).findings.filter(({ code }) => ALONE.has(code));
  return { orders: ordersOf(message), findings, message };
}

/** The orders as names of their segments, and the places of the findings. */
function shape(...names: readonly string[]) {
  const { orders, findings } = group(...names);
  return {
    orders: orders.map(({ orc, rxa, rest }) =>
      [`${orc.name}${orc.occurrence}`, `${rxa.name}${rxa.occurrence}`, ...rest.map(({ name }) => name)].join(
        ' ',
      ),
    ),
    findings: findings.map(({ path }) => path),
  };
}

describe('an order', () => {
  test('is an ORC, its RXA and what belongs to the dose', () => {
    expect(shape('ORC', 'RXA', 'RXR', 'OBX', 'NTE', 'OBX', 'ORC', 'RXA')).toEqual({
      orders: ['ORC1 RXA1 RXR OBX NTE OBX', 'ORC2 RXA2'],
      findings: [],
    });
  });

  test('takes no segment of another kind', () => {
    expect(shape('ORC', 'RXA', 'ZZZ', 'OBX').orders).toEqual(['ORC1 RXA1 OBX']);
  });

  test('is told of no timing (TQ1, TQ2), wherever that stands', () => {
    expect(shape('ORC', 'TQ1', 'TQ2', 'RXA', 'TQ1', 'RXR').orders).toEqual(['ORC1 RXA1 RXR']);
  });
});

describe('what is no order', () => {
  test('an ORC without RXA, and the next one stands', () => {
    expect(shape('ORC', 'ORC', 'RXA', 'OBX', 'ORC')).toEqual({
      orders: ['ORC2 RXA1 OBX'],
      findings: ['ORC[1]', 'ORC[3]'],
    });
    expect(group('ORC').findings[0]).toMatchObject({
      code: 'order-without-dose',
      severity: 'E',
      hl7: '100',
      message: 'An ORC is not followed by an RXA; nothing was recorded for this order.',
      fix: 'Send an RXA right after each ORC.',
    });
  });

  test('an RXA without ORC, and its observations are nobody else’s', () => {
    expect(shape('ORC', 'RXA', 'RXA', 'OBX', 'ORC', 'RXA')).toEqual({
      orders: ['ORC1 RXA1', 'ORC2 RXA3'],
      findings: ['RXA[2]'],
    });
    expect(group('RXA').findings[0]).toMatchObject({
      code: 'dose-without-order',
      severity: 'E',
      effect: 'dose',
      hl7: '100',
      message: 'An RXA has no ORC of its own before it. This dose was not recorded.',
      fix: 'Send one ORC, with the dose id in ORC-3, before each RXA, and resend this dose.',
    });
  });

  test('an RXA behind the observations of another', () => {
    expect(shape('ORC', 'RXA', 'OBX', 'RXA', 'RXR')).toEqual({
      orders: ['ORC1 RXA1 OBX'],
      findings: ['RXA[2]'],
    });
  });

  test('observations before the first order', () => {
    expect(shape('OBX', 'NTE', 'ORC', 'RXA').orders).toEqual(['ORC1 RXA1']);
  });
});

const segments = fc.array(fc.constantFrom('ORC', 'RXA', 'ORC', 'RXA', 'RXR', 'OBX', 'NTE', 'PID', 'ZZZ'), {
  maxLength: 30,
});

test('every ORC and every RXA is in exactly one order or named in exactly one finding', () => {
  fc.assert(
    fc.property(segments, (names) => {
      const { orders, findings, message } = group(...names);
      const inOrders = orders.flatMap(({ orc, rxa }) => [`ORC[${orc.occurrence}]`, `RXA[${rxa.occurrence}]`]);
      const named = findings.map(({ path }) => path ?? '');
      const all = ['ORC', 'RXA'].flatMap((name) =>
        message.all(name).map((_, index) => `${name}[${index + 1}]`),
      );
      expect([...inOrders, ...named].toSorted()).toEqual(all.toSorted());
    }),
    { numRuns: 500 },
  );
});

test('what belongs to an order stands between its RXA and the next ORC or RXA, in that order', () => {
  fc.assert(
    fc.property(segments, (names) => {
      const { orders, message } = group(...names);
      for (const { rxa, rest } of orders) {
        const from = message.segments.indexOf(rxa) + 1;
        const next = message.segments.findIndex(({ name }, at) => at >= from && /ORC|RXA/.test(name));
        const between = message.segments.slice(from, next < 0 ? undefined : next);
        expect(rest).toEqual(between.filter(({ name }) => /RXR|OBX|NTE/.test(name)));
      }
    }),
    { numRuns: 300 },
  );
});
