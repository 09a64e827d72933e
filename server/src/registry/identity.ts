import { HL7_NULL, type Segment } from '@cairn/hl7';
import { hashKey } from '../platform/ids.ts';
import { civilDate } from './dates.ts';

/** Who a PID or QPD says the person is. Names are compared in the form of {@link comparable}. */
export type Identity = {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  /** `YYYY-MM-DD`; undefined where missing or no date. */
  readonly birthDate: string | undefined;
  /** M, F, X … as sent, upper case; '' and U say nothing. */
  readonly sex: string;
};

/** An id of the person in PID-3 or QPD-3. */
export type PersonIdentifier = { readonly id: string; readonly authority: string; readonly type: string };

export const KEY_KIND = { sourceId: 1, nameAndBirthDate: 2 } as const;

/** Types of PID-3 that name a patient within the organization that sends (HL7 table 0203). */
const CHART_NUMBER_TYPES = ['MR', 'PI', 'PT', 'PN', 'AN', 'U', ''] as const;

/** A value that is to be deleted says nothing of who someone is. */
const said = (text: string): string => (text === HL7_NULL ? '' : text);

/** One spelling for what differs only in case, accents' encoding or spaces. */
export function comparable(name: string): string {
  // Capitals can come out decomposed (İ, ΐ), so composing comes last.
  return said(name).normalize('NFC').toUpperCase().normalize('NFC').replace(/\s+/gu, ' ').trim();
}

export function identityOf(
  segment: Segment,
  at: { readonly name: number; readonly birthDate: number; readonly sex: number },
): Identity {
  return {
    last: comparable(segment.text(at.name, 1)),
    first: comparable(segment.text(at.name, 2)),
    middle: comparable(segment.text(at.name, 3)),
    birthDate: civilDate(segment.text(at.birthDate, 1)),
    sex: comparable(segment.text(at.sex, 1)),
  };
}

export function identifiersOf(segment: Segment, field: number): readonly PersonIdentifier[] {
  return Array.from({ length: segment.repetitions(field) }, (_, index) => ({
    id: said(segment.text(field, 1, index + 1).trim()),
    authority: segment.text(field, 4, index + 1).trim(),
    type: segment
      .text(field, 5, index + 1)
      .trim()
      .toUpperCase(),
  })).filter(({ id }) => id !== '');
}

/** The id under which the sending organization keeps this person: its chart number, if it sent one. */
export function chartNumber(identifiers: readonly PersonIdentifier[]): PersonIdentifier | undefined {
  for (const wanted of CHART_NUMBER_TYPES) {
    const found = identifiers.find(({ type }) => type === wanted);
    if (found) return found;
  }
  return undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The registry's own id of the person, where the sender gives it back to us (type SR). */
export function registryId(identifiers: readonly PersonIdentifier[], authority: string): string | undefined {
  return identifiers
    .find(
      (identifier) =>
        identifier.type === 'SR' && identifier.authority === authority && UUID.test(identifier.id),
    )
    ?.id.toLowerCase();
}

/** Chart numbers are unique within the organization and authority that issued them, and nowhere else. */
export function sourceIdKey(organizationCodeKey: string, identifier: PersonIdentifier): string {
  return hashKey(
    'source-id',
    organizationCodeKey,
    comparable(identifier.authority),
    identifier.type,
    comparable(identifier.id),
  );
}

/** Undefined where the identity lacks a part: an incomplete name and birth date identifies nobody. */
export function nameKey({ last, first, birthDate }: Identity): string | undefined {
  if (last === '' || first === '' || birthDate === undefined) return undefined;
  return hashKey('name', last, first, birthDate);
}

const says = (a: string, b: string): boolean => a !== '' && b !== '';

/**
 * Whether two identities of the same name and birth date name two people all the same: a son and a
 * daughter, or John A and John B. A middle initial agrees with the name it begins.
 */
export function contradicts(a: Identity, b: Identity): boolean {
  const sexes = says(a.sex, b.sex) && a.sex !== 'U' && b.sex !== 'U' && a.sex !== b.sex;
  const middles =
    says(a.middle, b.middle) && !a.middle.startsWith(b.middle) && !b.middle.startsWith(a.middle);
  return sexes || middles;
}

/**
 * Whether nothing agrees: other last name, other first name and other birth date. Marriage changes a last
 * name, adoption both names, a correction the date; all three at once is another person under this id.
 */
export function isSomeoneElse(a: Identity, b: Identity): boolean {
  return a.last !== b.last && a.first !== b.first && a.birthDate !== b.birthDate;
}
