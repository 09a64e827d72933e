import { counties, countyByPeople } from './places.ts';
import { type Persona, PERSONAS } from './personas.ts';
import type { SimulateOptions } from './options.ts';
import { dayOf } from './days.ts';
import { Draws, mix, STREAM, Weighted } from './random.ts';

export type Site = {
  readonly index: number;
  /** As it is registered: MSH-22 and RXA-11. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'clinic' | 'hospital' | 'pharmacy';
  readonly county: number;
  readonly persona: Persona;
  /** PID-3.4 and the namespace of ORC-3 */
  readonly authority: string;
  readonly weight: number;
  /** Doses before this day it sends as history only. */
  readonly firstFeed: number;
  /** Combination of vaccines that it stocks, an index into the brands of a milestone. */
  readonly brand: number;
  /** Mean delay of doses as a multiple of the usual. */
  readonly slowness: number;
  /** Who gives and who orders, as XCN. */
  readonly nurses: readonly string[];
  readonly doctors: readonly string[];
};

/** First of the site codes; a registry under test registers them all before the feed starts. */
const FIRST_CODE = 100_001;
export const MOST_SITES = 99_999;

const persona = new Weighted<Persona>(PERSONAS.map((one) => [one, one.share]));
const byApplication = (name: string): Persona =>
  PERSONAS.find(({ application }) => application === name) ?? persona.pick(0);
const KINDS = [
  'Pediatrics',
  'Family Medicine',
  'Community Clinic',
  'Medical Group',
  'Health Center',
  'Internal Medicine',
];
const LAST_NAMES = [
  'Rivera',
  'Chen',
  'Okafor',
  'Nguyen',
  'Patel',
  'Larsen',
  'Gomez',
  'Kim',
  'Brooks',
  'Haddad',
  'Silva',
];
const FIRST_NAMES = [
  'Ruth',
  'Ana',
  'Grace',
  'Linh',
  'Priya',
  'Ingrid',
  'Rosa',
  'Mina',
  'Paul',
  'Sami',
  'David',
];

/** Sites of a population, in the order of their codes. Sizes follow Zipf's law: few large ones, many small. */
export function sitesOf({ seed, sites }: Pick<SimulateOptions, 'seed' | 'sites'>): readonly Site[] {
  const draws = new Draws(seed);
  const codes =
    typeof sites === 'number'
      ? Array.from({ length: sites }, (_, index) => `DE-${FIRST_CODE + index}`)
      : sites;
  return codes.map((code, index) => drawSite(draws.at(STREAM.site, index), index, code));
}

function drawSite(draws: Draws, index: number, code: string): Site {
  const county = countyByPeople.pick(draws.unit());
  const share = draws.unit();
  // The first is a clinic, so that there is one however few there are.
  const kind = index === 0 ? 'clinic' : share < 0.08 ? 'hospital' : share < 0.22 ? 'pharmacy' : 'clinic';
  // The first has the commonest system: where there is one site alone, a seed does not choose its habits.
  const own =
    index === 0
      ? byApplication('HealthSuite')
      : kind === 'hospital'
        ? byApplication('WardOne')
        : kind === 'pharmacy'
          ? byApplication('RxCounter')
          : persona.pick(draws.unit());
  const what = kind === 'hospital' ? 'Hospital' : kind === 'pharmacy' ? 'Pharmacy' : draws.oneOf(KINDS);
  return {
    index,
    code,
    name: `${county.name} ${what} ${index + 1}`,
    kind,
    county: county.index,
    persona: own,
    authority: own.authority === 'vendor' ? `${own.application.toUpperCase()}-${code}` : code,
    weight: 1 / (draws.below(500) + 1) ** 0.7,
    firstFeed: dayOf(2005, 1, 1) + draws.below(18 * 365),
    brand: draws.below(6),
    slowness: 0.6 + draws.unit(),
    nurses: clinicians(draws, 4),
    doctors: clinicians(draws, 3),
  };
}

function clinicians(draws: Draws, count: number): readonly string[] {
  return Array.from(
    { length: count },
    () =>
      `${npi(draws.below(100_000_000))}^${draws.oneOf(LAST_NAMES)}^${draws.oneOf(FIRST_NAMES)}^^^^^^NPPES^L^^^NPI`,
  );
}

/** A National Provider Identifier with its check digit: Luhn's over 80840 and the number (45 CFR 162.406). */
function npi(number: number): string {
  const digits = `1${String(number).padStart(8, '0')}`;
  let sum = 24;
  for (let index = 0; index < 9; index++) {
    const digit = Number(digits[index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits + ((10 - (sum % 10)) % 10);
}

/** Sites by county and kind, drawn by their size; a county without any takes what there is in the state. */
export class SiteIndex {
  readonly #byCounty: readonly (Readonly<Record<Site['kind'], Weighted<Site>>> | undefined)[];
  readonly #all: Readonly<Record<Site['kind'], Weighted<Site>>>;

  constructor(sites: readonly Site[]) {
    const among = (those: readonly Site[], fallback: readonly Site[]): Weighted<Site> =>
      new Weighted((those.length > 0 ? those : fallback).map((site) => [site, site.weight]));
    const byKind = (
      those: readonly Site[],
      wider: readonly Site[],
    ): Readonly<Record<Site['kind'], Weighted<Site>>> => {
      const ofKind = (kind: Site['kind']): Weighted<Site> => {
        const here = those.filter((site) => site.kind === kind);
        const there = wider.filter((site) => site.kind === kind);
        return among(here, there.length > 0 ? there : wider);
      };
      return { clinic: ofKind('clinic'), hospital: ofKind('hospital'), pharmacy: ofKind('pharmacy') };
    };
    this.#all = byKind(sites, sites);
    this.#byCounty = counties.map(({ index }) => {
      const here = sites.filter(({ county }) => county === index);
      return here.length > 0 ? byKind(here, sites) : undefined;
    });
  }

  pick(county: number, kind: Site['kind'], unit: number): Site {
    return (this.#byCounty[county] ?? this.#all)[kind].pick(unit);
  }
}

/** A number of a site for a thing, unlike that of any other thing there, that tells nothing of the thing. */
export const siteNumber = (site: Site, thing: number): number => mix(mix(site.index + 0x5eed) ^ thing);
