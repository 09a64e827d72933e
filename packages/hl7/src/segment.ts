import { isHeaderName } from './delimiters.ts';
import type { Delimiters } from './delimiters.ts';
import { escapeText, unescapeText } from './escape.ts';
import { countPieces, isFirst, leafAt, nthPiece, rawAt, stateOf, withRawAt } from './pieces.ts';
import type { FieldState, Within } from './pieces.ts';

/** What a segment needs of the message that holds it. */
export type SegmentOwner = { occurrenceOf(segment: Segment): number };

/** A guard against a mistyped index filling memory with delimiters; paths have the same bound. */
const MAX_INDEX = 99_999;

/**
 * One segment (HL7 v2.5.1 §2.5.2). Fields, repetitions, components and subcomponents are numbered from 1 and found
 * when asked for; asking for what is not there gives `''` or 0, never an error.
 *
 * In MSH, FHS and BHS field 1 is the field separator and field 2 the encoding characters, verbatim (§2.14.9).
 */
export class Segment {
  readonly name: string;
  /** 1-based line of the text it came from; 0 for a built one. */
  readonly line: number;
  /** The delimiters its text is written with. */
  readonly delimiters: Delimiters;
  /** @internal Where it ended in its message's text, -1 when it did not come from there. */
  end: number;
  /** @internal */
  owner: SegmentOwner | undefined;
  /** @internal Whether its text is no longer what was parsed. */
  edited: boolean;
  private source: string;
  private fields: string[] | undefined;
  /** Where field n stands in `fields`, relative to n: header segments count their separator as field 1. */
  private readonly shift: 0 | 1;

  /** @internal Use `parseMessage` or `buildSegment`. */
  constructor(name: string, source: string, delimiters: Delimiters, line: number, end: number) {
    this.name = name;
    this.line = line;
    this.delimiters = delimiters;
    this.end = end;
    this.owner = undefined;
    this.edited = false;
    this.source = source;
    this.fields = undefined;
    this.shift = isHeaderName(name) ? 1 : 0;
  }

  /** 1-based among the segments of the same name in its message; 1 when it is in none. */
  get occurrence(): number {
    return this.owner === undefined ? 1 : this.owner.occurrenceOf(this);
  }

  /** The number of the last field, empty ones included. */
  get fieldCount(): number {
    return this.split().length - 1 + this.shift;
  }

  /**
   * The decoded text at a place; the first repetition, component and subcomponent unless said otherwise (a reader
   * of a simpler type takes the first part of a richer one, §2.8). `'""'` ({@link HL7_NULL}) where a deletion
   * is asked for.
   */
  text(field: number, component = 1, repetition = 1, subcomponent = 1): string {
    const raw = this.raw(field);
    if (raw === '') return '';
    const d = this.delimiters;
    if (this.isVerbatim(field)) return isFirst({ repetition, component, subcomponent }) ? raw : '';
    return unescapeText(leafAt(raw, d, repetition, component, subcomponent), d);
  }

  /** The whole field with all repetitions, undecoded. */
  raw(field: number): string {
    if (this.shift === 1 && field === 1) return this.delimiters.field;
    // The number of a segment is often all that is asked of it, and it stands in front.
    if (field === 1 && this.fields === undefined) return nthPiece(this.source, this.delimiters.field, 2);
    // Field 0 would be the segment's name.
    return field >= 1 ? (this.split()[field - this.shift] ?? '') : '';
  }

  /** One component with its subcomponents, undecoded. */
  rawComponent(field: number, component: number, repetition = 1): string {
    return this.rawAt(field, { repetition, component });
  }

  /** @internal */
  rawAt(field: number, at: Within): string {
    const raw = this.raw(field);
    if (!this.isVerbatim(field)) return rawAt(raw, this.delimiters, at);
    return isFirst(at) ? raw : '';
  }

  /** 0 when the field is empty; a field of delimiters only counts what it delimits (see {@link state}). */
  repetitions(field: number): number {
    return this.count(field, this.delimiters.repetition, {});
  }

  /** Of one repetition, the first by default; 0 when that is empty. */
  components(field: number, repetition = 1): number {
    return this.count(field, this.delimiters.component, { repetition });
  }

  subcomponents(field: number, component: number, repetition = 1): number {
    return this.count(field, this.delimiters.subcomponent, { repetition, component });
  }

  /**
   * Whether a value is there (§2.5.3): `'valued'`; `'null'` when it is `""`, the request to delete; `'empty'` when
   * there is nothing or nothing but delimiters. The whole field unless a repetition or component is given.
   */
  state(field: number, component?: number, repetition?: number): FieldState {
    const raw = this.rawAt(field, { repetition, component });
    return this.isVerbatim(field) && raw !== '' ? 'valued' : stateOf(raw, this.delimiters);
  }

  /**
   * Replaces the text at a place, the whole field when no place in it is given. Escapes it; creates fields,
   * repetitions and components up to there; leaves everything beside it as it was.
   * @throws RangeError for a place that cannot be: an index below 1 or above 99,999, or the delimiters in MSH-1/2.
   */
  set(
    field: number,
    value: string,
    at: { component?: number; repetition?: number; subcomponent?: number } = {},
  ): void {
    for (const index of [at.repetition, at.component, at.subcomponent]) checkIndex(index ?? 1);
    this.replace(field, withRawAt(this.raw(field), this.delimiters, at, escapeText(value, this.delimiters)));
  }

  /**
   * Replaces a whole field by text that is escaped already.
   * @throws RangeError as {@link set}, and when `raw` holds a field separator or a line end.
   */
  setRaw(field: number, raw: string): void {
    checkRaw(raw, this.delimiters);
    this.replace(field, raw);
  }

  /** The segment as it stands in the message, without line end. */
  toString(): string {
    if (this.edited && this.fields !== undefined) {
      this.source = this.fields.join(this.delimiters.field);
      this.fields = undefined;
    }
    return this.source;
  }

  /**
   * Fields are split when the segment is first read and kept. "Parse a VXU and read 30 fields" (bench/hl7.ts, speed
   * relative to splitting everything, Node 20) measured 1.1 so, 0.68 splitting every segment at once, 0.51 splitting
   * anew at each read.
   */
  private split(): string[] {
    this.fields ??= this.source.split(this.delimiters.field);
    return this.fields;
  }

  private isVerbatim(field: number): boolean {
    return this.shift === 1 && field <= 2;
  }

  private count(field: number, delimiter: string, at: Within): number {
    if (this.isVerbatim(field)) return this.rawAt(field, at) === '' ? 0 : 1;
    return countPieces(this.rawAt(field, at), delimiter);
  }

  private replace(field: number, raw: string): void {
    checkIndex(field);
    if (this.isVerbatim(field)) {
      throw new RangeError(
        `${this.name}-${field} declares the delimiters of the message and cannot be changed.`,
      );
    }
    const fields = this.split();
    while (fields.length <= field - this.shift) fields.push('');
    fields[field - this.shift] = raw;
    this.edited = true;
  }
}

function checkIndex(index: number): void {
  if (!Number.isInteger(index) || index < 1 || index > MAX_INDEX) {
    throw new RangeError(
      `${index} is not a field, repetition or component number: give a whole number from 1 on.`,
    );
  }
}

/** @throws RangeError when `raw` would not stay within one field. */
export function checkRaw(raw: string, d: Delimiters): void {
  if (raw.includes(d.field) || raw.includes('\r') || raw.includes('\n')) {
    throw new RangeError('An escaped field cannot hold a field separator or a line end: escape it first.');
  }
}
