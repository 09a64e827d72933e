import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODE_ALPHABET, newStatementCode, statementCode } from './statement-code.ts';

const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });

describe('a statement’s code', () => {
  test('has three groups of four letters that are not taken for one another', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(newStatementCode(() => random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
      }),
    );
  });

  test('has each letter equally often', () => {
    const drawn = Array.from(
      { length: 256 },
      (_, byte) => newStatementCode(() => new Uint8Array(12).fill(byte))[0],
    );
    for (const letter of CODE_ALPHABET) expect(drawn.filter((one) => one === letter)).toHaveLength(8);
  });

  test('is another one each time', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newStatementCode())).size).toBe(1000);
  });

  test('is found however it is typed', () => {
    const spoiled = fc.tuple(bytes, fc.constantFrom('', ' ', '-', '–', ' - '), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(spoiled, ([random, between, isLower, isMisread]) => {
        const code = newStatementCode(() => random);
        const typed = code.replaceAll('-', between).replaceAll('1', isMisread ? 'l' : '1');
        const misread = isMisread ? typed.replaceAll('0', 'o') : typed;
        expect(statementCode(isLower ? misread.toLowerCase() : misread)).toBe(code);
      }),
    );
  });

  test.each(['', '7K3M', '7K3M-AB0D-XY1Z-7', '7K3M-AB0D-XY1U', '7K3M-AB0D-XY1%'])(
    'is none where it cannot be: %s',
    (typed) => expect(statementCode(typed)).toBeUndefined(),
  );
});
