import { buildSegment, type FieldContent, HL7_NULL, type Segment } from '@cairn/hl7';
import { identityOf, type Identity } from './identity.ts';

/** Fields of PID by what they hold. */
export const PID = { identifiers: 3, name: 5, birthDate: 7, sex: 8 } as const;

/**
 * What a message says of a person, field by field: the undecoded text of PID and PD1 fields by path
 * (standard delimiters), and the NK1 segments. A field that the message left empty is absent; one that it
 * deletes holds HL7's `""`.
 */
export type Demographics = {
  readonly fields: Readonly<Record<string, string>>;
  readonly nextOfKin: readonly string[];
};

/** The fields that the guide uses in Z22 and Z32, and those that EHRs commonly fill besides. */
const KEPT = {
  PID: [5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 22, 23, 24, 25, 26, 29, 30],
  PD1: [3, 11, 12, 13, 16, 17, 18],
} as const;

/** Reads the demographics out of segments that use the standard delimiters. */
export function demographicsOf(
  pid: Segment,
  pd1: Segment | undefined,
  nextOfKin: readonly Segment[],
): Demographics {
  const fields: Record<string, string> = {};
  for (const [segment, name] of [
    [pid, 'PID'],
    [pd1, 'PD1'],
  ] as const) {
    if (!segment) continue;
    for (const field of KEPT[name]) {
      const raw = segment.raw(field);
      if (raw === '') continue;
      const state = segment.state(field);
      if (state !== 'empty') fields[`${name}-${field}`] = state === 'null' ? HL7_NULL : raw;
    }
  }
  return { fields, nextOfKin: nextOfKin.map((segment) => segment.toString()) };
}

/** PID and PD1 as an answer carries them; `identifiers` is the undecoded PID-3. */
export function patientSegments(
  person: Demographics,
  identifiers: string,
): { readonly pid: Segment; readonly pd1: Segment } {
  const fieldsOf = (name: 'PID' | 'PD1', fixed: Readonly<Record<number, string>>): FieldContent[] =>
    Array.from({ length: Math.max(...KEPT[name]) }, (_, index) => ({
      raw: fixed[index + 1] ?? person.fields[`${name}-${index + 1}`] ?? '',
    }));
  return {
    pid: buildSegment('PID', fieldsOf('PID', { 1: '1', 3: identifiers })),
    pd1: buildSegment('PD1', fieldsOf('PD1', {})),
  };
}

/** Who the demographics say the person is. */
export function demographicsIdentity(person: Demographics): Identity {
  const fields: FieldContent[] = [];
  for (const field of [PID.name, PID.birthDate, PID.sex]) {
    fields[field - 1] = { raw: person.fields[`PID-${field}`] ?? '' };
  }
  return identityOf(buildSegment('PID', Array.from(fields)), PID);
}
