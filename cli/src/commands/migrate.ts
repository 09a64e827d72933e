import { ConfigError, createLog, ensurePartitions, migrate, openDatabase, readConfig } from '@cairn/server';
import { Command } from 'commander';
import { isForTheUser, UsageError } from '../usage-error.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database schema up to date; `cairn start` does this too')
    .option('--json', 'print one JSON line')
    .action(run);
}

async function run(options: { readonly json?: true }): Promise<void> {
  const config = (() => {
    try {
      return readConfig(process.env);
    } catch (error) {
      throw error instanceof ConfigError ? new UsageError(error.message) : error;
    }
  })();
  const database = await openDatabase(config, createLog(config.logLevel)).catch((error: unknown) => {
    throw isForTheUser(error) ? new UsageError(error.message) : error;
  });
  try {
    const ran = await migrate(database.kysely);
    await ensurePartitions(database.kysely, config.clock.now());
    if (options.json) console.log(JSON.stringify({ database: database.describe, migrations: ran }));
    else console.log(`${database.describe}: ${ran.length === 0 ? 'up to date' : `ran ${ran.join(', ')}`}`);
  } finally {
    await database.close();
  }
}
