import type { DoseComparison, DoseFacts, DoseVerdict } from './types.ts';
import { covers, familyOf, sameGroups } from './groups.ts';
import { type Prepared, prepareDose, windowOf } from './prepare.ts';
import { DOSE_RULES, RULE_STRENGTH } from './rules.ts';
import { swappedDay } from './swapped-day.ts';
import { weigh } from './weigh.ts';

/** Whether two reports tell of one dose. Symmetric; says the first rule that settles it, or the weights. */
export const compareDoses = (a: DoseFacts, b: DoseFacts): DoseComparison =>
  judge(prepareDose(a), prepareDose(b));

/** How strongly two reports are one: the surer rule first, then the weights. Undefined where they are different. */
export type Bond = { readonly verdict: 'same' | 'unsure'; readonly strength: number };

export function bondOf(a: Prepared, b: Prepared): Bond | undefined {
  const { verdict, rule, score } = judge(a, b);
  if (verdict === 'different') return undefined;
  return { verdict, strength: (STRENGTH.get(rule) ?? 0) + (score ?? weigh(a, b).balanced) };
}

function judge(a: Prepared, b: Prepared): DoseComparison {
  const rule = settle(a, b);
  if (rule !== 'weights') return { verdict: verdictOf(rule), rule };
  const { balanced } = weigh(a, b);
  const verdict = verdictOfScore(balanced);
  const doubt = verdict === 'same' ? doubtOf(a, b) : undefined;
  return doubt === undefined ? { verdict, score: balanced, rule } : { verdict: 'unsure', rule: doubt };
}

const STRENGTH = new Map<string, number>(Object.entries(RULE_STRENGTH));

const SAME: ReadonlySet<string> = new Set([
  'source-key',
  'same-report',
  'given-and-retold',
  'same-lot',
  'refused-again',
]);
const UNSURE: ReadonlySet<string> = new Set(['look-alike', 'wider-retelling', 'day-month-swap']);

function verdictOf(rule: string): DoseVerdict {
  if (SAME.has(rule)) return 'same';
  return UNSURE.has(rule) ? 'unsure' : 'different';
}

function verdictOfScore(balanced: number): DoseVerdict {
  if (balanced > DOSE_RULES.thresholds.same) return 'same';
  return balanced < DOSE_RULES.thresholds.different ? 'different' : 'unsure';
}

/** The rule that settles it, in the order of the rules; `weights` where none does. */
function settle(a: Prepared, b: Prepared): string {
  if (!a.isGiven || !b.isGiven) return isRefusedAgain(a, b) ? 'refused-again' : 'not-given';
  const family = familyOf(a, b);
  const apart = Math.abs(a.facts.day - b.facts.day);
  if (family === 'none' && !(a.isUnknown || b.isUnknown)) return 'no-shared-group';
  if (apart > windowOf(a, b)) {
    if (family === 'none') return 'no-shared-group';
    return isSwapped(a, b) ? 'day-month-swap' : 'outside-window';
  }
  const isOneOrganization = isSame(a.facts.organization, b.facts.organization);
  // EHRs that number badly use one number for several doses, so the key counts only where the dose fits.
  if (isOneOrganization && isSame(a.orderNumber, b.orderNumber)) return 'source-key';
  if (family === 'none') return 'no-shared-group';

  const isGivenTwice = a.facts.source === 'administered' && b.facts.source === 'administered';
  const areTwoLots = isGivenTwice && areTwo(a.lot, b.lot);
  if (areTwoLots) {
    if (areTwo(a.facts.organization, b.facts.organization)) return 'two-givers-two-lots';
    if (isOneOrganization && apart > 0) return 'two-days-two-lots';
    if (
      isOneOrganization &&
      (!sameGroups(a.facts.groups, b.facts.groups) || areTwo(a.facts.site, b.facts.site))
    )
      return 'two-injections';
  }
  if (isOneOrganization && apart === 0 && isSame(a.facts.cvx, b.facts.cvx) && !areTwoLots)
    return 'same-report';
  const rule = hardSame(a, b, apart);
  return rule === undefined ? 'weights' : (doubtOf(a, b) ?? rule);
}

function hardSame(a: Prepared, b: Prepared, apart: number): string | undefined {
  if (apart === 0 && isRetold(a, b)) return 'given-and-retold';
  return apart <= DOSE_RULES.windows.sameLot && isSame(a.lot, b.lot) ? 'same-lot' : undefined;
}

/** One typed from a paper record with day and month in the wrong order: only the lot can show it. */
function isSwapped(a: Prepared, b: Prepared): boolean {
  return (
    isSame(a.lot, b.lot) &&
    isSame(a.facts.cvx, b.facts.cvx) &&
    isRetold(a, b) &&
    swappedDay(a.facts.day) === b.facts.day
  );
}

const isRetold = (a: Prepared, b: Prepared): boolean =>
  (a.facts.source === 'administered' && b.facts.source === 'historical') ||
  (a.facts.source === 'historical' && b.facts.source === 'administered');

/** Why two reports that seem the same may still not be. */
function doubtOf(a: Prepared, b: Prepared): string | undefined {
  if (familyOf(a, b) === 'look-alike') return 'look-alike';
  if (!isRetold(a, b)) return undefined;
  const [given, retold] = a.facts.source === 'administered' ? [a, b] : [b, a];
  // An unspecified code has the groups of whatever it may have been. Else a merge would hide a group.
  return retold.isUnspecified || covers(given.facts.groups, retold.facts.groups)
    ? undefined
    : 'wider-retelling';
}

function isRefusedAgain(a: Prepared, b: Prepared): boolean {
  return (
    !a.isGiven &&
    !b.isGiven &&
    a.facts.completion === b.facts.completion &&
    a.facts.day === b.facts.day &&
    isSame(a.facts.organization, b.facts.organization) &&
    a.facts.groups.length > 0 &&
    sameGroups(a.facts.groups, b.facts.groups)
  );
}

const isSame = (a: string, b: string): boolean => a !== '' && a === b;
const areTwo = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
