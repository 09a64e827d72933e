import { type Message, parsePath } from '@cairn/hl7';
import type { DoseFacts, MessageFacts, Subjects } from './facts/subjects.ts';
import type { Noted, Sink, Spot } from './sink.ts';
import { type Policies, type Treatment, treatmentOf } from './policy.ts';
import type { AnyRule, DoseKind, Scope } from './rule.ts';

type Subject = Subjects[Scope];
type Fact = keyof Subject;

type CompiledRule = {
  readonly rule: AnyRule;
  /** Its place among the rules of its scope, those that others come after first. */
  readonly rank: number;
  readonly noted: Noted;
  readonly treatment: Treatment;
  readonly after: readonly string[];
  readonly holds: (subject: Subject) => boolean;
};

/**
 * Rules that need the same facts: each fact is looked for once for all of them. This, and kinds of doses and of
 * observations that are passed over as a whole, saved a twelfth of a check (bench:check).
 */
type Group = {
  readonly rules: readonly CompiledRule[];
  /** Those that need one fact more. */
  readonly further: readonly { readonly need: Fact; readonly group: Group }[];
};

/** Rules of one scope, by what they are asked of. */
type Sorted = {
  readonly always: Group;
  readonly only: Readonly<Record<DoseKind, Group>>;
  /** By what is observed. Of an observation only `administered` is asked; its dose may be one that is to be deleted. */
  readonly about: ReadonlyMap<string, Pick<Sorted, 'always' | 'only'>>;
};

export type CompiledRules = Readonly<Record<Scope, Sorted>>;

/** Rules by what they speak of, with their treatments. */
export function compileRules(rules: readonly AnyRule[], policies: Policies): CompiledRules {
  const compiled: CompiledRule[] = [];
  for (const rule of inOrder(rules)) {
    const path = rule.at === '' || rule.at.startsWith('.') ? rule.code : rule.at;
    const treatment = treatmentOf(
      rule.code,
      path,
      { severity: rule.severity, effect: rule.effect },
      policies,
    );
    if (treatment.severity === 'off') continue;
    compiled.push({
      rule,
      rank: compiled.length,
      treatment,
      noted: {
        code: rule.code,
        value: rule.value,
        hl7: rule.hl7,
        ...(rule.application === undefined ? {} : { application: rule.application }),
        message: rule.message,
        fix: rule.fix,
      },
      after: rule.after ?? [],
      holds: rule.holds as (subject: Subject) => boolean,
    });
  }
  const of = (scope: Scope): Sorted => sorted(compiled.filter(({ rule }) => rule.scope === scope));
  return {
    message: of('message'),
    patient: of('patient'),
    identifier: of('identifier'),
    address: of('address'),
    phone: of('phone'),
    contact: of('contact'),
    dose: of('dose'),
    observation: of('observation'),
  };
}

function sorted(rules: readonly CompiledRule[]): Sorted {
  const byKind = (some: readonly CompiledRule[]): Pick<Sorted, 'always' | 'only'> => {
    const of = (kind: DoseKind | undefined): Group =>
      grouped(some.filter(({ rule }) => rule.only === kind).map((rule) => ({ rule, needs: needsOf(rule) })));
    return {
      always: of(undefined),
      only: {
        kept: of('kept'),
        given: of('given'),
        administered: of('administered'),
        refused: of('refused'),
      },
    };
  };
  const codes = new Set(rules.flatMap(({ rule }) => rule.about ?? []));
  return {
    ...byKind(rules.filter(({ rule }) => rule.about === undefined)),
    about: new Map(
      [...codes].map((code) => [code, byKind(rules.filter(({ rule }) => rule.about?.includes(code)))]),
    ),
  };
}

const needsOf = ({ rule }: CompiledRule): readonly Fact[] => (rule.needs ?? []) as readonly Fact[];

type Waiting = { readonly rule: CompiledRule; readonly needs: readonly Fact[] };

/** The fact that most rules need is looked for first. */
function grouped(rules: readonly Waiting[]): Group {
  const further: { need: Fact; group: Group }[] = [];
  let left = rules.filter(({ needs }) => needs.length > 0);
  while (left.length > 0) {
    const counts = new Map<Fact, number>();
    for (const { needs } of left) for (const need of needs) counts.set(need, (counts.get(need) ?? 0) + 1);
    const [need] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
    const having = left.filter(({ needs }) => needs.includes(need));
    const rest = having.map(({ rule, needs }) => ({ rule, needs: needs.filter((other) => other !== need) }));
    further.push({ need, group: grouped(rest) });
    left = left.filter(({ needs }) => !needs.includes(need));
  }
  return { rules: rules.filter(({ needs }) => needs.length === 0).map(({ rule }) => rule), further };
}

