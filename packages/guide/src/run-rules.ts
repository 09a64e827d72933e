import { type Message, parsePath, type Segment } from '@cairn/hl7';
import type { MessageFacts, Subjects } from './facts/subjects.ts';
import type { Noted, Sink, Spot } from './sink.ts';
import { type Policies, type Treatment, treatmentOf } from './policy.ts';
import type { AnyRule, Scope } from './rule.ts';

type CompiledRule = {
  readonly rule: AnyRule;
  readonly noted: Noted;
  readonly treatment: Treatment;
  readonly needs: readonly (keyof Subjects[Scope])[];
  readonly after: readonly string[];
  readonly holds: (subject: Subjects[Scope]) => boolean;
};

export type CompiledRules = Readonly<Record<Scope, readonly CompiledRule[]>>;

/** Rules by what they speak of, those that others come after first, with their treatments. */
export function compileRules(rules: readonly AnyRule[], policies: Policies): CompiledRules {
  const compiled: Record<Scope, CompiledRule[]> = {
    message: [],
    patient: [],
    identifier: [],
    address: [],
    phone: [],
    contact: [],
    dose: [],
    observation: [],
  };
  for (const rule of inOrder(rules)) {
    const path = rule.at === '' || rule.at.startsWith('.') ? rule.code : rule.at;
    const treatment = treatmentOf(
      rule.code,
      path,
      { severity: rule.severity, effect: rule.effect },
      policies,
    );
    if (treatment.severity === 'off') continue;
    compiled[rule.scope].push({
      rule,
      treatment,
      noted: {
        code: rule.code,
        value: rule.value,
        hl7: rule.hl7,
        ...(rule.application === undefined ? {} : { application: rule.application }),
        message: rule.message,
        fix: rule.fix,
      },
      needs: (rule.needs ?? []) as readonly (keyof Subjects[Scope])[],
      after: rule.after ?? [],
      holds: rule.holds as (subject: Subjects[Scope]) => boolean,
    });
  }
  return compiled;
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

/** Asks every rule of every subject of the message. */
export function runRules(facts: MessageFacts, message: Message, rules: CompiledRules, sink: Sink): void {
  const segments = new Map<string, Segment[]>();
  for (const segment of message.segments) {
    const same = segments.get(segment.name);
    if (same) same.push(segment);
    else segments.set(segment.name, [segment]);
  }
  const run = <S extends Scope>(scope: S, subjects: readonly Subjects[S][]): void => {
    for (const compiled of rules[scope]) {
      for (const subject of subjects) ask(compiled, subject, segments, sink);
    }
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
  run('dose', doses);
  for (const dose of doses) run('observation', dose.observations);
}

function ask(
  { rule, needs, after, holds, noted, treatment }: CompiledRule,
  subject: Subjects[Scope],
  segments: ReadonlyMap<string, readonly Segment[]>,
  sink: Sink,
): void {
  for (const need of needs) if (subject[need] === undefined) return;
  // Whether a rule holds is cheaper to ask than what was found before it.
  if (holds(subject)) return;
  if (after.length > 0 && foundBefore(after, subject, rule.at, segments, sink)) return;
  const spot = spotOf(subject, rule.at, segments);
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

function foundBefore(
  codes: readonly string[],
  subject: Subjects[Scope],
  at: string,
  segments: ReadonlyMap<string, readonly Segment[]>,
  sink: Sink,
): boolean {
  const names = Object.keys(subject.occurrences);
  const own =
    names.length > 0
      ? names.map((name) => segments.get(name)?.[(subject.occurrences[name] ?? 1) - 1])
      : [spotOf(subject, at, segments)?.segment];
  return codes.some((code) => own.some((segment) => sink.has(segment, code)));
}

/** The place of a finding. */
function spotOf(
  subject: Subjects[Scope],
  at: string,
  segments: ReadonlyMap<string, readonly Segment[]>,
): Spot | undefined {
  const relative = at === '' || at.startsWith('.');
  const location = parsePath(relative ? `${subject.place}${at}` : at);
  if (!location) throw new Error(`"${subject.place}${at}" is no place of a message`);
  const { RXA: dose } = subject.occurrences;
  const occurrence = relative
    ? location.occurrence
    : (subject.occurrences[location.segment] ?? (dose === undefined ? 1 : 0));
  const segment = segments.get(location.segment)?.[occurrence - 1];
  if (!segment) {
    // What is not there is missed where it should be: a route at its dose, protection at the patient.
    const holder = dose === undefined ? segments.get('PID')?.[0] : segments.get('RXA')?.[dose - 1];
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
