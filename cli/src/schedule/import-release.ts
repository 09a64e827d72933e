import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  bundledSchedule,
  compareSchedules,
  decodeXml,
  type ImportFinding,
  importSchedule,
  type ReleaseFile,
  releaseFilesInZip,
  renderBundle,
  renderSchedule,
  type ScheduleChange,
  versionInName,
} from '@cairn/forecast';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import { codeOf, readBytes, scheduleFile } from './files.ts';

export type ImportOptions = {
  readonly out?: string;
  readonly release?: string;
  readonly json?: true;
};

/** Writes the schedule even when parts were not understood: they are listed, and the exit code tells. */
export async function importRelease(release: string, options: ImportOptions): Promise<void> {
  const files = await readRelease(release);
  const version = options.release ?? versionInName(resolve(release));
  if (version === undefined)
    throw new UsageError(`The name ${release} does not tell CDC's version: name it with --release 4.64-508.`);
  if (!/^[\w.-]+$/.test(version)) throw new UsageError(`"${version}" is no version such as 4.64-508.`);
  const { data, report } = importSchedule(files, version);
  const before = bundledSchedule();
  const changes = data ? compareSchedules(before, data) : [];
  const written = data ? (options.out ?? scheduleFile(version)) : undefined;
  if (data && written !== undefined)
    await write(written, written.endsWith('.ts') ? renderBundle(data) : renderSchedule(data));
  if (options.json) {
    const bundled = before.version;
    console.log(JSON.stringify({ version, written: written ?? null, bundled, changes, ...report }));
  } else {
    const taken = report.files.filter(({ content }) => content !== undefined).length;
    console.log(
      [
        `Version ${version}: ${taken} of ${report.files.length} files read`,
        ...(data ? changesText(changes, before.version) : []),
        ...findingsText('Not understood', report.notUnderstood),
        ...findingsText('Read, but odd', report.odd),
        written === undefined ? 'Nothing was written.' : `Written: ${written}`,
      ].join('\n\n'),
    );
  }
  if (!data || report.notUnderstood.length > 0) process.exitCode = 1;
}

async function readRelease(path: string): Promise<readonly ReleaseFile[]> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    throw new UsageError(`${path} could not be read: ${codeOf(error)}.`);
  }
  const files = isFolder ? await readFolder(path) : releaseFilesInZip(await readBytes(path));
  if (files === undefined) throw new UsageError(`${path} is neither a folder nor a zip file.`);
  if (files.length === 0)
    throw new UsageError(`${path} has no XML files. A release of CDC has AntigenSupportingData*.xml.`);
  return files;
}

async function readFolder(folder: string): Promise<readonly ReleaseFile[]> {
  const names = await readdir(folder, { recursive: true });
  const files: ReleaseFile[] = [];
  for (const source of names.filter((name) => /\.xml$/i.test(name)).toSorted())
    files.push({ source, text: decodeXml(await readBytes(join(folder, source))) });
  return files;
}

/** Put in place whole, so that a full disk leaves the old file. */
async function write(path: string, text: string): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new UsageError(`${path} could not be written: ${codeOf(error)}.`);
  }
}

const LISTED = 20;

function changesText(changes: readonly ScheduleChange[], bundled: string): readonly string[] {
  const counts = changes.map(({ what, before, now, added, changed, removed }) => [
    what,
    ...[before, now, added.length, changed.length, removed.length].map(String),
  ]);
  const details = changes.flatMap(({ what, added, changed, removed }) => [
    ...listed(`new ${what}`, added),
    ...listed(`changed ${what}`, changed),
    ...listed(`gone ${what}`, removed),
  ]);
  return [
    `Against the bundled version ${bundled}:\n${table(['', 'Before', 'Now', 'New', 'Changed', 'Gone'], counts)}`,
    ...(details.length === 0 ? ['It is the same schedule.'] : [details.join('\n')]),
  ];
}

function listed(what: string, items: readonly string[]): readonly string[] {
  const more = items.length > LISTED ? [`  … and ${items.length - LISTED} more (--json shows all)`] : [];
  return [...items.slice(0, LISTED).map((item) => `  ${what}: ${item}`), ...more];
}

/** All of them: nobody should have to ask for what was left out. */
function findingsText(title: string, findings: readonly ImportFinding[]): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ source, line, path, text, why }) => [
    line === 0 ? source : `${source}:${line}`,
    path,
    text.length > 40 ? `${text.slice(0, 39)}…` : text,
    why,
  ]);
  return [`${title} (${findings.length}):\n${table(['Where', 'Element', 'Text', ''], rows)}`];
}
