import { type Segment, STANDARD_DELIMITERS } from '@cairn/hl7';

const MOST = 5000;
const LONGEST = 300;

/**
 * What was made of texts that come again and again, so that it is not made anew. All is forgotten when there is too much.
 * To keep whole routes, observations and vaccines besides single fields saved some 20 of 133 µs of a check (bench:check).
 */
export class Memory<T> {
  private readonly known = new Map<string, T>();

  get(text: string): T | undefined {
    return this.known.get(text);
  }

  keep(text: string, made: T): void {
    if (text.length > LONGEST) return;
    if (this.known.size >= MOST) this.known.clear();
    // A part of a text holds on to the whole of it in memory: to keep it as it is would keep whole messages.
    this.known.set(JSON.parse(JSON.stringify(text)) as string, made);
  }
}

/** Whether a segment is written with the delimiters that nearly all are: what is remembered is of those. */
export const isStandard = ({ delimiters }: Segment): boolean => delimiters === STANDARD_DELIMITERS;

/** Types of observations that are codes, days and numbers, not words about a person. */
const CODED = new Set(['CE', 'CWE', 'DT', 'TS', 'DTM', 'NM']);

/** Routes and sites, and what is observed with each dose. */
export const comesAgain = ({ name }: Pick<Segment, 'name'>): boolean => name === 'RXR' || name === 'OBX';

/** Whether the whole text of a segment of {@link comesAgain} may be kept. */
export const mayBeKept = (segment: Segment): boolean => segment.name === 'RXR' || CODED.has(segment.text(2));
