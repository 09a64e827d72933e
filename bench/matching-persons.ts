import { normalisePerson, type PersonFacts } from '@cairn/matching';
import {
  type Chart,
  chartsOf,
  type Fault,
  type Registration,
  registrationOn,
} from '../cli/src/simulate/charts.ts';
import { ymdText } from '../cli/src/simulate/days.ts';
import { type Site, sitesOf } from '../cli/src/simulate/index.ts';
import { withoutAccents } from '../cli/src/simulate/names.ts';
import { BLOCK, type Person, Population } from '../cli/src/simulate/population.ts';
import { Draws, mix, STREAM } from '../cli/src/simulate/random.ts';
import { SiteIndex } from '../cli/src/simulate/sites.ts';
import { allKeys, matchRow, type Naming } from '../server/src/registry/find-person.ts';
import { sourceIdKey } from '../server/src/registry/identity.ts';
import type { PersonKey } from '../server/src/registry/keys.ts';
import { codeKey } from '../server/src/registry/organizations.ts';
import { comparableIds } from '../server/src/registry/person-facts.ts';
import type { MatchRow } from '../server/src/registry/person-queries.ts';

export type PeopleOptions = {
  readonly seed: number;
  /** Days since 1970-01-01; nobody is born after it. */
  readonly today: number;
  /** Birth dates are squeezed into so many days before today. */
  readonly density: number;
};

/** A person as a registry would hold it after a message from each of its charts. */
export type StoredPerson = {
  readonly personId: string;
  readonly last: string;
  readonly first: string;
  /** YYYYMMDD */
  readonly birthDate: string;
  readonly sex: string;
  readonly keys: ReadonlySet<PersonKey>;
  readonly matchRows: readonly MatchRow[];
};

/** `changed`: a typing error in a name, or a phone and an address of former years. */
export type ProbeKind = 'same' | 'changed' | 'new';
export type Probe = { readonly kind: ProbeKind; readonly personId: string; readonly naming: Naming };

const SITES = 2000;
/** Days between a chart and the next: phones and addresses change meanwhile. */
const BETWEEN_CHARTS = 730;
/** How far back a phone and an address are looked up that were changed since. */
const FORMER = 8 * 365;
/** Numbers that no registry here is filled up to. */
const UNKNOWN_FROM = 40_000_000;

