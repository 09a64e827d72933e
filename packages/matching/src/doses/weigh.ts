import type { DoseFacts } from './types.ts';
import { sameGroups } from './groups.ts';
import { type Prepared, prepareDose } from './prepare.ts';
import { DOSE_RULES } from './rules.ts';

const { weights } = DOSE_RULES;

/** The sum of weights and where it lies between the lowest and the highest that is possible, 0 to 1. */
export type DoseWeight = { readonly sum: number; readonly balanced: number };

const LOWEST = extreme(Math.min);
const HIGHEST = extreme(Math.max);

function extreme(of: (...values: readonly number[]) => number): number {
  const { days, ...others } = weights;
  return Object.values(others).reduce<number>(
    (sum, weight) => sum + of(...Object.values(weight)),
    of(...days),
  );
}

/** What the weights alone say of two reports, before any rule (MIROW 2006; NIST). */
export function weighDoses(a: DoseFacts, b: DoseFacts): DoseWeight {
  return weigh(prepareDose(a), prepareDose(b));
}

export function weigh(a: Prepared, b: Prepared): DoseWeight {
  const sum =
    ofSource(a.facts.source, b.facts.source) +
    ofValues(weights.lot, a.lot, b.lot) +
    ofVaccine(a, b) +
    ofProduct(a, b) +
    ofValues(weights.organization, a.facts.organization, b.facts.organization) +
    (weights.days[Math.abs(a.facts.day - b.facts.day)] ?? weights.days.at(-1) ?? 0);
  return { sum, balanced: (sum - LOWEST) / (HIGHEST - LOWEST) };
}

function ofSource(a: DoseFacts['source'], b: DoseFacts['source']): number {
  if (a === '' || b === '') return weights.source.absent;
  if (a !== b) return weights.source.administeredAndHistorical;
  return a === 'administered' ? weights.source.bothAdministered : weights.source.bothHistorical;
}

function ofValues(
  weight: { readonly same: number; readonly absent: number; readonly different: number },
  a: string,
  b: string,
): number {
  if (a === '' || b === '') return weight.absent;
  return a === b ? weight.same : weight.different;
}

/** A code that no list names and a name cannot be compared; nor does `Engerix-B` contradict `Engerix-B Peds`. */
function ofProduct(a: Prepared, b: Prepared): number {
  const { product } = weights;
  const one = a.product;
  const other = b.product;
  if (
    one !== other &&
    (a.isProductCode !== b.isProductCode || one.startsWith(other) || other.startsWith(one))
  )
    return product.absent;
  return ofValues(product, one, other);
}

/** Without any code the groups stand for it. */
function ofVaccine(a: Prepared, b: Prepared): number {
  const { cvx } = weights;
  if (a.facts.cvx === '' && b.facts.cvx === '')
    return sameGroups(a.facts.groups, b.facts.groups) ? cvx.same : cvx.different;
  if (a.facts.cvx === '' || b.facts.cvx === '') return cvx.absent;
  if (a.facts.cvx === b.facts.cvx) return cvx.same;
  return a.isUnspecified || b.isUnspecified ? cvx.unspecified : cvx.different;
}
