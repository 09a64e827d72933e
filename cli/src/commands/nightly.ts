import type { NightlyFigures } from '@cairn/server/nightly';
import { createLog, readConfig } from '@cairn/server/settings';
import { Command } from 'commander';
import { UsageError } from '../usage-error.ts';

export function nightlyCommand(): Command {
  return new Command('nightly')
    .description('run the nightly job now; a server does it by itself at 2 o’clock')
    .option('--json', 'print one JSON line')
    .addHelpText(
      'after',
      `
It looks for persons that may be one and opens review tasks; it merges nobody. It needs the database itself:
CAIRN_DATABASE_URL, or the embedded one in CAIRN_DATA_DIR while no server uses it. Ctrl-C ends it without
harm; the next run goes on from there.`,
    )
    .action(run);
}

async function run(options: { readonly json?: true }): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const { ensurePartitions, migrate, openDatabase } = await import('@cairn/server/operations');
  const { runNightly } = await import('@cairn/server/nightly');
  const database = await openDatabase(config, log);
  try {
    await migrate(database.kysely);
    await ensurePartitions(database.kysely, config.clock.now());
    const figures = await runNightly({
      pool: database.pool,
      clock: config.clock,
      jurisdiction: config.jurisdiction,
      log,
    });
    if (!figures) throw new UsageError('The nightly job is already running, here or on another node.');
    console.log(options.json ? JSON.stringify(figures) : describe(figures));
  } finally {
    await database.close();
  }
}

function describe(figures: NightlyFigures): string {
  const count = (n: number): string => n.toLocaleString('en-US');
  return [
    `Persons compared       ${count(figures.persons)}, in ${count(figures.pairsCompared)} pairs`,
    `Review tasks opened    ${count(figures.tasksOpened)}`,
    `Persons re-keyed       ${count(figures.rekeyed)}`,
    `Phones of too many     ${count(figures.commonPhones)}`,
    `Names counted          ${count(figures.names)}`,
    `Doses told of twice?   ${count(figures.suspectedDoses)}, of ${count(figures.personsWithReports)} persons with new reports`,
    `Seconds                ${figures.seconds}`,
  ].join('\n');
}
