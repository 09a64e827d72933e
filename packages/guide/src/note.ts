import { HINTS } from './data/hints.ts';
import { FIELD_FINDINGS, type FieldCode } from './field-findings.ts';
import type { Treatment } from './policy.ts';
import type { FieldSpec, Place } from './profile.ts';
import { type Ignored, type Sink, type Spot, worse } from './sink.ts';

/**
 * Takes a field finding down.
 * @param ignored the value that goes, where the treatment lets it go
 * @param required the field, where it is required and has no other value: what its loss means counts too
 */
export function note(
  code: FieldCode,
  place: Place,
  spot: Spot,
  sink: Sink,
  ignored?: Ignored,
  required?: FieldSpec,
): void {
  const own = place.treatments[code];
  if (own.severity === 'off') return;
  const { states: _, source: __, treatment: ___, ...finding } = FIELD_FINDINGS[code];
  const treatment = own.effect === 'value' && required ? withLoss(own, required) : own;
  const hint = finding.value === 'missing' ? HINTS[place.path] : undefined;
  const spoken = {
    ...finding,
    code,
    message: filled(finding.message, place),
    fix: hint ?? filled(finding.fix, place),
  };
  // CAIR2's words for a field without which nothing is recorded.
  const rejects =
    (code === 'required-field-missing' || code === 'required-component-missing') &&
    (treatment.effect === 'message' ||
      (treatment.effect === 'segment' && (spot.segment.name === 'PID' || spot.segment.name === 'MSH')));
  sink.add(
    rejects
      ? {
          ...spoken,
          message: `MESSAGE REJECTED - REQUIRED FIELD ${place.path.replaceAll('.', '-')} MISSING (${place.name}).`,
        }
      : spoken,
    spot,
    treatment,
    ignored,
  );
}

function withLoss(own: Treatment, required: FieldSpec): Treatment {
  const loss = required.treatments['required-field-missing'];
  return {
    ...own,
    effect: worse(own.effect, loss.effect),
    ...(loss.readAs === undefined ? {} : { readAs: loss.readAs }),
  };
}

const FEW_CODES = 12;

function filled(text: string, place: Place): string {
  if (!text.includes('{')) return text;
  const table = place.tables[0];
  const active = table?.codes.filter(({ status }) => status === 'active') ?? [];
  const codes =
    active.length > 0 && active.length <= FEW_CODES
      ? active.map(({ code }) => code).join(', ')
      : `the codes of table ${table?.id ?? ''}`;
  return text
    .replace('{where}', `${place.path} (${place.name})`)
    .replace('{path}', place.path)
    .replace('{table}', table ? `${table.id} (${table.name})` : '')
    .replace('{codes}', codes)
    .replace('{length}', String(place.maxLength));
}
