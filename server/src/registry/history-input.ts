import { type Day, type PatientInput, type Schedule } from '@cairn/forecast';
import type { Segment } from '@cairn/hl7';
import { type Demographics, patientSegments } from './demographics.ts';
import { type EventReport, type VaccinationEvent } from './events.ts';
import { patientInput, type UnreadDose } from './immunizations.ts';

/** The vaccinations of a person, as evaluation and forecast take them. A dose's id is the 1-based number of its event. */
export type HistoryInput = {
  /** Undefined where no birth date is known: without it there is no age. */
  readonly input: PatientInput | undefined;
  /** The ids of those that were given, also of those that cannot be evaluated or may be another report of one that counts. */
  readonly given: ReadonlySet<string>;
  readonly unread: readonly UnreadDose[];
  /** What may be another report of a dose that counts is shown and does not count again. */
  readonly isSuspect: (id: string) => boolean;
};

/** @param orders the segments of each event, where they are shown otherwise than the events have them */
export function historyInput(
  person: Demographics,
  events: readonly VaccinationEvent<EventReport>[],
  asOf: Day,
  schedule: Schedule,
  orders: readonly (readonly Segment[])[] = events.map(({ segments }) => segments),
): HistoryInput {
  const { pid } = patientSegments(person, '');
  const { input, unknown } = patientInput(pid, orders, asOf, schedule);
  const isSuspect = (id: string): boolean => events[Number(id) - 1]?.suspectOf !== undefined;
  return {
    input: input && { ...input, doses: input.doses.filter(({ id }) => !isSuspect(id)) },
    given: new Set([...(input?.doses ?? []), ...unknown].map(({ id }) => id)),
    unread: unknown,
    isSuspect,
  };
}
