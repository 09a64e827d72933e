import type { DetailsBody, Patient } from './api.ts';

/** What is typed of a person, by the names that problems give the fields. */
export type PersonValues = {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly suffix: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly mothersMaidenName: string;
  readonly street: string;
  readonly other: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly phone: string;
  readonly email: string;
  readonly races: readonly string[];
  readonly ethnicity: string;
  readonly language: string;
  readonly contactRelationship: string;
  readonly contactLast: string;
  readonly contactFirst: string;
  readonly contactPhone: string;
};

export const BLANK: PersonValues = {
  last: '',
  first: '',
  middle: '',
  suffix: '',
  birthDate: '',
  sex: '',
  mothersMaidenName: '',
  street: '',
  other: '',
  city: '',
  state: '',
  zip: '',
  phone: '',
  email: '',
  races: [],
  ethnicity: '',
  language: '',
  contactRelationship: '',
  contactLast: '',
  contactFirst: '',
  contactPhone: '',
};

/** @param relationships words of HL7 0063 to their codes: the record shows words */
export function valuesOf(
  { name, birthDate, sex, details, contacts: [contact] }: Patient,
  relationships: readonly { readonly code: string; readonly name: string }[],
): PersonValues {
  const [address] = details?.addresses ?? [];
  const relationship = relationships.find(
    (each) => each.name === contact?.relationship || each.code === contact?.relationship,
  );
  return {
    ...BLANK,
    ...name,
    birthDate,
    sex,
    ...address,
    mothersMaidenName: details?.mothersMaidenName ?? '',
    phone: details?.phones[0] ?? '',
    email: details?.emails[0] ?? '',
    races: details?.races ?? [],
    ethnicity: details?.ethnicity ?? '',
    language: details?.language ?? '',
    contactRelationship: relationship?.code ?? '',
    contactLast: contact?.last ?? '',
    contactFirst: contact?.first ?? '',
    contactPhone: contact?.phone ?? '',
  };
}

/** What differs from what was shown; all that is said where nothing was. */
export function changesIn(values: PersonValues, before: PersonValues): DetailsBody {
  const differs = (...names: readonly (keyof PersonValues)[]): boolean =>
    names.some((name) => String(values[name]) !== String(before[name]));
  const { last, first, middle, suffix, birthDate, sex, mothersMaidenName, phone, email } = values;
  const { street, other, city, state, zip, races, ethnicity, language } = values;
  return {
    ...(differs('last') ? { last } : {}),
    ...(differs('first') ? { first } : {}),
    ...(differs('middle') ? { middle } : {}),
    ...(differs('suffix') ? { suffix } : {}),
    ...(differs('birthDate') ? { birthDate } : {}),
    ...(differs('sex') ? { sex: sexOf(sex) } : {}),
    ...(differs('mothersMaidenName') ? { mothersMaidenName } : {}),
    ...(differs('street', 'other', 'city', 'state', 'zip')
      ? { address: { street, other, city, state, zip } }
      : {}),
    ...(differs('phone') ? { phone } : {}),
    ...(differs('email') ? { email } : {}),
    ...(differs('races') ? { races: [...races] } : {}),
    ...(differs('ethnicity') ? { ethnicity } : {}),
    ...(differs('language') ? { language } : {}),
    ...(differs('contactRelationship', 'contactLast', 'contactFirst', 'contactPhone')
      ? { contacts: contactsOf(values) }
      : {}),
  };
}

export const sexOf = (sex: string): 'F' | 'M' | 'X' | 'U' =>
  sex === 'F' || sex === 'M' || sex === 'X' ? sex : 'U';

function contactsOf(values: PersonValues): NonNullable<DetailsBody['contacts']> {
  const {
    contactRelationship: relationship,
    contactLast: last,
    contactFirst: first,
    contactPhone: phone,
  } = values;
  return relationship + last + first + phone === '' ? [] : [{ relationship, last, first, phone }];
}
