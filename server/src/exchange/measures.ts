import { type CheckResult, type Finding, hasErrors, type Order, ordersOf } from '@cairn/guide';
import type { Message, Segment } from '@cairn/hl7';
import { civilDate } from '../registry/dates.ts';

/**
 * What is measured of a submission (docs/monitoring.md says why). Their order is that of the numbers in
 * `message_arrival.quality`, so new ones go to the end and none is taken out.
 */
export const MEASURES = [
  'chart',
  'maiden-name',
  'sex',
  'race',
  'address',
  'phone',
  'ethnicity',
  'next-of-kin',
  'lot',
  'expiration',
  'manufacturer',
  'provider',
  'amount',
  'route',
  'site',
  'eligibility',
  'funding',
  'message-clean',
  'dose-recorded',
  'codes-known',
  'within-1',
  'within-3',
  'within-7',
  'within-14',
  'within-30',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Of each measure in their order: how many were good, how many there were. */
export type Tally = readonly number[];

/** Patients and doses of whom a child's facts are asked: VFC serves those under 19. */
const GROWN_UP = 19;
const DAY_MS = 24 * 60 * 60_000;
const WITHIN = { 'within-1': 1, 'within-3': 3, 'within-7': 7, 'within-14': 14, 'within-30': 30 } as const;
const AT = Object.fromEntries(MEASURES.map((name, index) => [name, index * 2])) as Readonly<
  Record<Measure, number>
>;
const ELIGIBILITY = '64994-7';
const FUNDING = '30963-3';

/**
 * Measures one submission, recorded or not.
 * @param message without the values that may not be recorded: they count as missing
 * @param today the civil day on which it came
 */
export function measure(
  message: Message,
  check: Pick<CheckResult, 'orders'>,
  { findings, isRefused }: { readonly findings: readonly Finding[]; readonly isRefused: boolean },
  today: string,
): Tally {
  const tally: number[] = Array.from({ length: MEASURES.length * 2 }, () => 0);
  const count = (of: Measure, good: boolean | number, all = 1): void => {
    const at = AT[of];
    tally[at] = (tally[at] ?? 0) + Number(good);
    tally[at + 1] = (tally[at + 1] ?? 0) + all;
  };
  const orders = ordersOf(message);
  count('message-clean', !hasErrors(findings));
  count('codes-known', !findings.some(isUnknownCode));
  if (orders.length > 0) count('dose-recorded', isRefused ? 0 : check.orders.length, orders.length);
  const pid = message.first('PID');
  const birthDate = pid ? civilDate(pid.text(7)) : undefined;
  if (pid) measurePatient(message, pid, isChild(birthDate, today), count);
  for (const order of orders) {
    if (isAdministered(order)) measureDose(order, birthDate, today, count);
  }
  return tally;
}

type Count = (of: Measure, good: boolean) => void;

const isUnknownCode = ({ severity, value }: Finding): boolean =>
  severity === 'E' && (value === 'unknown' || value === 'retired');

const has = (segment: Segment, field: number): boolean => segment.state(field) === 'valued';

function measurePatient(message: Message, pid: Segment, child: boolean, count: Count): void {
  count('chart', has(pid, 3));
  count('sex', has(pid, 8));
  count('race', has(pid, 10));
  // Street, city, state and ZIP: a letter would arrive.
  count(
    'address',
    [1, 3, 4, 5].every((component) => pid.text(11, component).trim() !== ''),
  );
  count('phone', has(pid, 13));
  count('ethnicity', has(pid, 22));
  if (!child) return;
  count('maiden-name', has(pid, 6));
  count('next-of-kin', message.first('NK1') !== undefined);
}

function measureDose({ rxa, rest }: Order, birthDate: string | undefined, today: string, count: Count): void {
  const on = civilDate(rxa.text(3).trim());
  const rxr = rest.find(({ name }) => name === 'RXR');
  count('lot', has(rxa, 15));
  count('expiration', has(rxa, 16));
  count('manufacturer', has(rxa, 17));
  count('provider', has(rxa, 10));
  // 999 says that the amount is not known.
  count('amount', has(rxa, 6) && rxa.text(6).trim() !== '999');
  count('route', rxr !== undefined && has(rxr, 1));
  count('site', rxr !== undefined && has(rxr, 2));
  count('funding', observes(rest, FUNDING));
  if (isChild(birthDate, on ?? today)) count('eligibility', observes(rest, ELIGIBILITY));
  if (on === undefined || on > today) return;
  const days = (Date.parse(today) - Date.parse(on)) / DAY_MS;
  for (const within of TIMELY) count(within, days <= WITHIN[within]);
}

const TIMELY = Object.keys(WITHIN) as readonly (keyof typeof WITHIN)[];

const observes = (rest: readonly Segment[], code: string): boolean =>
  rest.some((segment) => segment.name === 'OBX' && segment.text(3, 1) === code && has(segment, 5));

/** RXA-9 says that the sender gave it; it was neither refused nor taken back. */
function isAdministered({ rxa }: Order): boolean {
  const completion = rxa.text(20);
  return rxa.text(9, 1) === '00' && completion !== 'RE' && completion !== 'NA' && rxa.text(21) !== 'D';
}

function isChild(birthDate: string | undefined, on: string): boolean {
  if (birthDate === undefined) return false;
  const number = (day: string): number => Number(day.replaceAll('-', ''));
  return number(on) - number(birthDate) < GROWN_UP * 10_000;
}
