import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intake as takeIn } from './testing/messages.ts';

const HEADER = 'MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1';
const MESSAGE = `${HEADER}\rPID|1||1001^^^CLINIC^MR||Wren^Ana\\T\\Bo||20240315|F\r`;

describe('what names a message', () => {
  test('its control id and its type with the trigger event', () => {
    expect(takeIn(MESSAGE)).toMatchObject({ controlId: '77', type: 'VXU^V04', text: MESSAGE });
  });

  test.each([
    ['VXU', 'VXU'],
    ['^V04', 'V04'],
    ['', ''],
  ])('a type of %j is kept as far as it goes', (msh9, type) => {
    expect(takeIn(MESSAGE.replace('VXU^V04^VXU_V04', msh9)).type).toBe(type);
  });

  test('the same text has the same body hash, another text another one', () => {
    expect(takeIn(MESSAGE).bodyHash).toBe(takeIn(MESSAGE).bodyHash);
    expect(takeIn(`${MESSAGE}\r`).bodyHash).not.toBe(takeIn(MESSAGE).bodyHash);
  });
});

describe('the control id of a message that cannot be parsed', () => {
  test.each([
    ['a line that is no segment', `${HEADER}\rthis is no segment`, '77'],
    ['a second message', `${HEADER}\r${HEADER.replace('77', '78')}`, '77'],
    ['encoding characters that cannot be', HEADER.replace('^~\\&', '^^\\&'), '77'],
    ['another field separator', HEADER.replace('^~\\&', '^^\\&').replaceAll('|', '#'), '77'],
    ['something before MSH', `\u000B0123 ${HEADER}`, '77'],
    ['a batch', `FHS|^~\\&\rBHS|^~\\&\r${HEADER}\rBTS|1\r`, '77'],
    ['spaces around the id', `x${HEADER.replace('|77|', '| 77 |')}`, '77'],
    ['a header that ends before it', 'xMSH|^~\\&|EHR|DE-000001', ''],
    ['a header that ends before it, and more lines', 'xMSH|^~\\&|EHR\rPID|1|2|3|4|5|6|7|8|9|10', ''],
    ['nothing after MSH', 'xMSH', ''],
    ['no MSH', 'PID|1||1001', ''],
    ['no text', '', ''],
  ])('%s', (_, text, controlId) => {
    const intake = takeIn(text);
    expect(intake).toMatchObject({ controlId, type: '' });
    expect(intake.parsed.ok).toBe(false);
  });

  test('is at most 199 characters, as HL7 allows', () => {
    expect(takeIn(`x${HEADER.replace('|77|', `|${'7'.repeat(500)}|`)}`).controlId).toBe('7'.repeat(199));
  });
});

describe('delimiters', () => {
  const custom = MESSAGE.replaceAll('\\', '!').replaceAll('&', '%').replaceAll('~', '*').replaceAll('^', '@');
  const texts = [
    ['other ones', custom.replaceAll('|', '$')],
    ['other ones but for the field separator', custom],
    ['a truncation character', MESSAGE.replace('^~\\&|', '^~\\&#|')],
  ] as const;

  test.each(texts)('%s come out as the standard ones', (_, text) => {
    const { parsed } = takeIn(text);
    expect(parsed.ok && parsed.message.raw('MSH').slice(0, 9)).toBe('MSH|^~\\&|');
    expect(parsed.ok && parsed.message.raw('PID-3')).toBe('1001^^^CLINIC^MR');
    expect(parsed.ok && parsed.message.raw('PID-5.1')).toBe('Wren');
  });

  test('text that looks like a standard delimiter is escaped', () => {
    const { parsed } = takeIn('MSH$@*!%$A|B^C\rPID$1$$$$Wren~x@Ana');
    expect(parsed.ok && parsed.message.raw('MSH-3')).toBe('A\\F\\B\\S\\C');
    expect(parsed.ok && parsed.message.text('PID-5.1')).toBe('Wren~x');
  });

  test('the standard ones leave the message as it came', () => {
    const { parsed } = takeIn(MESSAGE);
    expect(parsed.ok && parsed.message.toString()).toBe(MESSAGE);
  });
});

test('any text is taken in, whatever was cut out of the message or put into it', () => {
  const damaged = fc
    .tuple(fc.nat(MESSAGE.length), fc.nat(MESSAGE.length), fc.string({ unit: 'binary' }))
    .map(([from, length, put]) => MESSAGE.slice(0, from) + put + MESSAGE.slice(from + length));
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' })), (text) => {
      const { controlId, parsed, text: kept } = takeIn(text);
      expect(kept).toBe(text);
      expect(controlId).toBe(controlId.trim());
      if (!parsed.ok) expect(controlId).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 500 },
  );
});
