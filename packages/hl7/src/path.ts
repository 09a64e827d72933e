/**
 * A place in a message. All numbers are 1-based. Without `repetition` a location means the field as a whole,
 * without `component` the repetition as a whole, and so on.
 */
export type Location = {
  readonly segment: string;
  readonly occurrence: number;
  readonly field?: number;
  readonly repetition?: number;
  readonly component?: number;
  readonly subcomponent?: number;
};

const INDEX = String.raw`([1-9]\d{0,4})`;
const PATH = new RegExp(
  String.raw`^([A-Z][A-Z0-9]{2})(?:\[${INDEX}\])?(?:-${INDEX}(?:\[${INDEX}\])?(?:\.${INDEX}(?:\.${INDEX})?)?)?$`,
);

// Paths are nearly always literals of the program, so few; the bound holds when they are made from input.
const CACHE_LIMIT = 4096;
const cache = new Map<string, Location>();

/**
 * Reads `PID`, `PID-5`, `PID-5.1`, `OBX[3]-5`, `PID-3[2].4.1`: the notation of implementation guides, with the
 * occurrence of the segment and the repetition of the field in brackets. Undefined when malformed.
 */
export function parsePath(path: string): Location | undefined {
  const known = cache.get(path);
  if (known) return known;
  const match = PATH.exec(path);
  if (!match) return undefined;
  const [, segment = '', occurrence, field, repetition, component, subcomponent] = match;
  const location: Location = Object.freeze({
    segment,
    occurrence: occurrence === undefined ? 1 : Number(occurrence),
    ...(field === undefined ? {} : { field: Number(field) }),
    ...(repetition === undefined ? {} : { repetition: Number(repetition) }),
    ...(component === undefined ? {} : { component: Number(component) }),
    ...(subcomponent === undefined ? {} : { subcomponent: Number(subcomponent) }),
  });
  if (cache.size < CACHE_LIMIT) cache.set(path, location);
  return location;
}

/** The shortest path for a location: `[1]` is left out. {@link parsePath} reads it back. */
export function formatPath(location: Location): string {
  const { segment, occurrence, field, repetition, component, subcomponent } = location;
  let path = segment + bracket(occurrence);
  if (field === undefined) return path;
  path += `-${field}${bracket(repetition)}`;
  if (component === undefined && subcomponent === undefined) return path;
  path += `.${component ?? 1}`;
  return subcomponent === undefined ? path : `${path}.${subcomponent}`;
}

function bracket(index: number | undefined): string {
  return index === undefined || index === 1 ? '' : `[${index}]`;
}
