/**
 * Vaccines that are drawn from, after CDC's CVX, MVX and product tables (public domain). Days of use are those on which
 * the vaccine was commonly given, not its licence.
 */
export type Product = {
  /** What a schedule asks for: products of one slot stand in for each other. */
  readonly slot: string;
  readonly cvx: string;
  readonly name: string;
  readonly mvx: string;
  /** YYYYMMDD, inclusive */
  readonly from: number;
  readonly until: number;
  readonly route: 'IM' | 'SC' | 'PO';
  readonly amount: string;
  /** CVX and name of the family, as who was only told of the dose reports it; several for a combination. */
  readonly families: readonly (readonly [string, string])[];
};

export const MAKERS: Readonly<Record<string, string>> = {
  SKB: 'GlaxoSmithKline',
  PMC: 'Sanofi Pasteur',
  MSP: 'MSP Vaccine Company',
  PFR: 'Pfizer, Inc',
  WAL: 'Wyeth',
  MSD: 'Merck and Co., Inc.',
  MOD: 'Moderna US, Inc.',
};

const FAMILIES: Readonly<Record<string, string>> = {
  '17': 'Hib, unspecified formulation',
  '45': 'Hep B, unspecified formulation',
  '85': 'Hep A, unspecified formulation',
  '88': 'influenza, unspecified formulation',
  '89': 'polio, unspecified formulation',
  '107': 'DTaP, unspecified formulation',
  '108': 'meningococcal ACWY, unspecified formulation',
  '122': 'rotavirus, unspecified formulation',
  '137': 'HPV, unspecified formulation',
  '152': 'Pneumococcal Conjugate, unspecified formulation',
  '164': 'meningococcal B, unspecified',
  '188': 'zoster, unspecified formulation',
  '213': 'SARS-COV-2 (COVID-19) vaccine, UNSPECIFIED',
  '304': 'Respiratory syncytial virus (RSV), unspecified',
  '03': 'MMR',
  '21': 'varicella',
  '33': 'pneumococcal polysaccharide PPV23',
  '115': 'Tdap',
};

/** slot, CVX, name, MVX, from, until, route, amount, families */
const ROWS = `
HEPB|08|Hep B, adolescent or pediatric|SKB|19920101|20991231|IM|0.5|45
PEDIARIX|110|DTaP-Hep B-IPV|SKB|20030301|20991231|IM|0.5|107 45 89
PENTACEL|120|DTaP-Hib-IPV|PMC|20081001|20991231|IM|0.5|107 17 89
VAXELIS|146|DTaP,IPV,Hib,HepB|MSP|20210701|20991231|IM|0.5|107 89 17 45
DTAP|20|DTaP|SKB|19970601|20991231|IM|0.5|107
KINRIX|130|DTaP-IPV|SKB|20081001|20991231|IM|0.5|107 89
IPV|10|IPV|PMC|19950101|20991231|IM|0.5|89
HIB|48|Hib (PRP-T)|PMC|19940101|20991231|IM|0.5|17
PCV|100|pneumococcal conjugate PCV 7|WAL|20000601|20100515|IM|0.5|152
PCV|133|Pneumococcal conjugate PCV 13|PFR|20100516|20230831|IM|0.5|152
PCV|216|Pneumococcal conjugate PCV20, polysaccharide CRM197 conjugate, adjuvant, PF|PFR|20230901|20991231|IM|0.5|152
ROTA|116|rotavirus, pentavalent|MSD|20060901|20991231|PO|2|122
ROTA2|119|rotavirus, monovalent|SKB|20081001|20991231|PO|1|122
MMR|03|MMR|MSD|19800101|20991231|SC|0.5|03
VAR|21|varicella|MSD|19960101|20991231|SC|0.5|21
MMRV|94|MMRV|MSD|20060601|20991231|SC|0.5|03 21
HEPA|83|Hep A, ped/adol, 2 dose|SKB|19990101|20991231|IM|0.5|85
TDAP|115|Tdap|PMC|20060101|20991231|IM|0.5|115
HPV|62|HPV, quadrivalent|MSD|20070101|20150531|IM|0.5|137
HPV|165|HPV9|MSD|20150601|20991231|IM|0.5|137
MENACWY|114|meningococcal MCV4P|PMC|20050601|20210630|IM|0.5|108
MENACWY|203|meningococcal conjugate quadrivalent, MenACWY-TT (MCV4)|PMC|20210701|20991231|IM|0.5|108
MENB|163|meningococcal B, OMV|SKB|20160101|20991231|IM|0.5|164
FLU|140|Influenza, split virus, trivalent, PF|PMC|20000101|20130630|IM|0.5|88
FLU|150|Influenza, split virus, quadrivalent, PF|PMC|20130701|20240630|IM|0.5|88
FLU|140|Influenza, split virus, trivalent, PF|PMC|20240701|20991231|IM|0.5|88
FLU65|135|Influenza, high-dose, trivalent, PF|PMC|20100701|20200630|IM|0.5|88
FLU65|197|Influenza, high-dose, quadrivalent, PF|PMC|20200701|20240630|IM|0.7|88
FLU65|135|Influenza, high-dose, trivalent, PF|PMC|20240701|20991231|IM|0.5|88
COVID|208|COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose|PFR|20201214|20220901|IM|0.3|213
COVID|300|COVID-19, mRNA, LNP-S, bivalent, PF, 30 mcg/0.3 mL dose|PFR|20220902|20230911|IM|0.3|213
COVID|309|COVID-19, mRNA, LNP-S, PF, tris-sucrose, 30 mcg/0.3 mL|PFR|20230912|20991231|IM|0.3|213
COVID5|218|COVID-19, mRNA, LNP-S, PF, 10 mcg/0.2 mL dose, tris-sucrose|PFR|20211103|20221012|IM|0.2|213
COVID5|301|COVID-19, mRNA, LNP-S, bivalent, PF, 10 mcg/0.2 mL dose|PFR|20221013|20230911|IM|0.2|213
COVID5|310|COVID-19, mRNA, LNP-S, PF, tris-sucrose, 10 mcg/0.3 mL|PFR|20230912|20991231|IM|0.3|213
ZOSTER|187|zoster recombinant|SKB|20180201|20991231|IM|0.5|188
RSV|303|RSV, recombinant, protein subunit RSVpreF, adjuvant reconstituted, 0.5 mL, PF|SKB|20230901|20991231|IM|0.5|304
PCV65|133|Pneumococcal conjugate PCV 13|PFR|20140901|20220131|IM|0.5|152
PCV65|216|Pneumococcal conjugate PCV20, polysaccharide CRM197 conjugate, adjuvant, PF|PFR|20220201|20991231|IM|0.5|152
`;

