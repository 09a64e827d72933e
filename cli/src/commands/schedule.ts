import { Command } from 'commander';
import { importRelease } from '../schedule/import-release.ts';
import { verifyCases } from '../schedule/verify-cases.ts';

export function scheduleCommand(): Command {
  const schedule = new Command('schedule').description(
    "import CDC's immunization schedule, or run CDC's test cases against it",
  );
  schedule
    .command('import')
    .description("make a schedule of a release of CDC's CDSi supporting data")
    .argument('<release>', "folder or zip with CDC's XML files")
    .option('--out <file>', 'file to write, if not schedules/<version>.json in CAIRN_DATA_DIR')
    .option('--release <version>', "CDC's version, such as 4.64-508, if the release's name does not tell it")
    .option('--json', 'print one JSON line')
    .action(importRelease);
  schedule
    .command('verify')
    .description("evaluate and forecast CDC's test cases and compare with what CDC expects")
    .argument('<cases...>', "CDC's workbooks (.xlsx) or cases as JSON lines")
    .option('--version <version>', 'imported schedule to use, if not the bundled one')
    .option('--schedule <file>', 'schedule file to use')
    .option('--json', 'print one JSON line')
    .action(verifyCases);
  // Commander exits with 1 on wrong usage, and passes no setting on to commands that are there already.
  for (const command of schedule.commands)
    command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  return schedule;
}
