/**
 * Fictional VXU messages for benchmarks: Z22 submissions of three administered doses, about 3.5 KB each, as the
 * national immunization guide (HL7 v2.5.1 release 1.5) lays them out. Nobody in them exists: names are spelled from
 * the seed and no two seeds of a run share one, telephone numbers are of the 555-01xx range kept for fiction.
 */

export type VxuOptions = {
  /** MSH-4. */
  readonly sender?: string;
  /** MSH-22 and RXA-11.4: the organisation that gave the doses. */
  readonly responsible?: string;
  /** Mixed into the message id, the person and the order ids, so that two runs submit different persons. */
  readonly runId?: string;
  /** Instead of one spelled from the seed. */
  readonly name?: { readonly last: string; readonly first: string };
  /** One of very many: home and telephone are then not those of thousands, who would all have to be told apart. */
  readonly ofMany?: boolean;
};

type Dose = {
  readonly ndc: string;
  readonly product: string;
  readonly cvx: string;
  readonly vaccine: string;
  readonly mvx: string;
  readonly maker: string;
  readonly ml: string;
  readonly route: string;
  readonly site: string;
  readonly vis: string;
};

const THIGH = 'LT^Left thigh^HL70163';
const INTRAMUSCULAR = 'C28161^Intramuscular^NCIT';

// Codes as CDC publishes them: NDC-CVX crosswalk, MVX, VIS barcodes (public tables, 2024).
const DOSES: readonly Dose[] = [
  {
    ndc: '58160-0811-52',
    product: 'Pediarix',
    cvx: '110',
    vaccine: 'DTaP-hepatitis B and poliovirus vaccine',
    mvx: 'SKB',
    maker: 'GlaxoSmithKline',
    ml: '0.5',
    route: INTRAMUSCULAR,
    site: THIGH,
    vis: '253088698300026411230724',
  },
  {
    ndc: '00006-4897-00',
    product: 'PedvaxHIB',
    cvx: '49',
    vaccine: 'Haemophilus influenzae type b vaccine, PRP-OMP conjugate',
    mvx: 'MSD',
    maker: 'Merck and Co., Inc.',
    ml: '0.5',
    route: INTRAMUSCULAR,
    site: 'RT^Right thigh^HL70163',
    vis: '253088698300006611210806',
  },
  {
    ndc: '00005-1971-02',
    product: 'Prevnar 13',
    cvx: '133',
    vaccine: 'pneumococcal conjugate vaccine, 13 valent',
    mvx: 'PFR',
    maker: 'Pfizer, Inc',
    ml: '0.5',
    route: INTRAMUSCULAR,
    site: THIGH,
    vis: '253088698300049311230512',
  },
  {
    ndc: '00006-4681-00',
    product: 'M-M-R II',
    cvx: '03',
    vaccine: 'measles, mumps and rubella virus vaccine',
    mvx: 'MSD',
    maker: 'Merck and Co., Inc.',
    ml: '0.5',
    route: 'C38299^Subcutaneous^NCIT',
    site: 'LA^Left upper arm^HL70163',
    vis: '253088698300012711210806',
  },
  {
    ndc: '00006-4827-00',
    product: 'Varivax',
    cvx: '21',
    vaccine: 'varicella virus vaccine',
    mvx: 'MSD',
    maker: 'Merck and Co., Inc.',
    ml: '0.5',
    route: 'C38299^Subcutaneous^NCIT',
    site: 'RA^Right upper arm^HL70163',
    vis: '253088698300024011210806',
  },
];

const STREETS = ['Juniper Way', 'Harbor Lane', 'Meadow Court', 'Quarry Road', 'Lantern Street'];
const CITIES = ['Sacramento^CA^95814', 'Fresno^CA^93721', 'Eureka^CA^95501', 'Redding^CA^96001'];
const RACES = ['2106-3^White', '2028-9^Asian', '2054-5^Black or African American', '2131-1^Other Race'];
const ETHNICITIES = ['2186-5^Not Hispanic or Latino', '2135-2^Hispanic or Latino'];
const GIVEN = ['Arlo', 'Bryn', 'Calla', 'Dorian', 'Elowen', 'Fenn', 'Ginevra', 'Hollis'];

