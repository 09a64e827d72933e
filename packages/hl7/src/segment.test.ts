import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSegment } from './build.ts';
import { HL7_NULL } from './delimiters.ts';
import { parseMessage } from './parse.ts';
import type { Segment } from './segment.ts';
import { delimiters, field, segmentName, text } from './testing/arbitraries.ts';
import { SAMPLE } from './testing/sample.ts';

function sample(name: string): Segment {
  const result = parseMessage(SAMPLE);
  const segment = result.ok ? result.message.first(name) : undefined;
  if (segment === undefined) throw new Error(`The sample has no ${name}.`);
  return segment;
}

function range(end: number): number[] {
  return Array.from({ length: end }, (_, index) => index + 1);
}

describe('reading', () => {
  const pid = sample('PID');

  test('the first component and subcomponent stand for the field', () => {
    expect(pid.text(3)).toBe('A1');
    expect(pid.text(5)).toBe('Kestrel');
    expect(pid.text(7)).toBe('20230104');
    expect(pid.text(3, 4, 2)).toBe('STATE');
  });

  test('components, repetitions and subcomponents', () => {
    expect(pid.text(5, 2)).toBe('Arlo');
    expect(pid.text(3, 1, 2)).toBe('B2');
    expect(pid.text(3, 4, 2, 3)).toBe('ISO');
    expect(pid.raw(3)).toBe('A1^^^CLINIC^MR~B2^^^STATE&2.16.840&ISO^SR');
    expect(pid.rawComponent(3, 4, 2)).toBe('STATE&2.16.840&ISO');
    expect([pid.repetitions(3), pid.components(3), pid.subcomponents(3, 4, 2)]).toEqual([2, 5, 3]);
    expect(pid.fieldCount).toBe(13);
  });

  test('what is not there is empty', () => {
    expect([pid.text(2), pid.text(99), pid.text(5, 20), pid.text(3, 1, 9), pid.text(3, 4, 2, 9)]).toEqual([
      '',
      '',
      '',
      '',
      '',
    ]);
    expect([pid.text(0), pid.text(-1), pid.text(5, 0), pid.text(5, 1, -1), pid.raw(Number.NaN)]).toEqual([
      '',
      '',
      '',
      '',
      '',
    ]);
    expect([pid.repetitions(2), pid.components(2), pid.subcomponents(2, 1), pid.components(3, 9)]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test('escapes are decoded, except in raw', () => {
    const parsed = parseMessage(SAMPLE);
    const obx = parsed.ok ? parsed.message.all('OBX')[1] : undefined;
    expect(obx?.text(5)).toBe('fever & rash\nsecond line');
    expect(obx?.raw(5)).toBe('fever \\T\\ rash\\.br\\second line');
  });

  test('empty, to be deleted and valued', () => {
    const pd1 = sample('PD1');
    expect([pd1.state(1), pd1.state(12), pd1.state(13), pd1.state(40)]).toEqual([
      'empty',
      'valued',
      'null',
      'empty',
    ]);
    expect(pd1.text(13)).toBe(HL7_NULL);
    const rxa = buildSegment('RXA', [{ raw: '^^^' }, { raw: '~^x' }, { raw: '""^""' }, { raw: '""^a' }]);
    expect([1, 2, 3, 4].map((n) => rxa.state(n))).toEqual(['empty', 'valued', 'null', 'valued']);
    expect([rxa.state(2, undefined, 1), rxa.state(2, 2, 2), rxa.state(4, 1), rxa.state(4, 2)]).toEqual([
      'empty',
      'valued',
      'null',
      'valued',
    ]);
  });

  test('a name alone is a segment without fields', () => {
    const result = parseMessage('MSH|^~\\&\rPID\r');
    const bare = result.ok ? result.message.first('PID') : undefined;
    expect([bare?.fieldCount, bare?.text(1), bare?.toString()]).toEqual([0, '', 'PID']);
  });
});

describe('the delimiters in MSH', () => {
  const msh = sample('MSH');

  test('are fields 1 and 2, verbatim', () => {
    expect([msh.text(1), msh.text(2), msh.text(3)]).toEqual(['|', '^~\\&', 'CLINIC']);
    expect([msh.raw(1), msh.raw(2), msh.raw(9)]).toEqual(['|', '^~\\&', 'VXU^V04^VXU_V04']);
    expect([msh.text(2, 2), msh.text(2, 1, 2), msh.rawComponent(2, 1), msh.rawComponent(2, 2)]).toEqual([
      '',
      '',
      '^~\\&',
      '',
    ]);
    expect([msh.repetitions(2), msh.components(2), msh.subcomponents(2, 1), msh.components(1)]).toEqual([
      1, 1, 1, 1,
    ]);
    expect([msh.state(1), msh.state(2), msh.state(2, 2), msh.fieldCount]).toEqual([
      'valued',
      'valued',
      'empty',
      22,
    ]);
  });

  test('cannot be changed', () => {
    expect(() => msh.set(1, '!')).toThrow(
      'MSH-1 declares the delimiters of the message and cannot be changed.',
    );
    expect(() => msh.setRaw(2, '^~\\&')).toThrow(RangeError);
  });
});

describe('setting', () => {
  test('a whole field, a repetition, a component, a subcomponent', () => {
    const pid = sample('PID');
    pid.set(2, 'x|y');
    pid.set(3, 'STATE2', { repetition: 2, component: 4, subcomponent: 1 });
    pid.set(5, 'Merlin', { component: 2 });
    pid.set(11, 'none', { repetition: 3 });
    expect(pid.toString()).toBe(
      'PID|1|x\\F\\y|A1^^^CLINIC^MR~B2^^^STATE2&2.16.840&ISO^SR||Kestrel^Merlin^Q^^^^L|Wren^^^^^^M|20230104|M|||12 Hill St^^Fresno^CA^93721^USA^P~~none||^PRN^PH^^^916^5550101~^NET^Internet^kestrel@example.com',
    );
    pid.set(3, 'only');
    expect(pid.raw(3)).toBe('only');
  });

  test('creates what lies before', () => {
    const pid = buildSegment('PID', ['1']);
    pid.set(4, 'x', { repetition: 2, component: 3, subcomponent: 2 });
    expect(pid.toString()).toBe('PID|1|||~^^&x');
    expect(pid.fieldCount).toBe(4);
  });

  test('raw text', () => {
    const pid = buildSegment('PID', ['1']);
    pid.setRaw(3, 'a^b~c');
    expect(pid.toString()).toBe('PID|1||a^b~c');
    expect(() => pid.setRaw(3, 'a|b')).toThrow(
      'An escaped field cannot hold a field separator or a line end',
    );
    expect(() => pid.setRaw(3, 'a\rPID')).toThrow(RangeError);
  });

  test.each([0, -1, 1.5, 100_000, Number.NaN])('%d is no place', (n) => {
    const pid = sample('PID');
    const before = pid.toString();
    expect(() => pid.set(n, 'x')).toThrow(`${n} is not a field, repetition or component number`);
    expect(() => pid.set(3, 'x', { component: n })).toThrow(RangeError);
    expect(() => pid.set(3, 'x', { repetition: n })).toThrow(RangeError);
    expect(() => pid.set(3, 'x', { subcomponent: n })).toThrow(RangeError);
    expect(pid.toString()).toBe(before);
  });

  const place = fc.record(
    {
      component: fc.integer({ min: 1, max: 5 }),
      repetition: fc.integer({ min: 1, max: 4 }),
      subcomponent: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: [] },
  );

  test('is read back, and leaves every other field and part as it was', () => {
    fc.assert(
      fc.property(
        delimiters,
        segmentName,
        fc.array(field, { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        place,
        text,
        (d, name, trees, at, within, value) => {
          const contents = trees.map((tree) => ({ repeat: tree }));
          const segment = buildSegment(name, contents, d);
          const untouched = buildSegment(name, contents, d);
          segment.set(at, value, within);
          expect(segment.text(at, within.component, within.repetition, within.subcomponent)).toBe(value);
          // What was set is the one thing left out of the comparison.
          const others = (one: Segment) => range(10).map((n) => (n === at ? [] : one.raw(n)));
          const beside = (one: Segment) =>
            range(6).map((c) => (c === within.component ? [] : one.rawComponent(at, c, within.repetition)));
          expect(others(segment)).toEqual(others(untouched));
          expect(within.component === undefined || beside(segment)).toEqual(
            within.component === undefined || beside(untouched),
          );
          expect(segment.toString().split(d.field).length).toBe(Math.max(at, untouched.fieldCount) + 1);
        },
      ),
    );
  });
});
