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

/** Leaves out what is undefined: a fact that is not known is absent. */
export function defined<T extends object>(facts: Defined<T>): T {
  const known: Partial<T> = {};
  for (const key in facts) {
    const value = facts[key];
    if (value !== undefined) known[key] = value;
  }
  return known as T;
}
