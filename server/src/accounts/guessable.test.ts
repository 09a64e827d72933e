import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGuessable } from './guessable.ts';

const person = { email: 'Maria.Lopez@clinic.example', name: 'María López' };

describe('a password', () => {
  test.each([
    'Password-2025',
    'passwordpassword',
    'Welcome!!2025',
    'aaaaaaaaaaaaaa',
    '121212121212',
    '123456789012',
    'abcdefghijklmn',
    'Maria.Lopez2025',
    'maria.lopez@clinic.example',
    'María López 1',
  ])('%s is among the first that would be tried', (password) => {
    expect(isGuessable(password, person)).toBe(true);
  });

  test.each(['correct horse battery', 'demo-password-1234', '83051947261830', 'Maria likes long walks'])(
    '%s is not',
    (password) => {
      expect(isGuessable(password, person)).toBe(false);
    },
  );

  test('that is random is never refused', () => {
    const random = fc
      .uint8Array({ minLength: 16, maxLength: 16 })
      .map((bytes) => Buffer.from(bytes).toString('hex'))
      .filter((text) => new Set(text).size > 7);
    fc.assert(fc.property(random, (password) => !isGuessable(password, person)));
  });

  test('of few different characters is refused, however long it is', () => {
    const few = fc
      .tuple(
        fc.uniqueArray(fc.constantFrom(...'abXY79-!'), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 12 }),
      )
      .map(([letters, order]) => order.map((at) => letters[at % letters.length]).join(''));
    fc.assert(fc.property(few, (password) => isGuessable(password, person)));
  });
});
