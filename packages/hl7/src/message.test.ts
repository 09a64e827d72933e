import { describe, expect, test } from 'vitest';
import { buildSegment } from './build.ts';
import type { Message } from './message.ts';
import { parseMessage } from './parse.ts';
import { SAMPLE } from './testing/sample.ts';

function parsed(source: string): Message {
  const result = parseMessage(source);
  if (!result.ok) throw new Error(result.error.message);
  return result.message;
}

describe('reading by path', () => {
  const message = parsed(SAMPLE);

  test.each([
    ['MSH-1', '|'],
    ['MSH-2', '^~\\&'],
    ['MSH-9', 'VXU'],
    ['MSH-9.3', 'VXU_V04'],
    ['PID-3', 'A1'],
    ['PID-3[2]', 'B2'],
    ['PID-3[2].4.2', '2.16.840'],
    ['OBX[2]-5', 'fever & rash\nsecond line'],
    ['OBX[3]-3.3', 'LN'],
    ['OBX[4]-3.3', ''],
    ['PV1-2', ''],
    ['PID', ''],
  ])('the text at %s', (path, text) => {
    expect(message.text(path)).toBe(text);
  });

  test.each([
    ['NK1', 'NK1|1|Kestrel^Wren|MTH^Mother^HL70063'],
    ['PID-3', 'A1^^^CLINIC^MR~B2^^^STATE&2.16.840&ISO^SR'],
    ['PID-3[2]', 'B2^^^STATE&2.16.840&ISO^SR'],
    ['PID-3[2].4', 'STATE&2.16.840&ISO'],
    ['PID-3[2].4.3', 'ISO'],
    ['OBX[2]-5', 'fever \\T\\ rash\\.br\\second line'],
    ['MSH-2', '^~\\&'],
    ['PV1-2', ''],
  ])('the raw text at %s', (path, raw) => {
    expect(message.raw(path)).toBe(raw);
  });

  test('a location does as well as its path', () => {
    expect(message.text({ segment: 'PID', occurrence: 1, field: 5, component: 2 })).toBe('Arlo');
  });

  test('what is not a path is a mistake of the program', () => {
    expect(() => message.text('PID.5')).toThrow('"PID.5" is not a path such as PID-5.1 or OBX[3]-5.');
  });

  test('segments by name', () => {
    expect(message.first('RXA')?.text(15)).toBe('K1');
    expect(message.all('RXA').map((rxa) => rxa.text(15))).toEqual(['K1', 'K2']);
    expect(message.first('PV1')).toBeUndefined();
    expect(message.all('PV1')).toEqual([]);
    expect(message.all('OBX').map(({ occurrence }) => occurrence)).toEqual([1, 2, 3]);
  });
});

describe('setting by path', () => {
  test('changes its segment only', () => {
    const message = parsed(SAMPLE);
    message.set('PID-5.1', 'O|Kestrel');
    message.set('OBX[3]-5.1', 'V02');
    const lines = message.toString().split('\r');
    const before = SAMPLE.split('\r');
    const changed = lines.flatMap((line, index) => (line === before[index] ? [] : [index]));
    expect(changed).toEqual([1, 9]);
    expect(lines[9]).toBe('OBX|1|CE|64994-7^Eligibility^LN|1|V02^Not VFC eligible^HL70064||||||F');
    expect(message.text('PID-5')).toBe('O|Kestrel');
  });

  test('needs the segment, and a field', () => {
    const message = parsed(SAMPLE);
    expect(() => message.set('PV1-2', 'R')).toThrow('The message has no PV1 segment number 1.');
    expect(() => message.set('OBX[4]-2', 'R')).toThrow('The message has no OBX segment number 4.');
    expect(() => message.set('PID', 'R')).toThrow('Name a field of PID to set, for example PID-3.');
    expect(() => message.set('PID/3', 'R')).toThrow(RangeError);
    expect(message.toString()).toBe(SAMPLE);
  });

  test('again after the text was taken', () => {
    const message = parsed('MSH|^~\\&|A\rPID|1');
    message.set('PID-2', 'a');
    expect(message.toString()).toBe('MSH|^~\\&|A\rPID|1|a');
    message.set('PID-3', 'b');
    expect(message.text('PID-2')).toBe('a');
    expect(message.toString()).toBe('MSH|^~\\&|A\rPID|1|a|b');
  });
});

describe('inserting and removing', () => {
  test('keeps the other lines to the byte and numbers occurrences anew', () => {
    const message = parsed('\uFEFF\nMSH|^~\\&|A\n\nNK1|1\r\nNK1|2||');
    const nk1 = buildSegment('NK1', ['0']);
    expect(nk1.occurrence).toBe(1);
    message.insert(1, nk1);
    message.append(buildSegment('ORC', ['RE']));
    expect(message.toString()).toBe('\uFEFF\nMSH|^~\\&|A\n\nNK1|0\rNK1|1\r\nNK1|2||\rORC|RE\r');
    expect(message.all('NK1').map((one) => [one.text(1), one.occurrence])).toEqual([
      ['0', 1],
      ['1', 2],
      ['2', 3],
    ]);
    expect(message.text('NK1[3]-1')).toBe('2');
    message.remove(nk1);
    expect(message.all('NK1').map(({ occurrence }) => occurrence)).toEqual([1, 2]);
    expect([nk1.occurrence, nk1.toString()]).toEqual([1, 'NK1|0']);
    expect(message.toString()).toBe('\uFEFF\nMSH|^~\\&|A\n\nNK1|1\r\nNK1|2||\rORC|RE\r');
  });

  test('a segment taken out of one message can go into another', () => {
    const [from, to] = [parsed(SAMPLE), parsed('MSH|^~\\&|A\r')];
    const pid = from.first('PID');
    if (pid === undefined) throw new Error('The sample has no PID.');
    from.remove(pid);
    to.append(pid);
    expect(to.segments[1]).toBe(pid);
    expect(to.toString()).toBe(`MSH|^~\\&|A\r${pid.toString()}\r`);
    expect(from.first('PID')).toBeUndefined();
  });

  test('a segment of a message is copied, in the delimiters of the new one', () => {
    const from = parsed(SAMPLE);
    const to = parsed('MSH$%*!@$A\r');
    const obx = from.all('OBX')[1];
    if (obx === undefined) throw new Error('The sample has no second OBX.');
    to.append(obx);
    expect(to.raw('OBX')).toBe('OBX$2$TX$30945-0%Contraindication%LN$2$fever & rash!X0A!second line$$$$$$F');
    expect(to.text('OBX-5')).toBe(obx.text(5));
    to.set('OBX-5', 'changed');
    expect(obx.text(5)).toBe('fever & rash\nsecond line');
    expect(from.toString()).toBe(SAMPLE);
  });

  test('MSH stays first and alone', () => {
    const message = parsed(SAMPLE);
    const [msh] = message.segments;
    if (msh === undefined) throw new Error('The sample has no MSH.');
    expect(() => message.insert(0, buildSegment('PID', []))).toThrow(
      'A segment can be inserted at 1 to 10, not at 0; MSH stays first.',
    );
    expect(() => message.insert(11, buildSegment('PID', []))).toThrow(RangeError);
    expect(() => message.append(msh)).toThrow('A message has one MSH segment.');
    expect(() => message.remove(msh)).toThrow('MSH cannot be removed from a message.');
    expect(() => message.remove(buildSegment('PID', []))).toThrow('This PID segment is not in the message.');
    expect(message.toString()).toBe(SAMPLE);
  });
});
