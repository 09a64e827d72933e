import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type * as Argon2 from '@node-rs/argon2';
import { hash, verify } from '@node-rs/argon2';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { normalFingerprint, PasswordVerifier, type StoredCredential } from './credentials.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof Argon2>();
  return { ...argon2, verify: vi.fn<typeof argon2.verify>(argon2.verify) };
});
const work = vi.mocked(verify);

// As the registry makes them, so that the work can be compared; a test hashes each password once.
const OWASP = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const RIGHT = await hash('right', OWASP);
const ROTATED = await hash('rotated', OWASP);

const credential = (more: Partial<StoredCredential> = {}): StoredCredential => ({
  credentialId: 'c',
  passwordHash: RIGHT,
  previousHash: undefined,
  previousUntil: undefined,
  expiresAt: undefined,
  revokedAt: undefined,
  certificateFingerprint: undefined,
  ...more,
});

const at = (minutes: number): Date => new Date(Date.UTC(2025, 2, 20, 12, 0) + minutes * 60_000);
const second = 1 / 60;

let verifier = new PasswordVerifier();
beforeEach(() => {
  verifier = new PasswordVerifier();
  work.mockClear();
});

const ask = (
  password: string,
  minutes = 0,
  stored: StoredCredential | undefined = credential(),
  username = 'demo',
) => verifier.verify(username, password, stored, at(minutes));

/** So many wrong passwords, one after the other. */
async function wrong(times: number, minutes = 0): Promise<readonly string[]> {
  const verdicts: string[] = [];
  for (let time = 0; time < times; time++) verdicts.push(await ask(`wrong ${time}`, minutes));
  return verdicts;
}

describe('a password', () => {
  test('is valid when it is the one stored, wrong otherwise', async () => {
    expect(await ask('right')).toBe('valid');
    expect(await ask('wrong')).toBe('wrong');
    expect(await ask('')).toBe('wrong');
    expect(await ask('RIGHT')).toBe('wrong');
  });

  test('of an unknown user is wrong, after as much work as that of a known one', async () => {
    await ask('wrong');
    expect(await verifier.verify('nobody', 'right', undefined, at(0))).toBe('wrong');
    const [known, unknown] = work.mock.calls.map(([stored]) => String(stored).split('$'));
    expect(work).toHaveBeenCalledTimes(2);
    expect(unknown?.slice(1, 4)).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1']);
    expect(unknown?.slice(0, 4)).toEqual(known?.slice(0, 4));
    expect(unknown?.[5]?.length).toBe(known?.[5]?.length);
  });

  test('cannot be tried against what is stored for unknown users', async () => {
    const verdicts = await Promise.all(
      ['', 'undefined', 'right'].map((guess) => verifier.verify('nobody', guess, undefined, at(0))),
    );
    expect(verdicts).toEqual(['wrong', 'wrong', 'wrong']);
  });
});

