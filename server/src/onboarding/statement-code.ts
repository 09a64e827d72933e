import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that nothing read aloud or from paper is taken for something else. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/** A statement's code, `7K3M-ABCD-XY0Z`: 60 random bits, so that codes can neither be counted through nor guessed. */
export function newStatementCode(random: (bytes: number) => Uint8Array = randomBytes): string {
  const letters = Array.from(random(CODE_LENGTH), (byte) =>
    CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length),
  );
  return written(letters.join(''));
}

/** The code that somebody typed, as it is stored; undefined where it can be none. I and L are read as 1, O as 0. */
export function statementCode(typed: string): string | undefined {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  const isCode = letters.length === CODE_LENGTH && [...letters].every((one) => CODE_ALPHABET.includes(one));
  return isCode ? written(letters) : undefined;
}

const written = (letters: string): string => letters.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
