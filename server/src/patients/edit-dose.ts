import { codeTable, manufacturerByMvx, productByNdc, vaccineByCvx, visOf } from '@cairn/codes';
import { buildSegment, type FieldContent, type Segment } from '@cairn/hl7';
import { civilDate } from '../registry/dates.ts';
import { compact, coded } from './edit-details.ts';
import type { DoseEntry, DoseForm } from './edit-schema.ts';

export type OrderContext = {
  /** ORC-3 with its authority as the message names the dose: a new one, or that of the report that is changed. */
  readonly filler: FieldContent;
  readonly action: 'A' | 'U' | 'D';
  /** The organization that gave it. */
  readonly code: string;
  /** `YYYYMMDD` */
  readonly enteredOn: string;
  /** The report that is changed: what the form does not show of it stays. */
  readonly before?: readonly Segment[];
};

const ELIGIBILITY = '64994-7';
const FUNDING = '30963-3';
const STATEMENT = '69764-9';
const STATEMENT_GIVEN = '29769-7';
const CONTRAINDICATION = '30945-0';
const CONTRAINDICATED_UNTIL = '30944-3';
const IMMUNITY = { disease: '59784-9', serology: '75505-8' } as const;
const TABLE = { disease: 'EVIDENCE-OF-IMMUNITY', serology: 'SEROLOGICAL-EVIDENCE' } as const;
/** The observations that the form shows. */
const SHOWN = new Set<string>([
  ELIGIBILITY,
  FUNDING,
  STATEMENT,
  STATEMENT_GIVEN,
  CONTRAINDICATION,
  CONTRAINDICATED_UNTIL,
  ...Object.values(IMMUNITY),
]);
const NO_VACCINE = '998';
const UNKNOWN_AMOUNT = '999';

/** The order that says what was entered: ORC, RXA, and where there is something to say RXR and OBX. */
export function entryOrder(entry: DoseEntry, context: OrderContext): readonly Segment[] {
  const { before = [] } = context;
  const orc = before.find(({ name }) => name === 'ORC');
  const kept = before.filter((segment) => segment.name === 'OBX' && !SHOWN.has(segment.text(3)));
  const observed = [...observations(entry, before), ...kept.map(fieldsOf)];
  return [
    orc ? copied(orc, { 3: context.filler }) : buildSegment('ORC', ['RE', '', context.filler]),
    administration(entry, context),
    ...(entry.kind === 'given' ? [route(entry)] : []),
    ...observed.map((fields, index) => buildSegment('OBX', [index + 1, ...fields.slice(1)])),
  ];
}

/** The order of a stored report, said to be deleted. */
export function deletionOrder(before: readonly Segment[], filler: FieldContent): readonly Segment[] {
  return before.flatMap((segment) => {
    if (segment.name === 'ORC') return [copied(segment, { 3: filler })];
    if (segment.name === 'RXA') return [copied(segment, { 21: 'D' })];
    return segment.name === 'RXR' || segment.name === 'OBX' ? [copied(segment, {})] : [];
  });
}

function administration(entry: DoseEntry, { action, code, enteredOn, before = [] }: OrderContext): Segment {
  const day = compact(entry.date);
  const fields: FieldContent[] = ['0', '1', day, '', vaccine(entry), UNKNOWN_AMOUNT];
  const put = (field: number, content: FieldContent): void => {
    while (fields.length < field) fields.push('');
    fields[field - 1] = content;
  };
  put(21, action);
  put(22, enteredOn);
  switch (entry.kind) {
    case 'given':
      if (entry.amount !== '') {
        put(6, entry.amount);
        put(7, ['mL', 'milliliter', 'UCUM']);
      }
      put(9, coded('NIP001', '00', 'NIP001'));
      put(
        10,
        administeredBy(
          entry,
          before.find(({ name }) => name === 'RXA'),
        ),
      );
      put(11, ['', '', '', code]);
      put(15, entry.lot);
      put(16, compact(entry.expires));
      put(17, maker(entry.manufacturer));
      put(20, 'CP');
      break;
    case 'historical':
      put(9, coded('NIP001', '01', 'NIP001'));
      put(15, entry.lot);
      put(17, maker(entry.manufacturer));
      put(20, 'CP');
      break;
    case 'refused':
      put(18, coded('NIP002', entry.reason, 'NIP002'));
      put(20, 'RE');
      break;
    case 'contraindication':
    case 'immunity':
      put(20, 'NA');
  }
  return buildSegment('RXA', fields);
}

