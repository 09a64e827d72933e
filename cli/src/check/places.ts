import { type CatalogueEntry, catalogue, type Effect, type Guide, type Severity } from '@cairn/guide';

/** A place at which the check of a field is treated otherwise than it usually is. */
export type Exception = {
  readonly code: string;
  readonly path: string;
  readonly name: string;
  readonly severity: Severity;
  readonly effect: Effect;
  readonly readAs?: string;
};

type Profile = Guide['profiles'] extends ReadonlyMap<string, infer P> ? P : never;
type SegmentSpec = Profile['segments'] extends ReadonlyMap<string, infer S> ? S : never;
type FieldSpec = SegmentSpec['fields'][number];
type ComponentSpec = FieldSpec['components'][number];
type Treatments = FieldSpec['treatments'];
type Code = keyof Treatments;

/** What may be found in what a registry receives at places of the guide's rows, as that guide treats it. */
export function exceptions(guide: Guide): readonly Exception[] {
  const usual = new Map(catalogue(policyOf(guide)).map((entry) => [entry.code, entry]));
  const found = new Map<string, Exception>();
  for (const id of ['Z22', 'Z34'] as const) {
    for (const segment of guide.profiles.get(id)?.segments.values() ?? []) {
      for (const field of segment.fields) {
        // A message without its delimiters is none.
        if (field.path === 'MSH-1' || field.path === 'MSH-2') continue;
        for (const here of atField(segment.name, field)) {
          const key = `${here.code} ${here.path}`;
          if (!found.has(key) && differs(here, usual.get(here.code))) found.set(key, here);
        }
      }
    }
  }
  return [...found.values()];
}

/** What the registry's jurisdiction says beyond what all registries do. */
export const policyOf = ({ policies }: Guide): NonNullable<Parameters<typeof catalogue>[0]> =>
  policies.at(-1) ?? {};

function differs({ severity, effect, readAs }: Exception, usual: CatalogueEntry | undefined): boolean {
  return !usual || readAs !== undefined || severity !== usual.severity || effect !== usual.effect;
}

function atField(segment: string, field: FieldSpec): readonly Exception[] {
  const { met, unmet } = field.usage;
  const isRequired = met === 'R' || unmet === 'R';
  return [
    ...(isRequired ? exception(segment, field, 'required-field-missing') : []),
    ...formCodes(field).flatMap((code) => exception(segment, field, code, isRequired ? field : undefined)),
    ...field.components.flatMap((component) =>
      atComponent(segment, component, isRequired ? field : undefined),
    ),
  ];
}

function atComponent(
  segment: string,
  component: ComponentSpec,
  required: FieldSpec | undefined,
): readonly Exception[] {
  const isRequired = component.usage.met === 'R' || component.usage.unmet === 'R';
  const missing = component.treatments['required-component-missing'];
  // Without a component that nothing can stand for, a required field has no value.
  const loses = isRequired && missing.effect !== 'none' ? required : undefined;
  return [
    ...(isRequired ? exception(segment, component, 'required-component-missing', required) : []),
    ...formCodes(component).flatMap((code) => exception(segment, component, code, loses)),
  ];
}

function formCodes({ tables, primitive }: FieldSpec | ComponentSpec): readonly Code[] {
  if (tables.length > 0) return ['not-in-table'];
  if (primitive === 'text') return [];
  return primitive === 'number' || primitive === 'count' ? ['number-invalid'] : ['date-invalid'];
}

const ORDER: readonly Effect[] = ['none', 'value', 'segment', 'dose', 'message', 'reject'];
const rank = (effect: Effect): number => ORDER.indexOf(effect);

/** @param required the field whose only value goes with this one */
function exception(
  segment: string,
  { path, name, treatments }: FieldSpec | ComponentSpec,
  code: Code,
  required?: FieldSpec,
): readonly Exception[] {
  const own = treatments[code];
  if (own.severity === 'off') return [];
  const loss = own.effect === 'value' ? required?.treatments['required-field-missing'] : undefined;
  const worst = loss && rank(loss.effect) > rank(own.effect) ? loss.effect : own.effect;
  const effect = landing(segment, worst);
  const readAs = loss?.readAs ?? own.readAs;
  return [
    {
      code,
      path,
      name,
      severity: rank(effect) >= rank('segment') ? 'E' : own.severity,
      effect,
      ...(readAs === undefined ? {} : { readAs }),
    },
  ];
}

/** With a segment goes what cannot be without it (guide table 3-1). */
function landing(segment: string, effect: Effect): Effect {
  if (effect !== 'segment') return effect;
  if (segment === 'ORC' || segment === 'RXA') return 'dose';
  return ['MSH', 'PID', 'QPD', 'RCP'].includes(segment) ? 'message' : 'segment';
}
