import type { NormalName, NormalPerson } from '@cairn/matching';

/** Shorter names become each other by one letter too easily: ANA, ADA, AVA. */
const SHORTEST_TO_MISSPELL = 4;

/**
 * By which two records of one birth date may be compared although they share no key at intake: there a first or a last
 * name must be right. Here both may be misspelled (a letter left out of each: Garbe, "SymSpell", 2012), or only begin
 * alike where something of the household agrees. Wide keys are affordable because a birth date has about 1,100 persons,
 * even in a registry of 40 million.
 */
export function looseKeys(person: NormalPerson): readonly string[] {
  const keys = new Set<string>();
  const zips = person.addresses.map(({ zip }) => zip).filter((zip) => zip !== '');
  for (const email of person.emails) keys.add(`email|${email}`);
  // A newborn without a name, and the child it became.
  for (const guardian of person.guardians) for (const zip of zips) keys.add(`home|${guardian}|${zip}`);
  for (const name of person.names) {
    if (name.first === '' || name.isTemporary) continue;
    const initial = name.first.slice(0, 1);
    for (const zip of zips) keys.add(`zip|${zip}|${initial}`);
    if (person.mothersMaidenName !== '')
      keys.add(`mother|${person.mothersMaidenName.slice(0, 4)}|${initial}`);
    if (name.last === '') continue;
    for (const guardian of person.guardians)
      keys.add(`guardian|${guardian}|${initial}${name.last.slice(0, 1)}`);
    keys.add(`start|${name.last.slice(0, 3)}|${name.first.slice(0, 3)}`);
    for (const key of misspellings(name)) keys.add(key);
  }
  return [...keys];
}

function misspellings({ last, first }: NormalName): readonly string[] {
  const firsts = withoutOneLetter(first);
  return withoutOneLetter(last).flatMap((one) => firsts.map((other) => `spelled|${one}|${other}`));
}

/** The name, and what is left of it without any one of its letters. */
function withoutOneLetter(name: string): readonly string[] {
  if (name.length < SHORTEST_TO_MISSPELL) return [name];
  const left = Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1));
  return [name, ...new Set(left)];
}
