import { visOf } from '@cairn/codes';
import type { Registration } from './charts.ts';
import { MAKERS, type Product } from './data/vaccines.ts';
import { dayOf, ymdText } from './days.ts';
import type { Dose } from './history.ts';
import type { Group } from './names.ts';
import type { Person } from './population.ts';
import type { Site } from './sites.ts';

/** A dose as one site tells of it. */
export type Told =
  | {
      readonly kind: 'given';
      readonly dose: Dose;
      readonly filler: string;
      readonly lot: string;
      readonly action: 'A' | 'U';
    }
  | {
      readonly kind: 'history';
      readonly dose: Dose;
      readonly filler: string;
      readonly day: number;
      /** What of the order is the same wherever the vaccine is told of so: see `toldAs`. */
      readonly rest: string;
    };

export type Submission = {
  readonly controlId: string;
  readonly sendingFacility: string;
  readonly site: Site;
  readonly mrn: string;
  readonly person: Person;
  readonly registration: Registration;
  /** Guardian and race as the chart has them. */
  readonly hasGuardian: boolean;
  readonly hasRace: boolean;
  readonly day: number;
  readonly doses: readonly Told[];
};

const RACE: Readonly<Record<Group, string>> = {
  hispanic: '2106-3^White^CDCREC',
  white: '2106-3^White^CDCREC',
  asian: '2028-9^Asian^CDCREC',
  black: '2054-5^Black or African American^CDCREC',
};
const ROUTES = {
  IM: ['C28161^Intramuscular^NCIT', 'LT^Left Thigh^HL70163', 'LD^Left Deltoid^HL70163'],
  SC: ['C38299^Subcutaneous^NCIT', 'RT^Right Thigh^HL70163', 'RA^Right Arm^HL70163'],
  PO: ['C38288^Oral^NCIT', '', ''],
} as const;
const YEAR = 365.25;

/**
 * One VXU of profile Z22, release 1.5 of the national guide, as ER7. Names and places hold no delimiters, so nothing is
 * escaped; strings are joined and nothing is parsed, for many are written.
 */
export function writeVxu(submission: Submission): string {
  const { site, person, registration: told, day, doses } = submission;
  const date = ymdText(day);
  const isChild = day - told.birthDay < 18 * YEAR;
  let text = header(submission, date) + patient(submission);
  text += `PD1|||||||||||02^Reminder/recall - any method^HL70215|N|${date}|||A|${date}|${date}\r`;
  if (isChild && submission.hasGuardian)
    text += `NK1|1|${told.motherLast}^${told.motherFirst}^^^^^L|MTH^Mother^HL70063|${told.address}|${told.phone}\r`;
  for (const dose of doses) text += dose.kind === 'given' ? given(dose, site, person) : history(dose, site);
  return text;
}

