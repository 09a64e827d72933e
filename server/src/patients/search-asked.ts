import { matchKeys, normalisePerson, type NormalPerson } from '@cairn/matching';
import { chartKey } from '../registry/find-person.ts';
import { comparable, sourceIdKey } from '../registry/identity.ts';
import { keyOf, personKey, type PersonKey } from '../registry/keys.ts';

/** Whom somebody looks for, as they typed it. */
export type Asked = {
  readonly last: string;
  readonly first: string;
  /** `YYYY-MM-DD` or '' */
  readonly birthDate: string;
  readonly phone: string;
  readonly id: string;
};

/** The fields that were filled in: what the audit says a search was by. */
export const fieldsOf = (asked: Asked): readonly string[] =>
  (['last', 'first', 'birthDate', 'phone', 'id'] as const).filter((field) => asked[field] !== '');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** By what the registry is asked. */
export type SearchPlan = {
  readonly keys: readonly PersonKey[];
  /** Of the keys, those of ids: whoever is found by one is the one. */
  readonly certain: readonly PersonKey[];
  /** The registry's own ids. */
  readonly ids: readonly string[];
  /** Beginnings of last and first name, upper case and without accents; the second is searched where the first finds too few. */
  readonly beginnings: readonly { readonly last: string; readonly first: string }[];
};

/** Enough to look for somebody: a name and a birth date, last and first name, a phone number or an id. */
export function isEnough({ birthDate, phone, id, ...names }: Asked): boolean {
  // As they are looked up: what comes to nothing there, such as HL7's `""`, would find everybody.
  const [last, first] = [withoutAccents(names.last), withoutAccents(names.first)];
  const hasNameAndDay = last.length + first.length >= 2 && birthDate !== '';
  const hasNames = last.length >= 2 && first !== '';
  return hasNameAndDay || hasNames || phone !== '' || id !== '';
}

/** What is asked about a person, in the form in which persons are compared. */
export const recordOf = ({ last, first, birthDate, phone }: Asked): NormalPerson =>
  normalisePerson({
    names: last === '' && first === '' ? [] : [{ last, first }],
    ...(birthDate === '' ? {} : { birthDate }),
    phones: phone === '' ? [] : [phone],
  });

/**
 * What to look under. Keys leave something out each: a first name, a day, the spelling. Beyond those of the record itself they
 * allow for names in the wrong fields and a year that is one, or ten, off; day and month in either order are one key already.
 * @param chartKeys of the id, as the organization's charts have it
 */
export function searchPlan(asked: Asked, chartKeys: readonly PersonKey[]): SearchPlan {
  const { last, first, birthDate, phone, id } = asked;
  const keys = new Set<PersonKey>();
  const add = (facts: Partial<Asked>): void => {
    for (const key of matchKeys(recordOf({ ...asked, ...facts })).map(keyOf)) keys.add(key);
  };
  if (phone !== '' || birthDate !== '') add({});
  if (birthDate !== '' && last !== '' && first !== '') {
    add({ last: first, first: last });
    const year = Number(birthDate.slice(0, 4));
    for (const off of [-1, 1, -10, 10]) {
      add({ birthDate: `${String(year + off).padStart(4, '0')}${birthDate.slice(4)}` });
    }
  }
  const certain = id === '' ? [] : [...chartKeys, medicaidKey(id)];
  const names = { last: withoutAccents(last), first: withoutAccents(first) };
  const isByNames = birthDate === '' && last.length >= 2 && first !== '';
  return {
    keys: [...keys, ...certain],
    certain,
    ids: UUID.test(id) ? [id.toLowerCase()] : [],
    beginnings: isByNames
      ? [names, ...(first.length >= 2 ? [{ last: names.first, first: names.last }] : [])]
      : [],
  };
}

const withoutAccents = (name: string): string =>
  comparable(name)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '');

/** Medicaid numbers are those of the state, whoever reported them. */
function medicaidKey(id: string): PersonKey {
  const [key] = matchKeys(
    normalisePerson({ names: [], identifiers: [{ kind: 'medicaid', namespace: '', value: id }] }),
  ).map(keyOf);
  // What nobody has as a number is nobody's key.
  return key ?? personKey('chart', `medicaid||${id}`);
}

/** Types under which organizations give chart numbers (HL7 0203), the usual ones. */
const TYPES = ['MR', 'PI', 'PT', 'PN', 'AN', 'U', ''] as const;

/**
 * The keys under which the organization may have that chart number: with every authority that it has used, since people type the
 * number and not who issued it.
 */
export function chartKeysOf(
  id: string,
  organizationCodeKey: string,
  authorities: readonly string[],
): readonly PersonKey[] {
  const each = new Set(['', ...authorities].map(comparable));
  return [...each].flatMap((authority) =>
    TYPES.map((type) => chartKey(sourceIdKey(organizationCodeKey, { id, authority, type }))),
  );
}
