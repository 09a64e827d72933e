import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  CDC_FILES,
  type CdcFile,
  CODES_AS_OF,
  codeTable,
  dashedNdc,
  hasVis,
  makersOf,
  manufacturerByMvx,
  type Product,
  productsByNdc,
  type Refresh,
  refreshCodes,
  type SetReport,
  tradeNamesOf,
  type Vaccine,
  vaccineByCvx,
  vaccinesOfCpt,
  visByBarcode,
} from '@cairn/codes';
import { Command } from 'commander';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const FETCH_TIMEOUT_MS = 60_000;

export function codesCommand(): Command {
  const codes = new Command('codes').description("look up CDC's vaccine codes, or bring them up to date");
  codes
    .command('look')
    .description('print what is known of CVX, MVX, NDC and CPT codes and VIS barcodes')
    .argument('<code...>', 'the codes, an NDC in any printed form')
    .option('--json', 'print one JSON line')
    .action(look);
  codes
    .command('refresh')
    .description("rewrite this program's code sets from CDC's files; takes effect at the next start")
    .option('--from <dir>', "folder with CDC's files; fetched from CDC if not given")
    .option('--data <dir>', 'folder of the data files to write, if not those of this installation')
    .option('--json', 'print one JSON line')
    .action(refresh);
  // Commander exits with 1 on wrong usage, and passes no setting on to commands that are there already.
  for (const command of codes.commands)
    command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  return codes;
}

type RefreshOptions = { readonly from?: string; readonly data?: string; readonly json?: true };

async function refresh(options: RefreshOptions): Promise<void> {
  const texts = options.from === undefined ? await fetchFiles() : await readFiles(options.from);
  const today = new Date().toISOString().slice(0, 10);
  const result = refreshCodes(texts, today);
  const refused = result.reports.filter((report) => report.refused !== undefined);
  if (result.files.length > 0) await write(options.data ?? dataFolder(), result.files);
  if (options.json) {
    const { reports, skipped, files } = result;
    console.log(JSON.stringify({ reports, skipped, written: files.map(({ name }) => name) }));
  } else console.log(refreshText(result));
  if (refused.length > 0) process.exitCode = 1;
}

async function readFiles(folder: string): Promise<ReadonlyMap<CdcFile, string>> {
  const texts = new Map<CdcFile, string>();
  for (const file of allFiles()) {
    for (const name of CDC_FILES[file].names) {
      const bytes = await readIfThere(join(folder, name));
      if (bytes) texts.set(file, decode(bytes));
    }
  }
  if (texts.size === 0) {
    const names = allFiles().map((file) => CDC_FILES[file].names[0]);
    throw new UsageError(`${folder} has none of CDC's files. They are called ${names.join(', ')}.`);
  }
  return texts;
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${path} could not be read: ${String(code)}.`);
  }
}

async function fetchFiles(): Promise<ReadonlyMap<CdcFile, string>> {
  const texts = new Map<CdcFile, string>();
  for (const file of allFiles()) texts.set(file, await fetchText(CDC_FILES[file].url));
  return texts;
}

async function fetchText(url: string): Promise<string> {
  const otherwise = 'Download the files by other means and name their folder with --from.';
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${url} could not be fetched: ${why}. Nothing was changed. ${otherwise}`);
  }
  if (!response.ok)
    throw new UsageError(`${url} answered ${response.status}. Nothing was changed. ${otherwise}`);
  return decode(bytes);
}

const allFiles = (): readonly CdcFile[] => Object.keys(CDC_FILES).filter(isCdcFile);
const isCdcFile = (name: string): name is CdcFile => name in CDC_FILES;

