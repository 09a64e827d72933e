import { GIVEN, LOOK_ALIKE } from './data/given.ts';
import { SURNAMES, TAILS } from './data/surnames.ts';
import { type Draws, Weighted, weightedNames } from './random.ts';

export type Group = 'hispanic' | 'white' | 'asian' | 'black';
export type Sex = 'M' | 'F';

/** California's population (2020 Census); who is of several or other groups bears the names of one of them. */
export const GROUPS = new Weighted<Group>([
  ['hispanic', 39],
  ['white', 38.5],
  ['asian', 16.5],
  ['black', 6],
]);

const surnames = {
  hispanic: weightedNames(SURNAMES.hispanic),
  white: weightedNames(SURNAMES.white),
  asian: weightedNames(SURNAMES.asian),
  black: weightedNames(SURNAMES.black),
};
const tails = {
  hispanic: TAILS.hispanic.map((list) => list.split(' ')),
  white: TAILS.white.map((list) => list.split(' ')),
  asian: TAILS.asian.map((list) => list.split(' ')),
  black: TAILS.black.map((list) => list.split(' ')),
};
/** Share of persons whose surname is none of the list (assumption, after the Census's share below rank 1,000). */
const TAIL_SHARE = { hispanic: 0.14, white: 0.38, asian: 0.18, black: 0.2 } as const;

/** Surnames of several words, or with an apostrophe, which systems write in many ways. */
const PARTICLES: Readonly<Record<Group, readonly string[]>> = {
  hispanic: [
    'DE LA CRUZ',
    'DE LA TORRE',
    'DE LA ROSA',
    'DE LEON',
    'DEL RIO',
    'DE ANDA',
    'DEL TORO',
    'DE LOS SANTOS',
  ],
  white: [
    "O'BRIEN",
    "O'CONNOR",
    "O'NEILL",
    "O'REILLY",
    'VAN DYKE',
    'VAN DER MEER',
    'DE SOUZA',
    'LE BLANC',
    'ST JOHN',
  ],
  asian: ['DE GUZMAN', 'DELA CRUZ', 'DE LEON', 'DEL ROSARIO', 'DE CASTRO'],
  black: ['ST JULIEN', "O'NEAL", 'LA FLEUR'],
};

export function drawSurname(draws: Draws, group: Group): string {
  const kind = draws.unit();
  if (kind < 0.012) return draws.oneOf(PARTICLES[group]);
  if (kind >= 0.012 + TAIL_SHARE[group]) return surnames[group].pick(draws.unit());
  const [beginnings = [], endings = []] = tails[group];
  const beginning = draws.oneOf(beginnings);
  const ending = draws.oneOf(endings);
  return beginning.at(-1) === ending[0] ? beginning + ending.slice(1) : beginning + ending;
}

const given = Object.fromEntries(
  Object.entries(GIVEN).map(([group, { M, F }]) => [group, { M: weightedNames(M), F: weightedNames(F) }]),
) as Readonly<Record<keyof typeof GIVEN, Readonly<Record<Sex, Weighted<string>>>>>;

/** One in eight Hispanic first names is two names: MARIA ELENA (assumption). */
export function drawGiven(draws: Draws, group: Group, sex: Sex, bornBefore1985: boolean): string {
  const older = bornBefore1985 && draws.chance(group === 'hispanic' || group === 'asian' ? 0.25 : 0.92);
  const list = given[older ? 'older' : crosses(draws, group)][sex];
  const name = list.pick(draws.unit());
  if (group !== 'hispanic' || name.includes(' ') || !draws.chance(0.12)) return name;
  const second = list.pick(draws.unit());
  return second === name ? name : `${name} ${second}`;
}

/** Children bear names of the whole country too. */
const crosses = (draws: Draws, group: Group): Group =>
  group !== 'white' && draws.chance(0.3) ? 'white' : group;

export function drawLookAlikes(draws: Draws, sex: Sex): readonly [string, string] {
  return draws.oneOf<readonly [string, string]>(LOOK_ALIKE[sex]);
}

const ACCENTED: Readonly<Record<string, string>> = {
  PENA: 'PEÑA',
  MUNOZ: 'MUÑOZ',
  NUNEZ: 'NÚÑEZ',
  GARCIA: 'GARCÍA',
  RODRIGUEZ: 'RODRÍGUEZ',
  MARTINEZ: 'MARTÍNEZ',
  HERNANDEZ: 'HERNÁNDEZ',
  LOPEZ: 'LÓPEZ',
  GONZALEZ: 'GONZÁLEZ',
  PEREZ: 'PÉREZ',
  SANCHEZ: 'SÁNCHEZ',
  RAMIREZ: 'RAMÍREZ',
  GOMEZ: 'GÓMEZ',
  DIAZ: 'DÍAZ',
  GUTIERREZ: 'GUTIÉRREZ',
  ALVAREZ: 'ÁLVAREZ',
  JIMENEZ: 'JIMÉNEZ',
  VASQUEZ: 'VÁSQUEZ',
  FERNANDEZ: 'FERNÁNDEZ',
  MENDEZ: 'MÉNDEZ',
  ZUNIGA: 'ZÚÑIGA',
  CASTANEDA: 'CASTAÑEDA',
  MAGANA: 'MAGAÑA',
  SALDANA: 'SALDAÑA',
  QUINONES: 'QUIÑONES',
  TREVINO: 'TREVIÑO',
  BANUELOS: 'BAÑUELOS',
  BRISENO: 'BRISEÑO',
  URENA: 'UREÑA',
  MONTANEZ: 'MONTAÑEZ',
  AVILA: 'ÁVILA',
  RIOS: 'RÍOS',
};

/** As the family writes it, where the system keeps accents. */
export const accented = (surname: string): string => ACCENTED[surname] ?? surname;

export const withoutAccents = (name: string): string =>
  /[^\u0020-\u007E]/.test(name) ? name.normalize('NFD').replace(/\p{M}/gu, '') : name;

const mixed = new Map<string, string>();

/** Mixed case, as most systems write names: McMahon, O'Brien, De la Cruz. */
export function mixedCase(name: string): string {
  const known = mixed.get(name);
  if (known !== undefined) return known;
  const text = name
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc(\p{L})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
  // Names of two surnames or with a typo are many; what is kept must not grow with the population.
  if (mixed.size < 50_000) mixed.set(name, text);
  return text;
}
