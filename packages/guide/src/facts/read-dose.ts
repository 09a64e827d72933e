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
import { isStandard, mayBeKept, Memory } from '../memory.ts';
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
  const vaccine = vaccineOf(rxa);
  const completion = code(rxa, 20);
  const source = text(rxa, 9);
  const givenOn = readDay(rxa.text(3));
  const refused = completion === 'RE';
  const given = !refused && completion !== 'NA' && vaccine.cvx !== NO_VACCINE;
  const administered = given && source === '00';
  const amount = numberOf(rxa.text(6));
  let rxr: Segment | undefined;
  let eligibility: ObservationFacts | undefined;
  let funding: ObservationFacts | undefined;
  const observed: ObservationFacts[] = [];
  for (const segment of rest) {
    if (segment.name === 'RXR') rxr ??= segment;
    if (segment.name !== 'OBX') continue;
    const one = readObservation(segment, today, givenOn, birthDate, administered, vaccine.vaccine);
    observed.push(one);
    if (one.identifier === ELIGIBILITY) eligibility ??= one;
    if (one.identifier === FUNDING) funding ??= one;
  }
  const isBorn = givenOn !== undefined && birthDate !== undefined && givenOn >= birthDate;
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
    ageMonths: isBorn ? monthsBetween(birthDate, givenOn) : undefined,
    ageDays: isBorn ? daysBetween(birthDate, givenOn) : undefined,
    cvx: vaccine.cvx,
    vaccine: vaccine.vaccine,
    isCoded: vaccine.isCoded,
    ndc: vaccine.ndc,
    product: vaccine.product,
    otherCvx: vaccine.otherCvx,
    codeSystem: vaccine.codeSystem,
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
    eligibility: eligibility?.value,
    funding: funding?.value,
    observations: observed,
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
  const sent = rxa.raw(5);
  const known = isStandard(rxa) ? vaccines.get(sent) : undefined;
  if (known) return known;
  const read = readVaccine(rxa);
  if (isStandard(rxa)) vaccines.keep(sent, read);
  return read;
}

const vaccines = new Memory<VaccineFacts>();

function readVaccine(rxa: Segment): VaccineFacts {
  let cvx: string | undefined;
  let ndc: string | undefined;
  let product: Product | undefined;
  let isCoded = false;
  let cpt: readonly string[] = [];
  for (const value of [1, 4]) {
    const sent = text(rxa, 5, value);
    if (sent === undefined) continue;
    isCoded = true;
    switch (code(rxa, 5, value + 2)) {
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

/** What an OBX says by itself. */
type Observed = Pick<
  ObservationFacts,
  'valueType' | 'identifier' | 'subId' | 'value' | 'day' | 'number' | 'units' | 'observedOn'
>;

const observations = new Memory<Observed>();

function observedIn(obx: Segment): Observed {
  const whole = isStandard(obx) ? obx.toString() : '';
  const known = whole === '' ? undefined : observations.get(whole);
  if (known) return known;
  const valueType = code(obx, 2);
  const value = text(obx, 5);
  const read = defined<Observed>({
    valueType,
    identifier: text(obx, 3),
    subId: text(obx, 4),
    value,
    day: value !== undefined && DATE_TYPES.has(valueType ?? '') ? readDay(value) : undefined,
    number: value !== undefined && valueType === 'NM' ? numberOf(value) : undefined,
    units: text(obx, 6),
    observedOn: readDay(obx.text(14)),
  });
  if (whole !== '' && mayBeKept(obx)) observations.keep(whole, read);
  return read;
}

function readObservation(
  obx: Segment,
  today: Ymd,
  givenOn: Ymd | undefined,
  birthDate: Ymd | undefined,
  administered: boolean,
  vaccine: Vaccine | undefined,
): ObservationFacts {
  const { valueType, identifier, subId, value, day, number, units, observedOn } = observedIn(obx);
  return defined<ObservationFacts>({
    own: [obx],
    field: undefined,
    repetition: undefined,
    today,
    givenOn,
    birthDate,
    administered,
    vaccine,
    valueType,
    identifier,
    subId,
    value,
    day,
    number,
    units,
    observedOn,
  });
}

const DATE_TYPES = new Set(['DT', 'TS', 'DTM']);
const NUMBER = /^[+-]?\d+(?:\.\d*)?$/;

function numberOf(sent: string): number | undefined {
  const trimmed = sent.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : undefined;
}