/** CDC declares ISO-8859-1 in some files, nothing in others, and has been seen to send either. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function dataFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@cairn/codes')), 'data');
}

/** All files are written before the first is put in place, so that a full disk leaves the old ones. */
async function write(folder: string, files: Refresh['files']): Promise<void> {
  let staging: string | undefined;
  try {
    staging = await mkdtemp(join(folder, '.refresh-'));
    for (const { name, text } of files) await writeFile(join(staging, name), text);
    for (const { name } of files) await rename(join(staging, name), join(folder, name));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The data files in ${folder} could not be written: ${why}`);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
  }
}

function refreshText({ reports, skipped, files }: Refresh): string {
  const counts = reports.map(({ set, before, added, changed, removed, unread, refused }) => [
    set,
    ...[before, added.length, changed.length, removed.length, unread.length].map(String),
    refused === undefined ? 'taken' : `REFUSED: ${refused} The old data stay.`,
  ]);
  const head = ['Set', 'Known', 'New', 'Changed', 'Gone', 'Unread', ''];
  return [
    table(head, counts),
    ...reports.map(details).filter((text) => text !== ''),
    ...skipped.map(
      ({ set, missing }) => `${set}: left as it is, for lack of ${missing.map(fileName).join(', ')}`,
    ),
    `${files.length} files written`,
  ].join('\n\n');
}

const fileName = (file: CdcFile): string => CDC_FILES[file].names[0];

const LISTED = 20;

function details({ set, added, changed, removed, unread, notes }: SetReport): string {
  const lines = [
    ...some('new', added),
    ...some(
      'changed',
      changed.map(({ key, columns }) => `${key} (${columns.join(', ')})`),
    ),
    ...some('gone', removed),
    ...some(
      'not understood',
      unread.map(({ source, line, why }) => `${source} line ${line}: ${why}`),
    ),
    ...notes.map((note) => `  ${note}`),
  ];
  return lines.length === 0 ? '' : [set, ...lines].join('\n');
}

function some(what: string, items: readonly string[]): readonly string[] {
  const more = items.length > LISTED ? [`  … and ${items.length - LISTED} more (--json shows all)`] : [];
  return [...items.slice(0, LISTED).map((item) => `  ${what}: ${item}`), ...more];
}

type Finding = { readonly code: string; readonly system: string; readonly text: string };

function look(codes: readonly string[], options: { readonly json?: true }): void {
  const findings = codes.map((code) => ({ code, found: findingsOf(code) }));
  if (options.json) console.log(JSON.stringify({ asOf: CODES_AS_OF, codes: findings }));
  else {
    const rows = findings.flatMap(({ code, found }) =>
      found.length === 0
        ? [[code, '', 'not known']]
        : found.map(({ code: full, system, text }) => [full, system, text]),
    );
    console.log(`${table(['Code', 'System', 'Meaning'], rows)}\n\nCode sets of ${CODES_AS_OF}`);
  }
  if (findings.some(({ found }) => found.length === 0)) process.exitCode = 1;
}

function findingsOf(typed: string): readonly Finding[] {
  const code = typed.trim();
  const vaccine = vaccineByCvx(/^\d$/.test(code) ? `0${code}` : code);
  const maker = codeTable('MVX')?.find(code.toUpperCase());
  const byCpt = vaccinesOfCpt(code.toUpperCase());
  const vis = visByBarcode(code);
  return [
    ...(vaccine ? [{ code: vaccine.cvx, system: 'CVX', text: vaccineText(vaccine) }] : []),
    ...(maker
      ? [
          {
            code: maker.code,
            system: 'MVX',
            text: sentence(maker.label, maker.status, replaced(maker.replacedBy)),
          },
        ]
      : []),
    ...productsByNdc(code).map((product) => ({
      code: dashedNdc(product.ndc),
      system: 'NDC',
      text: productText(product),
    })),
    ...(byCpt.length > 0 ? [{ code, system: 'CPT', text: byCpt.map(cvxText).join('\n') }] : []),
    ...(vis ? [{ code: vis.barcode, system: 'VIS', text: sentence(vis.name, vis.edition, vis.status) }] : []),
  ];
}

function vaccineText(vaccine: Vaccine): string {
  const { cvx, name, status, kind, groups, from, until } = vaccine;
  const names = [...new Set(tradeNamesOf(cvx).map((trade) => trade.name))];
  return [
    sentence(name, status, kind === 'vaccine' ? '' : kind),
    sentence(
      groups.length > 0 ? `groups ${groups.join(', ')}` : '',
      dateText('not before', from?.never ?? from?.expected),
      dateText('not after', until?.never ?? until?.expected),
      hasVis(cvx) ? 'has a current VIS' : 'no current VIS',
    ),
    names.length > 0 ? `trade names ${names.join(', ')}` : '',
    makersOf(cvx).length > 0 ? `made by ${makersOf(cvx).map(makerText).join(', ')}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const productText = ({ name, cvx, mvx, kind, from, until }: Product): string =>
  sentence(
    name,
    `unit of ${kind}`,
    cvxText(cvx),
    mvx === '' ? '' : makerText(mvx),
    dateText('from', from),
    dateText('until', until),
  );

const cvxText = (cvx: string): string => `CVX ${cvx} ${vaccineByCvx(cvx)?.name ?? ''}`.trim();
const makerText = (mvx: string): string => `${mvx} ${manufacturerByMvx(mvx)?.name ?? ''}`.trim();
const replaced = (code: string | undefined): string => (code === undefined ? '' : `now ${makerText(code)}`);
const dateText = (what: string, date: string | undefined): string =>
  date === undefined ? '' : `${what} ${date}`;
const sentence = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ');
