import { COUNTIES, STREET_TYPES, STREETS } from './data/places.ts';
import { type Draws, Weighted } from './random.ts';

export type County = {
  readonly index: number;
  readonly name: string;
  readonly people: number;
  readonly areas: readonly string[];
  readonly places: readonly { readonly city: string; readonly zip: string }[];
};

export const counties: readonly County[] = COUNTIES.map(([name, people, areas, cities], index) => ({
  index,
  name,
  people,
  areas: areas.split(' '),
  places: cities.split(';').flatMap((entry) => {
    const [city = '', zips = ''] = entry.split(':');
    let prefix = '';
    return zips.split(' ').map((zip) => {
      prefix = zip.length === 5 ? zip.slice(0, 3) : prefix;
      return { city, zip: zip.length === 5 ? zip : prefix + zip };
    });
  }),
}));

export const countyByPeople = new Weighted<County>(counties.map((county) => [county, county.people]));

const streets = STREETS.split(' ').map((street) => titleCase(street.replaceAll('-', ' ')));
const streetTypes = STREET_TYPES.split(' ').map(titleCase);

function titleCase(text: string): string {
  return text.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

export type Home = {
  readonly street: string;
  /** Apartment; '' for a house. */
  readonly unit: string;
  readonly city: string;
  readonly zip: string;
};

/** A quarter live in buildings, which share number and street and differ by the apartment. */
export function drawHome(draws: Draws, county: County): Home {
  const place = draws.oneOf(county.places);
  const isFlat = draws.chance(0.25);
  const number = isFlat ? 100 * (1 + draws.below(60)) : 1 + draws.below(9999);
  return {
    street: `${number} ${draws.oneOf(streets)} ${draws.oneOf(streetTypes)}`,
    unit: isFlat ? `Apt ${1 + draws.below(240)}` : '',
    city: place.city,
    zip: place.zip,
  };
}

/** Exchanges that are never assigned (N11 and 555): nobody has these numbers, and they are too many to collide by chance. */
const EXCHANGES = ['211', '311', '411', '511', '611', '711', '811', '911', '555'] as const;

export type Phone = { readonly area: string; readonly number: string };

export function drawPhone(draws: Draws, county: County): Phone {
  const area = draws.oneOf(county.areas);
  return { area, number: draws.oneOf(EXCHANGES) + String(draws.below(10_000)).padStart(4, '0') };
}
