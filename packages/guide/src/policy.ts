import type { ApplicationError, Effect, Hl7Error, Severity } from './finding.ts';

/** What becomes of a message in which something is found, and what the sender is told. */
export type Treatment = {
  /** `off`: not reported. */
  readonly severity: Severity | 'off';
  readonly effect: Effect;
  /** What a missing required value is taken as. */
  readonly readAs?: string;
  readonly hl7?: Hl7Error;
  readonly application?: ApplicationError;
  /** In place of the words of the rule. */
  readonly message?: string;
  readonly fix?: string;
};

/**
 * Treatments by code, or by code and place: `required-field-missing@RXA-15`, `not-in-table@PID`. The most exact one
 * counts, property by property. A jurisdiction lays its own policy over the registry's, and that lies over the guide.
 */
export type Policy = Readonly<Record<string, Partial<Treatment>>>;

/** Policies from the most general to the most particular. */
export type Policies = readonly Policy[];

/**
 * The treatment of a code at a place, `PID-5.7`: what is said of the code, overridden by what is said of the segment,
 * of the field, of the component; and each of these by the more particular policy.
 * @param type the component of a data type that it is, `CE.3`: less exact than any path
 */
export function treatmentOf(
  code: string,
  path: string,
  base: Treatment,
  policies: Policies,
  type?: string,
): Treatment {
  let treatment = base;
  for (const policy of policies) {
    for (const key of keysFor(code, path, type)) {
      const said = policy[key];
      if (said) treatment = { ...treatment, ...said };
    }
  }
  return treatment;
}

function keysFor(code: string, path: string, type: string | undefined): readonly string[] {
  const segment = path.slice(0, 3);
  const field = path.includes('.') ? path.slice(0, path.indexOf('.')) : path;
  return [
    code,
    ...(type === undefined ? [] : [`${code}@${type}`]),
    `${code}@${segment}`,
    ...(field === segment ? [] : [`${code}@${field}`]),
    `${code}@${path}`,
  ];
}
