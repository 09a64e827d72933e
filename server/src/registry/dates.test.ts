import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from './dates.ts';

describe('the civil date of a timestamp is the day as the sender wrote it', () => {
  test.each([
    ['a day', '20240110', '2024-01-10'],
    ['an hour', '2024011010', '2024-01-10'],
    ['minutes', '202401101015', '2024-01-10'],
    ['seconds', '20240110101500', '2024-01-10'],
    ['a tenth of a second', '20240110101500.1', '2024-01-10'],
    ['four decimals', '20240110101500.1234', '2024-01-10'],
    ['a zone west, late in the evening', '20240110235959-0800', '2024-01-10'],
    ['a zone east, just after midnight', '20240110000000+1400', '2024-01-10'],
    ['decimals and a zone', '20240110101500.1234-0800', '2024-01-10'],
    ['a day with a zone', '20240110-0800', '2024-01-10'],
    ['the first day that there is', '00010101', '0001-01-01'],
    ['the last of four digits', '99991231', '9999-12-31'],
  ])('%s', (_, text, day) => {
    expect(civilDate(text)).toBe(day);
  });
});

describe('a leap day exists', () => {
  test.each(['20240229', '20000229', '00040229', '24000229'])('in %s', (text) => {
    expect(civilDate(text)).toBeDefined();
  });

  test.each(['20230229', '19000229', '21000229', '00010229', '20240230'])('not in %s', (text) => {
    expect(civilDate(text)).toBeUndefined();
  });
});

test.each([
  ['0131', '0132'],
  ['0228', '0229'],
  ['0331', '0332'],
  ['0430', '0431'],
  ['0531', '0532'],
  ['0630', '0631'],
  ['0731', '0732'],
  ['0831', '0832'],
  ['0930', '0931'],
  ['1031', '1032'],
  ['1130', '1131'],
  ['1231', '1232'],
])('%s is the last of its month, %s is no day', (last, after) => {
  expect(civilDate(`2023${last}`)).toBe(`2023-${last.slice(0, 2)}-${last.slice(2)}`);
  expect(civilDate(`2023${after}`)).toBeUndefined();
});

test.each([
  ['nothing', ''],
  ['a deletion', '""'],
  ['a year alone', '2024'],
  ['a month alone', '202401'],
  ['a year with a zone', '2024-0800'],
  ['half an hour figure', '202401101'],
  ['month 0', '20240010'],
  ['month 13', '20241310'],
  ['day 0', '20240100'],
  ['year 0', '00000101'],
  ['hyphens', '2024-01-10'],
  ['slashes', '01/10/2024'],
  ['five decimals', '20240110101500.12345'],
  ['decimals without seconds', '202401101015.1'],
  ['a zone of two figures', '20240110101500-08'],
  ['a letter Z', '20240110101500Z'],
  ['text after it', '20240110x'],
  ['a line end after it', '20240110\n'],
  ['figures of another script', '٢٠٢٤٠١١٠'],
])('%s gives no date', (_, text) => {
  expect(civilDate(text)).toBeUndefined();
});

test('every day that exists is read, whatever the time of day beside it', () => {
  const days = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  const times = fc.constantFrom('', '00', '2359', '235959', '000000.0001', '120000+0000', '235959.9-0930');
  fc.assert(
    fc.property(days, times, (day, time) => {
      const date = day.toISOString().slice(0, 10);
      expect(civilDate(`${date.replaceAll('-', '')}${time}`)).toBe(date);
    }),
  );
});

test('eight figures give themselves or no date, never another day', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (number) => {
      const text = String(number).padStart(8, '0');
      expect([undefined, text]).toContain(civilDate(text)?.replaceAll('-', ''));
    }),
  );
});
