import type { MessageKind } from '@cairn/guide';

/**
 * Fifty messages in which nothing is wrong: doses given and taken over, refusals, deletions, statements of immunity,
 * demographics alone, and queries. Nobody in them exists.
 */
export type SoundMessage = { readonly name: string; readonly kind: MessageKind; readonly text: string };

type Vaccine = {
  readonly rxa5: string;
  readonly mvx: string;
  readonly route: string;
  readonly site: string;
  readonly ml: string;
  readonly lot: string;
};

const THIGH = 'LT^Left Thigh^HL70163';
const MUSCLE = 'C28161^Intramuscular^NCIT';
const VACCINES: readonly Vaccine[] = [
  { rxa5: '133^PCV13^CVX', mvx: 'PFR^Pfizer, Inc^MVX', route: MUSCLE, site: THIGH, ml: '0.5', lot: 'EX4471' },
  {
    rxa5: '110^DTaP-Hep B-IPV^CVX',
    mvx: 'SKB^GlaxoSmithKline^MVX',
    route: MUSCLE,
    site: THIGH,
    ml: '0.5',
    lot: '5F72N',
  },
  {
    rxa5: '49^Hib (PRP-OMP)^CVX',
    mvx: 'MSD^Merck and Co., Inc.^MVX',
    route: MUSCLE,
    site: THIGH,
    ml: '0.5',
    lot: 'N014882',
  },
  {
    rxa5: '116^rotavirus, pentavalent^CVX',
    mvx: 'MSD^Merck and Co., Inc.^MVX',
    route: 'C38288^Oral^NCIT',
    site: '',
    ml: '2',
    lot: 'N021775',
  },
  {
    rxa5: '00005-1971-02^PREVNAR 13^NDC^133^PCV13^CVX',
    mvx: 'PFR^Pfizer, Inc^MVX',
    route: MUSCLE,
    site: THIGH,
    ml: '0.5',
    lot: 'EX4472',
  },
];
const NAMES = [
  'Delgado^Amara^Ines',
  'Okafor^Tobias^',
  "O'Brien^Niamh^Rose",
  'Nguyen^Linh^Thi',
  'Castellanos-Reyes^Mateo^',
];
const DAY = '20260420';
const BIRTH = '20260201';

function vxu(seed: number, orders: readonly string[]): string {
  const name = NAMES[seed % NAMES.length] ?? '';
  const surname = name.split('^')[0] ?? '';
  return [
    `MSH|^~\\&|ClinicEHR|DE-000001|CAIRN|CAIR IIS|20260420103${seed % 10}00-0700||VXU^V04^VXU_V04|MUT-${seed}|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|DE-000001|CAIR IIS`,
    `PID|1||CH-${48213 + seed}^^^DE-000001^MR||${name}^^^^L|Ocampo^Ines^^^^^M|${BIRTH}|${seed % 2 === 0 ? 'F' : 'M'}||2106-3^White^CDCREC|${410 + seed} Larkspur Ln^^Fresno^CA^93722^USA^H||^PRN^PH^^^559^5554${100 + seed}~^NET^Internet^family${seed}@example.org|||||||||2186-5^Not Hispanic or Latino^CDCREC||N`,
    `PD1|||||||||||02^Reminder/recall - any method^HL70215|N|20260420|||A|20260420|20260420`,
    `NK1|1|${surname}^Ines^^^^^L|MTH^Mother^HL70063|${410 + seed} Larkspur Ln^^Fresno^CA^93722^USA^H|^PRN^CP^^^559^5554${100 + seed}`,
    ...orders,
    '',
  ].join('\r');
}

