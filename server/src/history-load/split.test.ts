import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitBatch } from '@cairn/hl7';
import { MessageSplitter, MOST_MESSAGE_BYTES } from './split.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function split(bytes: Uint8Array, cuts: readonly number[]): readonly string[] {
  const splitter = new MessageSplitter();
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  const parts = at.slice(1).flatMap((end, index) => [...splitter.push(bytes.subarray(at[index], end))]);
  return [...parts, ...splitter.finish()].map((part) => utf8.decode(part.bytes));
}

const line = fc.constantFrom(
  'MSH|^~\\&|A|B|||20250301||VXU^V04|1|P|2.5.1',
  'MSH|',
  'MSH',
  'MSHX|not one',
  'PID|1||77^^^MR||Nuñez^Ana',
  'FHS|^~\\&',
  'BHS|^~\\&|x',
  'BTS|1',
  'FTS|1',
  'OBX|1|TX|MSH|MSH',
  ' MSH|indented',
  '',
  'stray text',
);
const file = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '  ', '\r\n', '\uFEFF \n'),
    fc.array(fc.tuple(line, fc.constantFrom('\r', '\n', '\r\n')), { maxLength: 12 }),
    fc.constantFrom('', 'MSH', 'ZZZ'),
  )
  .map(([start, lines, end]) => `${start}${lines.map(([text, stop]) => text + stop).join('')}${end}`);

describe('a file is cut into its messages', () => {
  test('the same messages as in the whole text, whatever the chunks', () => {
    fc.assert(
      fc.property(file, fc.array(fc.nat(2000), { maxLength: 30 }), (text, cuts) => {
        const whole = splitBatch(text).messages.map((message) => message.text);
        expect(split(Buffer.from(text), cuts)).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  test('byte by byte', () => {
    const text = '\uFEFF\r\nFHS|^~\\&\rMSH|1\rPID|1\r\nMSH|2\nPID|2\nBTS|2\r';
    expect(
      split(
        Buffer.from(text),
        Array.from(text, (_, index) => index),
      ),
    ).toEqual(['MSH|1\rPID|1\r\n', 'MSH|2\nPID|2\n']);
  });

  test('says where each message begins and ends, and goes on there', () => {
    const text = 'MSH|1\rPID|1\rBTS|1\rMSH|2\rPID|2\r';
    const splitter = new MessageSplitter();
    const parts = [...splitter.push(Buffer.from(text)), ...splitter.finish()];
    expect(parts.map(({ from, to }) => text.slice(from, to))).toEqual(['MSH|1\rPID|1\r', 'MSH|2\rPID|2\r']);
    const from = parts[0]?.to ?? 0;
    const again = new MessageSplitter(from);
    const rest = [...again.push(Buffer.from(text.slice(from))), ...again.finish()];
    expect(rest.map((part) => [part.from, part.to])).toEqual([[parts[1]?.from, parts[1]?.to]]);
  });

  test('what is longer than a message may be is passed over without being kept', () => {
    const splitter = new MessageSplitter();
    const parts = [...splitter.push(Buffer.from('MSH|1\rOBX|'))];
    for (let i = 0; i < 40; i++) parts.push(...splitter.push(Buffer.alloc(65_536, 'x')));
    parts.push(...splitter.push(Buffer.from('\rMSH|2\r')), ...splitter.finish());
    expect(parts.map(({ bytes }) => bytes && utf8.decode(bytes))).toEqual([undefined, 'MSH|2\r']);
    const exact = new MessageSplitter();
    const text = Buffer.from(`MSH|${'x'.repeat(MOST_MESSAGE_BYTES - 5)}\r`);
    expect([...exact.push(text), ...exact.finish()].map(({ bytes }) => bytes?.length)).toEqual([text.length]);
  });
});