function vaccine(entry: DoseEntry): FieldContent {
  if (!('cvx' in entry)) return [NO_VACCINE, 'No vaccine administered', 'CVX'];
  const name = vaccineByCvx(entry.cvx)?.name ?? '';
  const product = 'ndc' in entry && entry.ndc !== '' ? productByNdc(entry.ndc) : undefined;
  const ndc = 'ndc' in entry && entry.ndc !== '' ? [entry.ndc, product?.name ?? '', 'NDC'] : [];
  return [entry.cvx, name, 'CVX', ...ndc];
}

const maker = (mvx: string): FieldContent =>
  mvx === '' ? '' : [mvx, manufacturerByMvx(mvx)?.name ?? '', 'MVX'];

/** Who gave it; ids that the report has beside the same name stay. */
function administeredBy(
  entry: Extract<DoseEntry, { kind: 'given' }>,
  before: Segment | undefined,
): FieldContent {
  const { administeredLast: last, administeredFirst: first } = entry;
  if (before && before.text(10, 2) === last && before.text(10, 3) === first) return { raw: before.raw(10) };
  return last + first === '' ? '' : ['', last, first];
}

const route = (entry: Extract<DoseEntry, { kind: 'given' }>): Segment =>
  buildSegment('RXR', [
    coded('NCIT', entry.route, 'NCIT'),
    entry.site === '' ? '' : coded('HL70163', entry.site, 'HL70163'),
  ]);

type Fields = readonly FieldContent[];

/** OBX as guide 1.5 has them, OBX-1 left for the order to count. */
function observation(
  type: 'CE' | 'DT',
  identifier: string,
  group: number,
  value: FieldContent,
  day: string,
  method?: FieldContent,
): Fields {
  const label = codeTable('NIP003')?.find(identifier)?.label ?? '';
  return [
    '',
    type,
    [identifier, label, 'LN'],
    group,
    value,
    '',
    '',
    '',
    '',
    '',
    'F',
    '',
    '',
    day,
    '',
    '',
    method,
  ];
}

function observations(entry: DoseEntry, before: readonly Segment[]): readonly Fields[] {
  const day = compact(entry.date);
  switch (entry.kind) {
    case 'given':
      return [
        observation('CE', ELIGIBILITY, 1, coded('HL70064', entry.eligibility, 'HL70064'), day, [
          'VXC40',
          'Eligibility captured at the immunization level',
          'CDCPHINVS',
        ]),
        ...(entry.funding === ''
          ? []
          : [observation('CE', FUNDING, 2, coded('FUNDING-SOURCE', entry.funding, 'CDCPHINVS'), day)]),
        ...(entry.statementGiven ? statements(entry, before) : []),
      ];
    case 'contraindication':
      return [
        observation('CE', CONTRAINDICATION, 1, codedObservation('CONTRAINDICATION', entry.reason), day),
        ...(entry.until === ''
          ? []
          : [observation('DT', CONTRAINDICATED_UNTIL, 1, compact(entry.until), day)]),
      ];
    case 'immunity':
      return [
        observation(
          'CE',
          IMMUNITY[entry.evidence],
          1,
          codedObservation(TABLE[entry.evidence], entry.disease),
          day,
        ),
      ];
    case 'historical':
    case 'refused':
      return [];
  }
}

const codedObservation = (table: string, code: string): readonly string[] =>
  coded(table, code, code.startsWith('VXC') ? 'CDCPHINVS' : 'SCT');

/** The current statements of the vaccine, handed out on the day of the dose; a report that named others keeps them. */
function statements(
  { cvx, date }: Extract<DoseEntry, { kind: 'given' }>,
  before: readonly Segment[],
): readonly Fields[] {
  const told = before.filter(
    (segment) => segment.name === 'OBX' && [STATEMENT, STATEMENT_GIVEN].includes(segment.text(3)),
  );
  const rxa = before.find(({ name }) => name === 'RXA');
  if (told.length > 0 && rxa?.text(5) === cvx) return told.map(fieldsOf);
  const day = compact(date);
  return visOf(cvx)
    .filter(({ status }) => status === 'current')
    .flatMap(({ barcode, name }, index) => [
      observation('CE', STATEMENT, index + 3, [barcode, name, 'cdcgs1vis'], day),
      observation('DT', STATEMENT_GIVEN, index + 3, day, day),
    ]);
}

