import type { ApplicationError, Effect, Hl7Error, Severity, ValueClass } from './finding.ts';
import type { Subjects } from './facts/subjects.ts';

/** A subject of which those facts are there. */
type Having<Subject, Needs extends keyof Subject> = Subject & {
  readonly [K in Needs]-?: NonNullable<Subject[K]>;
};

/** Of what a rule speaks: it is asked once for each of them that the message has. */
export type Scope = keyof Subjects;

/**
 * Which doses: `kept`, what is not to be deleted (what is deleted may be wrong, which is often why it is deleted); of
 * those, the `given` ones, the ones that the sender itself `administered`, the `refused` ones. Declared and not asked by
 * each rule, so that a kind of dose is looked at once for all of its rules. Of an observation only `administered` is
 * declared, together with what it is about.
 */
export type DoseKind = 'kept' | 'given' | 'administered' | 'refused';

/**
 * One thing that is true of a sound message. A rule is asked only where every fact that it needs is there and none of
 * the rules that it comes after has failed for the same subject, so that one fault gives one finding.
 */
export type Rule<S extends Scope = Scope, Needs extends keyof Subjects[S] = keyof Subjects[S]> = {
  /** Stable, named as what is wrong: `dose-before-birth`. */
  readonly code: string;
  readonly scope: S;
  /** The rule as a true statement: 'The dose was given on or after the birth date.' */
  readonly states: string;
  /** Where it comes from: guide section, MIROW, MQE code, CAIR2. */
  readonly source: string;
  /** Field and component within the subject's segment: `RXA-3`, `PID-5.2`, `-11.5` relative to the subject. */
  readonly at: string;
  readonly value: ValueClass;
  readonly severity: Severity;
  readonly effect: Effect;
  readonly hl7: Hl7Error;
  readonly application?: ApplicationError;
  /** Of which doses it speaks; asked of the others it would hold. Without it, of all. */
  readonly only?: DoseKind;
  /** The observations (OBX-3) of which it speaks; of all others it would hold. */
  readonly about?: readonly string[];
  /** Facts of the subject that must be there; without them the rule does not apply. */
  readonly needs?: readonly Needs[];
  /** Codes of rules, or of field checks at the same subject, whose failure makes this one meaningless. */
  readonly after?: readonly string[];
  readonly holds: (subject: Having<Subjects[S], Needs>) => boolean;
  /** What is wrong, in words a clinic reads. No patient data. */
  readonly message: string;
  /** What to do next. */
  readonly fix: string;
};

/** A rule whose types need not be known where rules are listed. */
export type AnyRule = Omit<Rule, 'scope' | 'needs' | 'holds'> & {
  readonly scope: Scope;
  readonly needs?: readonly PropertyKey[];
  readonly holds: (subject: never) => boolean;
};

/** Declares a rule; the facts it needs are there, typed, when `holds` is asked. */
export function rule<S extends Scope, const Needs extends keyof Subjects[S] = never>(
  definition: Rule<S, Needs>,
): AnyRule {
  return definition;
}
