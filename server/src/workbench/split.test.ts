import { expect, test } from 'vitest';
import { message, vxu } from '../exchange/testing/messages.ts';
import { MOST_MESSAGES, splitTexts } from './split.ts';

const SHORT = message('MSH|^~\\&|A');

test('messages come as they stand in the text', () => {
  const text = `FHS|^~\\&|A\rBHS|^~\\&|A\r${vxu()}${SHORT}BTS|2\rFTS|1\r`;
  expect(splitTexts(text)).toEqual({ texts: [vxu(), SHORT], unreadable: [] });
});

test('what belongs to no message is named with its line', () => {
  const { texts, unreadable } = splitTexts(`\r\nhello\r\n${SHORT}`);
  expect(texts).toEqual([SHORT]);
  expect(unreadable).toEqual([{ line: 2, what: expect.stringContaining('"hel') }]);
});

test('the most are taken, and the rest is named', () => {
  expect(splitTexts(SHORT.repeat(MOST_MESSAGES)).unreadable).toEqual([]);
  const { texts, unreadable } = splitTexts(SHORT.repeat(MOST_MESSAGES + 1));
  expect(texts).toHaveLength(MOST_MESSAGES);
  expect(unreadable).toEqual([{ line: 51, what: expect.stringContaining('1 more message was not') }]);
});

test('of a text that is mostly no message a hundred places are named', () => {
  expect(splitTexts(`${SHORT}${'BTS|9\rx\r'.repeat(20_000)}`).unreadable).toHaveLength(100);
});

test.each([
  ['', /empty/],
  ['BHS|^~\\&|A\rBTS|0\r', /batch holds no message/],
])('a text without any message says so: %j', (text, what) => {
  expect(splitTexts(text)).toEqual({
    texts: [],
    unreadable: [{ line: 1, what: expect.stringMatching(what) }],
  });
});
