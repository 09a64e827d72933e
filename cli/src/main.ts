import { Command } from 'commander';
import { isForTheUser } from './usage-error.ts';
import { VERSION } from './version.ts';

/**
 * In the order in which they are listed. Only the one that is asked for is loaded: most need little of Cairn, and all of them
 * together take three seconds to load.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).startCommand(),
  check: async () => (await import('./commands/check.ts')).checkCommand(),
  send: async () => (await import('./commands/send.ts')).sendCommand(),
  load: async () => (await import('./commands/load.ts')).loadCommand(),
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand(),
  query: async () => (await import('./commands/query.ts')).queryCommand(),
  forecast: async () => (await import('./commands/forecast.ts')).forecastCommand(),
  codes: async () => (await import('./commands/codes.ts')).codesCommand(),
  schedule: async () => (await import('./commands/schedule.ts')).scheduleCommand(),
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/restore.ts')).restoreCommand(),
  user: async () => (await import('./commands/user.ts')).userCommand(),
  nightly: async () => (await import('./commands/nightly.ts')).nightlyCommand(),
  audit: async () => (await import('./commands/audit.ts')).auditCommand(),
};

const asked = COMMANDS[process.argv[2] ?? ''];
const loaded = await Promise.all((asked ? [asked] : Object.values(COMMANDS)).map((load) => load()));

const program = new Command('cairn')
  .description('Cairn: an immunization registry (IIS) and its data-exchange gateway')
  .version(VERSION)
  // Options after a command are that command's: verify --version is not the program's own.
  .enablePositionalOptions()
  .showHelpAfterError('(cairn --help shows what there is)')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 done but something was refused or not found, 2 it could not be done.',
  )
  // Commander exits with 1 on wrong usage; here 1 means that a message was refused.
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

for (const command of loaded) {
  program.addCommand(command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2)));
}

try {
  await program.parseAsync();
} catch (error) {
  if (!isForTheUser(error)) throw error;
  console.error(`cairn: ${error.message}`);
  process.exitCode = 2;
}
