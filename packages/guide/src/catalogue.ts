import type { Effect, Severity, ValueClass } from './finding.ts';
import { FIELD_FINDINGS } from './field-findings.ts';
import { MESSAGE_FINDINGS, type MessageFinding } from './message-findings.ts';
import { type Policies, type Policy, type Treatment, treatmentOf } from './policy.ts';
import { RECEIVING } from './receiving.ts';
import { RULES } from './rules/index.ts';
import { STATEMENTS } from './statements.ts';

/** One thing that the checker can find. */
export type CatalogueEntry = {
  readonly code: string;
  readonly kind: 'message' | 'field' | 'statement' | 'rule';
  /** What is true of a sound message. */
  readonly states: string;
  readonly source: string;
  /** Where it is found; '' for any field, or the message as a whole. */
  readonly at: string;
  readonly value: ValueClass;
  readonly severity: Severity | 'off';
  readonly effect: Effect;
  readonly message: string;
  readonly fix: string;
  /** Codes whose finding at the same place makes this one meaningless. */
  readonly after: readonly string[];
};

/** Everything that can be found in what a registry receives, with the treatment it gives it there. */
export function catalogue(policy: Policy = {}): readonly CatalogueEntry[] {
  const policies: Policies = [RECEIVING, policy];
  const treated = (
    code: string,
    at: string,
    base: Treatment,
  ): Pick<CatalogueEntry, 'severity' | 'effect'> => {
    const { severity, effect } = treatmentOf(code, at || code, base, policies);
    return { severity, effect };
  };
  const messages: readonly [string, MessageFinding][] = Object.entries(MESSAGE_FINDINGS);
  return [
    ...messages.map(([code, finding]) => ({ ...spoken(finding), code, kind: 'message' as const })),
    ...Object.entries(FIELD_FINDINGS).map(([code, finding]) => ({
      ...spoken({ ...finding, at: '' }),
      code,
      kind: 'field' as const,
      ...treated(code, '', finding.treatment),
    })),
    ...STATEMENTS.map((statement) => {
      const { code, segment, field, component } = statement;
      const at = `${segment}-${field}${component === undefined ? '' : `.${component}`}`;
      const source = code.startsWith('iz-') ? `R1.5 ${code.toUpperCase()}` : 'R1.5, OBX-1';
      return {
        ...spoken({ ...statement, source, at }),
        code,
        kind: 'statement' as const,
        ...treated(code, at, { severity: 'E', effect: 'none' }),
      };
    }),
    ...RULES.map((rule) => {
      const at =
        rule.at === '' || rule.at.startsWith('.') ? `${PLACES[rule.scope] ?? ''}${rule.at}` : rule.at;
      return {
        ...spoken({ ...rule, at }),
        code: rule.code,
        kind: 'rule' as const,
        ...treated(rule.code, rule.at.startsWith('.') ? '' : rule.at, rule),
        after: rule.after ?? [],
      };
    }),
  ];
}

/** Where the subjects of rules that repeat stand. */
const PLACES: Readonly<Record<string, string>> = {
  identifier: 'PID-3',
  address: 'PID-11, NK1-4',
  phone: 'PID-13, NK1-5',
};

type Spoken = Omit<CatalogueEntry, 'code' | 'kind'>;

function spoken(entry: Omit<Spoken, 'severity' | 'effect' | 'after'> & Partial<Spoken>): Spoken {
  const { states, source, at, value, message, fix, severity = 'E', effect = 'none', after = [] } = entry;
  return { states, source, at, value, severity, effect, message, fix, after };
}
