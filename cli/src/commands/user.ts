import {
  ACCOUNT_ROLES,
  type AccountRole,
  type Database,
  inviteStaff,
  isEmail,
  issueStaffToken,
  migrate,
  openDatabase,
  resetSecondFactorOf,
  STAFF_ROLES,
  type StaffRole,
} from '@cairn/server/operations';
import { createLog, readConfig } from '@cairn/server/settings';
import { Command } from 'commander';
import { UsageError } from '../usage-error.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 365;
const LONGEST_DAYS = 3650;

type AddOptions = {
  readonly name: string;
  readonly email?: string;
  readonly role?: string;
  readonly days?: string;
  readonly json?: true;
};

/** Somebody who signs in at the portal, or somebody whose programs ask the review API. */
type Asked =
  | { readonly by: 'account'; readonly name: string; readonly email: string; readonly role: AccountRole }
  | { readonly by: 'token'; readonly name: string; readonly role: StaffRole; readonly days: number };

export function userCommand(): Command {
  return new Command('user')
    .description('the people who work with the registry')
    .addCommand(
      new Command('add')
        .description('add a person who works for the registry')
        .requiredOption('--name <name>', 'who it is; shown beside what they decide')
        .option('--email <address>', 'with which they sign in at the portal')
        .option(
          '--role <role>',
          `with --email: ${ACCOUNT_ROLES.join(' or ')}; without: ${STAFF_ROLES.join(', ')}`,
        )
        .option('--days <number>', `without --email: how long the token works (${DEFAULT_DAYS})`)
        .option('--json', 'print one JSON line')
        .addHelpText(
          'after',
          `
With --email it makes an account of the portal and prints a link, to be handed over, by which the person sets a password.
Without, it prints a token for the review API. Either is printed once and not stored.
The database is that of \`cairn start\`: CAIRN_DATABASE_URL, or the embedded one (stop Cairn first then). The link begins with
CAIRN_PUBLIC_URL.`,
        )
        .action(add),
    )
    .addCommand(
      new Command('reset-second-factor')
        .description(
          'for somebody whose device is lost: the authenticator app and the recovery codes count no more',
        )
        .argument('<email>', 'with which they sign in at the portal')
        .requiredOption('--reason <words>', 'why, and how you know that it is them; kept in the audit')
        .addHelpText(
          'after',
          `
The person is signed out everywhere and told by mail. With the password they set up another app at the next sign-in.
Administrators do this for each other in the portal; this is for the last one.
The database is that of \`cairn start\`: CAIRN_DATABASE_URL, or the embedded one (stop Cairn first then).`,
        )
        .action(resetFactor),
    );
}

async function resetFactor(email: string, { reason }: { readonly reason: string }): Promise<void> {
  if (reason.trim() === '') throw new UsageError('--reason: write why.');
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog(config.logLevel));
  try {
    await migrate(database.kysely);
    const isDone = await resetSecondFactorOf(database.kysely, email, reason.trim(), config.clock.now());
    if (!isDone) throw new UsageError(`"${email}" is the address of no account.`);
    console.log(`${email} signs in with the password alone, once, and sets up another app then.`);
  } finally {
    await database.close();
  }
}

async function add(options: AddOptions): Promise<void> {
  const asked = whatIsAsked(options);
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog(config.logLevel));
  try {
    await migrate(database.kysely);
    const now = config.clock.now();
    const { json, lines } =
      asked.by === 'token'
        ? await addToken(database, asked, now)
        : await addAccount(
            database,
            asked,
            config.publicUrl ?? `http://${reachedBy(config.host)}:${config.port}`,
            now,
          );
    console.log(options.json ? JSON.stringify(json) : lines.join('\n'));
  } finally {
    await database.close();
  }
}

type Added = { readonly json: object; readonly lines: readonly string[] };

async function addToken(
  { kysely }: Database,
  { name, role, days }: Extract<Asked, { by: 'token' }>,
  now: Date,
): Promise<Added> {
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  const token = await issueStaffToken(kysely, { name, role, expiresAt }, now);
  return {
    json: { name, role, expiresAt, token },
    lines: [
      `${name} (${role}), until ${expiresAt.toISOString().slice(0, 10)}. Keep this token; it is shown once:`,
      token,
    ],
  };
}

async function addAccount(
  { kysely }: Database,
  { name, email, role }: Extract<Asked, { by: 'account' }>,
  publicUrl: string,
  now: Date,
): Promise<Added> {
  const { link, expiresAt, hasPassword } = await inviteStaff(kysely, { name, email, role }, publicUrl, now);
  const until = expiresAt.toISOString().slice(0, 10);
  return {
    json: { name, email, role, expiresAt, link },
    lines: [
      hasPassword
        ? `${email} had an account and is ${role} from now on; the password stays. A new one is set by this link, once, until ${until}:`
        : `${name} (${role}) signs in as ${email}. The password is set by this link, once, until ${until}:`,
      link,
    ],
  };
}

function whatIsAsked(options: AddOptions): Asked {
  const name = options.name.trim();
  if (name === '') throw new UsageError('--name: write who it is.');
  const email = options.email?.trim();
  const role = options.role ?? (email === undefined ? STAFF_ROLES[0] : undefined);
  const accountRole = ACCOUNT_ROLES.find((each) => each === role);
  const tokenRole = STAFF_ROLES.find((each) => each === role);
  if (email === undefined) {
    if (accountRole) {
      throw new UsageError(`--email: say with which address the ${accountRole} signs in at the portal.`);
    }
    if (!tokenRole) throw noSuchRole(role);
    return { by: 'token', name, role: tokenRole, days: daysOf(options.days ?? String(DEFAULT_DAYS)) };
  }
  if (!isEmail(email)) throw new UsageError(`--email: "${email}" is no e-mail address.`);
  if (tokenRole) {
    throw new UsageError(
      `--role: ${tokenRole} has a token and no account. Leave out --email, or choose ${ACCOUNT_ROLES.join(' or ')}.`,
    );
  }
  if (role === undefined) throw new UsageError(`--role: say ${ACCOUNT_ROLES.join(' or ')}.`);
  if (!accountRole) throw noSuchRole(role);
  if (options.days !== undefined) {
    throw new UsageError('--days: is for tokens only. An account works until it is ended.');
  }
  return { by: 'account', name, email, role: accountRole };
}

const noSuchRole = (role: string | undefined): UsageError =>
  new UsageError(
    `--role: "${role ?? ''}" is no role; there is ${STAFF_ROLES.join(', ')}, and with --email ${ACCOUNT_ROLES.join(', ')}.`,
  );

function daysOf(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    throw new UsageError(`--days: "${text}" is no number of days from 1 to ${LONGEST_DAYS}.`);
  }
  return days;
}

/** What is listened on for all of a machine's addresses is reached by the name of the machine itself. */
const reachedBy = (host: string): string =>
  ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
