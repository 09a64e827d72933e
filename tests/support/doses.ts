/** Orders as an EHR sends them, made for the tests: doses given here, taken over from papers, and declined. */
export type Fields = Readonly<Record<number, string>>;

let made = 0;
/** Of one width, so that messages made alike are alike in length. */
export const next = (): string => String(++made).padStart(4, '0');

export function segment(name: string, fields: Fields): string {
  const last = Math.max(0, ...Object.keys(fields).map(Number));
  const cells = Array.from({ length: last }, (_, index) => fields[index + 1] ?? '');
  return name === 'MSH' ? ['MSH', '^~\\&', ...cells.slice(2)].join('|') : [name, ...cells].join('|');
}

/** One ORDER group: its segments. */
export type Order = readonly string[];

type OrderOptions = {
  /** ORC-3; one of its own where it is left out. */
  readonly number?: string;
  readonly day?: string;
  readonly vaccine?: string;
  readonly action?: string;
  readonly site?: string;
  readonly orc?: Fields;
  readonly rxa?: Fields;
  readonly rest?: readonly string[];
};

type Product = { readonly maker: string; readonly route: string; readonly vis: string };

const MERCK = 'MSD^Merck and Co., Inc.^MVX';
const SANOFI = 'PMC^Sanofi Pasteur^MVX';
const INTO_SKIN = 'C38299^Subcutaneous^NCIT';
const INTO_MUSCLE = 'C28161^Intramuscular^NCIT';
const MMR: Product = { maker: MERCK, route: INTO_SKIN, vis: '253088698300012711210806' };

/** By CVX code: who makes it, how it is given, and the barcode of what is handed out with it (VIS). */
const PRODUCTS: Readonly<Record<string, Product>> = {
  '03': MMR,
  '08': { maker: MERCK, route: INTO_MUSCLE, vis: '253088698300005911230512' },
  '10': { maker: SANOFI, route: INTO_MUSCLE, vis: '253088698300017211210806' },
  '20': { maker: SANOFI, route: INTO_MUSCLE, vis: '253088698300003511210806' },
  '21': { maker: MERCK, route: INTO_SKIN, vis: '253088698300024011210806' },
};

/** Route and site, and the observations that go with an administered dose: who pays, and what was handed out. */
export function details(vaccine: string, day: string): Order {
  const { route, vis } = productOf(vaccine);
  const observed = (number: number, type: string, what: string, value: string): string =>
    segment('OBX', {
      1: String(number),
      2: type,
      3: `${what}^LN`,
      4: String(number),
      5: value,
      11: 'F',
      14: day,
    });
  return [
    segment('RXR', { 1: route, 2: 'LT^Left Thigh^HL70163' }),
    observed(1, 'CE', '64994-7^Vaccine funding program eligibility category', 'V01^Not VFC eligible^HL70064'),
    observed(2, 'CE', '30963-3^Vaccine funding source', 'PHC70^Private^CDCPHINVS'),
    observed(3, 'CE', '69764-9^Document type', `${vis}^VIS^cdcgs1vis`),
    observed(4, 'DT', '29769-7^Date VIS presented', day),
  ];
}

const productOf = (vaccine: string): Product => PRODUCTS[vaccine.split('^')[0] ?? ''] ?? MMR;

/** A dose that the site gave itself: 0.5 mL MMR, with all that the guide and California ask for. */
export function dose(options: OrderOptions = {}): Order {
  const {
    day = '20250320',
    vaccine = '03^MMR^CVX',
    action = 'A',
    site = 'DE-000001',
    number = `DOSE${next()}`,
  } = options;
  return [
    segment('ORC', {
      1: 'RE',
      3: number === '' ? '' : `${number}^${site}`,
      12: '1234567893^Doctor^Sample^^^^^^NPPES^L^^^NPI^^^^^^^^MD',
      ...options.orc,
    }),
    segment('RXA', {
      1: '0',
      2: '1',
      3: day,
      5: vaccine,
      6: '0.5',
      7: 'mL^milliliter^UCUM',
      9: '00^New immunization record^NIP001',
      10: `77^Nurse^Sample^^^^^^${site}^L^^^PRN^^^^^^^^RN`,
      11: `^^^${site}`,
      15: 'X100A',
      16: '20280131',
      17: productOf(vaccine).maker,
      20: 'CP',
      21: action,
      ...options.rxa,
    }),
    ...(options.rest ?? details(vaccine, day)),
  ];
}

/** A dose that somebody else gave, as the patient's papers tell it. */
export const historical = (options: OrderOptions = {}): Order =>
  dose({
    rest: [],
    ...options,
    rxa: {
      6: '999',
      7: '',
      9: '01^Historical information - source unspecified^NIP001',
      10: '',
      11: '',
      15: '',
      16: '',
      17: '',
      ...options.rxa,
    },
  });

/** A dose that the patient, or the parents, declined. */
export const refusal = (options: OrderOptions = {}): Order =>
  dose({
    rest: [],
    number: '9999',
    ...options,
    rxa: {
      6: '999',
      7: '',
      9: '',
      10: '',
      11: '',
      15: '',
      16: '',
      17: '',
      18: '00^Parental decision^NIP002',
      20: 'RE',
      ...options.rxa,
    },
  });
