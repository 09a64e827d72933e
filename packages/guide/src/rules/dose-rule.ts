import type { DoseFacts } from '../facts/subjects.ts';
import { type AnyRule, type DoseKind, rule, type Rule } from '../rule.ts';

type DoseRule<Needs extends keyof DoseFacts> = Omit<Rule<'dose', Needs>, 'scope' | 'only'>;

const ruleOf =
  (only: DoseKind) =>
  <const Needs extends keyof DoseFacts = never>(definition: DoseRule<Needs>): AnyRule =>
    rule<'dose', Needs>({ ...definition, scope: 'dose', only });

/** A rule for orders that stay: what is deleted may be wrong, which is often why it is deleted. */
export const keptRule = ruleOf('kept');

/** A rule for doses that were given, by the sender or by others. */
export const givenRule = ruleOf('given');

/** A rule for doses that the sender gave itself. */
export const administeredRule = ruleOf('administered');

/** A rule for refusals. */
export const refusedRule = ruleOf('refused');
