import { Command } from 'commander';
import { checkCommand } from './commands/check.ts';
import { codesCommand } from './commands/codes.ts';
import { forecastCommand } from './commands/forecast.ts';
import { migrateCommand } from './commands/migrate.ts';
import { nightlyCommand } from './commands/nightly.ts';
import { queryCommand } from './commands/query.ts';
import { scheduleCommand } from './commands/schedule.ts';
import { sendCommand } from './commands/send.ts';
import { simulateCommand } from './commands/simulate.ts';
import { startCommand } from './commands/start.ts';
import { userCommand } from './commands/user.ts';
import { isForTheUser } from './usage-error.ts';

const program = new Command('cairn')
  .description('Cairn: an immunization registry (IIS) and its data-exchange gateway')
  .version('0.1.0')
  // Options after a command are that command's: verify --version is not the program's own.
  .enablePositionalOptions()
  .showHelpAfterError('(cairn --help shows what there is)')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 done but something was refused or not found, 2 it could not be done.',
  )
  .addCommand(startCommand())
  .addCommand(checkCommand())
  .addCommand(sendCommand())
  .addCommand(simulateCommand())
  .addCommand(queryCommand())
  .addCommand(forecastCommand())
  .addCommand(codesCommand())
  .addCommand(scheduleCommand())
  .addCommand(migrateCommand())
  .addCommand(userCommand())
  .addCommand(nightlyCommand())
  // Commander exits with 1 on wrong usage; here 1 means that a message was refused.
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

for (const command of program.commands) {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
}

try {
  await program.parseAsync();
} catch (error) {
  if (!isForTheUser(error)) throw error;
  console.error(`cairn: ${error.message}`);
  process.exitCode = 2;
}
