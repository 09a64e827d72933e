import { describe, expect, test } from 'vitest';
import { authenticatorUri, codeAt, newAuthenticatorSecret, stepOfCode } from './authenticator.ts';

/** RFC 6238, appendix B: the ASCII secret 12345678901234567890, and the last 6 of its 8 digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('codes of an authenticator app', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('are those of RFC 6238 at %s s', (seconds, code) => {
    expect(codeAt(SECRET, at(seconds))).toBe(code);
    expect(stepOfCode(code, SECRET, at(seconds), undefined)).toBe(Math.floor(seconds / 30));
  });

  test('count a half minute before and after, and no longer', () => {
    const code = codeAt(SECRET, at(3000));
    const counts = [-60, -31, -30, 0, 29, 30, 59, 60].map(
      (later) => stepOfCode(code, SECRET, at(3000 + later), undefined) === 100,
    );
    expect(counts).toEqual([false, false, true, true, true, true, true, false]);
  });

  test('count once, and none before one that was taken', () => {
    const [before, now, next] = [2970, 3000, 3030].map((seconds) => codeAt(SECRET, at(seconds)));
    expect(stepOfCode(now ?? '', SECRET, at(3000), 100)).toBeUndefined();
    expect(stepOfCode(before ?? '', SECRET, at(3000), 100)).toBeUndefined();
    expect(stepOfCode(next ?? '', SECRET, at(3000), 100)).toBe(101);
  });

  test.each(['', '12345', '1234567', 'abcdef', '-12345'])('are never %o', (code) => {
    expect(stepOfCode(code, SECRET, at(3000), undefined)).toBeUndefined();
  });

  test('come of 160 random bits, which the app gets with the names of the registry and the account', () => {
    const secret = newAuthenticatorSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newAuthenticatorSecret()).not.toBe(secret);
    const uri = new URL(authenticatorUri(secret, 'A Registry', 'ada@clinic.example'));
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/A%20Registry:ada(?:%40|@)clinic\.example\?/);
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      secret,
      issuer: 'A Registry',
      period: '30',
    });
  });
});