function header({ site, registration, controlId, sendingFacility, day }: Submission, date: string): string {
  const isAscii = !/[^\u0020-\u007E]/.test(
    registration.last + registration.first + registration.motherLast + registration.maiden,
  );
  // The hours of a practice; any will do, for the day is what counts.
  const minute = 8 * 60 + ((day * 131 + site.index * 17) % 600);
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}00`;
  return (
    `MSH|^~\\&|${site.persona.application}|${sendingFacility}||CAIR2|${date}${time}-0800||VXU^V04^VXU_V04|${controlId}|P|2.5.1` +
    `|||ER|AL||${isAscii ? '' : 'UNICODE UTF-8'}|||Z22^CDCPHINVS|${site.code}\r`
  );
}

function patient({ site, mrn, person, registration: told, hasRace }: Submission): string {
  const maiden = told.maiden === '' ? '' : `${told.maiden}^^^^^^M`;
  const phones =
    told.phone !== '' && told.email !== '' ? `${told.phone}~${told.email}` : told.phone + told.email;
  const ethnicity =
    person.group === 'hispanic' ? '2135-2^Hispanic or Latino^CDCREC' : '2186-5^Not Hispanic or Latino^CDCREC';
  const birth = site.persona.tellsTwins ? (person.twins ? `Y|${person.twins.order}` : 'N|1') : '|';
  return (
    `PID|1||${mrn}^^^${site.authority}^MR||${told.last}^${told.first}^${told.middle}^${told.suffix}^^^L|${maiden}|` +
    `${ymdText(told.birthDay)}|${person.sex}||${hasRace ? RACE[person.group] : ''}|${told.address}||${phones}|||||||||` +
    `${hasRace ? ethnicity : ''}||${birth}|||||N\r`
  );
}

/** Of a product, what stays the same in all its doses. */
const fixed = new Map<Product, { readonly order: string; readonly maker: string; readonly unit: string }>();
function fixedOf(product: Product): {
  readonly order: string;
  readonly maker: string;
  readonly unit: string;
} {
  let known = fixed.get(product);
  if (!known) {
    known = {
      order: `${product.cvx}^${product.name}^CVX|${product.amount}|mL^milliliter^UCUM||00^New immunization record^NIP001`,
      maker: `${product.mvx}^${MAKERS[product.mvx] ?? product.mvx}^MVX`,
      unit: ROUTES[product.route][0],
    };
    fixed.set(product, known);
  }
  return known;
}

function given(
  { dose, filler, lot, action }: Told & { readonly kind: 'given' },
  site: Site,
  person: Person,
): string {
  const { product, day } = dose;
  const date = ymdText(day);
  const age = day - person.birthDay;
  const { order, maker, unit } = fixedOf(product);
  const nurse = site.nurses[(day + dose.index) % site.nurses.length] ?? '';
  const doctor = site.doctors[day % site.doctors.length] ?? '';
  const place = ROUTES[product.route][age < 3 * YEAR ? 1 : 2];
  // Two of five children are on Medi-Cal, and with it eligible for Vaccines for Children.
  const isEligible = age < 18.9 * YEAR && person.household.number % 5 < 2;
  const [program, stock] = isEligible
    ? ['V02^VFC eligible - Medicaid/Medicaid Managed Care^HL70064', 'VXC51^Public VFC^CDCPHINVS']
    : ['V01^Not VFC eligible^HL70064', 'PHC70^Private^CDCPHINVS'];
  const text =
    `ORC|RE||${filler}^${site.authority}|||||||${nurse}||${doctor}|||||${site.code}^${site.name}^HL70362\r` +
    `RXA|0|1|${date}||${order}|${nurse}|^^^${site.code}||||${lot}|${ymdText(day + 200 + ((filler.length * 37) % 400))}|${maker}|||CP|${action}\r` +
    `RXR|${unit}${place === '' ? '' : `|${place}`}\r` +
    `OBX|1|CE|64994-7^Vaccine funding program eligibility category^LN|1|${program}||||||F|||${date}|||VXC40^Eligibility captured at the immunization level^CDCPHINVS\r` +
    `OBX|2|CE|30963-3^Vaccine funding source^LN|2|${stock}||||||F|||${date}\r`;
  return site.persona.tellsStatements ? text + statements(product, day, date) : text;
}

/** The information statement in force on the day that was handed out, with the day. */
function statements(product: Product, day: number, date: string): string {
  const barcode = statementOn(product, day);
  if (barcode === '') return '';
  return (
    `OBX|3|CE|69764-9^Document type^LN|3|${barcode}||||||F|||${date}\r` +
    `OBX|4|DT|29769-7^Date vaccine information statement presented^LN|3|${date}||||||F|||${date}\r`
  );
}

type Edition = { readonly from: number; readonly value: string };
const editions = new Map<Product, readonly Edition[]>();

function statementOn(product: Product, day: number): string {
  let known = editions.get(product);
  if (!known) {
    known = visOf(product.cvx)
      .filter(({ name }) => !name.includes('EUA'))
      .map(({ barcode, name, edition }): Edition => {
        const [year = 0, month = 1, dayOfMonth = 1] = edition.split('-').map(Number);
        return { from: dayOf(year, month, dayOfMonth), value: `${barcode}^${name}^cdcgs1vis` };
      })
      .toSorted((a, b) => b.from - a.from);
    editions.set(product, known);
  }
  for (const { from, value } of known) if (from <= day) return value;
  return '';
}

function history({ filler, day, rest }: Told & { readonly kind: 'history' }, site: Site): string {
  return `ORC|RE||${filler}^${site.authority}\rRXA|0|1|${ymdText(day)}${rest}`;
}

type ToldAs = { readonly exact: readonly string[]; readonly vague: readonly string[] };
const told = new Map<Product, ToldAs>();

/** How histories tell of a product: as itself, or as the families that it is of, each in an order of its own. */
export function toldAs(product: Product): ToldAs {
  let known = told.get(product);
  if (!known) {
    const rest = ([cvx, name]: readonly [string, string]): string =>
      `||${cvx}^${name}^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A\r`;
    known = { exact: [rest([product.cvx, product.name])], vague: product.families.map(rest) };
    told.set(product, known);
  }
  return known;
}
