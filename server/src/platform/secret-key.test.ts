import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { openSecret, sealSecret, secretKeyOf } from './secret-key.ts';

const key = randomBytes(32);

test('a sealed secret opens by its key and for its owner alone, and not when it was changed', () => {
  const sealed = sealSecret(key, 'GEZDGNBV', 'account 1');
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('GEZDGNBV');
  expect(sealSecret(key, 'GEZDGNBV', 'account 1')).not.toBe(sealed);
  expect(openSecret(key, sealed, 'account 1')).toBe('GEZDGNBV');
  expect(() => openSecret(key, sealed, 'account 2')).toThrow(/CAIRN_SECRET_KEY/);
  expect(() => openSecret(randomBytes(32), sealed, 'account 1')).toThrow(/CAIRN_SECRET_KEY/);
  const changed = Buffer.from(sealed, 'base64');
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => openSecret(key, changed.toString('base64'), 'account 1')).toThrow(/CAIRN_SECRET_KEY/);
  expect(() => openSecret(key, '', 'account 1')).toThrow(/CAIRN_SECRET_KEY/);
});

test('the key is the setting, else one that this node makes once and nobody else reads', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cairn-secret-'));
  try {
    const kept = await Promise.all([secretKeyOf({ dataDir }), secretKeyOf({ dataDir })]);
    expect(kept[0]).toHaveLength(32);
    expect(kept[1]).toEqual(kept[0]);
    expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600);
    const config = readConfig({ CAIRN_SECRET_KEY: key.toString('base64'), CAIRN_DATA_DIR: dataDir });
    expect(await secretKeyOf(config)).toEqual(key);
    expect(() => readConfig({ CAIRN_SECRET_KEY: 'too short' })).toThrow(/openssl rand -base64 32/);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
