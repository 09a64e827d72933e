import { kindOf, type Order, ordersOf } from '@cairn/guide';
import type { Message } from '@cairn/hl7';
import type { ReadinessCase } from '../platform/jurisdiction.ts';
import { civilDate } from '../registry/dates.ts';
import { queryName } from './check-query.ts';
import type { Outcome } from './ledger.ts';
import type { QueryStatus } from './respond.ts';

/** What the asker was told (QAK-2); `several` where it was given a list to choose from (Z31), which QAK-2 calls OK too. */
export type Told = QueryStatus | 'several';

/** From this age on somebody is an adult to immunization programs: VFC and the schedule for children end with 18. */
const ADULT_YEARS = 19;

/**
 * Which cases of the readiness list a test message shows, in the order of the list. Only what was taken shows something; of
 * a message that was taken in part, the doses that were kept.
 * @param told of a query: how it was answered
 * @param today the civil day in the jurisdiction: a dose that lies ahead was not given
 * @param orders those that were kept
 */
export function casesShown(
  message: Message,
  outcome: Outcome,
  told: Told | undefined,
  today: string,
  orders: readonly Order[] = ordersOf(message),
): readonly ReadinessCase[] {
  if (kindOf(message) === 'QBP') return outcome === 'answered' ? queryCases(message, told) : [];
  if (outcome !== 'accepted' && outcome !== 'partly-accepted') return [];
  const birthDate = civilDate(message.text('PID-7').trim());
  const shown = new Set(orders.flatMap((order) => doseCase(order, birthDate, today) ?? []));
  return DOSE_CASES.filter((name) => shown.has(name));
}

const DOSE_CASES: readonly ReadinessCase[] = [
  'administered-child',
  'administered-adult',
  'historical',
  'update',
  'delete',
  'refusal',
];

/** RXA-9.1: 01 to 08 are the sources from which a history is taken over (NIP001). */
const HISTORICAL = /^0[1-8]$/;

function doseCase({ rxa }: Order, birthDate: string | undefined, today: string): ReadinessCase | undefined {
  const completion = rxa.text(20).trim().toUpperCase();
  const action = rxa.text(21).trim().toUpperCase();
  if (completion === 'RE') return 'refusal';
  if (action === 'U') return 'update';
  if (action === 'D') return 'delete';
  if (action !== '' && action !== 'A') return undefined;
  const source = rxa.text(9, 1).trim();
  if (HISTORICAL.test(source)) return 'historical';
  const day = civilDate(rxa.text(3).trim());
  const isGiven = completion === '' || completion === 'CP' || completion === 'PA';
  if (source !== '00' || !isGiven || birthDate === undefined || day === undefined || day > today) {
    return undefined;
  }
  return day < birthday(birthDate, ADULT_YEARS) ? 'administered-child' : 'administered-adult';
}

/** The day on which somebody turns that old; whoever was born on 29 February, on 1 March. Days compare as texts. */
const birthday = (birthDate: string, years: number): string =>
  `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0')}${birthDate.slice(4)}`;

function queryCases(message: Message, told: Told | undefined): readonly ReadinessCase[] {
  const qpd = message.first('QPD');
  if (told === 'NF') return ['nobody-found'];
  if (told === 'TM' || told === 'several') return ['several-found'];
  if (told !== 'OK' || !qpd) return [];
  return [queryName(message, qpd) === 'Z44' ? 'forecast-query' : 'history-query'];
}
