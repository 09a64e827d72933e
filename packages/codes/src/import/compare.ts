import { linesOf, rowOf } from '../rows.ts';
import { DATA_FILES, lineOf, renderDataFile, type SetName } from './data-file.ts';
import type { SourceRecord, Unread } from './records.ts';

/** What an import changed. */
export type SetReport = {
  readonly set: SetName;
  readonly before: number;
  readonly after: number;
  readonly added: readonly string[];
  readonly changed: readonly { readonly key: string; readonly columns: readonly string[] }[];
  readonly removed: readonly string[];
  /** Nothing of a source is dropped silently. */
  readonly unread: readonly Unread[];
  /** What a person should look at: values that were guessed for new rows. */
  readonly notes: readonly string[];
  /** Why the old data stay; undefined when the new ones were taken. */
  readonly refused?: string;
};

export type SetImport = {
  readonly report: SetReport;
  /** The new data file as TypeScript; undefined when refused. */
  readonly file?: string;
};

/** More than a tenth of the known codes gone means a broken download rather than a decision of CDC's. */
const MAY_REMOVE = 0.1;

export type Rows = {
  readonly rows: readonly (readonly string[])[];
  readonly unread: readonly Unread[];
  readonly notes: readonly string[];
};

/** Takes the rows of an import into a data file and tells what is new, unless too much would be lost. */
export function takeRows(set: SetName, date: string, read: Rows): SetImport {
  const { keys, columns, text } = DATA_FILES[set];
  const keyOf = (line: string): string => keys.map(rowOf(line)).join(' ');
  const before = new Map(linesOf(text).map((line) => [keyOf(line), line]));
  const lines = read.rows.map(lineOf);
  const after = new Map(lines.map((line) => [keyOf(line), line]));
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const report: SetReport = {
    set,
    before: before.size,
    after: after.size,
    added: [...after.keys()].filter((key) => !before.has(key)),
    changed: [...after].flatMap(([key, line]) => {
      const old = before.get(key);
      if (old === undefined || old === line) return [];
      return { key, columns: columns.filter((_, at) => rowOf(old)(at) !== rowOf(line)(at)) };
    }),
    removed,
    unread: read.unread,
    notes: read.notes,
  };
  if (removed.length > before.size * MAY_REMOVE) {
    const refused = `It would remove ${removed.length} of ${before.size} known codes, more than 10 %.`;
    return { report: { ...report, after: before.size, refused } };
  }
  return { report, file: renderDataFile(set, date, lines) };
}

/** Collects rows and what could not become one. */
export class RowCollector {
  private readonly rows = new Map<string, readonly string[]>();
  private readonly unread: Unread[];
  private readonly notes: string[] = [];
  private readonly keys: readonly number[];

  constructor(set: SetName, unread: readonly Unread[]) {
    this.unread = [...unread];
    this.keys = DATA_FILES[set].keys;
  }

  /** Takes a row, unless one with its key is there already. */
  add(record: SourceRecord, row: readonly string[]): void {
    const key = this.keys.map((at) => row[at]).join('\t');
    if (this.rows.has(key)) this.reject(record, `It repeats ${key.replaceAll('\t', ' ')}.`);
    else this.rows.set(key, row);
  }

  reject({ source, line, text }: SourceRecord, why: string): void {
    this.unread.push({ source, line, text: text.length > 200 ? `${text.slice(0, 200)}…` : text, why });
  }

  note(text: string): void {
    this.notes.push(text);
  }

  finish(order?: (one: readonly string[], other: readonly string[]) => number): Rows {
    const rows = [...this.rows.values()];
    return { rows: order ? rows.sort(order) : rows, unread: this.unread, notes: this.notes };
  }
}
