import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createPrivateKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { statementKey } from './statement-key.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('makes one Ed25519 key at the first use, though many ask at once, which nobody else reads', async () => {
  const dataDir = join(folder, 'data');
  const keys = await Promise.all(Array.from({ length: 8 }, () => statementKey(dataDir)));
  keys.push(await statementKey(dataDir));
  expect(new Set(keys).size).toBe(1);
  expect(createPrivateKey(keys[0] ?? '').asymmetricKeyType).toBe('ed25519');
  expect(await readdir(dataDir)).toEqual(['statement-key.pem']);
  expect((await stat(join(dataDir, 'statement-key.pem'))).mode & 0o777).toBe(0o600);
});