/** @throws Error where rules wait for each other in a circle */
function inOrder(rules: readonly AnyRule[]): readonly AnyRule[] {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const ordered = new Set<AnyRule>();
  const visit = (rule: AnyRule, path: readonly string[]): void => {
    if (ordered.has(rule)) return;
    if (path.includes(rule.code)) throw new Error(`rules wait for each other: ${path.join(' → ')}`);
    for (const code of rule.after ?? []) {
      const before = byCode.get(code);
      if (before) visit(before, [...path, rule.code]);
    }
    ordered.add(rule);
  };
  for (const rule of rules) visit(rule, []);
  return [...ordered];
}

type Failure = { readonly compiled: CompiledRule; readonly subject: Subject };

/**
 * Asks every rule of every subject of the message. Rules are asked in any order, since nothing that a rule asks hangs on
 * another; those that fail are then taken down in theirs.
 */
export function runRules(facts: MessageFacts, message: Message, rules: CompiledRules, sink: Sink): void {
  const failed: Failure[] = [];
  const run = <S extends Scope>(scope: S, subjects: readonly Subjects[S][]): void => {
    for (const subject of subjects) ask(rules[scope].always, subject, failed);
    note(failed, message, sink);
  };
  run('message', [facts]);
  const { patient, doses } = facts;
  if (patient) {
    run('identifier', patient.identifiers);
    run('address', patient.addresses);
    run('phone', patient.phones);
    run('contact', patient.contacts);
    for (const contact of patient.contacts) {
      run('address', contact.addresses);
      run('phone', contact.phones);
    }
    run('patient', [patient]);
  }
  for (const dose of doses) askDose(rules.dose, dose, failed);
  note(failed, message, sink);
  const { observation: observed } = rules;
  for (const dose of doses) {
    for (const observation of dose.observations) {
      const { identifier = '', administered } = observation;
      ask(observed.always, observation, failed);
      const about = observed.about.get(identifier);
      if (!about) continue;
      ask(about.always, observation, failed);
      if (administered) ask(about.only.administered, observation, failed);
    }
    note(failed, message, sink);
  }
}

function askDose({ always, only }: Sorted, dose: DoseFacts, failed: Failure[]): void {
  ask(always, dose, failed);
  if (dose.action === 'D') return;
  ask(only.kept, dose, failed);
  if (dose.given) ask(only.given, dose, failed);
  if (dose.administered) ask(only.administered, dose, failed);
  if (dose.refused) ask(only.refused, dose, failed);
}

function ask({ rules, further }: Group, subject: Subject, failed: Failure[]): void {
  for (const compiled of rules) if (!compiled.holds(subject)) failed.push({ compiled, subject });
  for (const { need, group } of further) if (subject[need] !== undefined) ask(group, subject, failed);
}

/** Takes down what failed, unless what it comes after has; and forgets it. */
function note(failed: Failure[], message: Message, sink: Sink): void {
  if (failed.length === 0) return;
  failed.sort((one, other) => one.compiled.rank - other.compiled.rank);
  for (const { compiled, subject } of failed) {
    const { rule, after, noted, treatment } = compiled;
    if (after.length > 0 && foundBefore(after, subject, rule.at, message, sink)) continue;
    const spot = spotOf(subject, rule.at, message);
    sink.add(
      noted,
      spot,
      treatment,
      spot?.field === undefined
        ? undefined
        : {
            segment: spot.segment,
            field: spot.field,
            repetition: spot.repetition ?? 1,
            ...(spot.component === undefined ? {} : { component: spot.component }),
          },
    );
  }
  failed.length = 0;
}

function foundBefore(
  codes: readonly string[],
  subject: Subject,
  at: string,
  message: Message,
  sink: Sink,
): boolean {
  const own = subject.own.length > 0 ? subject.own : [spotOf(subject, at, message)?.segment];
  return codes.some((code) => own.some((segment) => sink.has(segment, code)));
}

/** The place of a finding. */
function spotOf(subject: Subject, at: string, message: Message): Spot | undefined {
  const { own, field: of, repetition: nth = 1 } = subject;
  const [first] = own;
  const path = of === undefined || !first ? at : `${first.name}-${of}${nth > 1 ? `[${nth}]` : ''}${at}`;
  const location = parsePath(path);
  if (!location) throw new Error(`"${path}" is no place of a message`);
  const dose = own.find(({ name }) => name === 'RXA');
  const segment =
    own.find(({ name }) => name === location.segment) ?? (dose ? undefined : message.first(location.segment));
  if (!segment) {
    // What is not there is missed where it should be: a route at its dose, protection at the patient.
    const holder = dose ?? message.first('PID');
    return holder && { segment: holder };
  }
  const { field, repetition, component, subcomponent } = location;
  return {
    segment,
    ...(field === undefined ? {} : { field }),
    ...(repetition === undefined ? {} : { repetition }),
    ...(component === undefined ? {} : { component }),
    ...(subcomponent === undefined ? {} : { subcomponent }),
  };
}
