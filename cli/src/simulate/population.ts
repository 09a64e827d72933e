import { dayOf } from './days.ts';
import { drawGiven, drawLookAlikes, drawSurname, type Group, GROUPS, type Sex } from './names.ts';
import type { SimulateOptions } from './options.ts';
import { type County, countyByPeople, drawHome, drawPhone, type Home, type Phone } from './places.ts';
import { Draws, STREAM, Weighted } from './random.ts';

/** One name, or father's and mother's: how the second is written is up to who writes it. */
export type Surname = readonly [string] | readonly [string, string];

export type Household = {
  readonly number: number;
  readonly county: County;
  /** Newest first; each from its day on, the last one always. */
  readonly homes: readonly { readonly from: number; readonly home: Home }[];
  readonly phones: readonly { readonly from: number; readonly phone: Phone }[];
  readonly otherPhone: Phone;
};

export type Person = {
  /** Of all persons: the truth. */
  readonly number: number;
  readonly household: Household;
  readonly group: Group;
  readonly sex: Sex;
  readonly birthDay: number;
  readonly first: string;
  readonly middle: string;
  readonly surname: Surname;
  /** Surname before a day: of a bride, or of a child whose parents came to share one. */
  readonly former?: { readonly surname: Surname; readonly until: number };
  readonly suffix: '' | 'JR' | 'III';
  readonly motherFirst: string;
  readonly motherMaiden: string;
  readonly motherLast: string;
  /** Born together with others of the household: number of the birth, how many, and which of them. */
  readonly twins?: {
    readonly group: number;
    readonly count: number;
    readonly order: number;
    readonly alike: boolean;
  };
};

/**
 * Persons are made in blocks of this many, each a whole number of households. A block is a function of the seed and of
 * its number, so a person is one of the seed and of the person's number.
 */
export const BLOCK = 64;

const SIZES = new Weighted<number>([
  [1, 24],
  [2, 30],
  [3, 17],
  [4, 15],
  [5, 8],
  [6, 4],
  [7, 2],
]);
/** Deliveries of two and of three that make 3.1 % and 0.08 % of the children twins and triplets (NVSS 2021–2023). */
const TWIN_DELIVERY = 0.0158;
const TRIPLET_DELIVERY = 0.00027;
const SPARE_NAMES: Readonly<Record<Sex, readonly string[]>> = {
  M: ['AUGUSTINE', 'THADDEUS', 'LEOPOLD', 'CORNELIUS', 'ALPHONSE', 'BARNABY', 'CUTHBERT'],
  F: ['AUGUSTINA', 'THEODORA', 'LEOCADIA', 'CORDELIA', 'ALBERTINA', 'BERENGARIA', 'CLEMENTIA'],
};
const YEAR = 365.25;

type Draft = { -readonly [Key in keyof Person]: Person[Key] };

export class Population {
  readonly #draws: Draws;
  readonly #homeDraws: Draws;
  readonly #options: Pick<SimulateOptions, 'seed' | 'today' | 'density'>;

  constructor(options: Pick<SimulateOptions, 'seed' | 'today' | 'density'>) {
    this.#options = options;
    this.#draws = new Draws(options.seed);
    this.#homeDraws = new Draws(options.seed);
  }

  /** The persons of a block, in the order of their numbers. */
  block(number: number): readonly Person[] {
    const draws = this.#draws.at(STREAM.block, number);
    const persons: Draft[] = [];
    for (let index = 0; persons.length < BLOCK; index++) this.#household(draws, number, index, persons);
    // The last household is cut where the block ends: who is left out was never born.
    persons.length = BLOCK;
    return persons;
  }

