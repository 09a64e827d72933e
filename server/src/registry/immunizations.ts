import { productByNdc, vaccinesOfCpt } from '@cairn/codes';
import { type Day, type DoseInput, type ObservationInput, parseDay, lastOfMonth } from '@cairn/forecast';
import type { PatientInput, Schedule } from '@cairn/forecast';
import type { Segment } from '@cairn/hl7';
import { civilDate } from './dates.ts';
import { PID } from './demographics.ts';

/** A dose that was given, as far as its order says, and that no schedule can be asked about. */
export type UnreadDose = {
  /** The 1-based number of its order. */
  readonly id: string;
  /** `YYYY-MM-DD`, or what RXA-3 has. */
  readonly date: string;
  /** RXA-5, `NDC:00000-0000-00`; '' where it has no code. */
  readonly code: string;
  readonly why: string;
};

export type PatientReading = {
  /** Undefined where PID-7 names no day: without it there is no age. Doses have the 1-based number of their order as id. */
  readonly input: PatientInput | undefined;
  /** Given, but without a CVX code or a day. A CVX code that no schedule knows is in `input`: the forecast reports it. */
  readonly unknown: readonly UnreadDose[];
};

/**
 * What evaluation and forecast need to know, from the segments of a VXU, a Z32 or Z42 answer, or stored reports.
 *
 * Doses: those that were given (RXA-20 CP, PA or empty, RXA-21 other than D); CVX 998 says that none was. A partial dose
 * (PA) is recorded and does not count, as one that is known to be sub-standard.
 * Observations: presumed immunity, special indications, contraindications and reactions (OBX-3), of every order.
 * @param orders one list a dose: RXA first or after ORC, then RXR, OBX, NTE
 * @param schedule translates codes of observations; none are read without it
 */
export function patientInput(
  pid: Segment,
  orders: readonly (readonly Segment[])[],
  asOf: Day,
  schedule?: Pick<Schedule, 'observationsOfCode'>,
): PatientReading {
  const doses: DoseInput[] = [];
  const unknown: UnreadDose[] = [];
  const observations: ObservationInput[] = [];
  for (const [index, order] of orders.entries()) {
    const rxa = order.find(({ name }) => name === 'RXA');
    if (!rxa || comparable(rxa.text(21)) === 'D') continue;
    if (schedule) observations.push(...observationsIn(order, schedule));
    if (!wasGiven(rxa)) continue;
    const read = readDose(rxa, String(index + 1));
    if ('why' in read) unknown.push(read);
    else doses.push(read);
  }
  const birthDate = parseDay(civilDate(pid.text(PID.birthDate).trim()) ?? '');
  if (birthDate === undefined) return { input: undefined, unknown };
  const sex = comparable(pid.text(PID.sex));
  const birthCountry = birthCountryOf(pid);
  return {
    input: {
      birthDate,
      gender: sex === 'F' || sex === 'M' ? sex : 'U',
      ...(birthCountry === undefined ? {} : { birthCountry }),
      assessmentDate: asOf,
      doses,
      observations,
    },
    unknown,
  };
}

const comparable = (text: string): string => text.trim().toUpperCase();

const GIVEN = new Set(['', 'CP', 'PA']);

const wasGiven = (rxa: Segment): boolean =>
  GIVEN.has(comparable(rxa.text(20))) && !codesOf(rxa).some(({ code }) => code === '998');

function readDose(rxa: Segment, id: string): DoseInput | UnreadDose {
  const codes = codesOf(rxa);
  const civil = civilDate(rxa.text(3).trim());
  const date = parseDay(civil ?? '');
  const named = codes.map(({ system, code }) => `${system}:${code}`).join(' or ');
  const unread = (why: string): UnreadDose => ({ id, date: civil ?? rxa.text(3), code: named, why });
  if (date === undefined) return unread('RXA-3 names no day.');
  const found = vaccineOf(codes);
  if ('why' in found) return unread(found.why);
  const mvx = comparable(rxa.text(17, 1)) || found.mvx;
  const volume = volumeOf(rxa);
  const lotExpiration = expirationOf(rxa.text(16).trim());
  return {
    id,
    date,
    cvx: found.cvx,
    ...(mvx === undefined ? {} : { mvx }),
    ...(volume === undefined ? {} : { volume }),
    ...(lotExpiration === undefined ? {} : { lotExpiration }),
    ...(comparable(rxa.text(20)) === 'PA' ? { isSubstandard: true } : {}),
  };
}

