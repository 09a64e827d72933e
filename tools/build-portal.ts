/**
 * Builds the portal's pages into `portal/dist`, unless what is there was built from the sources as they are.
 * Every file that browsers unpack is packed here once, so that the server never does it while it answers.
 */
import { hash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PORTAL = join(ROOT, 'portal');
const STAMP = join(PORTAL, 'dist/built-from');

/** @returns whether there was anything to build */
export async function buildPortal(): Promise<boolean> {
  const sources = await fingerprint();
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === sources) return false;
  // A test runner has set it to "test", and React would be built for developers, twice the size.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ root: PORTAL, logLevel: 'error', mode: 'production' });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  await pack(join(PORTAL, 'dist/assets'));
  await writeFile(STAMP, sources);
  return true;
}

/** Of everything that the build depends on; the versions of libraries are in the lock file. */
async function fingerprint(): Promise<string> {
  const files = [
    join(ROOT, 'package-lock.json'),
    join(ROOT, 'server/src/platform/problems.ts'),
    ...['index.html', 'package.json', 'vite.config.ts'].map((name) => join(PORTAL, name)),
    ...(await filesIn(join(PORTAL, 'src'))),
  ];
  const contents = await Promise.all(files.map((file) => readFile(file, 'base64')));
  return hash(
    'sha256',
    files.map((file, index) => `${file.slice(ROOT.length)} ${contents[index]}`).join('\n'),
  );
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function pack(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const content = await readFile(file);
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wasBuilt = await buildPortal();
  process.stdout.write(wasBuilt ? 'The portal was built.\n' : '');
}
