import { createLog, readConfig } from '@cairn/server/settings';
import { Command } from 'commander';
import { interruptible, rowsTold } from '../interruptible.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

type Options = {
  readonly to: string;
  readonly withKey?: true;
  readonly dataDir?: string;
  readonly json?: true;
};

export function backupCommand(): Command {
  return new Command('backup')
    .description('everything in the database, as it is at one moment, to one file; beside a running server')
    .requiredOption('--to <file>', 'the file; none of that name may be there')
    .option('--with-key', 'put the secret key into it too; then the file alone is enough, also for a thief')
    .option('--data-dir <folder>', 'where the embedded database lives (CAIRN_DATA_DIR, ./data)')
    .option('--json', 'print one JSON line')
    .addHelpText(
      'after',
      `
The database is that of \`cairn start\`: CAIRN_DATABASE_URL, or the embedded one, whether a server uses it or not. The file is
compressed and not encrypted; only its owner may read it. It holds patients' data: keep it as you keep the database.
\`cairn restore FILE\` reads it. See docs/operators.md.`,
    )
    .action(backup);
}

async function backup(options: Options): Promise<void> {
  const config = readConfig(process.env, options.dataDir === undefined ? {} : { dataDir: options.dataDir });
  const { dump, fingerprintOf, openSession, secretKeyHere } = await import('@cairn/server/operations');
  const key = await secretKeyHere(config);
  if (options.withKey && !key) {
    throw new UsageError(
      `--with-key: there is no key here, neither in CAIRN_SECRET_KEY nor in ${config.dataDir}/secret-key. Run this where Cairn runs.`,
    );
  }
  const began = performance.now();
  const session = await openSession(config, 'beside', createLog(config.logLevel));
  const { manifest, bytes } = await interruptible(session, (signal) =>
    dump(session.client, {
      path: options.to,
      madeAt: config.clock.now(),
      about: {
        cairn: VERSION,
        jurisdiction: config.jurisdiction.id,
        ...(key === undefined ? {} : { keyFingerprint: fingerprintOf(key) }),
        ...(options.withKey && key ? { secretKey: key.toString('base64') } : {}),
      },
      progress: rowsTold(),
      signal,
    }),
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  if (options.json) {
    const withKey = manifest.secretKey !== undefined;
    const tables = manifest.tables.length;
    console.log(JSON.stringify({ file: options.to, bytes, tables, rows, withKey, seconds }));
    return;
  }
  console.log(
    [
      `${session.describe}: ${rows.toLocaleString('en-US')} rows of ${manifest.tables.length} tables, as of ${manifest.madeAt}`,
      `${options.to}: ${bytes.toLocaleString('en-US')} bytes, in ${seconds} s`,
      options.withKey
        ? 'The secret key is in it: whoever has this file can open the secrets of the registry.'
        : key
          ? `The secret key is not in it. Keep ${config.secretKey ? 'CAIRN_SECRET_KEY' : `${config.dataDir}/secret-key`} too, elsewhere: without it authenticator apps and passwords for other registries are lost.`
          : 'The secret key is not in it, and none was found here. Keep that of the server (CAIRN_SECRET_KEY, or the file secret-key) too.',
    ].join('\n'),
  );
}
