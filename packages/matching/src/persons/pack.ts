import type { NormalAddress, NormalName, NormalPerson, PersonId } from './types.ts';

/**
 * A normalised person in a short text, for a database column: fields by `|`, items by `;`, parts by `^`. The text begins with
 * the version of this form. Normalised values hold none of the separators except, perhaps, an id's namespace.
 */
const VERSION = '1';

const escaped = (text: string): string =>
  text.replace(/[%|;^~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const unescaped = (text: string): string =>
  text.includes('%')
    ? text.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export function packPerson(person: NormalPerson): string {
  return [
    VERSION,
    person.names.map(packName).join(';'),
    person.birthDate.replaceAll('-', ''),
    person.sex,
    person.mothersMaidenName,
    person.guardians.join(';'),
    person.phones.join(';'),
    person.emails.join(';'),
    person.addresses.map(({ line, zip, city }) => `${line}^${zip}^${city}`).join(';'),
    person.ids
      .map(({ kind, namespace, value }) => `${kind.slice(0, 1)}${escaped(namespace)}^${value}`)
      .join(';'),
    person.multipleBirth,
    person.birthOrder === 0 ? '' : String(person.birthOrder),
  ].join('|');
}

const packName = ({ lastParts, first, middle, suffix, isTemporary }: NormalName): string =>
  trimmed([lastParts.join('~'), first, middle, suffix, isTemporary ? 'T' : '']);

function trimmed(parts: readonly string[]): string {
  let end = parts.length;
  while (end > 1 && parts[end - 1] === '') end--;
  return parts.slice(0, end).join('^');
}

/** Throws on a text of another version or form. */
export function unpackPerson(text: string): NormalPerson {
  const fields = text.split('|');
  const [version, names, date, sex, mother, guardians, phones, emails, addresses, ids, multiple, order] =
    fields;
  if (version !== VERSION || order === undefined)
    throw new Error(`not a person packed in form ${VERSION}: ${text.slice(0, 8)}…`);
  return {
    names: names === undefined || names === '' ? [] : names.split(';').map(unpackName),
    birthDate: date ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : '',
    sex: sex ?? '',
    mothersMaidenName: mother ?? '',
    guardians: listOf(guardians),
    phones: listOf(phones),
    emails: listOf(emails),
    addresses: listOf(addresses).map(unpackAddress),
    ids: listOf(ids).map(unpackId),
    multipleBirth: multiple ?? '',
    birthOrder: order === '' ? 0 : Number(order),
  };
}

const listOf = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : text.split(';');

function unpackName(text: string): NormalName {
  const [last = '', first = '', middle = '', suffix = '', temporary = ''] = text.split('^');
  const lastParts = last === '' ? [] : last.split('~');
  return { last: lastParts.join(''), lastParts, first, middle, suffix, isTemporary: temporary === 'T' };
}

function unpackAddress(text: string): NormalAddress {
  const [line = '', zip = '', city = ''] = text.split('^');
  return { line, zip, city };
}

const KINDS: Readonly<Record<string, PersonId['kind']>> = { c: 'chart', m: 'medicaid', s: 'ssn' };

function unpackId(text: string): PersonId {
  const [namespace = '', value = ''] = text.slice(1).split('^');
  return { kind: KINDS[text.slice(0, 1)] ?? 'chart', namespace: unescaped(namespace), value };
}
