import { sameDelimiters } from './delimiters.ts';
import type { Delimiters } from './delimiters.ts';
import { copySegment } from './copy.ts';
import { parsePath } from './path.ts';
import type { Location } from './path.ts';
import type { Segment } from './segment.ts';

/** What parsing skips: blank lines before MSH and after it, a segment's line end and the blank lines after that. */
const GAP = /\s*/y;

function gapAt(text: string, start: number): string {
  GAP.lastIndex = start;
  return GAP.exec(text)?.[0] ?? '';
}

/**
 * A parsed or built message (HL7 v2.5.1 §2.6): segments in order, readable by path, editable, and written back
 * byte for byte where it was not edited. Strings that are not paths throw a RangeError, in reading as in writing:
 * that is a mistake in the program; use {@link parsePath} on paths from outside.
 */
export class Message {
  readonly delimiters: Delimiters;
  private readonly list: Segment[];
  private readonly source: string;
  private restructured = false;
  private occurrences: Map<Segment, number> | undefined;

  /** @internal Use `parseMessage` or `buildMessage`. */
  constructor(delimiters: Delimiters, segments: Segment[], source: string) {
    this.delimiters = delimiters;
    this.list = segments;
    this.source = source;
    for (const segment of segments) segment.owner = this;
  }

  get segments(): readonly Segment[] {
    return this.list;
  }

  first(name: string): Segment | undefined {
    return this.nth(name, 1);
  }

  all(name: string): readonly Segment[] {
    const found: Segment[] = [];
    for (const segment of this.list) if (segment.name === name) found.push(segment);
    return found;
  }

  /** Decoded text at a path, the first component and subcomponent by default; '' when absent or no field is given. */
  text(path: string | Location): string {
    const { segment, occurrence, field, repetition, component, subcomponent } = locate(path);
    if (field === undefined) return '';
    return this.nth(segment, occurrence)?.text(field, component, repetition, subcomponent) ?? '';
  }

  /** Undecoded text at the level of the path (segment, field, repetition, component, …), '' when absent. */
  raw(path: string | Location): string {
    const { segment: name, occurrence, field, ...within } = locate(path);
    const segment = this.nth(name, occurrence);
    if (segment === undefined) return '';
    return field === undefined ? segment.toString() : segment.rawAt(field, within);
  }

  /**
   * Replaces the text at a path; see {@link Segment.set}.
   * @throws RangeError when the message has no such segment, the path names no field, or the place cannot be.
   */
  set(path: string | Location, value: string): void {
    const { segment: name, occurrence, field, ...within } = locate(path);
    const segment = this.nth(name, occurrence);
    if (segment === undefined)
      throw new RangeError(`The message has no ${name} segment number ${occurrence}.`);
    if (field === undefined) throw new RangeError(`Name a field of ${name} to set, for example ${name}-3.`);
    segment.set(field, value, within);
  }

  /**
   * Puts a segment before the one that is now at `index` (0-based). A segment that belongs to a message, or is
   * written with other delimiters, is copied.
   * @throws RangeError when the index is outside the message, or MSH would no longer come first and alone.
   */
  insert(index: number, segment: Segment): void {
    if (!Number.isInteger(index) || index < 1 || index > this.list.length) {
      throw new RangeError(
        `A segment can be inserted at 1 to ${this.list.length}, not at ${index}; MSH stays first.`,
      );
    }
    if (segment.name === 'MSH') throw new RangeError('A message has one MSH segment.');
    const adopted = adopt(segment, this.delimiters);
    adopted.owner = this;
    this.list.splice(index, 0, adopted);
    this.changed();
  }

  /** Puts a segment at the end; see {@link insert}. */
  append(segment: Segment): void {
    this.insert(this.list.length, segment);
  }

  /** @throws RangeError when the segment is not of this message, or is its MSH. */
  remove(segment: Segment): void {
    const index = this.list.indexOf(segment);
    if (index < 0) throw new RangeError(`This ${segment.name} segment is not in the message.`);
    if (index === 0) throw new RangeError('MSH cannot be removed from a message.');
    this.list.splice(index, 1);
    segment.owner = undefined;
    segment.end = -1;
    this.changed();
  }

  /**
   * The message as text. Untouched, it is the text that was parsed, to the byte; after an edit only the edited
   * segments differ. Built and inserted segments end with CR (§2.5.2).
   */
  toString(): string {
    if (!this.restructured && !this.list.some((segment) => segment.edited)) return this.source;
    const built = this.list[0]?.end === -1;
    let out = '';
    let gap = built ? '' : gapAt(this.source, 0);
    this.list.forEach((segment, index) => {
      // The last line of a text may lack its line end; it needs one once it is no longer the last.
      out += index > 0 && !/[\r\n]/.test(gap) ? `${gap}\r` : gap;
      out += segment.toString();
      gap = segment.end < 0 ? '\r' : gapAt(this.source, segment.end);
    });
    return out + gap;
  }

  /** @internal */
  occurrenceOf(segment: Segment): number {
    this.occurrences ??= countOccurrences(this.list);
    return this.occurrences.get(segment) ?? 1;
  }

  private nth(name: string, occurrence: number): Segment | undefined {
    let seen = 0;
    for (const segment of this.list) {
      if (segment.name === name && ++seen === occurrence) return segment;
    }
    return undefined;
  }

  private changed(): void {
    this.restructured = true;
    this.occurrences = undefined;
  }
}

/** The segment itself when it is free and fits, otherwise a copy that does. */
export function adopt(segment: Segment, delimiters: Delimiters): Segment {
  const fits = segment.owner === undefined && sameDelimiters(segment.delimiters, delimiters);
  return fits ? segment : copySegment(segment, delimiters);
}

function locate(path: string | Location): Location {
  if (typeof path !== 'string') return path;
  const location = parsePath(path);
  if (location === undefined) throw new RangeError(`"${path}" is not a path such as PID-5.1 or OBX[3]-5.`);
  return location;
}

function countOccurrences(segments: readonly Segment[]): Map<Segment, number> {
  const totals = new Map<string, number>();
  const occurrences = new Map<Segment, number>();
  for (const segment of segments) {
    const occurrence = (totals.get(segment.name) ?? 0) + 1;
    totals.set(segment.name, occurrence);
    occurrences.set(segment, occurrence);
  }
  return occurrences;
}
