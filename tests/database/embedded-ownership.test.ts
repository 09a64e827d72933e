import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CREATE,
  READ,
  failure,
  kill,
  query,
  running,
  start,
  startOwner,
  stopOwner,
  temporary,
} from './embedded-support.ts';

describe('one owner', () => {
  test('a second instance is told who has the data directory', async () => {
    const dataDir = join(await temporary(), 'data');
    const owner = await startOwner(dataDir);
    const { postmaster, connection } = running(owner);
    const error = await failure(dataDir);
    expect(error.code).toBe('in-use');
    expect(error.message).toBe(
      `The data directory ${dataDir} is in use by another running Cairn (pid ${owner.child.pid}); its PostgreSQL ` +
        `has pid ${postmaster}. Stop the other Cairn, or give this one a data directory and a port of its own with ` +
        'CAIRN_DATA_DIR and CAIRN_PORT.',
    );
    // The lock in the database holds even when the lock file was tidied away.
    await rm(join(dataDir, 'postgres.lock'));
    const again = await failure(dataDir);
    expect(again.code).toBe('in-use');
    expect(again.message).toContain(`its PostgreSQL has pid ${postmaster}`);
    expect(await query(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stopOwner(owner);
  });

  test('a second start in the same process', async () => {
    const dataDir = join(await temporary(), 'data');
    await start(dataDir);
    expect((await failure(dataDir)).code).toBe('in-use');
  });

  test('of several at the same moment exactly one wins, on a fresh directory and after a kill', async () => {
    const dataDir = join(await temporary(), 'data');
    for (const round of ['fresh', 'killed', 'killed again']) {
      const owners = await Promise.all([1, 2, 3].map(() => startOwner(dataDir)));
      const winner = owners.find((owner) => 'postmaster' in owner.report);
      const codes = owners.flatMap((owner) => owner.report.code ?? []);
      expect(codes).toEqual(['in-use', 'in-use']);
      if (winner === undefined) throw new Error(`${round}: nobody won`);
      const { connection } = running(winner);
      if (round === 'fresh') await query(connection, CREATE);
      expect(await query(connection, READ)).toEqual([{ n: 42 }]);
      await kill(winner.child);
    }
    // What the losers and the killed left: no drafts, no half-made clusters.
    const postgres = await start(dataDir);
    expect(await query(postgres.connection, READ)).toEqual([{ n: 42 }]);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.lock', 'postgres.log']);
  });

  test('a lock file of a process that is not the one that wrote it, and a garbled one', async () => {
    const dataDir = join(await temporary(), 'data');
    const first = await start(dataDir);
    const lock = await readFile(join(dataDir, 'postgres.lock'), 'utf8');
    await first.stop();
    const [pid, started, ...rest] = lock.split('\n');
    // Our own pid lives, but began at another time: the number was reused.
    await writeFile(join(dataDir, 'postgres.lock'), [pid, `${started}0`, ...rest].join('\n'));
    await (await start(dataDir)).stop();
    await writeFile(join(dataDir, 'postgres.lock'), '');
    expect((await start(dataDir)).pid()).toBeDefined();
  });

  test('an owner in another container is known by its heartbeat', async () => {
    const dataDir = await temporary();
    const lock = join(dataDir, 'postgres.lock');
    await writeFile(lock, `1\nsome-boot:1\nother-host pid:[1]\n${'ab'.repeat(6)}\n`);
    const beating = setInterval(() => void appendFile(lock, ''.padEnd(1)), 500);
    try {
      expect((await failure(dataDir)).code).toBe('in-use');
    } finally {
      clearInterval(beating);
    }
    await start(dataDir);
  });
});
