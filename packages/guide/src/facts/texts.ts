import { HL7_NULL, type Segment } from '@cairn/hl7';

/** A text of a segment, trimmed; undefined where there is none, or only the request to delete it. */
export function text(segment: Segment, field: number, component = 1, repetition = 1): string | undefined {
  const found = segment.text(field, component, repetition);
  if (found === '') return undefined;
  const trimmed = found.trim();
  return trimmed === '' || trimmed === HL7_NULL ? undefined : trimmed;
}

/** The same in capitals, for codes. */
export function code(segment: Segment, field: number, component = 1, repetition = 1): string | undefined {
  return text(segment, field, component, repetition)?.toUpperCase();
}

type Defined<T> = { [K in keyof T]: T[K] | undefined };

/**
 * Facts as rules read them: one that is not known is undefined. Every fact has its place in every subject, known or
 * not, since objects of one shape are read faster: leaving out what is unknown cost a quarter of all rules (bench:check).
 */
export function defined<T extends object>(facts: Defined<T>): T {
  return facts as T;
}
