import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { STANDARD_DELIMITERS } from './delimiters.ts';
import { escapeText, unescapeText } from './escape.ts';
import { delimiters, text } from './testing/arbitraries.ts';

const d = STANDARD_DELIMITERS;
const v27 = { ...d, truncation: '#' };

test.each([
  ['plain', 'plain'],
  ['a|b^c&d~e\\f', 'a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f'],
  ['one\r\ntwo', 'one\\X0D\\\\X0A\\two'],
  ['\t\0\x7f', '\\X09\\\\X00\\\\X7F\\'],
  ['Zoë 😀 #', 'Zoë 😀 #'],
])('%j is written %j', (plain, escaped) => {
  expect(escapeText(plain, d)).toBe(escaped);
  expect(unescapeText(escaped, d)).toBe(plain);
});

test('the truncation character is escaped where there is one', () => {
  expect(escapeText('#1', v27)).toBe('\\P\\1');
  expect(unescapeText('\\P\\1', v27)).toBe('#1');
  expect(unescapeText('\\P\\1', d)).toBe('\\P\\1');
});

test.each([
  ['a line break', 'one\\.br\\two', 'one\ntwo'],
  ['highlighting', 'a \\H\\b\\N\\ c', 'a b c'],
  ['hex bytes in UTF-8', '\\XC3A9\\', 'é'],
  ['hex bytes that are not UTF-8', '\\XE9\\', 'é'],
  ['hex in lower case', '\\Xc3a9\\', 'é'],
  ['half a hex byte', '\\XC3A\\', '\\XC3A\\'],
  ['a byte order mark in hex', '\\XEFBBBF\\', '\uFEFF'],
  ['an escape of unknown meaning', 'a\\Zlocal\\T\\', 'a\\Zlocal\\T\\'],
  ['formatting that text cannot show', '\\.sp+2\\x\\T\\', '\\.sp+2\\x&'],
  ['a character set switch', '\\C2842\\x', '\\C2842\\x'],
  ['a lone escape character', 'C:\\Temp', 'C:\\Temp'],
  ['stray escape characters before an escape', 'C:\\Temp\\T\\x', 'C:\\Temp&x'],
  ['an escape character at the end', 'a\\', 'a\\'],
  ['two escape characters', '\\\\', '\\\\'],
  ['small letters', '\\t\\', '\\t\\'],
  ['escaped escape characters', '\\E\\T\\E\\', '\\T\\'],
])('reading %s', (_, escaped, plain) => {
  expect(unescapeText(escaped, d)).toBe(plain);
});

test('what is escaped is read back, and holds no structure', () => {
  fc.assert(
    fc.property(delimiters, text, (any, plain) => {
      const escaped = escapeText(plain, any);
      expect(unescapeText(escaped, any)).toBe(plain);
      for (const delimiter of [any.field, any.component, any.repetition, any.subcomponent, '\r', '\n']) {
        expect(escaped).not.toContain(delimiter);
      }
    }),
  );
});

test('any text can be unescaped', () => {
  fc.assert(
    fc.property(delimiters, text, (any, raw) => {
      expect(unescapeText(raw, any)).toBeTypeOf('string');
    }),
  );
});
