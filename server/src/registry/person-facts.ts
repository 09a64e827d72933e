import { normalisePerson, type NormalPerson, type PersonFacts, type PersonId } from '@cairn/matching';
import { HL7_NULL, type Segment } from '@cairn/hl7';
import { civilDate } from './dates.ts';
import type { PersonIdentifier } from './identity.ts';

/** The fields of a segment that tell who a person is: PID of a submission, QPD of a query (guide, Z22 and Z34). */
type Layout = {
  readonly name: number;
  readonly alias?: number;
  readonly mothersMaidenName: number;
  readonly birthDate: number;
  readonly sex: number;
  readonly address: number;
  readonly phones: readonly number[];
  readonly multipleBirth: number;
  readonly birthOrder: number;
};

export const PID_LAYOUT: Layout = {
  name: 5,
  alias: 9,
  mothersMaidenName: 6,
  birthDate: 7,
  sex: 8,
  address: 11,
  phones: [13, 14],
  multipleBirth: 24,
  birthOrder: 25,
};

export const QPD_LAYOUT: Layout = {
  name: 4,
  mothersMaidenName: 5,
  birthDate: 6,
  sex: 7,
  address: 8,
  phones: [9],
  multipleBirth: 10,
  birthOrder: 11,
};

/**
 * What a message says of who a person is, in the form in which persons are compared.
 * @param ids those that mean something beyond this message: see {@link comparableIds}
 */
export function personRecord(
  segment: Segment,
  layout: Layout,
  nextOfKin: readonly Segment[],
  ids: readonly PersonId[],
  today: string,
): NormalPerson {
  const birthDate = civilDate(said(segment.text(layout.birthDate, 1)));
  const multiple = said(segment.text(layout.multipleBirth)).toUpperCase();
  const order = Number(said(segment.text(layout.birthOrder)));
  const contacts = layout.phones.flatMap((field) => contactsIn(segment, field));
  const facts: PersonFacts = {
    names: [layout.name, ...(layout.alias === undefined ? [] : [layout.alias])].flatMap((field) =>
      namesIn(segment, field),
    ),
    ...(birthDate === undefined ? {} : { birthDate }),
    sex: said(segment.text(layout.sex)),
    mothersMaidenName: said(segment.text(layout.mothersMaidenName, 1)),
    guardians: nextOfKin.filter(isGuardian).map((relative) => said(relative.text(2, 2))),
    phones: contacts.filter((contact) => !contact.includes('@')),
    emails: contacts.filter((contact) => contact.includes('@')),
    addresses: addressesIn(segment, layout.address),
    identifiers: ids,
    ...(multiple === 'Y' || multiple === 'N' ? { multipleBirth: multiple === 'Y' } : {}),
    ...(Number.isInteger(order) && order > 0 ? { birthOrder: order } : {}),
  };
  return normalisePerson(facts, today);
}

/** Types of PID-3 by what they are worth: a chart number within the organization, Medicaid numbers in the state. */
const MEDICAID_TYPES = new Set(['MA', 'MC']);
const CHART_TYPES = new Set(['MR', 'PI', 'PT', 'PN', 'AN', 'U', '']);

/** The ids of PID-3 that can be compared; social security numbers are neither required nor used here. */
export function comparableIds(
  organizationCodeKey: string,
  identifiers: readonly PersonIdentifier[],
): readonly PersonId[] {
  return identifiers.flatMap(({ id, authority, type }): readonly PersonId[] => {
    if (MEDICAID_TYPES.has(type)) return [{ kind: 'medicaid', namespace: '', value: id }];
    if (!CHART_TYPES.has(type)) return [];
    return [{ kind: 'chart', namespace: `${organizationCodeKey}^${authority}^${type}`, value: id }];
  });
}

const said = (text: string): string => (text === HL7_NULL ? '' : text.trim());

function repetitions(segment: Segment, field: number): readonly number[] {
  return Array.from({ length: segment.repetitions(field) }, (_, index) => index + 1);
}

function namesIn(segment: Segment, field: number): PersonFacts['names'] {
  return repetitions(segment, field).flatMap((repetition) => {
    const part = (component: number): string => said(segment.text(field, component, repetition));
    const name = { last: part(1), first: part(2), middle: part(3), suffix: part(4) };
    return name.last === '' && name.first === '' ? [] : [name];
  });
}

function contactsIn(segment: Segment, field: number): readonly string[] {
  return repetitions(segment, field).flatMap((repetition) => {
    const part = (component: number): string => said(segment.text(field, component, repetition));
    const email = part(4);
    const local = part(7);
    // Before XTN was split in parts, the whole number stood in the first.
    const phone = local === '' ? part(1) : `${part(6)}${local}`;
    return [phone, email].filter((contact) => contact !== '');
  });
}

function addressesIn(segment: Segment, field: number): NonNullable<PersonFacts['addresses']> {
  return repetitions(segment, field).flatMap((repetition) => {
    const part = (component: number): string => said(segment.text(field, component, repetition));
    // Where someone was born is no place to find them (type BDL).
    if (part(7).toUpperCase() === 'BDL') return [];
    const address = { street: part(1), other: part(2), city: part(3), state: part(4), zip: part(5) };
    return address.street === '' && address.zip === '' ? [] : [address];
  });
}

/** Mother, father, parent, guardian and the like; not a sibling or a doctor (HL7 table 0063). */
const GUARDIANS = new Set(['MTH', 'FTH', 'PAR', 'GRD', 'CGV', 'GRP']);
const isGuardian = (relative: Segment): boolean => GUARDIANS.has(said(relative.text(3, 1)).toUpperCase());
