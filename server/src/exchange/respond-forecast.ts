import { conform } from '@cairn/guide';
import { dayOf, forecast } from '@cairn/forecast';
import { buildMessage, type Message, type Segment } from '@cairn/hl7';
import { localDate } from '../platform/clock.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { patientSegments } from '../registry/demographics.ts';
import { vaccinationEvents } from '../registry/events.ts';
import { historyInput } from '../registry/history-input.ts';
import { scheduleOn } from '../registry/schedules.ts';
import type { AnswerContext } from './acknowledge.ts';
import { evaluationSegments, forecastOrder, suspectSegments } from './forecast-segments.ts';
import { responseHead, type ShownPerson, shownIdentifiers, standingSegments } from './respond.ts';

/** PID as Z42 has it: what identifies the person, and no more. */
const SHOWN_OF_PID = new Set(['PID-5', 'PID-7', 'PID-8', 'PID-11', 'PID-30']);

/**
 * The evaluated history of one person and the forecast of every vaccine group (profile Z42), computed now: doses that
 * were given, each with how it was evaluated, then one order of no vaccine that holds the forecast. Refusals and
 * deleted doses are left out; what was observed besides (eligibility, VIS) is for a history (Z32).
 */
export function respondWithForecast(
  shown: ShownPerson,
  context: AnswerContext,
  pack: Pick<Jurisdiction, 'timeZone' | 'schedules' | 'forecastLayout'>,
): string {
  const today = localDate(context.at, pack.timeZone);
  const asOf = dayOf(today);
  const schedule = scheduleOn(pack, today);
  const { fields } = shown.person.demographics;
  const demographics = {
    fields: Object.fromEntries(Object.entries(fields).filter(([path]) => SHOWN_OF_PID.has(path))),
    nextOfKin: [],
  };
  const { pid } = patientSegments(demographics, shownIdentifiers(shown, context));
  const events = vaccinationEvents(shown.reports, shown.doseLinks);
  const orders = events.map((event) => standingSegments(event, context));
  const { input, given, isSuspect } = historyInput(shown.person.demographics, events, asOf, schedule, orders);
  const result = input && forecast(input, schedule);
  const shownOrders = orders.flatMap((order, index) => {
    const id = String(index + 1);
    return given.has(id) ? [{ id, segments: order.filter(isOfDose) }] : [];
  });
  const answer = buildMessage([
    ...responseHead('Z42', 'AA', 'OK', [], context),
    pid,
    ...shownOrders.flatMap(({ segments }) => segments),
  ]);
  // What senders said is made to keep to the guide before what we say is put to it: that does, and is ten times as much.
  conform(answer);
  if (!result) return answer.toString();
  const said = shownOrders.map((order) =>
    isSuspect(order.id) ? suspectSegments(asOf) : evaluationSegments(order.id, result, asOf),
  );
  putToDoses(answer, said);
  // Nothing is due to someone who has died.
  if (fields['PID-30'] === 'Y') return answer.toString();
  const { authority } = context.pack.registry;
  for (const segment of forecastOrder(result, asOf, authority, pack.forecastLayout)) answer.append(segment);
  return answer.toString();
}

/**
 * Puts observations behind the doses they speak of: the n-th list behind the n-th order.
 * @throws Error where there are not as many orders, since a dose must not get the evaluation of another
 */
function putToDoses(message: Message, lists: readonly (readonly Segment[])[]): void {
  const orders = message.segments.filter(({ name }) => name === 'ORC');
  if (orders.length !== lists.length || message.all('RXA').length !== lists.length) {
    throw new Error(`${lists.length} doses were to be shown, the answer has ${orders.length}`);
  }
  // From the last, so that places in front do not move.
  for (let index = lists.length - 1; index >= 0; index--) {
    const next = orders[index + 1];
    let end = next ? message.segments.indexOf(next) : message.segments.length;
    for (const segment of lists[index] ?? []) message.insert(end++, segment);
  }
}

const isOfDose = ({ name }: Segment): boolean => name === 'ORC' || name === 'RXA' || name === 'RXR';
