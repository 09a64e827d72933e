import { dayMonthSwapped } from './days.ts';
import { accented, mixedCase, withoutAccents } from './names.ts';
import type { Persona } from './personas.ts';
import { homeOn, type Person, phoneOn, type Surname } from './population.ts';
import type { Draws } from './random.ts';
import { type Site, type SiteIndex, siteNumber } from './sites.ts';

/** What was wrong about a chart or a message, as the truth tells it. */
export type Fault =
  | 'first-name-typo'
  | 'last-name-typo'
  | 'street-typo'
  | 'day-month-swapped'
  | 'names-swapped'
  | 'newborn-name';

/** A person at a site. Errors of registration stay with the chart until someone mends them, or for good. */
export type Chart = {
  readonly site: Site;
  readonly mrn: string;
  readonly faults: readonly Fault[];
  /** Messages that carry the faults; half of them are mended after the first. */
  readonly faultyMessages: number;
  readonly typo: number;
  readonly fills: { readonly [Field in keyof Persona['fills']]: boolean };
  readonly usesMothersPhone: boolean;
  readonly keepsAccents: boolean;
};

/** Shares of persons with a second, third and fourth chart (assumption); those that no reported visit is at are not seen. */
const MORE_CHARTS = [0.65, 0.28, 0.08] as const;

/**
 * The charts of a person. The first is where they go; where the birth dose or the seasonal ones were given elsewhere,
 * there are more.
 */
export function chartsOf(
  person: Person,
  sites: SiteIndex,
  draws: Draws,
): readonly [Chart, ...(readonly Chart[])] {
  const county = person.household.county.index;
  // Households go to one place, mostly: the choice is theirs, not the person's.
  const shared = ((person.household.number * 0.618_034) % 1) * 0.999_999;
  const home = sites.pick(county, 'clinic', draws.chance(0.9) ? shared : draws.unit());
  const more = draws.unit();
  const others: Site[] = [];
  for (const share of MORE_CHARTS) {
    if (more >= share) break;
    const kind = (['pharmacy', 'hospital', 'clinic'] as const)[draws.below(3)] ?? 'clinic';
    const site = sites.pick(county, kind, draws.unit());
    if (site !== home && !others.includes(site)) others.push(site);
  }
  const first = drawChart(person, home, draws);
  return [first, ...others.map((site) => drawChart(person, site, draws))];
}

function drawChart(person: Person, site: Site, draws: Draws): Chart {
  const { fills, carelessness } = site.persona;
  const faults: Fault[] = [];
  const often = (rate: number, fault: Fault): void => {
    if (draws.chance(rate * carelessness)) faults.push(fault);
  };
  often(0.005, 'first-name-typo');
  often(0.005, 'last-name-typo');
  often(0.005, 'street-typo');
  often(0.0005, 'day-month-swapped');
  often(0.0005, 'names-swapped');
  return {
    site,
    mrn: String(siteNumber(site, person.number)).padStart(10, '0'),
    faults,
    faultyMessages: draws.chance(0.5) ? 1 : Number.POSITIVE_INFINITY,
    typo: draws.next(),
    fills: {
      maiden: draws.chance(fills.maiden),
      phone: draws.chance(fills.phone),
      email: draws.chance(fills.email),
      address: draws.chance(fills.address),
      race: draws.chance(fills.race),
      guardian: draws.chance(fills.guardian),
    },
    usesMothersPhone: draws.chance(0.6),
    keepsAccents: site.persona.keepsAccents && draws.chance(0.5),
  };
}

/** What a chart says of a person on a day, as it stands in the message, delimiters not escaped: there are none. */
export type Registration = {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly suffix: string;
  readonly maiden: string;
  readonly motherLast: string;
  readonly motherFirst: string;
  readonly birthDay: number;
  /** XAD, XTN; '' where not known */
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly faults: readonly Fault[];
};