/** Ids in the order of the persons, in the form of ours (UUIDv7), so that an index of them grows as ours does. */
export const personIdOf = (number: number): string => {
  const time = (0x0190_0000_0000 + number).toString(16).padStart(12, '0');
  const rest = mix(number).toString(16).padStart(8, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-0000${rest}`;
};

/** The simulated population with all its charts, as rows of the registry and as messages that ask for someone in it. */
export class People {
  readonly #options: PeopleOptions;
  readonly #population: Population;
  readonly #sites: readonly Site[];
  readonly #index: SiteIndex;
  readonly #draws: Draws;

  constructor(options: PeopleOptions) {
    this.#options = options;
    this.#population = new Population(options);
    this.#sites = sitesOf({ seed: options.seed, sites: SITES });
    this.#index = new SiteIndex(this.#sites);
    this.#draws = new Draws(options.seed);
  }

  *stored(from: number, to: number): Generator<StoredPerson, void, undefined> {
    for (const person of this.#persons(from, to)) yield this.#stored(person);
  }

  /** Names of persons who are not stored, as often as among those who are; without accents. */
  *names(): Generator<{ readonly last: string; readonly first: string }, void, undefined> {
    for (const person of this.#persons(UNKNOWN_FROM, Number.POSITIVE_INFINITY)) {
      const { last, first } = registrationOn(
        person,
        this.#chartsOf(person)[0],
        this.#options.today,
        0,
        false,
      );
      yield { last: withoutAccents(last), first: withoutAccents(first) };
    }
  }

  /** Half say of someone stored what is known, from a chart that is new; a quarter say it otherwise; a quarter are new. */
  probes(count: number, stored: number): readonly Probe[] {
    const draws = new Draws(this.#options.seed + 1);
    return Array.from({ length: count }, (_, index) => {
      draws.at(STREAM.message, index);
      const share = draws.unit();
      const kind: ProbeKind = share < 0.5 ? 'same' : share < 0.75 ? 'changed' : 'new';
      const number = (kind === 'new' ? UNKNOWN_FROM : 0) + draws.below(stored);
      return this.#probe(kind, number, draws);
    });
  }

  #probe(kind: ProbeKind, number: number, draws: Draws): Probe {
    const block = this.#population.block(Math.floor(number / BLOCK));
    const person = block[number % BLOCK];
    if (!person) throw new RangeError('a block has fewer persons than it should');
    const known = this.#chartsOf(person)[0];
    const mrn = `NEW${number}`;
    const chart = { ...known, ...(kind === 'changed' ? changed(draws) : {}) };
    // Where no typing error was made, phone and address are former ones.
    const day = this.#options.today - (kind === 'changed' && chart.faults.length === 0 ? FORMER : 0);
    const told = { ...registrationOn(person, chart, day, 0, false), birthDay: person.birthDay };
    const site = draws.oneOf(this.#sites);
    const { facts, idKey } = this.#facts(person, { ...chart, site, mrn }, told);
    const record = normalisePerson(facts, isoDay(this.#options.today));
    const naming: Naming = { record, registryId: undefined, charts: [idKey], purpose: 'record' };
    return { kind, personId: personIdOf(number), naming };
  }

  *#persons(from: number, to: number): Generator<Person, void, undefined> {
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++)
      for (const person of this.#population.block(block))
        if (person.number >= from && person.number < to) yield person;
  }

  #chartsOf(person: Person): ReturnType<typeof chartsOf> {
    return chartsOf(person, this.#index, this.#draws.at(STREAM.chart, person.number));
  }

  #stored(person: Person): StoredPerson {
    const { today } = this.#options;
    const keys = new Set<PersonKey>();
    const matchRows = new Map<string, MatchRow>();
    let current: Registration | undefined;
    for (const [index, chart] of this.#chartsOf(person).entries()) {
      // Other charts are from former years, when phone and address may have been others.
      const told = registrationOn(
        person,
        chart,
        Math.max(person.birthDay, today - index * BETWEEN_CHARTS),
        0,
        false,
      );
      current ??= told;
      const { facts, idKey } = this.#facts(person, chart, told);
      const record = normalisePerson(facts, isoDay(today));
      for (const key of allKeys(record, [idKey])) keys.add(key);
      const row = matchRow(record, idKey);
      matchRows.set(row.matchId, row);
    }
    return {
      personId: personIdOf(person.number),
      last: current?.last ?? '',
      first: current?.first ?? '',
      birthDate: ymdText(person.birthDay),
      sex: person.sex,
      keys,
      matchRows: [...matchRows.values()],
    };
  }

  #facts(
    person: Person,
    chart: Chart,
    told: Registration,
  ): { readonly facts: PersonFacts; readonly idKey: string } {
    const { site, mrn, fills } = chart;
    const organization = codeKey(site.code);
    const identifier = { id: mrn, authority: site.authority, type: 'MR' };
    const [street = '', other = '', city = '', state = '', zip = ''] = told.address.split('^');
    const phone = told.phone.split('^');
    const isChild = this.#options.today - told.birthDay < 18 * 365.25;
    return {
      idKey: sourceIdKey(organization, identifier),
      facts: {
        names: [{ last: told.last, first: told.first, middle: told.middle, suffix: told.suffix }],
        birthDate: isoDay(told.birthDay),
        sex: person.sex,
        mothersMaidenName: told.maiden,
        guardians: isChild && fills.guardian ? [told.motherFirst] : [],
        phones: told.phone === '' ? [] : [`${phone[5] ?? ''}${phone[6] ?? ''}`],
        emails: told.email === '' ? [] : [told.email.split('^')[3] ?? ''],
        addresses: told.address === '' ? [] : [{ street, other, city, state, zip }],
        identifiers: comparableIds(organization, [identifier]),
        ...(site.persona.tellsTwins ? { multipleBirth: person.twins !== undefined } : {}),
        ...(site.persona.tellsTwins && person.twins ? { birthOrder: person.twins.order } : {}),
      },
    };
  }
}

const CHANGES: readonly (readonly Fault[])[] = [['first-name-typo'], ['last-name-typo'], []];

const changed = (draws: Draws): Pick<Chart, 'faults' | 'faultyMessages' | 'typo'> => ({
  faults: draws.oneOf(CHANGES),
  faultyMessages: Number.POSITIVE_INFINITY,
  typo: draws.next(),
});

function isoDay(day: number): string {
  const text = ymdText(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
