import { SaxesParser } from 'saxes';
import { plain } from './data-file.ts';

/** A part of a source file that was not taken, and why. */
export type Unread = {
  readonly source: string;
  /** 1-based; of an XML record, the line of its start. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
};

/** A record of a source file: its values by their names, '' for one it does not have. */
export type SourceRecord = {
  readonly source: string;
  readonly line: number;
  readonly get: (name: string) => string;
  readonly text: string;
};

export type Records = { readonly records: readonly SourceRecord[]; readonly unread: readonly Unread[] };

/**
 * The records of one of CDC's XML reports: the children of the root. Some reports name their values by elements,
 * others by pairs of `Name` and `Value`; both are read. What stands before an error in the XML is kept.
 */
export function xmlRecords(source: string, xml: string): Records {
  const records: SourceRecord[] = [];
  const unread: Unread[] = [];
  const parser = new SaxesParser();
  let depth = 0;
  let values = new Map<string, string>();
  let line = 1;
  let name = '';
  let text = '';
  parser.on('opentag', () => {
    depth++;
    text = '';
    if (depth !== 2) return;
    values = new Map();
    line = parser.line;
  });
  parser.on('text', (some) => {
    text += some;
  });
  parser.on('closetag', (tag) => {
    if (depth === 3) {
      if (tag.name === 'Name') name = plain(text);
      else values.set(tag.name === 'Value' ? name : tag.name, plain(text));
      text = '';
    }
    if (depth === 2) records.push(recordOf(source, line, values));
    depth--;
  });
  parser.on('error', (error) => {
    if (unread.length === 0)
      unread.push({
        source,
        line: parser.line,
        text: '',
        why: `It is not well-formed XML: ${error.message}`,
      });
  });
  parser.write(xml.replace(/^\uFEFF/, '').trimStart()).close();
  return { records: unread.length > 0 ? [] : records, unread };
}

function recordOf(source: string, line: number, values: ReadonlyMap<string, string>): SourceRecord {
  return {
    source,
    line,
    get: (name) => values.get(name) ?? '',
    text: [...values].map(([key, value]) => `${key}=${value}`).join(' '),
  };
}

/** The records of one of CDC's text files, whose fields are separated by `|` and have no names of their own. */
export function pipeRecords(source: string, text: string, names: readonly string[]): Records {
  const records: SourceRecord[] = [];
  const unread: Unread[] = [];
  for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
    if (content.trim() === '') continue;
    const fields = content.replace(/^\uFEFF/, '').split('|');
    if (fields.length === names.length) {
      const values = new Map(names.map((name, at) => [name, plain(fields[at] ?? '')]));
      records.push({ source, line: index + 1, get: (name) => values.get(name) ?? '', text: content });
    } else {
      const why = `It has ${fields.length} fields, not ${names.length}.`;
      unread.push({ source, line: index + 1, text: content, why });
    }
  }
  return { records, unread };
}

/** `9/5/2013` or `20130905` or `2013-09-05 00:00:00` as `2013-09-05`; undefined for what is no date. */
export function isoDate(text: string): string | undefined {
  if (text === '') return '';
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s.*)?$/.exec(text);
  const plainDate = /^(\d{4})-?(\d{2})-?(\d{2})(?:\s.*)?$/.exec(text);
  const [year, month, day] = slashed
    ? [slashed[3], slashed[1], slashed[2]]
    : [plainDate?.[1], plainDate?.[2], plainDate?.[3]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
