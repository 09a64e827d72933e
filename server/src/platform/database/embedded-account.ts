import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { EmbeddedPostgresError } from './embedded-error.ts';

/**
 * The system account PostgreSQL runs under when Cairn itself runs as root. An ordinary user needs none:
 * everything then runs as that user.
 */
export type Account = { uid: number; gid: number };

export type CommandResult = { ok: boolean; stdout: string; stderr: string };

/**
 * The environment of everything started here. Cairn's own holds secrets, and LC_*, PG* or TZ set by the
 * operator would change what PostgreSQL says and does.
 */
export const CHILD_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
};

/** Runs a command to its end, as `account` if given. Never throws: a command that cannot start is not ok. */
export function run(file: string, args: readonly string[], account?: Account): Promise<CommandResult> {
  return new Promise((resolve) => {
    // Cairn's own working directory may be closed to the account; "/" never is.
    const options = { ...account, cwd: '/', env: CHILD_ENVIRONMENT, maxBuffer: 4 * 1024 * 1024 };
    try {
      execFile(file, args, options, (error, stdout, stderr) => {
        resolve({
          ok: error === null,
          stdout,
          stderr: stderr === '' && error !== null ? error.message : stderr,
        });
      });
    } catch (error) {
      resolve({ ok: false, stdout: '', stderr: String(error) });
    }
  });
}

/**
 * Whether the account can enter the directory, found out by entering it as that account: mode bits alone
 * miss ACLs, mount options and security modules. Without an account the answer is for ourselves.
 */
export async function canEnter(directory: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) {
    return access(directory, constants.X_OK).then(
      () => true,
      () => false,
    );
  }
  return (await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], account)).ok;
}

async function lookUp(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  if (!uid.ok || !gid.ok) return undefined;
  const account = { uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) };
  return Number.isInteger(account.uid) && account.uid > 0 && Number.isInteger(account.gid)
    ? account
    : undefined;
}

/**
 * The account to run PostgreSQL under, or undefined to run it as ourselves. PostgreSQL refuses root, so as
 * root it is the owner of an existing cluster (started once by an ordinary user, it stays usable by that
 * user), else `postgres`, else `cairn`, which is created.
 */
export async function chooseAccount(
  clusterOwner: Account | undefined,
  log: (message: string) => void,
): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  if (clusterOwner !== undefined && clusterOwner.uid !== 0) return clusterOwner;
  const existing = (await lookUp('postgres')) ?? (await lookUp('cairn'));
  const account = existing ?? (await createAccount(log));
  const trial = await run('/bin/sh', ['-c', ':'], account);
  if (trial.ok) return account;
  throw new EmbeddedPostgresError(
    'no-user',
    `Cairn runs as root, and could not start a program as the account with uid ${account.uid} (${trial.stderr.trim()}). ` +
      'PostgreSQL refuses to run as root. Run Cairn as an ordinary user, allow it to change users ' +
      '(capabilities SETUID and SETGID), or set CAIRN_DATABASE_URL to a PostgreSQL server of your own.',
  );
}

async function createAccount(log: (message: string) => void): Promise<Account> {
  // Debian and Red Hat have useradd; BusyBox (Alpine) has only its own adduser.
  const attempts = [
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/',
      '--shell',
      '/bin/false',
      'cairn',
    ]),
  ];
  let account = await lookUp('cairn');
  if (account === undefined) {
    attempts.push(await run('adduser', ['-S', '-D', '-H', '-h', '/', '-s', '/bin/false', 'cairn']));
    account = await lookUp('cairn');
  }
  if (account !== undefined) {
    log(`created the system user cairn (uid ${account.uid}) to run PostgreSQL, which refuses to run as root`);
    return account;
  }
  throw new EmbeddedPostgresError(
    'no-user',
    'Cairn runs as root. PostgreSQL refuses to run as root, there is no system user "postgres" or "cairn", and ' +
      `creating one failed (${attempts.map((attempt) => attempt.stderr.trim()).join('; ')}). ` +
      'Create a system user named "cairn", run Cairn as an ordinary user, or set CAIRN_DATABASE_URL to a ' +
      'PostgreSQL server of your own.',
  );
}