/** @param isNewborn told on the day of birth, of a child that has no name yet */
export function registrationOn(
  person: Person,
  chart: Chart,
  day: number,
  messageOfChart: number,
  isNewborn: boolean,
): Registration {
  const { persona } = chart.site;
  const faults = messageOfChart < chart.faultyMessages ? chart.faults : [];
  const has = (fault: Fault): boolean => faults.length > 0 && faults.includes(fault);
  const write = (name: string): string => {
    const text = chart.keepsAccents ? name : withoutAccents(name);
    return persona.letters === 'upper' ? text : mixedCase(text);
  };
  const surname = person.former && day < person.former.until ? person.former.surname : person.surname;
  let last = write(surnameText(surname, chart));
  let first = write(isNewborn ? newbornName(person) : person.first);
  if (has('first-name-typo') && !isNewborn) first = withTypo(first, chart.typo);
  if (has('last-name-typo')) last = withTypo(last, chart.typo >>> 7);
  if (has('names-swapped') && !isNewborn) [first, last] = [last, first];
  const isInLast = persona.suffix === 'last-name' && person.suffix !== '';
  const { household } = person;
  const home = household.homes[homeOn(household, day)]?.home;
  const street = home && (has('street-typo') ? withTypo(home.street, chart.typo >>> 5) : home.street);
  const phone = chart.usesMothersPhone
    ? household.phones[phoneOn(household, day)]?.phone
    : household.otherPhone;
  return {
    last: isInLast ? `${last} ${write(person.suffix)}` : last,
    first,
    middle: isNewborn || persona.middle === 'none' ? '' : middleText(write(person.middle), persona),
    suffix: isInLast ? '' : person.suffix,
    maiden: chart.fills.maiden ? write(person.motherMaiden) : '',
    motherLast: write(person.motherLast),
    motherFirst: write(person.motherFirst),
    birthDay: has('day-month-swapped') ? dayMonthSwapped(person.birthDay) : person.birthDay,
    address: home && chart.fills.address ? `${street}^${home.unit}^${home.city}^CA^${home.zip}^USA^H` : '',
    phone: phone && chart.fills.phone ? `^PRN^CP^^^${phone.area}^${phone.number}` : '',
    email: chart.fills.email ? emailOf(person) : '',
    faults: isNewborn ? [...faults, 'newborn-name'] : faults,
  };
}

const middleText = (name: string, { middle }: Persona): string =>
  middle === 'initial' ? name.slice(0, 1) : name;

function surnameText(surname: Surname, { site, keepsAccents }: Chart): string {
  const own = keepsAccents ? accented(surname[0]) : surname[0];
  const second = surname[1];
  if (second === undefined || site.persona.doubleSurname === 'first') return own;
  return (
    own + (site.persona.doubleSurname === 'hyphen' ? '-' : ' ') + (keepsAccents ? accented(second) : second)
  );
}

/** Names that hospitals give until there is one; of twins with their letter. */
function newbornName({ sex, twins, number }: Person): string {
  if (twins)
    return `${number % 3 === 0 ? 'TWIN' : sex === 'M' ? 'BOY' : 'GIRL'} ${'ABC'[twins.order - 1] ?? 'A'}`;
  const forms = sex === 'M' ? ['BABY BOY', 'BOY', 'BABYBOY'] : ['BABY GIRL', 'GIRL', 'BABYGIRL'];
  return forms[number % forms.length] ?? 'BABY';
}

function emailOf({ motherFirst, motherLast, household }: Person): string {
  const clean = (name: string): string =>
    withoutAccents(name)
      .toLowerCase()
      .replace(/[^a-z]/g, '');
  return `^NET^Internet^${clean(motherFirst)}.${clean(motherLast)}${household.number % 1000}@example.org`;
}

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 's',
  b: 'v',
  c: 'v',
  d: 'f',
  e: 'r',
  f: 'g',
  g: 'h',
  h: 'j',
  i: 'o',
  j: 'k',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'i',
  p: 'o',
  q: 'w',
  r: 't',
  s: 'd',
  t: 'y',
  u: 'i',
  v: 'b',
  w: 'e',
  x: 'c',
  y: 'u',
  z: 'x',
};

/** A letter left out, doubled, replaced by its neighbour on the keyboard, or changed for the one after it. */
export function withTypo(text: string, random: number): string {
  if (text.length < 3) return text;
  const at = 1 + (random % (text.length - 2));
  const letter = text[at] ?? '';
  if (!/\p{L}/u.test(letter)) return text.slice(0, at - 1) + text.slice(at);
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  switch ((random >>> 16) % 4) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2: {
      const near = NEIGHBOURS[letter.toLowerCase()] ?? 'e';
      return before + (letter === letter.toLowerCase() ? near : near.toUpperCase()) + after;
    }
    default:
      return before + after.slice(0, 1) + letter + after.slice(1);
  }
}
