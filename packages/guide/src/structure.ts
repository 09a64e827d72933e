import type { Message, Segment } from '@cairn/hl7';
import { STRUCTURES } from './data/structures.ts';

/** One segment of a message structure, in the order in which segments may come. */
type Element = {
  readonly name: string;
  readonly required: boolean;
  readonly repeats: boolean;
  /** The groups it is in, from the outermost: index of the group's first element. */
  readonly groups: readonly Group[];
};
type Group = { readonly first: number; readonly required: boolean; readonly repeats: boolean };

export type Structure = {
  readonly elements: readonly Element[];
  readonly positions: ReadonlyMap<string, number>;
};

export type Misplaced =
  | {
      readonly kind: 'missing';
      readonly name: string;
      /** the segment of its group that is there */ readonly group?: Segment;
    }
  | { readonly kind: 'repeated' | 'out-of-order'; readonly segment: Segment };

export function structureOf(profile: string): Structure {
  const elements: Element[] = [];
  const open: { -readonly [K in keyof Group]: Group[K] }[] = [];
  for (const token of (STRUCTURES[profile] ?? '').split(' ')) {
    if (token === '(') {
      open.push({ first: elements.length, required: false, repeats: false });
    } else if (token.startsWith(')')) {
      // What a group is stands behind it, so its elements share the group and see it here.
      const group = open.pop();
      if (group) [group.required, group.repeats] = [token === ')+', token !== ')'];
    } else {
      elements.push({
        name: token.replace(/[[\]*]/g, ''),
        required: !token.startsWith('['),
        repeats: token.endsWith('*'),
        groups: [...open],
      });
    }
  }
  return { elements, positions: new Map(elements.map(({ name }, index) => [name, index])) };
}

/**
 * Says what stands where it may not, comes twice, or is not there. Segments that the structure does not name are
 * passed over (guide §3: unexpected segments are ignored).
 */
export function checkStructure(message: Message, { elements, positions }: Structure): readonly Misplaced[] {
  const found: Misplaced[] = [];
  const seen = new Set<string>();
  let at = -1;
  let last: Segment | undefined;
  const missingAfter = (from: number, groups: readonly Group[]): void => {
    // A required segment of the innermost group that the group ended without.
    for (let next = from + 1; next < elements.length; next++) {
      const element = elements[next];
      if (!element || !groups.every((group) => element.groups.includes(group))) return;
      if (element.groups.length > groups.length || !element.required) continue;
      found.push({ kind: 'missing', name: element.name, ...(last ? { group: last } : {}) });
    }
  };
  for (const segment of message.segments) {
    const to = positions.get(segment.name);
    const element = to === undefined ? undefined : elements[to];
    if (to === undefined || !element) continue;
    const here = elements[at];
    const isNewIteration =
      to <= at && (here?.groups.some((group) => group.first === to && group.repeats) ?? false);
    if (isNewIteration) {
      missingAfter(at, here?.groups.filter(({ first }) => first === to) ?? []);
    } else if (to === at) {
      if (!element.repeats) found.push({ kind: 'repeated', segment });
    } else if (to < at && segment.name === 'RXA') {
      // A dose without an ORC begins an order all the same: what follows it is not out of order too.
      found.push({ kind: 'missing', name: 'ORC', group: segment });
    } else if (to < at) {
      found.push({ kind: 'out-of-order', segment });
      seen.add(segment.name);
      continue;
    } else {
      const skipped = skippedRequired(elements, at, to);
      if (skipped && segment.name !== 'RXA') {
        found.push({ kind: 'out-of-order', segment });
        seen.add(segment.name);
        continue;
      }
      if (skipped) found.push({ kind: 'missing', name: skipped, group: segment });
      // Leaving a group: what it still needed is missing.
      const left = here?.groups.filter((group) => !element.groups.includes(group)) ?? [];
      if (left.length > 0) missingAfter(at, here?.groups ?? []);
    }
    at = to;
    last = segment;
    seen.add(segment.name);
  }
  const here = elements[at];
  if (here && here.groups.length > 0) missingAfter(at, here.groups);
  for (const { name, required, groups } of elements) {
    const isNeeded = required && groups.every((group) => group.required);
    if (isNeeded && !seen.has(name)) found.push({ kind: 'missing', name });
  }
  return found;
}

/** A required segment between two places of one group that is passed over; those outside groups are looked for later. */
function skippedRequired(elements: readonly Element[], from: number, to: number): string | undefined {
  const target = elements[to];
  for (let next = from + 1; next < to; next++) {
    const element = elements[next];
    if (!element || !target || element.groups.length === 0 || !element.required) continue;
    if (element.groups.every((group) => target.groups.includes(group))) return element.name;
  }
  return undefined;
}
