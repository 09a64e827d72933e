import {
  createLog,
  issueStaffToken,
  migrate,
  openDatabase,
  readConfig,
  STAFF_ROLES,
  type StaffRole,
} from '@cairn/server';
import { Command } from 'commander';
import { UsageError } from '../usage-error.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 3650;

type AddOptions = {
  readonly name: string;
  readonly role: string;
  readonly days: string;
  readonly json?: true;
};

export function userCommand(): Command {
  return new Command('user')
    .description('the people who work with the registry')
    .addCommand(
      new Command('add')
        .description('add a person and print the token for the review API, once: it is not stored')
        .requiredOption('--name <name>', 'who it is; shown beside what they decide')
        .option('--role <role>', STAFF_ROLES.join(', '), STAFF_ROLES[0])
        .option('--days <number>', 'how long the token works', '365')
        .option('--json', 'print one JSON line')
        .addHelpText(
          'after',
          '\nThe database is that of `cairn start`: CAIRN_DATABASE_URL, or the embedded one (stop Cairn first then).',
        )
        .action(add),
    );
}

async function add(options: AddOptions): Promise<void> {
  const name = options.name.trim();
  if (name === '') throw new UsageError('--name: write who it is.');
  const role = roleOf(options.role);
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    throw new UsageError(`--days: "${options.days}" is no number of days from 1 to ${LONGEST_DAYS}.`);
  }
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog(config.logLevel));
  try {
    await migrate(database.kysely);
    const now = config.clock.now();
    const expiresAt = new Date(now.getTime() + days * DAY_MS);
    const token = await issueStaffToken(database.kysely, { name, role, expiresAt }, now);
    if (options.json) console.log(JSON.stringify({ name, role, expiresAt, token }));
    else {
      console.log(
        `${name} (${role}), until ${expiresAt.toISOString().slice(0, 10)}. Keep this token; it is shown once:`,
      );
      console.log(token);
    }
  } finally {
    await database.close();
  }
}

function roleOf(text: string): StaffRole {
  const role = STAFF_ROLES.find((each) => each === text);
  if (!role) throw new UsageError(`--role: "${text}" is no role; there is ${STAFF_ROLES.join(', ')}.`);
  return role;
}