type CodeOf = { readonly system: string; readonly code: string };

/** RXA-5 and its alternate triplet. */
export function codesOf(rxa: Segment): readonly CodeOf[] {
  return [
    { system: comparable(rxa.text(5, 3)), code: rxa.text(5, 1).trim() },
    { system: comparable(rxa.text(5, 6)), code: rxa.text(5, 4).trim() },
  ].filter(({ code }) => code !== '');
}

/** A code of three digits at most can only be a CVX code, whatever a sender calls the system. */
const isCvx = ({ code }: CodeOf): boolean => /^\d{1,3}$/.test(code);

/** What a code of any system names; of several CVX codes of one CPT code none is guessed. */
export function vaccineOf(
  codes: readonly CodeOf[],
): { readonly cvx: string; readonly mvx?: string } | { readonly why: string } {
  const cvx = codes.find(isCvx);
  if (cvx) return { cvx: cvx.code.padStart(2, '0') };
  for (const { code } of codes) {
    const product = productByNdc(code);
    if (product) return { cvx: product.cvx, ...(product.mvx === '' ? {} : { mvx: product.mvx }) };
    const [only, ...others] = vaccinesOfCpt(code.toUpperCase());
    if (only !== undefined && others.length === 0) return { cvx: only };
    if (only !== undefined) {
      return { why: `The CPT code stands for several vaccines (CVX ${[only, ...others].join(', ')}).` };
    }
  }
  return {
    why:
      codes.length === 0
        ? 'RXA-5 has no code.'
        : 'The code is no CVX, and no NDC or CPT code that CDC maps to one.',
  };
}

/** RXA-6 in millilitres; 999 says that the amount is not known. */
function volumeOf(rxa: Segment): number | undefined {
  const text = rxa.text(6).trim();
  const isMl = comparable(rxa.text(7, 1)) === 'ML';
  return isMl && text !== '999' && /^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0
    ? Number(text)
    : undefined;
}

/** A month without a day ends with its last. */
function expirationOf(text: string): Day | undefined {
  const [, year, month] = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined) return lastOfMonth(Number(year), Number(month));
  return parseDay(civilDate(text) ?? '');
}

/** LOINC codes in OBX-3 whose values are what CDC's schedule calls observations. */
const OBSERVED = new Set([
  '59784-9', // presumed immunity to a disease
  '75505-8', // immunity shown by serology
  '59785-6', // special indication
  '30945-0', // contraindication
  '31044-1', // reaction
]);
const SYSTEMS: Readonly<Record<string, string>> = { SCT: 'SNOMED', SNOMED: 'SNOMED', CDCPHINVS: 'CDCPHINVS' };

/** A code that stands for several observations says none of them for certain. */
function observationsIn(
  order: readonly Segment[],
  { observationsOfCode }: Pick<Schedule, 'observationsOfCode'>,
): readonly ObservationInput[] {
  return order.flatMap((obx) => {
    if (obx.name !== 'OBX' || !OBSERVED.has(obx.text(3).trim())) return [];
    const system = SYSTEMS[comparable(obx.text(5, 3))];
    const [code, ...others] = observationsOfCode.get(`${system ?? ''} ${obx.text(5, 1).trim()}`) ?? [];
    if (code === undefined || others.length > 0) return [];
    const date = parseDay(civilDate(obx.text(14).trim()) ?? '');
    return [{ code, ...(date === undefined ? {} : { date }) }];
  });
}

/** The country of a birth address (PID-11, type BDL) as the schedule writes it; it names the United States only. */
function birthCountryOf(pid: Segment): string | undefined {
  for (let repetition = 1; repetition <= pid.repetitions(11); repetition++) {
    if (comparable(pid.text(11, 7, repetition)) !== 'BDL') continue;
    const country = comparable(pid.text(11, 6, repetition));
    if (country !== '') return country === 'USA' || country === 'US' ? 'U.S.' : country;
  }
  return undefined;
}
