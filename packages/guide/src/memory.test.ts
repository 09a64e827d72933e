import { parseMessage } from '@cairn/hl7';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { Memory } from './memory.ts';
import { SOUND, TODAY } from './rules/testing.ts';

const codesAt = (text: string, path: string): readonly string[] => {
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return check(parsed.message, { today: TODAY })
    .findings.filter((finding) => finding.path?.startsWith(path))
    .map(({ code }) => code);
};

test('an observation that was found right is looked at again where the delimiters are others', () => {
  expect(codesAt(SOUND, 'OBX[1]')).toEqual([]);
  const [msh = '', ...rest] = SOUND.split('\r');
  const text = [msh.replaceAll('^', '#'), ...rest].join('\r');
  expect(codesAt(text, 'OBX[1]')).toContain('required-component-missing');
  expect(codesAt(SOUND, 'OBX[1]')).toEqual([]);
});

test('an observation that was found right is still numbered within its message', () => {
  expect(codesAt(SOUND, 'OBX[2]')).toEqual([]);
  const lines = SOUND.split('\r');
  const first = lines.findIndex((line) => line.startsWith('OBX|1|'));
  expect(codesAt(lines.toSpliced(first, 1).join('\r'), 'OBX[1]-1')).toContain('obx-not-numbered');
});

test('long texts are not kept, nor more than so many', () => {
  const memory = new Memory<number>();
  memory.keep('x'.repeat(301), 1);
  expect(memory.get('x'.repeat(301))).toBeUndefined();
  for (let n = 0; n <= 5000; n++) memory.keep(`text ${n}`, n);
  expect(memory.get('text 1')).toBeUndefined();
  expect(memory.get('text 5000')).toBe(5000);
});
