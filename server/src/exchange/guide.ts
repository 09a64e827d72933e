import { compileGuide, type Guide, type Policy } from '@cairn/guide';
import type { Jurisdiction } from '../platform/jurisdiction.ts';

const compiled = new Map<string, Guide>();

/**
 * The guide as the jurisdiction treats it on a day. It is made ready once for each set of policies in force: that
 * takes milliseconds, a check microseconds.
 * @param today civil date in the jurisdiction
 */
export function guideOn(pack: Jurisdiction, today: string): Guide {
  const inForce = pack.policies.filter(({ from = '', off = false }) => !off && from <= today);
  const key = [pack.id, ...inForce.map(({ name }) => name)].join('|');
  const known = compiled.get(key);
  if (known) return known;
  const guide = compileGuide(
    { processingIds: pack.processingIds, versions: pack.versions },
    merged(inForce.map(({ policy }) => policy)),
  );
  compiled.set(key, guide);
  return guide;
}

/** Later policies override earlier ones, property by property. */
function merged(policies: readonly Policy[]): Policy {
  const all: Record<string, Policy[string]> = {};
  for (const policy of policies) {
    for (const [key, treatment] of Object.entries(policy)) all[key] = { ...all[key], ...treatment };
  }
  return all;
}
