import type { AntigenData, ScheduleData } from '../data.ts';
import { readAntigen } from './antigen.ts';
import { contradictions } from './contradictions.ts';
import { ElementReader } from './element-reader.ts';
import type { ImportFinding, ImportReport } from './report.ts';
import { readShared } from './shared-parts.ts';
import { parseXml } from './xml-tree.ts';

export type ReleaseFile = {
  /** Name, for the report only: files are known by their root element. */
  readonly source: string;
  readonly text: string;
};

export type ScheduleImport = {
  /** Absent when there is not exactly one file of schedule data and at least one antigen. */
  readonly data?: ScheduleData;
  readonly report: ImportReport;
};

/**
 * Schedule data from the XML files of a release of CDC's supporting data. Only facts are taken: codes, ages,
 * intervals, dates and names. What is not understood is in the report; nothing is dropped silently.
 */
export function importSchedule(files: readonly ReleaseFile[], version: string): ScheduleImport {
  const notUnderstood: ImportFinding[] = [];
  const note = (finding: ImportFinding): void => void notUnderstood.push(finding);
  const contents: { readonly source: string; readonly content: string | undefined }[] = [];
  const antigens = new Map<string, AntigenData>();
  let shared: ReturnType<typeof readShared> | undefined;
  for (const { source, text } of files) {
    const parsed = parseXml(text);
    let content: string | undefined;
    if (!('root' in parsed)) note({ source, line: parsed.line, path: '', text: '', why: parsed.why });
    else {
      const reader = new ElementReader(parsed.root, source, note, '');
      if (parsed.root.name === 'scheduleSupportingData') {
        content = 'schedule';
        if (shared) reader.note('A second file of schedule data; the first is taken.', '');
        else shared = readShared(reader);
      } else if (parsed.root.name === 'antigenSupportingData') {
        const antigen = readAntigen(reader);
        content = antigen?.name;
        if (antigen && antigens.has(antigen.name))
          reader.note('A second file of the antigen; the first is taken.', antigen.name);
        else if (antigen) antigens.set(antigen.name, antigen);
      } else reader.note('Not a file of supporting data: unknown root element.', parsed.root.name);
    }
    contents.push({ source, content });
  }
  const missing = (what: string): void => note({ source: '', line: 0, path: '', text: '', why: what });
  if (!shared) missing('The release has no scheduleSupportingData file.');
  if (antigens.size === 0) missing('The release has no antigenSupportingData file.');
  if (!shared || antigens.size === 0) return { report: { files: contents, notUnderstood, odd: [] } };
  const data = inOrder({ version, antigens: [...antigens.values()], ...shared });
  const { wrong, odd } = contradictions(data);
  return { data, report: { files: contents, notUnderstood: [...notUnderstood, ...wrong], odd } };
}

/** The same release gives the same text, whatever the order of its files and codes. Order within series counts. */
function inOrder({
  version,
  antigens,
  vaccineGroups,
  vaccines,
  conflicts,
  observations,
}: ScheduleData): ScheduleData {
  return {
    version,
    antigens: antigens.toSorted((one, other) => byText(one.name, other.name)),
    vaccineGroups: vaccineGroups.toSorted((one, other) => byText(one.name, other.name)),
    vaccines: Object.fromEntries(Object.entries(vaccines).toSorted(([one], [other]) => byCode(one, other))),
    conflicts: conflicts.toSorted(
      (one, other) => byCode(one.current, other.current) || byCode(one.previous, other.previous),
    ),
    observations: observations.toSorted((one, other) => byCode(one.code, other.code)),
  };
}

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
const byCode = (one: string, other: string): number => Number(one) - Number(other) || byText(one, other);