  #household(draws: Draws, block: number, index: number, persons: Draft[]): void {
    const household = this.#drawHousehold(block * BLOCK + index);
    const size = SIZES.pick(draws.unit());
    const group = GROUPS.pick(draws.unit());
    const surname = drawSurname(draws, group);
    const form = draws.unit();
    const add = (sex: Sex, ageDays: number, own: Surname): Draft => {
      const person = this.#draft(draws, block * BLOCK + persons.length, household, group, sex, ageDays, own);
      persons.push(person);
      return person;
    };
    if (size === 1 || (size === 2 && form > 0.75)) {
      for (let member = 0; member < size; member++) {
        const own = member === 0 ? surname : drawSurname(draws, group);
        add(draws.chance(0.5) ? 'M' : 'F', (19 + 71 * draws.unit() ** 1.25) * YEAR, [own]);
      }
      return;
    }
    const isCouple = size === 2 ? form < 0.55 : form < 0.74;
    const children = size - (isCouple ? 2 : 1);
    const youngest = children > 0 ? draws.unit() * 21 : 0;
    const motherAge =
      children > 0 ? youngest + 21 + 19 * ((draws.unit() + draws.unit()) / 2) : 22 + 65 * draws.unit();
    const maiden = drawSurname(draws, group);
    const mother = add('F', motherAge * YEAR, [maiden]);
    this.#marry(draws, mother, isCouple ? surname : undefined);
    const father = isCouple ? add('M', (motherAge + 2 + 3 * draws.unit()) * YEAR, [surname]) : undefined;
    this.#children(draws, {
      mother,
      father,
      maiden,
      surname: isCouple ? surname : maiden,
      youngest,
      children,
      add,
    });
  }

  #children(
    draws: Draws,
    family: {
      readonly mother: Draft;
      readonly father: Draft | undefined;
      readonly maiden: string;
      readonly surname: string;
      readonly youngest: number;
      readonly children: number;
      readonly add: (sex: Sex, ageDays: number, surname: Surname) => Draft;
    },
  ): void {
    const { mother, father, maiden, surname } = family;
    const isDouble = mother.group === 'hispanic' && father !== undefined && draws.chance(0.45);
    let age = family.youngest * YEAR;
    const named = new Set<string>();
    for (let child = 0; child < family.children; child++) {
      const delivery = draws.unit();
      const count = delivery < TRIPLET_DELIVERY ? 3 : delivery < TRIPLET_DELIVERY + TWIN_DELIVERY ? 2 : 1;
      const alike = count > 1 && draws.chance(0.2);
      let group = 0;
      let sex: Sex = 'F';
      let names: readonly string[] = [];
      // Not all children bear the name of the household: 15 % have the mother's, or another one.
      const own: Surname = isDouble ? [surname, maiden] : [draws.chance(0.85) ? surname : maiden];
      for (let order = 1; order <= count; order++) {
        // Two of three pairs of twins are of one sex; look-alike names go to those.
        if (order === 1 || (!alike && draws.chance(0.34))) sex = draws.chance(0.512) ? 'M' : 'F';
        const person = family.add(sex, age, own);
        if (order === 1) {
          group = person.number + 1;
          if (alike) names = drawLookAlikes(draws, sex);
        }
        person.motherFirst = mother.first;
        person.motherMaiden = maiden;
        person.motherLast = mother.surname[0];
        if (count > 1) person.twins = { group, count, order, alike };
        // Brothers and sisters do not bear the same name, whatever the dice say.
        person.first = [person.first, ...SPARE_NAMES[sex]].find((name) => !named.has(name)) ?? person.first;
        if (alike) person.first = names[order - 1] ?? person.first;
        else if (father && count === 1 && sex === 'M' && draws.chance(0.06)) {
          person.first = father.first;
          person.suffix = 'JR';
        }
        named.add(person.first);
        if (draws.chance(0.02)) {
          const until = Math.min(person.birthDay + Math.floor(draws.unit() * 8 * YEAR), this.#options.today);
          person.former = { surname: [maiden === own[0] ? drawSurname(draws, mother.group) : maiden], until };
        }
      }
      age += (1.4 + 3 * draws.unit()) * YEAR;
    }
  }

  /** Most take the husband's name on the day of the wedding; Hispanic women less often. */
  #marry(draws: Draws, mother: Draft, husbands: string | undefined): void {
    const takes = draws.chance(mother.group === 'hispanic' ? 0.45 : 0.75);
    const until = mother.birthDay + Math.floor((20 + 13 * draws.unit()) * YEAR);
    if (
      husbands === undefined ||
      !takes ||
      until >= this.#options.today ||
      this.#options.density !== undefined
    )
      return;
    mother.former = { surname: mother.surname, until };
    mother.surname = [husbands];
  }

  #draft(
    draws: Draws,
    number: number,
    household: Household,
    group: Group,
    sex: Sex,
    ageDays: number,
    surname: Surname,
  ): Draft {
    const { today, density } = this.#options;
    const age = Math.floor(ageDays);
    const birthDay = today - 1 - (density === undefined ? age : age % density);
    const bornBefore1985 = today - age < dayOf(1985, 1, 1);
    const middle = draws.chance(0.8) ? drawGiven(draws, group, sex, bornBefore1985) : '';
    const maiden = drawSurname(draws, group);
    return {
      number,
      household,
      group,
      sex,
      birthDay,
      first: drawGiven(draws, group, sex, bornBefore1985),
      middle: middle.includes(' ') ? '' : middle,
      surname,
      suffix: sex === 'M' && draws.chance(0.012) ? (draws.chance(0.8) ? 'JR' : 'III') : '',
      motherFirst: drawGiven(draws, group, 'F', true),
      motherMaiden: maiden,
      motherLast: surname[0],
    };
  }

  /** Moves are 10 % a year, new phone numbers 12 % (assumptions); at most three of each matter here. */
  #drawHousehold(number: number): Household {
    const { today } = this.#options;
    const draws = this.#homeDraws.at(STREAM.home, number);
    const county = countyByPeople.pick(draws.unit());
    const since = (years: number): readonly number[] => {
      const days: number[] = [];
      for (let day = today; days.length < 2; days.push(day)) day -= 1 + Math.floor(draws.wait(years * YEAR));
      return [...days, Number.NEGATIVE_INFINITY];
    };
    return {
      number,
      county,
      homes: since(10).map((from) => ({ from, home: drawHome(draws, county) })),
      phones: since(8.3).map((from) => ({ from, phone: drawPhone(draws, county) })),
      otherPhone: drawPhone(draws, county),
    };
  }
}

export const homeOn = ({ homes }: Household, day: number): number =>
  homes.findIndex(({ from }) => from <= day);
export const phoneOn = ({ phones }: Household, day: number): number =>
  phones.findIndex(({ from }) => from <= day);
