import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildMessage, buildSegment } from './build.ts';
import { parseMessage } from './parse.ts';
import { delimiters, field, segmentName } from './testing/arbitraries.ts';
import { SAMPLE } from './testing/sample.ts';

describe('a segment', () => {
  test('of every kind of content', () => {
    const pid = buildSegment('PID', [
      1,
      undefined,
      { repeat: [['A1', undefined, undefined, ['STATE', '2.16', 'ISO']], ['B2'], { raw: 'C3^^^x\\T\\y' }] },
      '',
      ['O&K', 'A|B'],
      { raw: 'a^b~c' },
      '""',
    ]);
    expect(pid.toString()).toBe('PID|1||A1^^^STATE&2.16&ISO~B2~C3^^^x\\T\\y||O\\T\\K^A\\F\\B|a^b~c|""');
    expect([pid.line, pid.occurrence, pid.name]).toEqual([0, 1, 'PID']);
  });

  test('without what is empty at an end', () => {
    const pid = buildSegment('PID', [
      '1',
      ['a', ['b', '', undefined], '', undefined],
      { repeat: ['x', '', []] },
      [],
      undefined,
      '',
    ]);
    expect(pid.toString()).toBe('PID|1|a^b|x');
    expect(buildSegment('PID', []).toString()).toBe('PID');
  });

  test('MSH starts at field 3, with the delimiters before it', () => {
    expect(buildSegment('MSH', ['A', 'B']).toString()).toBe('MSH|^~\\&|A|B');
    expect(buildSegment('BHS', []).toString()).toBe('BHS|^~\\&');
    const d = {
      field: '!',
      component: '@',
      repetition: '*',
      escape: '%',
      subcomponent: '$',
      truncation: '#',
    };
    const msh = buildSegment('MSH', ['A@B', ['x', 'y#']], d);
    expect(msh.toString()).toBe('MSH!@*%$#!A%S%B!x@y%P%');
    expect([msh.text(3), msh.text(4, 2)]).toEqual(['A@B', 'y#']);
  });

  test('that could not be read back is refused', () => {
    expect(() => buildSegment('pid', [])).toThrow('"pid" is not a segment name.');
    expect(() => buildSegment('PID', [{ raw: 'a|b' }])).toThrow(RangeError);
    expect(() => buildSegment('PID', [{ raw: 'a\nMSH' }])).toThrow(RangeError);
  });
});

describe('a message', () => {
  const msh = () => buildSegment('MSH', ['A']);

  test('has a CR after each segment', () => {
    const message = buildMessage([msh(), buildSegment('PID', ['1'])]);
    expect(message.toString()).toBe('MSH|^~\\&|A\rPID|1\r');
    message.set('PID-2', 'x');
    expect(message.toString()).toBe('MSH|^~\\&|A\rPID|1|x\r');
    message.append(buildSegment('NK1', []));
    expect(message.toString()).toBe('MSH|^~\\&|A\rPID|1|x\rNK1\r');
  });

  test('echoes a segment of another message without taking it', () => {
    const received = parseMessage(SAMPLE);
    const pid = received.ok ? received.message.first('PID') : undefined;
    if (pid === undefined) throw new Error('The sample has no PID.');
    const answer = buildMessage([msh(), pid, pid]);
    answer.set('PID[2]-5', 'changed');
    expect(answer.raw('PID')).toBe(pid.toString());
    expect(received.ok && received.message.toString()).toBe(SAMPLE);
  });

  test('holding a new segment twice holds two', () => {
    const nk1 = buildSegment('NK1', ['1']);
    const message = buildMessage([msh(), nk1, nk1]);
    message.set('NK1[2]-1', '2');
    expect(message.all('NK1').map((one) => [one.text(1), one.occurrence])).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
  });

  test('is written with the delimiters asked for', () => {
    const d = { field: '!', component: '@', repetition: '*', escape: '%', subcomponent: '$' };
    const message = buildMessage(
      [msh(), buildSegment('PID', [['a', ['b', 'c!']], { repeat: ['x', 'y^'] }])],
      d,
    );
    expect(message.toString()).toBe('MSH!@*%$!A\rPID!a@b$c%F%!x*y^\r');
    expect(message.delimiters).toEqual(d);
  });

  test('starts with its one MSH', () => {
    expect(() => buildMessage([])).toThrow('A message starts with an MSH segment.');
    expect(() => buildMessage([buildSegment('PID', [])])).toThrow(RangeError);
    expect(() => buildMessage([msh(), msh()])).toThrow('A message has one MSH segment.');
  });
});

test('any content in any delimiters is built, written, parsed and read back', () => {
  const segments = fc.array(fc.tuple(segmentName, fc.array(field, { maxLength: 5 })), { maxLength: 4 });
  fc.assert(
    fc.property(delimiters, segments, (d, trees) => {
      const built = trees.map(([name, fields]) =>
        buildSegment(
          name,
          fields.map((tree) => ({ repeat: tree })),
          d,
        ),
      );
      const text = buildMessage([buildSegment('MSH', ['A'], d), ...built]).toString();
      const result = parseMessage(text);
      if (!result.ok) throw new Error(result.error.message);
      expect(result.message.delimiters).toEqual(d);
      expect(result.message.toString()).toBe(text);
      trees.forEach(([name, fields], index) => {
        const segment = result.message.segments[index + 1];
        expect(segment?.name).toBe(name);
        fields.forEach((repetitions, f) =>
          repetitions.forEach((components, r) =>
            components.forEach((leaves, c) =>
              leaves.forEach((leaf, s) => expect(segment?.text(f + 1, c + 1, r + 1, s + 1)).toBe(leaf)),
            ),
          ),
        );
      });
    }),
    { numRuns: 300 },
  );
});
