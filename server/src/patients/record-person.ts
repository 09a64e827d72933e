import { HL7_NULL, type Segment } from '@cairn/hl7';
import { civilDate } from '../registry/dates.ts';
import { type Demographics, patientSegments } from '../registry/demographics.ts';
import { segmentsOf } from '../registry/events.ts';
import type { PatientView } from './schema.ts';

export type Demographic = Pick<PatientView, 'name' | 'otherNames' | 'birthDate' | 'sex' | 'isDeceased'> & {
  readonly details: NonNullable<PatientView['details']>;
  readonly contacts: PatientView['contacts'];
};

type Part = (component: number) => string;

const said = (text: string): string => (text === HL7_NULL ? '' : text.trim());

/** Who the person is, out of PID, PD1 and NK1 as the registry has them together. */
export function demographicView(person: Demographics): Demographic {
  const { pid, pd1 } = patientSegments(person, '');
  const [name = { last: '', first: '', middle: '', suffix: '' }, ...others] = namesIn(pid, 5);
  const contacts = [13, 14].flatMap((field) => repetitions(pid, field, contactOf));
  const multiple = said(pid.text(24)).toUpperCase();
  return {
    name,
    otherNames: [...others, ...namesIn(pid, 9)],
    birthDate: civilDate(said(pid.text(7, 1))) ?? '',
    sex: sexOf(said(pid.text(8))),
    isDeceased: said(pid.text(30)).toUpperCase() === 'Y',
    details: {
      mothersMaidenName: said(pid.text(6, 1)),
      addresses: addressesIn(pid),
      phones: distinct(contacts.map(({ phone }) => phone)),
      emails: distinct(contacts.map(({ email }) => email)),
      races: distinct(repetitions(pid, 10, (part) => part(1))),
      ethnicity: said(pid.text(22, 1)),
      language: said(pid.text(15, 1)),
      multipleBirth: multiple === 'Y' ? true : multiple === 'N' ? false : null,
      birthOrder: said(pid.text(25)),
      publicity: said(pd1.text(11, 1)),
      registryStatus: said(pd1.text(16)),
    },
    contacts: segmentsOf(person.nextOfKin).map((relative) => ({
      relationship: said(relative.text(3, 2)) || said(relative.text(3, 1)),
      relationshipCode: said(relative.text(3, 1)),
      last: said(relative.text(2, 1)),
      first: said(relative.text(2, 2)),
      phone: repetitions(relative, 5, contactOf).find(({ phone }) => phone !== '')?.phone ?? '',
    })),
  };
}

const sexOf = (sex: string): string => (/^[MFX]$/i.test(sex) ? sex.toUpperCase() : '');

const namesIn = (pid: Segment, field: number): PatientView['otherNames'] =>
  repetitions(pid, field, (part) => ({
    last: part(1),
    first: part(2),
    middle: part(3),
    suffix: part(4),
  })).filter(({ last, first }) => last !== '' || first !== '');

const addressesIn = (pid: Segment): Demographic['details']['addresses'] =>
  repetitions(pid, 11, (part) => ({
    street: part(1),
    other: part(2),
    city: part(3),
    state: part(4),
    zip: part(5),
    type: part(7).toUpperCase(),
  }))
    // Where someone was born is no place to find them.
    .filter(({ type, street, city, zip }) => type !== 'BDL' && street + city + zip !== '')
    .map(({ type: _type, ...address }) => address);

function contactOf(part: Part): { readonly phone: string; readonly email: string } {
  const local = part(7);
  // Before XTN was split in parts, the whole number stood in the first.
  const phone = local === '' ? part(1) : part(6) === '' ? local : `(${part(6)}) ${local}`;
  return { phone: phone.includes('@') ? '' : phoneText(phone), email: part(4) };
}

/** `5105550123` and `(510) 5550123` as people write them. */
function phoneText(phone: string): string {
  const [, area, exchange, line] = /^1?(\d{3})(\d{3})(\d{4})$/.exec(phone.replace(/\D/g, '')) ?? [];
  return area === undefined ? phone : `(${area}) ${exchange}-${line}`;
}

const distinct = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value) => value !== '')),
];

/** Each repetition of a field that says something. */
function repetitions<T>(segment: Segment, field: number, read: (part: Part) => T): T[] {
  if (segment.state(field) !== 'valued') return [];
  return Array.from({ length: segment.repetitions(field) }, (_, index) =>
    read((component) => said(segment.text(field, component, index + 1))),
  );
}
