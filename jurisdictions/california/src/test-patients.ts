/**
 * Invented patients whom queries at the testing address find, as the VXUs that brought them; docs/test-patients.md tells EHR
 * vendors of each. `{year-4}` is four years before the present year: they stay as old as they are meant to be, and a test
 * script changes once a year. New ones come last: the registry ids that they are given go by their order.
 */
const message = (segments: readonly string[]): string => segments.map((segment) => `${segment}\r`).join('');

const HEADER =
  'MSH|^~\\&|TEST|TEST||CAIR2|{year}0101000000-0800||VXU^V04^VXU_V04|TEST-PATIENT|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|TEST';

/** A dose that somebody gave elsewhere: no lot expires in it, and no statement handed out becomes outdated. */
const dose = (number: string, day: string, vaccine: string): readonly string[] => [
  `ORC|RE||${number}^TEST`,
  `RXA|0|1|${day}||${vaccine}^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A`,
];

type Home = { readonly street: string; readonly city: string; readonly zip: string; readonly phone: string };

type Invented = Home & {
  readonly chart: string;
  /** PID-5 */
  readonly name: string;
  /** PID-6 */
  readonly maiden: string;
  readonly born: string;
  readonly sex: 'F' | 'M';
  readonly guardian?: string;
  readonly isProtected?: boolean;
  readonly doses: readonly (readonly string[])[];
};

function patient(who: Invented): string {
  const { street, city, zip, phone } = who;
  const at = `${street}^^${city}^CA^${zip}^USA^H`;
  const call = `^PRN^PH^^^${phone.slice(0, 3)}^${phone.slice(3)}`;
  return message([
    HEADER,
    `PID|1||${who.chart}^^^TEST^MR||${who.name}^^^^L|${who.maiden}^^^^^M|${who.born}|${who.sex}||2131-1^Other Race^CDCREC|${at}||${call}|||||||||2186-5^Not Hispanic or Latino^CDCREC||N`,
    `PD1|||||||||||02^Reminder/recall - any method^HL70215|${who.isProtected === true ? 'Y' : 'N'}|{year-1}0101|||A|{year-1}0101|{year-1}0101`,
    ...(who.guardian === undefined ? [] : [`NK1|1|${who.guardian}^^^^^L|MTH^Mother^HL70063|${at}|${call}`]),
    ...who.doses.flat(),
  ]);
}

const ORCHARD: Home = {
  street: '12 Invented Orchard',
  city: 'Sacramento',
  zip: '95814',
  phone: '9165550142',
};
const HARBOR: Home = { street: '7 Invented Harbor', city: 'Eureka', zip: '95501', phone: '7075550117' };
const MEADOW: Home = { street: '31 Invented Meadow', city: 'Fresno', zip: '93721', phone: '5595550131' };

/** A child with the doses of the first two years. */
const child = patient({
  ...ORCHARD,
  chart: 'TEST-1',
  name: 'Testchild^Quilla^Fern',
  maiden: 'Inventada^Rosalba',
  guardian: 'Testchild^Rosalba',
  born: '{year-4}0315',
  sex: 'F',
  doses: [
    dose('C1', '{year-4}0315', '08^Hep B, adolescent or pediatric'),
    dose('C2', '{year-4}0518', '110^DTaP-Hep B-IPV'),
    dose('C3', '{year-4}0518', '133^Pneumococcal conjugate PCV 13'),
    dose('C4', '{year-4}0720', '110^DTaP-Hep B-IPV'),
    dose('C5', '{year-4}0720', '133^Pneumococcal conjugate PCV 13'),
    dose('C6', '{year-4}0921', '110^DTaP-Hep B-IPV'),
    dose('C7', '{year-4}0921', '133^Pneumococcal conjugate PCV 13'),
    dose('C8', '{year-3}0322', '03^MMR'),
    dose('C9', '{year-3}0322', '21^varicella'),
    dose('C10', '{year-3}0322', '83^Hep A, ped/adol, 2 dose'),
    dose('C11', '{year-3}0622', '20^DTaP'),
  ],
});

const adult = patient({
  ...HARBOR,
  chart: 'TEST-2',
  name: 'Testadult^Barnaby^Otto',
  maiden: 'Inventada^Leopoldine',
  born: '{year-46}1102',
  sex: 'M',
  doses: [
    dose('A1', '{year-9}0605', '115^Tdap'),
    dose('A2', '{year-2}1010', '158^influenza, injectable, quadrivalent, contains preservative'),
  ],
});

/** Two who are alike but for the middle name and a day: without a phone, an address or an id, either may be meant. */
const firstOfTwo = patient({
  ...MEADOW,
  chart: 'TEST-3',
  name: 'Testalike^Marigold^Ada',
  maiden: 'Inventada^Hortensia',
  guardian: 'Testalike^Hortensia',
  born: '{year-6}0812',
  sex: 'F',
  doses: [dose('S1', '{year-5}0901', '03^MMR')],
});

const secondOfTwo = patient({
  street: '84 Invented Quarry',
  city: 'Redding',
  zip: '96001',
  phone: '5305550184',
  chart: 'TEST-4',
  name: 'Testalike^Marigold^Bea',
  maiden: 'Inventada^Philippa',
  guardian: 'Testalike^Philippa',
  born: '{year-6}0812',
  sex: 'F',
  doses: [dose('T1', '{year-5}0915', '03^MMR')],
});

/** Does not let the record be shared (PD1-12): to whoever asks there is no such person. */
const hidden = patient({
  street: '5 Invented Lagoon',
  city: 'Salinas',
  zip: '93901',
  phone: '8315550105',
  chart: 'TEST-5',
  name: 'Testhidden^Octavia^Mae',
  maiden: 'Inventada^Griselda',
  guardian: 'Testhidden^Griselda',
  born: '{year-8}0120',
  sex: 'F',
  isProtected: true,
  doses: [dose('H1', '{year-7}0122', '03^MMR')],
});

export const testPatients: readonly string[] = [child, adult, firstOfTwo, secondOfTwo, hidden];
