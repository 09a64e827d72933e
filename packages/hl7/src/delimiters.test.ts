import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodingCharacters, readDelimiters, sameDelimiters, STANDARD_DELIMITERS } from './delimiters.ts';
import { delimiters } from './testing/arbitraries.ts';

const read = (text: string) => readDelimiters(text, 0, 1, 1);

test('the standard delimiters', () => {
  expect(read('MSH|^~\\&|A')).toEqual({ delimiters: STANDARD_DELIMITERS });
  expect(read('MSH|^~\\&')).toEqual({ delimiters: STANDARD_DELIMITERS });
  expect(encodingCharacters(STANDARD_DELIMITERS)).toBe('^~\\&');
});

test('the truncation character of HL7 2.7', () => {
  expect(read('MSH|^~\\&#|A')).toEqual({ delimiters: { ...STANDARD_DELIMITERS, truncation: '#' } });
});

test('any delimiters are read as they were written', () => {
  fc.assert(
    fc.property(delimiters, (d) => {
      const result = read(`MSH${d.field}${encodingCharacters(d)}${d.field}X`);
      expect(result).toEqual({ delimiters: d });
    }),
  );
});

test.each([
  ['MSH', 4, 'The character after MSH must be the field separator.'],
  ['MSHA^~\\&A', 4, 'The character after MSH must be the field separator.'],
  ['MSH |^~\\&|', 4, 'The character after MSH must be the field separator.'],
  ['MSH|^~|', 5, 'MSH-2 must hold the 4 encoding characters (5 from HL7 2.7 on), but it holds 2.'],
  ['MSH||', 5, 'MSH-2 must hold the 4 encoding characters (5 from HL7 2.7 on), but it holds 0.'],
  ['MSH|^~\\&#!|', 5, 'MSH-2 must hold the 4 encoding characters (5 from HL7 2.7 on), but it holds 6.'],
  ['MSH|^~\\\\&|', 8, '"\\\\" in MSH-2 cannot be the subcomponent separator.'],
  ['MSH|^A\\&|', 6, '"A" in MSH-2 cannot be the repetition separator.'],
  ['MSH|^~ &|', 7, '" " in MSH-2 cannot be the escape character.'],
  ['MSH|^~\\&7|', 9, '"7" in MSH-2 cannot be the truncation character.'],
])('%s is an error', (text, column, words) => {
  const advice =
    ' Start the message with its delimiters, for example MSH|^~\\&| and use characters other than letters, digits and spaces, each a different one.';
  expect(read(text)).toEqual({
    error: { kind: 'hl7-syntax', code: 'bad-delimiters', message: words + advice, line: 1, column },
  });
});

test('delimiters are compared by what they are', () => {
  expect(sameDelimiters(STANDARD_DELIMITERS, { ...STANDARD_DELIMITERS })).toBe(true);
  expect(sameDelimiters(STANDARD_DELIMITERS, { ...STANDARD_DELIMITERS, truncation: '#' })).toBe(false);
  expect(sameDelimiters(STANDARD_DELIMITERS, { ...STANDARD_DELIMITERS, field: '!' })).toBe(false);
});
