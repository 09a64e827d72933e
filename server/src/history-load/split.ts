/** A message of the file, or one that is too long to be one. */
export type FilePart = {
  /** Where in the text it begins and ends, in bytes; the next message begins behind it. */
  readonly from: number;
  readonly to: number;
  /** Undefined where it is longer than any message may be. */
  readonly bytes: Uint8Array | undefined;
};

/** The same that a request may hold: what is longer could not be sent by SOAP either. */
export const MOST_MESSAGE_BYTES = 1_048_576;

const CR = 13;
const LF = 10;
const WHITE_SPACE = new Set([9, LF, 11, 12, CR, 32]);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const NAMES: readonly (readonly number[])[] = ['MSH', 'FHS', 'BHS', 'BTS', 'FTS'].map((name) => [
  ...Buffer.from(name),
]);
const [MSH = []] = NAMES;
/** A name and what follows it. */
const NAME_BYTES = 4;

/**
 * Cuts a file into its messages while it comes, whatever the chunks: the same messages that `splitBatch` finds in the
 * whole text (FHS and BHS batches, or messages one after another; CR, LF or both), in memory for one message. The text is
 * in UTF-8 or in any set that has ASCII.
 */
export class MessageSplitter {
  #rest: Buffer = Buffer.alloc(0);
  /** Of the rest's first byte in the whole text. */
  #offset: number;
  /** Where in the rest to go on. */
  #at = 0;
  #isLineStart = true;
  #hasBegun: boolean;
  /** Where in the rest the open message begins. */
  #open: number | undefined;

  /** @param from where in the text the first chunk begins: 0, or where a message ended */
  constructor(from = 0) {
    this.#offset = from;
    this.#hasBegun = from > 0;
  }

  push(chunk: Uint8Array): readonly FilePart[] {
    return this.#take(chunk, false);
  }

  finish(): readonly FilePart[] {
    const parts = [...this.#take(new Uint8Array(), true)];
    this.#close(this.#rest.length, parts);
    return parts;
  }

  #take(chunk: Uint8Array, isLast: boolean): readonly FilePart[] {
    this.#rest =
      this.#rest.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
        : Buffer.concat([this.#rest, chunk]);
    const parts: FilePart[] = [];
    if (!this.#hasBegun && !this.#begin(isLast)) return parts;
    const data = this.#rest;
    const nextBreak = lineBreaks(data);
    for (;;) {
      if (this.#isLineStart) {
        if (data.length - this.#at < NAME_BYTES && !isLast) break;
        this.#startLine(parts);
      }
      const end = nextBreak(this.#at);
      if (end === undefined) {
        this.#at = data.length;
        break;
      }
      this.#at = end + 1;
      this.#isLineStart = true;
    }
    if (this.#open !== undefined && this.#at - this.#open > MOST_MESSAGE_BYTES) {
      parts.push(this.#part(this.#open, this.#at, false));
      this.#open = undefined;
    }
    this.#forget(this.#open ?? this.#at);
    return parts;
  }

  /** @returns false where nothing but white space has come yet */
  #begin(isLast: boolean): boolean {
    const data = this.#rest;
    if (data.length < NAME_BYTES && !isLast) return false;
    if (this.#offset === 0 && BYTE_ORDER_MARK.every((byte, index) => data[index] === byte)) this.#at = 3;
    while (WHITE_SPACE.has(data[this.#at] ?? 0)) this.#at++;
    this.#hasBegun = this.#at < data.length;
    this.#forget(this.#at);
    return this.#hasBegun;
  }

  #startLine(parts: FilePart[]): void {
    this.#isLineStart = false;
    const name = nameAt(this.#rest, this.#at);
    if (!name) return;
    this.#close(this.#at, parts);
    if (name === MSH) this.#open = this.#at;
  }

  #close(end: number, parts: FilePart[]): void {
    if (this.#open === undefined) return;
    parts.push(this.#part(this.#open, end, end - this.#open <= MOST_MESSAGE_BYTES));
    this.#open = undefined;
  }

  #part(start: number, end: number, isKept: boolean): FilePart {
    return {
      from: this.#offset + start,
      to: this.#offset + end,
      bytes: isKept ? this.#rest.subarray(start, end) : undefined,
    };
  }

  #forget(before: number): void {
    this.#rest = this.#rest.subarray(before);
    this.#offset += before;
    this.#at -= before;
    if (this.#open !== undefined) this.#open -= before;
  }
}

function nameAt(data: Buffer, at: number): readonly number[] | undefined {
  const after = data[at + 3];
  if (after !== undefined && isWordCharacter(after)) return undefined;
  return NAMES.find((name) => name.every((byte, index) => data[at + index] === byte));
}

const isWordCharacter = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/** Where the next line break is. A file has one kind of them: what is not found is not looked for again. */
function lineBreaks(data: Buffer): (from: number) => number | undefined {
  let cr = -1;
  let lf = -1;
  const next = (byte: number, known: number, from: number): number => {
    if (known >= from) return known;
    const found = data.indexOf(byte, from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  return (from) => {
    cr = next(CR, cr, from);
    lf = next(LF, lf, from);
    const first = Math.min(cr, lf);
    return first === Number.POSITIVE_INFINITY ? undefined : first;
  };
}
