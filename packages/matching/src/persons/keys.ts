import { streetOf } from './normalise-address.ts';
import { birthKey } from './normalise.ts';
import { skeleton } from './text.ts';
import type { KeyKind, MatchKey, NormalName, NormalPerson } from './types.ts';

/**
 * All by which a person is found, without doubles. Two records that may be one person share a key even where a field
 * or two are wrong: each key leaves something else out.
 */
export function matchKeys(person: NormalPerson): readonly MatchKey[] {
  const found = new Map<string, KeyKind>();
  const add = (kind: KeyKind, text: string): void => {
    if (!found.has(text)) found.set(text, kind);
  };
  for (const { kind, namespace, value } of person.ids)
    if (kind !== 'ssn') add('chart', `${kind}|${namespace}|${value}`);
    else if (value.length === 9) add('chart', `ssn||${value}`);
  const born = birthKey(person);
  for (const name of person.names) addNameKeys(name, born, person.birthDate, add);
  if (born !== '') {
    // A newborn may be filed under the mother's name, so that her maiden name is found like the child's last name.
    if (person.mothersMaidenName !== '') add('broad', `B|${person.mothersMaidenName}|${born}`);
    for (const { kind, value } of person.ids)
      if (kind === 'ssn') add('broad', `S|${value.slice(-4)}|${born}`);
  }
  for (const phone of person.phones) add('phone', `E|${phone}`);
  for (const { line, zip } of person.addresses)
    if (line !== '' && zip !== '') add('broad', `F|${zip}|${streetOf(line)}`);
  return [...found].map(([text, kind]) => ({ kind, text }));
}

function addNameKeys(
  { last, lastParts, first, isTemporary }: NormalName,
  born: string,
  birthDate: string,
  add: (kind: KeyKind, text: string) => void,
): void {
  const year = birthDate.slice(0, 4);
  const isNamed = first !== '' && !isTemporary;
  if (last !== '' && isNamed && born !== '') add('name', `A|${[first, last].sort().join('|')}|${born}`);
  if (born !== '') {
    for (const part of new Set([last, ...lastParts])) if (part.length > 1) add('broad', `B|${part}|${born}`);
    if (isNamed) add('broad', `C|${first}|${born}`);
  }
  if (last === '' || !isNamed || year === '') return;
  for (const part of new Set([last, ...lastParts]))
    if (part.length > 1) add('broad', `D|${part}|${first}|${year}`);
  add('broad', `G|${skeleton(last)}|${skeleton(first)}|${year}${birthDate.slice(5, 7)}`);
}
