import {
  parseNdc,
  type Product,
  productByNdc,
  type Vaccine,
  vaccineByCvx,
  vaccinesOfCpt,
} from '@cairn/codes';
import type { Segment } from '@cairn/hl7';
import { daysBetween, monthsBetween, readDay, readExpiry, type Ymd } from '../dates.ts';
import type { Order } from '../order.ts';
import type { DoseFacts, ObservationFacts } from './subjects.ts';
import { code, defined, text } from './texts.ts';

/** What the message says around an order. */
export type Around = {
  readonly today: Ymd;
  readonly sentOn: Ymd | undefined;
  readonly birthDate: Ymd | undefined;
  readonly deathDate: Ymd | undefined;
  readonly sex: string | undefined;
};

const NO_VACCINE = '998';
const ELIGIBILITY = '64994-7';
const FUNDING = '30963-3';
const UNKNOWN_AMOUNT = 999;

/** Reads one order into facts. */
export function readDose({ orc, rxa, rest }: Order, index: number, around: Around): DoseFacts {
  const { today, sentOn, birthDate, deathDate, sex } = around;
  const rxr = rest.find(({ name }) => name === 'RXR');
  const vaccine = vaccineOf(rxa);
  const completion = code(rxa, 20);
  const source = text(rxa, 9);
  const givenOn = readDay(rxa.text(3));
  const refused = completion === 'RE';
  const given = !refused && completion !== 'NA' && vaccine.cvx !== NO_VACCINE;
  const administered = given && source === '00';
  const amount = numberOf(rxa.text(6));
  const observations = rest
    .filter(({ name }) => name === 'OBX')
    .map((obx) =>
      readObservation(obx, { today, givenOn, birthDate, administered, vaccine: vaccine.vaccine }),
    );
  const valueOf = (identifier: string): string | undefined =>
    observations.find((observation) => observation.identifier === identifier)?.value;
  const age =
    givenOn !== undefined && birthDate !== undefined && givenOn >= birthDate
      ? { ageMonths: monthsBetween(birthDate, givenOn), ageDays: daysBetween(birthDate, givenOn) }
      : { ageMonths: undefined, ageDays: undefined };
  return defined<DoseFacts>({
    own: rxr ? [orc, rxa, rxr] : [orc, rxa],
    field: undefined,
    repetition: undefined,
    index,
    today,
    sentOn,
    birthDate,
    deathDate,
    sex,
    givenOn,
    endedOn: readDay(rxa.text(4)),
    ...age,
    ...vaccine,
    given,
    administered,
    historical: given && source !== '00',
    refused,
    completion,
    action: code(rxa, 21),
    source,
    refusal: text(rxa, 18),
    amount: amount === UNKNOWN_AMOUNT ? undefined : amount,
    amountIsUnknown: amount === undefined || amount === UNKNOWN_AMOUNT,
    units: text(rxa, 7),
    lot: text(rxa, 15),
    expiresOn: readExpiry(rxa.text(16)),
    mvx: code(rxa, 17),
    hasRoute: rxr !== undefined,
    route: rxr && code(rxr, 1),
    site: rxr && code(rxr, 2),
    orderNumber: text(orc, 3),
    orderingProvider: text(orc, 12),
    provider: text(rxa, 10),
    providerAuthority: text(rxa, 10, 9),
    providerIdType: code(rxa, 10, 13),
    administeredAt: text(rxa, 11, 4),
    enteredOn: readDay(rxa.text(22)),
    eligibility: valueOf(ELIGIBILITY),
    funding: valueOf(FUNDING),
    observations,
  });
}

export type VaccineFacts = {
  readonly cvx?: string;
  readonly vaccine?: Vaccine;
  readonly ndc?: string;
  readonly product?: Product;
  readonly otherCvx?: string;
  readonly isCoded: boolean;
  readonly codeSystem?: 'CVX' | 'NDC' | 'CPT';
};

/**
 * The vaccine of RXA-5 and its alternate: a CVX code counts before an NDC, that before a CPT code. Coding systems as
 * senders write them (HL70292 is CVX's old name, C4 that of CPT).
 */
export function vaccineOf(rxa: Segment): VaccineFacts {
  let cvx: string | undefined;
  let ndc: string | undefined;
  let product: Product | undefined;
  let isCoded = false;
  let cpt: readonly string[] = [];
  for (const [value, system] of [
    [1, 3],
    [4, 6],
  ] as const) {
    const sent = text(rxa, 5, value);
    if (sent === undefined) continue;
    isCoded = true;
    switch (code(rxa, 5, system)) {
      case 'CVX':
      case 'HL70292':
        cvx ??= sent;
        break;
      case 'NDC':
        ndc ??= parseNdc(sent);
        product ??= productByNdc(sent);
        break;
      case 'CPT':
      case 'C4':
        cpt = vaccinesOfCpt(sent);
        break;
      default:
    }
  }
  const onlyOfCpt = cpt.length === 1 ? cpt[0] : undefined;
  const other = product?.cvx ?? onlyOfCpt;
  const counts = cvx ?? other;
  const codeSystem =
    cvx !== undefined ? 'CVX' : product ? 'NDC' : onlyOfCpt === undefined ? undefined : 'CPT';
  return defined<VaccineFacts>({
    cvx: counts,
    vaccine: counts === undefined ? undefined : vaccineByCvx(counts),
    ndc,
    product,
    isCoded,
    otherCvx: cvx === undefined ? undefined : other,
    codeSystem,
  });
}

function readObservation(
  obx: Segment,
  dose: {
    readonly today: Ymd;
    readonly givenOn: Ymd | undefined;
    readonly birthDate: Ymd | undefined;
    readonly administered: boolean;
    readonly vaccine: Vaccine | undefined;
  },
): ObservationFacts {
  const valueType = code(obx, 2);
  const value = text(obx, 5);
  return defined<ObservationFacts>({
    own: [obx],
    field: undefined,
    repetition: undefined,
    ...dose,
    valueType,
    identifier: text(obx, 3),
    subId: text(obx, 4),
    value,
    day: value !== undefined && DATE_TYPES.has(valueType ?? '') ? readDay(value) : undefined,
    number: value !== undefined && valueType === 'NM' ? numberOf(value) : undefined,
    units: text(obx, 6),
    observedOn: readDay(obx.text(14)),
  });
}

const DATE_TYPES = new Set(['DT', 'TS', 'DTM']);
const NUMBER = /^[+-]?\d+(?:\.\d*)?$/;

function numberOf(sent: string): number | undefined {
  const trimmed = sent.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : undefined;
}
