import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joined, textOf } from './read-files.ts';

it('reads UTF-8, without its mark', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\uFEFF]/.test(text)),
      (text) => {
        expect(textOf(new TextEncoder().encode(text))).toBe(text);
      },
    ),
  );
  expect(textOf(new TextEncoder().encode('\uFEFFMSH|'))).toBe('MSH|');
});

it('reads Windows-1252 where it is no UTF-8', () => {
  expect(textOf(Uint8Array.from([0x4d, 0x75, 0xf1, 0x6f, 0x7a]))).toBe('Muñoz');
});

it('takes no pictures and PDFs', () => {
  expect(textOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBeUndefined();
});

it('begins each text on a line of its own', () => {
  expect(joined(['', 'MSH|1\r\n', 'MSH|2'])).toBe('MSH|1\nMSH|2');
});