export const PRODUCTS: readonly Product[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [slot = '', cvx = '', name = '', mvx = '', from, until, route, amount = '', families = ''] =
      row.split('|');
    return {
      slot,
      cvx,
      name,
      mvx,
      from: Number(from),
      until: Number(until),
      route: route === 'SC' || route === 'PO' ? route : 'IM',
      amount,
      families: families.split(' ').map((code) => [code, FAMILIES[code] ?? ''] as const),
    };
  });

/**
 * What is due at an age, after the schedule of the ACIP. `brands` are the ways in which practices combine it; a practice
 * keeps to one. Where a product was not yet in use, the slot after `/` takes its place.
 */
export type Milestone = {
  /** Days of life from which it is due. */
  readonly age: number;
  /** Mean days until it is given. */
  readonly delay: number;
  /** Share of those who come at all. */
  readonly coverage: number;
  readonly brands: readonly (readonly string[])[];
};

const INFANT = [
  ['PEDIARIX/DTAP IPV', 'HIB', 'PCV', 'ROTA'],
  ['PENTACEL/DTAP IPV', 'HEPB', 'PCV', 'ROTA'],
  ['VAXELIS/DTAP HIB IPV', 'PCV', 'ROTA2'],
] as const;

export const MILESTONES: readonly Milestone[] = [
  { age: 0, delay: 0.6, coverage: 0.8, brands: [['HEPB']] },
  { age: 61, delay: 9, coverage: 0.94, brands: INFANT },
  { age: 122, delay: 14, coverage: 0.92, brands: INFANT },
  {
    age: 183,
    delay: 18,
    coverage: 0.9,
    brands: INFANT.map((slots) => slots.filter((slot) => slot !== 'ROTA2')),
  },
  {
    age: 365,
    delay: 20,
    coverage: 0.9,
    brands: [
      ['MMR', 'VAR', 'HEPA'],
      ['MMR', 'VAR', 'PCV'],
      ['MMRV/MMR VAR', 'HEPA'],
    ],
  },
  {
    age: 456,
    delay: 25,
    coverage: 0.86,
    brands: [
      ['DTAP', 'HIB', 'PCV'],
      ['DTAP', 'HIB'],
      ['DTAP', 'PCV'],
    ],
  },
  { age: 550, delay: 30, coverage: 0.8, brands: [['HEPA']] },
  {
    age: 1470,
    delay: 120,
    coverage: 0.88,
    brands: [
      ['KINRIX/DTAP IPV', 'MMRV/MMR VAR'],
      ['DTAP', 'IPV', 'MMR', 'VAR'],
    ],
  },
  {
    age: 4020,
    delay: 150,
    coverage: 0.84,
    brands: [
      ['TDAP', 'MENACWY', 'HPV'],
      ['TDAP', 'MENACWY'],
    ],
  },
  { age: 4250, delay: 150, coverage: 0.65, brands: [['HPV']] },
  { age: 5850, delay: 120, coverage: 0.6, brands: [['MENACWY', 'MENB'], ['MENACWY']] },
  { age: 7700, delay: 700, coverage: 0.35, brands: [['TDAP']] },
  { age: 11_700, delay: 900, coverage: 0.35, brands: [['TDAP']] },
  { age: 15_500, delay: 900, coverage: 0.3, brands: [['TDAP']] },
  { age: 18_300, delay: 500, coverage: 0.35, brands: [['ZOSTER']] },
  { age: 18_420, delay: 500, coverage: 0.3, brands: [['ZOSTER']] },
  { age: 23_800, delay: 300, coverage: 0.6, brands: [['PCV65']] },
  { age: 27_400, delay: 300, coverage: 0.3, brands: [['RSV']] },
];
