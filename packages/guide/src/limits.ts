import type { Message } from '@cairn/hl7';

/** A whole life's history has some 100 doses of a dozen segments each. */
const MOST_SEGMENTS = 3000;
/** Segments shorter than this hold too few parts to matter. */
const LONG = 4000;
const MOST_PARTS = 1000;

/**
 * Why a message is too large to be looked at, though its bytes are within the limit of the transport: to check it would
 * keep a server busy for seconds, and nobody means it. Undefined for all messages that mean something.
 */
export function excessOf({ segments, delimiters }: Message): string | undefined {
  if (segments.length > MOST_SEGMENTS) {
    return `The message has ${segments.length} segments; ${MOST_SEGMENTS} are taken at most.`;
  }
  for (const segment of segments) {
    const text = segment.toString();
    if (text.length < LONG) continue;
    const { field, repetition, component, subcomponent } = delimiters;
    for (const delimiter of [field, repetition, component, subcomponent]) {
      if (countUpTo(text, delimiter, MOST_PARTS) < MOST_PARTS) continue;
      return `${segment.name} on line ${segment.line} has over ${MOST_PARTS} parts that are divided by ${delimiter}.`;
    }
  }
  return undefined;
}

function countUpTo(text: string, part: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && count < most; at = text.indexOf(part, at + 1)) count++;
  return count;
}
