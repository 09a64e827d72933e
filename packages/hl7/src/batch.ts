import { buildSegment } from './build.ts';
import type { FieldContent } from './build.ts';
import { readDelimiters, STANDARD_DELIMITERS } from './delimiters.ts';
import type { Delimiters } from './delimiters.ts';
import { Segment } from './segment.ts';
import { quoteStart, syntaxError } from './syntax-error.ts';
import type { Hl7SyntaxError } from './syntax-error.ts';

/** What a batch file holds (HL7 v2.5.1 §2.10.3). */
export type Batch = {
  /** The first FHS and the first BHS, where there are any. */
  readonly header?: { readonly fhs?: Segment; readonly bhs?: Segment };
  readonly messages: readonly BatchItem[];
  /** `batch-count`, `file-count`, `stray-text`, `bad-delimiters`. Nothing in here keeps a message from being read. */
  readonly problems: readonly Hl7SyntaxError[];
};

export type BatchItem = {
  /** 0-based. */
  readonly index: number;
  /** 1-based line of the batch at which its MSH stands. */
  readonly line: number;
  /** From its MSH up to the next MSH, BHS, FHS, BTS or FTS, exactly as it stands. */
  readonly text: string;
};

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;
const STRUCTURE = /^(?:MSH|FHS|BHS|BTS|FTS)(?=[^A-Za-z0-9]|$)/;

/** Whether the text starts, after a byte order mark and white space, with FHS or BHS. */
export function isBatch(text: string): boolean {
  return /^\s*[FB]HS(?![A-Za-z0-9])/.test(text);
}

/**
 * Cuts a batch into its messages without reading them. Never throws. Files (FHS…FTS), single batches (BHS…BTS),
 * several batches in a file and bare messages one after the other are all taken; trailers may be missing. Counts in
 * BTS-1 and FTS-1 that do not hold, and text that belongs to no message, are reported as problems.
 */
export function splitBatch(text: string): Batch {
  const splitter = new Splitter(text);
  const first = text.search(/\S/);
  if (first < 0) return { messages: [], problems: [] };
  let line = 1;
  LINE.lastIndex = 0;
  for (let at = 0; at < text.length; at = LINE.lastIndex) {
    LINE.lastIndex = at;
    const content = LINE.exec(text)?.[1] ?? '';
    // White space before the very first segment is passed over, as in a message.
    const indent = first > at && first < at + content.length ? first - at : 0;
    splitter.take(content.slice(indent), at + indent, line);
    line++;
  }
  return splitter.finish();
}

class Splitter {
  private readonly text: string;
  private readonly messages: BatchItem[] = [];
  private readonly problems: Hl7SyntaxError[] = [];
  private header: { fhs?: Segment; bhs?: Segment } = {};
  private delimiters: Delimiters = STANDARD_DELIMITERS;
  private open: { start: number; line: number } | undefined;
  private inBatch = 0;
  private batches = 0;
  private straying = false;

  constructor(text: string) {
    this.text = text;
  }

  take(content: string, start: number, line: number): void {
    const name = STRUCTURE.exec(content)?.[0];
    if (name === undefined) {
      if (this.open === undefined && !this.straying && /\S/.test(content)) {
        this.straying = true;
        const what = `Line ${line} starts with ${quoteStart(content)} and belongs to no message.`;
        this.report(
          'stray-text',
          `${what} It was passed over; begin every message with its MSH segment.`,
          line,
        );
      }
      return;
    }
    this.close(start);
    this.straying = false;
    if (name === 'MSH') {
      this.open = { start, line };
      this.inBatch++;
    } else if (name === 'FHS' || name === 'BHS') {
      this.startGroup(name, content, start, line);
    } else {
      this.endGroup(name, content, line);
    }
  }

  finish(): Batch {
    this.close(this.text.length);
    const { header, messages, problems } = this;
    return { ...(header.fhs || header.bhs ? { header } : {}), messages, problems };
  }

  private close(end: number): void {
    if (this.open === undefined) return;
    const { start, line } = this.open;
    this.messages.push({ index: this.messages.length, line, text: this.text.slice(start, end) });
    this.open = undefined;
  }

  private startGroup(name: 'FHS' | 'BHS', content: string, start: number, line: number): void {
    const read = readDelimiters(this.text, start, line, 1);
    if ('error' in read) this.problems.push(read.error);
    else this.delimiters = read.delimiters;
    const segment = new Segment(name, content, this.delimiters, line, -1);
    this.inBatch = 0;
    if (name === 'FHS') {
      this.batches = 0;
      this.header.fhs ??= segment;
    } else {
      this.batches++;
      this.header.bhs ??= segment;
    }
  }

  private endGroup(name: string, content: string, line: number): void {
    const segment = new Segment(name, content, this.delimiters, line, -1);
    if (name === 'BTS') {
      this.check(segment, 'batch-count', 'message', this.inBatch);
      this.inBatch = 0;
    } else {
      // Messages of a file without BHS make up one batch, which the trailer may count or not.
      const unnamed = this.batches === 0 && ['0', '1'].includes(segment.text(1));
      if (!unnamed) this.check(segment, 'file-count', 'batch', this.batches);
      this.batches = 0;
    }
  }

  private check(segment: Segment, code: string, unit: 'message' | 'batch', counted: number): void {
    const said = segment.text(1).trim();
    if (said === '' || (/^\d+$/.test(said) && Number(said) === counted)) return;
    const units = unit === 'batch' ? 'batches' : 'messages';
    const what = `${segment.name}-1 in line ${segment.line} says ${quoteStart(said)}, but ${counted} ${counted === 1 ? unit : units} came.`;
    this.report(
      code,
      `${what} All that came was taken; check whether something was lost on the way.`,
      segment.line,
      5,
    );
  }

  private report(code: string, message: string, line: number, column = 1): void {
    this.problems.push(syntaxError(code, message, line, column));
  }
}

/**
 * A batch file of one batch around the messages, in their order and untouched but for a missing line end, which is
 * added, and a byte order mark or white space before MSH, which is dropped. `fhs` and `bhs` are the contents of
 * those segments from field 3 on.
 */
export function buildBatch(
  messages: readonly string[],
  options: {
    readonly fhs?: readonly FieldContent[];
    readonly bhs?: readonly FieldContent[];
    readonly delimiters?: Delimiters;
  } = {},
): string {
  const { fhs = [], bhs = [], delimiters = STANDARD_DELIMITERS } = options;
  const segment = (name: string, fields: readonly FieldContent[]) =>
    `${buildSegment(name, fields, delimiters)}\r`;
  const body = messages.map((message) => {
    const text = message.replace(/^\s+/, '');
    return /[\r\n]$/.test(text) ? text : `${text}\r`;
  });
  const head = segment('FHS', fhs) + segment('BHS', bhs);
  return head + body.join('') + segment('BTS', [messages.length]) + segment('FTS', [1]);
}