const fieldsOf = (segment: Segment): Fields =>
  Array.from({ length: segment.fieldCount }, (_, index) => ({ raw: segment.raw(index + 1) }));

function copied(segment: Segment, changes: Readonly<Record<number, FieldContent>>): Segment {
  const length = Math.max(segment.fieldCount, ...Object.keys(changes).map(Number));
  return buildSegment(
    segment.name,
    Array.from({ length }, (_, index) => changes[index + 1] ?? { raw: segment.raw(index + 1) }),
  );
}

/** A stored report as the form shows it. */
export function doseForm(order: readonly Segment[]): DoseForm {
  const said = (name: string, field: number, component = 1): string =>
    order
      .find((segment) => segment.name === name)
      ?.text(field, component)
      .trim() ?? '';
  const observed = (identifier: string): string =>
    order
      .find((segment) => segment.name === 'OBX' && segment.text(3) === identifier)
      ?.text(5)
      .trim() ?? '';
  const [cvx, ndc] = [codeIn(order, 'CVX'), codeIn(order, 'NDC')];
  const evidence = observed(IMMUNITY.serology) === '' ? 'disease' : 'serology';
  const amount = said('RXA', 6);
  return {
    kind: kindOf(order, said('RXA', 20), said('RXA', 9), cvx),
    date: civilDate(said('RXA', 3)) ?? '',
    cvx: cvx === '' ? (productByNdc(ndc)?.cvx ?? '') : cvx,
    ndc,
    manufacturer: said('RXA', 17),
    lot: said('RXA', 15),
    expires: civilDate(said('RXA', 16)) ?? '',
    route: ncit(said('RXR', 1), said('RXR', 1, 4)),
    site: said('RXR', 2),
    amount: amount === UNKNOWN_AMOUNT ? '' : amount,
    eligibility: observed(ELIGIBILITY),
    funding: observed(FUNDING),
    administeredLast: said('RXA', 10, 2),
    administeredFirst: said('RXA', 10, 3),
    statementGiven: observed(STATEMENT) !== '' || observed(STATEMENT_GIVEN) !== '',
    reason: observed(CONTRAINDICATION) === '' ? said('RXA', 18) : observed(CONTRAINDICATION),
    until: civilDate(observed(CONTRAINDICATED_UNTIL)) ?? '',
    evidence,
    disease: observed(IMMUNITY[evidence]),
  };
}

function kindOf(
  order: readonly Segment[],
  completion: string,
  source: string,
  cvx: string,
): DoseForm['kind'] {
  if (completion === 'RE') return 'refused';
  if (completion === 'NA' || cvx === NO_VACCINE) {
    const isImmunity = order.some(
      (segment) => segment.name === 'OBX' && Object.values<string>(IMMUNITY).includes(segment.text(3)),
    );
    return isImmunity ? 'immunity' : 'contraindication';
  }
  return source === '00' || source === '' ? 'given' : 'historical';
}

function codeIn(order: readonly Segment[], system: string): string {
  const rxa = order.find(({ name }) => name === 'RXA');
  for (const component of [1, 4]) {
    if (
      rxa
        ?.text(5, component + 2)
        .trim()
        .toUpperCase() === system
    )
      return rxa.text(5, component).trim();
  }
  return '';
}

/** Older systems send routes of HL7 0162. */
const NCIT_OF: Readonly<Record<string, string>> = {
  IM: 'C28161',
  SC: 'C38299',
  ID: 'C38238',
  IN: 'C38284',
  NS: 'C38284',
  PO: 'C38288',
  IV: 'C38276',
  TD: 'C38305',
};
const ncit = (code: string, alternate: string): string =>
  [code, alternate].find((each) => codeTable('NCIT')?.find(each)) ?? NCIT_OF[code] ?? '';
