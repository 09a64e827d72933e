import { createLog, readConfig } from '@cairn/server/settings';
import { Command } from 'commander';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database schema up to date; `cairn start` does this too')
    .option('--json', 'print one JSON line')
    .action(run);
}

async function run(options: { readonly json?: true }): Promise<void> {
  const config = readConfig(process.env);
  const { ensurePartitions, migrate, openDatabase } = await import('@cairn/server/operations');
  const database = await openDatabase(config, createLog(config.logLevel));
  try {
    const ran = await migrate(database.kysely);
    await ensurePartitions(database.kysely, config.clock.now());
    if (options.json) console.log(JSON.stringify({ database: database.describe, migrations: ran }));
    else console.log(`${database.describe}: ${ran.length === 0 ? 'up to date' : `ran ${ran.join(', ')}`}`);
  } finally {
    await database.close();
  }
}