/** The message of a seed (a whole number from 0 on): the same for the same seed and options, always. */
export function vxu(seed: number, options: VxuOptions = {}): string {
  const { sender = 'DE-000001', responsible = sender, runId = '' } = options;
  const id = `${runId === '' ? '' : `${runId}-`}${seed}`;
  const mixed = hash(`${runId}/${seed}`);
  const family = options.name?.last ?? word(runId === '' ? seed : seed ^ hash(runId));
  const given = options.name?.first ?? GIVEN[mixed % GIVEN.length] ?? 'Arlo';
  const born = dateAfter(Date.UTC(2018, 0, 1), mixed % 1800);
  const given1 = dateAfter(Date.UTC(2024, 0, 8), mixed % 300);
  const { street, area } = options.ofMany ? homeOfMany(hash(`home ${runId}/${seed}`)) : homeOf(mixed);
  const address = `${street}^^${CITIES[mixed % CITIES.length] ?? ''}^USA^P`;
  const phone = `^PRN^PH^^^${area}^55501${String(mixed % 100).padStart(2, '0')}`;
  const race = RACES[mixed % RACES.length] ?? '';
  const ethnicity = ETHNICITIES[mixed % ETHNICITIES.length] ?? '';
  const sex = mixed % 2 === 0 ? 'F' : 'M';

  const segments = [
    `MSH|^~\\&|CAIRNBENCH|${sender}||CAIR2|${given1}101500-0800||VXU^V04^VXU_V04|CB-${id}|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|${responsible}`,
    `PID|1||CB${id}^^^${responsible}^MR||${family}^${given}^Quill^^^^L|${word(mixed)}^Marisol^^^^^M|${born}|${sex}||${race}^CDCREC|${address}||${phone}~^NET^Internet^bench.${seed}@example.com|||||||||${ethnicity}^CDCREC||N|1|||||N`,
    `PD1|||||||||||02^Reminder/recall - any method^HL70215|N|${given1}|||A|${born}|${given1}`,
    `NK1|1|${family}^Marisol^Wren^^^^L|MTH^Mother^HL70063|${address}|${phone}`,
    `NK1|2|${family}^Tobias^Reed^^^^L|FTH^Father^HL70063|${address}|^PRN^CP^^^${area}^55501${String((mixed + 7) % 100).padStart(2, '0')}`,
  ];
  for (let n = 0; n < 3; n++) {
    const dose = DOSES[(mixed + n) % DOSES.length];
    if (dose !== undefined) segments.push(...doseSegments(dose, n, id, mixed, given1, responsible));
  }
  return `${segments.join('\r')}\r`;
}

type Home = { readonly street: string; readonly area: number };

const homeOf = (n: number): Home => ({
  street: `${100 + (n % 9800)} ${STREETS[n % STREETS.length] ?? ''}`,
  area: 916,
});

/** Fictional numbers are a hundred to an area code: families share one, not a thousand people. */
const homeOfMany = (n: number): Home => ({
  street: `${100 + (n % 9800)} ${word(n)} Way`,
  area: 200 + (n % 790),
});

function doseSegments(
  dose: Dose,
  n: number,
  id: string,
  mixed: number,
  given: string,
  responsible: string,
): readonly string[] {
  const clerk = '7824^Tallow^Lily^Suzanne^^^^^CAIRNBENCH^L^^^PRN';
  const nurse = '1357^Sticker^Nell^Ada^^^^^CAIRNBENCH^L^^^PRN^^^^^^^^RN';
  const doctor = '654^Pediatric^Wilma^Ivy^^^^^CAIRNBENCH^L^^^PRN^^^^^^^^MD';
  const lot = `L${mixed % 100_000}-${'ABC'.charAt(n)}`;
  const expires = '20271231';
  const segments = [
    `ORC|RE|P${id}-${n + 1}^CAIRNBENCH|CB${id}-${n + 1}^CAIRNBENCH|||||||${clerk}||${doctor}|||||${responsible}^Fictional Clinic^HL70362`,
    `RXA|0|1|${given}||${dose.ndc}^${dose.product}^NDC^${dose.cvx}^${dose.vaccine}^CVX|${dose.ml}|mL^milliliter^UCUM||00^New immunization record^NIP001|${nurse}|^^^${responsible}||||${lot}|${expires}|${dose.mvx}^${dose.maker}^MVX|||CP|A`,
    `RXR|${dose.route}|${dose.site}`,
  ];
  const observations = [
    `CE|64994-7^Vaccine funding program eligibility category^LN|1|V01^Not VFC eligible^HL70064||||||F|||${given}|||VXC40^Eligibility captured at the immunization level^CDCPHINVS`,
    `CE|30963-3^Vaccine funding source^LN|2|PHC70^Private funds^CDCPHINVS||||||F|||${given}`,
    `CE|69764-9^Document type^LN|3|${dose.vis}^Vaccine information statement^cdcgs1vis||||||F|||${given}`,
    `DT|29769-7^Date vaccine information statement presented^LN|3|${given}||||||F|||${given}`,
    `CE|30956-7^Vaccine type^LN|4|${dose.cvx}^${dose.vaccine}^CVX||||||F|||${given}`,
  ];
  // Five observations on the first dose, four on the others.
  const count = n === 0 ? 5 : 4;
  return segments.concat(observations.slice(0, count).map((fields, index) => `OBX|${index + 1}|${fields}`));
}

/**
 * A pronounceable word of ten letters, different for different numbers below 2³². The multiplication (odd, so it
 * loses nothing) keeps neighbouring numbers from having look-alike names, which would burden the matching of
 * persons more than a real population does.
 */
function word(n: number): string {
  let rest = Math.imul(n, 0x9e3779b1) >>> 0;
  let out = '';
  for (let syllable = 0; syllable < 5; syllable++) {
    out += `${'bcdfghjklmnprstvwxyz'.charAt(rest % 20)}${'aeiou'.charAt(Math.floor(rest / 20) % 5)}`;
    rest = Math.floor(rest / 100);
  }
  return out.charAt(0).toUpperCase() + out.slice(1);
}

/** FNV-1a with a last mixing step (murmur3's): neighbouring seeds give unlike persons. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** HL7 date (yyyymmdd) some days after a UTC day. */
function dateAfter(start: number, days: number): string {
  return new Date(start + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}
