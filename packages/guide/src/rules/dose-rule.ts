import type { DoseFacts } from '../facts/subjects.ts';
import { type AnyRule, rule, type Rule } from '../rule.ts';

type DoseRule<Needs extends keyof DoseFacts> = Omit<Rule<'dose', Needs>, 'scope'>;

/** A rule for orders that stay: what is deleted may be wrong, which is often why it is deleted. */
export function keptRule<const Needs extends keyof DoseFacts = never>(definition: DoseRule<Needs>): AnyRule {
  return rule<'dose', Needs>({
    ...definition,
    scope: 'dose',
    holds: (dose) => dose.action === 'D' || definition.holds(dose),
  });
}

/** A rule for doses that were given, by the sender or by others. */
export function givenRule<const Needs extends keyof DoseFacts = never>(definition: DoseRule<Needs>): AnyRule {
  return keptRule<Needs>({ ...definition, holds: (dose) => !dose.given || definition.holds(dose) });
}

/** A rule for doses that the sender gave itself. */
export function administeredRule<const Needs extends keyof DoseFacts = never>(
  definition: DoseRule<Needs>,
): AnyRule {
  return keptRule<Needs>({ ...definition, holds: (dose) => !dose.administered || definition.holds(dose) });
}

/** A rule for refusals. */
export function refusedRule<const Needs extends keyof DoseFacts = never>(
  definition: DoseRule<Needs>,
): AnyRule {
  return keptRule<Needs>({ ...definition, holds: (dose) => !dose.refused || definition.holds(dose) });
}
