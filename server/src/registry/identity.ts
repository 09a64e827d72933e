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

/**
 * Under what the organization keeps this person: its chart number; where it sent none, all that it calls the person by, so
 * that the same message again is about the same person. Insurance and social security numbers do not do: twins share them.
 */
export function chartOf(identifiers: readonly PersonIdentifier[], identity: Identity): PersonIdentifier {
  const { last, first, middle, birthDate = '', sex } = identity;
  return (
    chartNumber(identifiers) ?? {
      id: [last, first, middle, birthDate, sex].join('^'),
      authority: '',
      type: 'without-number',
    }
  );
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

/** Last and first name and birth date: with less, nobody is asked for without an id. */
export const isComplete = ({ last, first, birthDate }: Identity): boolean =>
  last !== '' && first !== '' && birthDate !== undefined;
