/**
 * Writes `portal/src/api/schema.d.ts`: the types of the portal's client, from the OpenAPI document of the server's routes.
 * `--check` only says whether it is current.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '@cairn/server';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const FILE = fileURLToPath(new URL('../portal/src/api/schema.d.ts', import.meta.url));

const types = astToString(await openapiTS((await openApiDocument()) as OpenAPI3));
const text = await format(
  `// Made from the server's routes by "npm run api:client"; not written by hand.\n${types}`,
  { ...(await resolveConfig(FILE)), parser: 'typescript' },
);
if (process.argv.includes('--check')) {
  const isCurrent = (await readFile(FILE, 'utf8').catch(() => '')) === text;
  process.stdout.write(
    isCurrent ? 'The client is current.\n' : 'The client is old: run npm run api:client.\n',
  );
  process.exitCode = isCurrent ? 0 : 1;
} else {
  await writeFile(FILE, text);
}
