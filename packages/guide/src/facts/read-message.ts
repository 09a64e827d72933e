import type { Message, Segment } from '@cairn/hl7';
import { monthsBetween, readDay, type Ymd } from '../dates.ts';
import type { Order } from '../order.ts';
import { readDose } from './read-dose.ts';
import type {
  AddressFacts,
  ContactFacts,
  IdentifierFacts,
  MessageFacts,
  PatientFacts,
  PhoneFacts,
} from './subjects.ts';
import { code, defined, text } from './texts.ts';

const NONE: readonly Segment[] = [];

/** Reads a VXU into what rules speak of. */
export function readMessage(message: Message, orders: readonly Order[], today: Ymd): MessageFacts {
  const msh = message.first('MSH');
  const pid = message.first('PID');
  const sentOn = msh && readDay(msh.text(7));
  const around = {
    today,
    sentOn,
    birthDate: pid && readDay(pid.text(7)),
    deathDate: pid && readDay(pid.text(29)),
    sex: pid && code(pid, 8),
  };
  // Every dose would lie before a birth date in the future; that it does is said once, of the patient.
  const { birthDate } = around;
  const born = {
    ...around,
    birthDate: birthDate !== undefined && birthDate <= today ? birthDate : undefined,
  };
  const doses = orders.map((order, index) => readDose(order, index, born));
  return defined<MessageFacts>({
    own: NONE,
    field: undefined,
    repetition: undefined,
    today,
    sentOn,
    application: msh && text(msh, 3),
    sendingFacility: msh && text(msh, 4),
    responsible: msh && (text(msh, 22, 10) ?? text(msh, 22)),
    doses,
    patient: pid && readPatient(pid, message, { ...around, doses }),
  });
}

function readPatient(
  pid: Segment,
  message: Message,
  around: Pick<PatientFacts, 'today' | 'doses'> & {
    readonly sentOn: Ymd | undefined;
    readonly birthDate: Ymd | undefined;
    readonly deathDate: Ymd | undefined;
    readonly sex: string | undefined;
  },
): PatientFacts {
  const pd1 = message.first('PD1');
  const own = [pid];
  const birthOrder = Number(text(pid, 25) ?? Number.NaN);
  return defined<PatientFacts>({
    own: NONE,
    field: undefined,
    repetition: undefined,
    ...around,
    ageYears: around.birthDate && Math.floor(monthsBetween(around.birthDate, around.today) / 12),
    last: text(pid, 5),
    first: text(pid, 5, 2),
    middle: text(pid, 5, 3),
    suffix: text(pid, 5, 4),
    nameType: code(pid, 5, 7),
    motherMaidenName: text(pid, 6),
    races: each(pid, 10, (repetition) => code(pid, 10, 1, repetition)),
    ethnicity: code(pid, 22),
    language: text(pid, 15),
    multipleBirth: code(pid, 24),
    birthOrder: Number.isInteger(birthOrder) ? birthOrder : undefined,
    deathIndicator: code(pid, 30),
    identifiers: each(pid, 3, (repetition) => readIdentifier(pid, own, repetition)),
    addresses: each(pid, 11, (repetition) => readAddress(pid, 11, repetition, own, 'patient')),
    phones: each(pid, 13, (repetition) => readPhone(pid, 13, repetition, own, 'patient')),
    contacts: message.all('NK1').map(readContact),
    publicity: pd1 && text(pd1, 11),
    protection: pd1 && code(pd1, 12),
    protectionFrom: pd1 && readDay(pd1.text(13)),
    registryStatus: pd1 && code(pd1, 16),
    registryStatusFrom: pd1 && readDay(pd1.text(17)),
    publicityFrom: pd1 && readDay(pd1.text(18)),
  });
}

/** What there is in the repetitions of a field. */
function each<T>(segment: Segment, field: number, read: (repetition: number) => T | undefined): readonly T[] {
  const found: T[] = [];
  if (segment.raw(field) === '') return found;
  for (let repetition = 1; repetition <= segment.repetitions(field); repetition++) {
    if (segment.state(field, undefined, repetition) !== 'valued') continue;
    const value = read(repetition);
    if (value !== undefined) found.push(value);
  }
  return found;
}

const readIdentifier = (pid: Segment, own: readonly Segment[], repetition: number): IdentifierFacts =>
  defined<IdentifierFacts>({
    own,
    field: 3,
    repetition,
    id: text(pid, 3, 1, repetition),
    authority: text(pid, 3, 4, repetition),
    type: code(pid, 3, 5, repetition),
  });

function readAddress(
  segment: Segment,
  field: number,
  repetition: number,
  own: readonly Segment[],
  of: AddressFacts['of'],
): AddressFacts {
  const part = (component: number): string | undefined => text(segment, field, component, repetition);
  return defined<AddressFacts>({
    own,
    field,
    repetition,
    of,
    street: part(1),
    street2: part(2),
    city: part(3),
    state: part(4),
    zip: part(5),
    country: part(6),
    type: code(segment, field, 7, repetition),
    county: part(9),
  });
}

function readPhone(
  segment: Segment,
  field: number,
  repetition: number,
  own: readonly Segment[],
  of: PhoneFacts['of'],
): PhoneFacts {
  const area = digits(segment.text(field, 6, repetition));
  const number = digits(segment.text(field, 7, repetition));
  const old = number === '' ? digits(segment.text(field, 1, repetition)) : '';
  return defined<PhoneFacts>({
    own,
    field,
    repetition,
    of,
    use: code(segment, field, 2, repetition),
    equipment: text(segment, field, 3, repetition),
    email: text(segment, field, 4, repetition),
    area: (old.length >= 10 ? old.slice(-10, -7) : area) || undefined,
    number: (old === '' ? number : old.slice(-7)) || undefined,
  });
}

const digits = (sent: string): string => (sent === '' ? '' : sent.replace(/\D/g, ''));

function readContact(nk1: Segment): ContactFacts {
  const own = [nk1];
  return defined<ContactFacts>({
    own,
    field: undefined,
    repetition: undefined,
    last: text(nk1, 2),
    first: text(nk1, 2, 2),
    relationship: code(nk1, 3),
    addresses: each(nk1, 4, (repetition) => readAddress(nk1, 4, repetition, own, 'contact')),
    phones: each(nk1, 5, (repetition) => readPhone(nk1, 5, repetition, own, 'contact')),
  });
}