describe('a right password is remembered', () => {
  test('for ten minutes, without the work of verifying it', async () => {
    await ask('right');
    expect(await ask('right', 10 - second)).toBe('valid');
    expect(work).toHaveBeenCalledTimes(1);
    expect(await ask('right', 10)).toBe('valid');
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('but not a wrong one beside it, nor for another user', async () => {
    await ask('right');
    expect(await ask('wrong')).toBe('wrong');
    expect(await ask('right', 0, credential({ passwordHash: ROTATED }), 'other')).toBe('wrong');
    expect(await verifier.verify('dem', 'oright', credential(), at(0))).toBe('wrong');
  });

  test('until the credential is revoked', async () => {
    await ask('right');
    expect(await ask('right', 1, credential({ revokedAt: at(1) }))).toBe('revoked');
    expect(await ask('right', 1, credential({ revokedAt: at(2) }))).toBe('valid');
  });

  test('until it is rotated: then the old password ends and the new one counts', async () => {
    await ask('right');
    const rotated = credential({ passwordHash: ROTATED });
    expect(await ask('right', 1, rotated)).toBe('wrong');
    expect(await ask('rotated', 1, rotated)).toBe('valid');
  });

  test('until it expires, to the second', async () => {
    const expiring = credential({ expiresAt: at(5) });
    expect(await ask('right', 5 - second, expiring)).toBe('valid');
    expect(await ask('right', 5, expiring)).toBe('expired');
    expect(await ask('right', 6, expiring)).toBe('expired');
  });

  test('until the user is gone', async () => {
    await ask('right');
    expect(await verifier.verify('demo', 'right', undefined, at(1))).toBe('wrong');
  });
});

describe('after a rotation', () => {
  const overlapping = credential({ passwordHash: ROTATED, previousHash: RIGHT, previousUntil: at(5) });
  const over = credential({ passwordHash: ROTATED, previousHash: RIGHT, previousUntil: undefined });

  test('both passwords count until the overlap ends, to the second; then the new one alone', async () => {
    expect(await ask('right', 5 - second, overlapping)).toBe('valid');
    expect(await ask('rotated', 5 - second, overlapping)).toBe('valid');
    expect(await ask('right', 5, overlapping)).toBe('replaced');
    expect(await ask('rotated', 5, overlapping)).toBe('valid');
  });

  test('without an overlap the one before is told from a wrong one, and does not count', async () => {
    expect(await ask('right', 0, over)).toBe('replaced');
    expect(await ask('wrong', 0, over)).toBe('wrong');
    expect(await ask('rotated', 0, over)).toBe('valid');
  });

  test('the one before is remembered like the other, and no longer than the overlap', async () => {
    await ask('right', 0, overlapping);
    await ask('rotated', 0, overlapping);
    work.mockClear();
    expect(await ask('right', 4, overlapping)).toBe('valid');
    expect(await ask('rotated', 4, overlapping)).toBe('valid');
    expect(work).not.toHaveBeenCalled();
    expect(await ask('right', 4, { ...overlapping, previousUntil: at(3) })).toBe('replaced');
  });

  test('one that was right before the rotation is taken for the one before, not for the new one', async () => {
    await ask('right');
    expect(await ask('right', 1, over)).toBe('replaced');
    expect(await ask('right', 1, overlapping)).toBe('valid');
  });

  test('revoking ends both', async () => {
    const revoked = { ...overlapping, revokedAt: at(1) };
    await ask('right', 0, overlapping);
    expect(await ask('right', 1, revoked)).toBe('revoked');
    expect(await ask('rotated', 1, revoked)).toBe('revoked');
    expect(await ask('wrong', 1, revoked)).toBe('wrong');
  });

  test('an attempt is held against both and counted once', async () => {
    for (let time = 0; time < 10; time++) expect(await ask(`wrong ${time}`, 0, over)).toBe('wrong');
    expect(work).toHaveBeenCalledTimes(20);
    expect(await ask('rotated', 0, over)).toBe('throttled');
  });

  test('who goes on with the one before is held up like one who guesses', async () => {
    for (let time = 0; time < 10; time++) expect(await ask('right', 0, over)).toBe('replaced');
    expect(await ask('right', 0, over)).toBe('throttled');
    expect(await ask('right', 1, over)).toBe('replaced');
  });

  test('the same password many times at once is one attempt’s work', async () => {
    const verdicts = await Promise.all(Array.from({ length: 16 }, () => ask('right', 0, overlapping)));
    expect(new Set(verdicts)).toEqual(new Set(['valid']));
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('those who share one attempt’s work are each held against what was read for them', async () => {
    const verdicts = await Promise.all([
      ask('right', 0, overlapping),
      ask('right', 0, over),
      ask('right', 0, { ...overlapping, revokedAt: at(0) }),
    ]);
    expect(verdicts).toEqual(['valid', 'replaced', 'revoked']);
    expect(work).toHaveBeenCalledTimes(2);
  });
});

test.each([
  ['AB:cd:01', 'abcd01'],
  [' ab CD 01\n', 'abcd01'],
  ['', ''],
])('a fingerprint is the same however it is written: %j', (text, expected) => {
  expect(normalFingerprint(text)).toBe(expected);
});

describe('wrong passwords', () => {
  test('ten in a minute: further ones are refused unverified, be they right or wrong', async () => {
    expect(await wrong(10)).toEqual(Array.from({ length: 10 }, () => 'wrong'));
    work.mockClear();
    expect(await ask('right', 1 - second)).toBe('throttled');
    expect(await ask('wrong', 1 - second)).toBe('throttled');
    expect(work).not.toHaveBeenCalled();
  });

  test('nine in a minute: the right one is taken, and is not counted with them', async () => {
    await wrong(9);
    expect(await ask('right')).toBe('valid');
    expect(await ask('one more')).toBe('wrong');
    expect(await ask('one too many')).toBe('throttled');
  });

  test('a minute after the first of them they are forgotten', async () => {
    await wrong(10);
    expect(await ask('right', 1)).toBe('valid');
  });

  test('of one user do not hold up another, nor one who was right a moment ago', async () => {
    await ask('right');
    await wrong(10);
    expect(await ask('right', 0, credential(), 'other')).toBe('valid');
    expect(await ask('right')).toBe('valid');
    expect(await ask('another guess')).toBe('throttled');
  });

  test('sent at once count as many as they are', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => ask(`wrong ${index}`)));
    expect(await ask('right')).toBe('throttled');
  });

  test('are none of them, if a right one is sent many times at once, as after a restart', async () => {
    const verdicts = await Promise.all(Array.from({ length: 16 }, () => ask('right')));
    expect(new Set(verdicts)).toEqual(new Set(['valid']));
  });
});

test('what is kept of a refused username is as short as any, however long it was', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  await verifier.verify('nobody', 'x', undefined, at(0));
  const before = heap();
  for (let n = 0; n < 20; n++) {
    await verifier.verify(`${n}`.padStart(1024 * 1024, 'x'), 'x', undefined, at(0));
  }
  expect(heap() - before).toBeLessThan(5 * 1024 * 1024);
  // Still held while the heap was looked at.
  expect(await verifier.verify('nobody', 'x', undefined, at(0))).toBe('wrong');
});