function given(seed: number, index: number, action = 'A'): readonly string[] {
  const { rxa5, mvx, route, site, ml, lot } = VACCINES[(seed + index) % VACCINES.length] ?? { ...NOTHING };
  const provider = '1245319599^Okafor^Ruth^^^^^^NPPES^L^^^NPI';
  return [
    `ORC|RE|P-${seed}-${index}^DE-000001|V-${seed}-${index}^DE-000001|||||||${provider}||${provider}|||||DE-000001^Larkspur Pediatrics^HL70362`,
    `RXA|0|1|${DAY}||${rxa5}|${ml}|mL^mL^UCUM||00^New immunization record^NIP001|${provider}|^^^DE-000001||||${lot}|20280331|${mvx}|||CP|${action}`,
    `RXR|${route}${site === '' ? '' : `|${site}`}`,
    `OBX|1|CE|64994-7^Vaccine funding program eligibility category^LN|1|V02^VFC eligible - Medicaid^HL70064||||||F|||${DAY}|||VXC40^Eligibility captured at the immunization level^CDCPHINVS`,
    `OBX|2|CE|30963-3^Vaccine funding source^LN|1|VXC51^Public VFC^CDCPHINVS||||||F|||${DAY}`,
  ];
}

const NOTHING: Vaccine = { rxa5: '', mvx: '', route: '', site: '', ml: '', lot: '' };

const historical = (seed: number, index: number): readonly string[] => [
  `ORC|RE||H-${seed}-${index}^DE-000001`,
  `RXA|0|1|20260203||08^Hep B, adolescent or pediatric^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A`,
];

const refusal = (): readonly string[] => [
  'ORC|RE||9999^DE-000001',
  `RXA|0|1|${DAY}||116^rotavirus, pentavalent^CVX|999||||||||||||00^Parental decision^NIP002||RE|A`,
];

const immunity = (): readonly string[] => [
  'ORC|RE||9999^DE-000001',
  `RXA|0|1|${DAY}||998^No vaccine administered^CVX|999||||||||||||||NA`,
  `OBX|1|CE|59784-9^Disease with presumed immunity^LN|1|38907003^Varicella^SCT||||||F|||${DAY}`,
];

function query(seed: number): string {
  const name = NAMES[seed % NAMES.length] ?? '';
  return [
    `MSH|^~\\&|ClinicEHR|DE-000001|CAIRN|CAIR IIS|20260420103000-0700||QBP^Q11^QBP_Q11|MUT-Q${seed}|P|2.5.1|||ER|AL|||||Z34^CDCPHINVS|DE-000001|CAIR IIS`,
    `QPD|Z34^Request Immunization History^CDCPHINVS|TAG-${seed}|CH-${48213 + seed}^^^DE-000001^MR|${name}^^^^L|Ocampo^^^^^^M|${BIRTH}|F|410 Larkspur Ln^^Fresno^CA^93722^USA^H|^PRN^PH^^^559^5550143|N`,
    'RCP|I|10^RD&records&HL70126',
    '',
  ].join('\r');
}

export const SOUND_MESSAGES: readonly SoundMessage[] = Array.from({ length: 50 }, (_, seed): SoundMessage => {
  const of = (name: string, orders: readonly string[]): SoundMessage => ({
    name: `${name} ${seed}`,
    kind: 'VXU',
    text: vxu(seed, orders),
  });
  switch (seed % 10) {
    case 0:
      return of('one dose', given(seed, 1));
    case 1:
      return of('three doses', [...given(seed, 1), ...given(seed, 2), ...given(seed, 3)]);
    case 2:
      return of('a dose and one taken over', [...given(seed, 1), ...historical(seed, 2)]);
    case 3:
      return of('a refusal', refusal());
    case 4:
      return of('a dose and a refusal', [...given(seed, 2), ...refusal()]);
    case 5:
      return of('an update', given(seed, 1, 'U'));
    case 6:
      return of('a dose and a statement of immunity', [...given(seed, 1), ...immunity()]);
    case 7:
      return of('demographics alone', []);
    case 8:
      return of('two doses taken over', [...historical(seed, 1), ...given(seed, 4)]);
    default:
      return { name: `query ${seed}`, kind: 'QBP', text: query(seed) };
  }
});
