import type { Manifest } from '@cairn/server/operations';
import { type Config, createLog, readConfig } from '@cairn/server/settings';
import { Command } from 'commander';
import { interruptible, rowsTold } from '../interruptible.ts';
import { UsageError } from '../usage-error.ts';

type Options = { readonly dataDir?: string; readonly json?: true };

/** The key by which the secrets of the backup open: is it here? */
type Key = 'restored' | 'here' | 'missing' | 'another' | 'unknown';

export function restoreCommand(): Command {
  return new Command('restore')
    .description('fill an empty database with a backup')
    .argument('<file>', 'what `cairn backup` wrote')
    .option('--data-dir <folder>', 'where the embedded database lives (CAIRN_DATA_DIR, ./data)')
    .option('--json', 'print one JSON line')
    .addHelpText(
      'after',
      `
The whole file is checked before anything is touched. Everything is done in one transaction: where it does not come to its end,
the database is empty. A backup of an older Cairn is brought up to date; one of a newer Cairn is refused.
The database is that of \`cairn start\`: CAIRN_DATABASE_URL, or the embedded one, which no server may use meanwhile.`,
    )
    .action(restore);
}

async function restore(file: string, options: Options): Promise<void> {
  const config = readConfig(process.env, options.dataDir === undefined ? {} : { dataDir: options.dataDir });
  const { checkSums, expectEmpty, load, openSession, readManifest } =
    await import('@cairn/server/operations');
  const manifest = await readManifest(file);
  if (manifest.jurisdiction !== config.jurisdiction.id) {
    throw new UsageError(
      `The backup is of the jurisdiction "${manifest.jurisdiction}". Set CAIRN_JURISDICTION to it.`,
    );
  }
  const session = await openSession(config, 'alone', createLog(config.logLevel));
  const { leftOut, migrated, key } = await interruptible(session, async (signal) => {
    await expectEmpty(session.client);
    await checkSums(file, manifest, signal);
    const keyNow = await keyOf(manifest, config);
    return {
      ...(await load(session.client, { path: file, manifest, progress: rowsTold(), signal })),
      key: keyNow,
    };
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (options.json) {
    const { madeAt, tables } = manifest;
    console.log(JSON.stringify({ madeAt, tables: tables.length, rows, migrated, leftOut, key }));
    return;
  }
  console.log(
    [
      `${session.describe}: ${rows.toLocaleString('en-US')} rows of ${manifest.tables.length} tables, as of ${manifest.madeAt}; rows and sequences were counted again.`,
      ...(migrated.length === 0 ? [] : [`Brought up to date: ${migrated.join(', ')}`]),
      ...(leftOut.length === 0 ? [] : [`Left out, as they are not Cairn’s: ${leftOut.join(', ')}`]),
      KEY_WORDS[key](config),
      'Now run `cairn audit verify`, with --head of a head that you wrote down, before anybody works with it.',
    ].join('\n'),
  );
}

/** Puts the key where it belongs before anything else: a server that finds none makes another one. */
async function keyOf(manifest: Manifest, config: Config): Promise<Key> {
  const { fingerprintOf, keepSecretKey, secretKeyHere } = await import('@cairn/server/operations');
  const here = await secretKeyHere(config);
  const isRight = here !== undefined && fingerprintOf(here) === manifest.keyFingerprint;
  if (manifest.keyFingerprint === undefined) return 'unknown';
  if (isRight) return 'here';
  if (manifest.secretKey === undefined) return here ? 'another' : 'missing';
  if (here) {
    throw new UsageError(
      `Another key is here (${config.secretKey ? 'CAIRN_SECRET_KEY' : `${config.dataDir}/secret-key`}) than the one in the backup. Take it away, or name another folder with --data-dir. Nothing was changed.`,
    );
  }
  await keepSecretKey(config.dataDir, manifest.secretKey);
  return 'restored';
}

const KEY_WORDS: Readonly<Record<Key, (config: Config) => string>> = {
  restored: ({ dataDir }) =>
    `The secret key is in ${dataDir}/secret-key. Other nodes need the same one (CAIRN_SECRET_KEY).`,
  here: () => 'The secret key that is here is the right one.',
  missing: ({ dataDir }) =>
    `The secret key is not here. Before the next start bring ${dataDir}/secret-key, or set CAIRN_SECRET_KEY, of the server that was backed up.`,
  another: () =>
    'The secret key that is here is another one. Before the next start bring CAIRN_SECRET_KEY, or the file secret-key, of the server that was backed up.',
  unknown: () =>
    'Which secret key belongs to this backup is not known. Bring that of the server that was backed up before the next start.',
};
