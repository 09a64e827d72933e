import type { CatalogueEntry, Effect, MessageKind, Severity } from '@cairn/guide';
import type { Outcome } from './check-text.ts';

export const SEVERITY: Readonly<Record<Severity | 'off', string>> = {
  E: 'error',
  W: 'warning',
  I: 'note',
  off: 'not reported',
};

/** What becomes of the data, in the words of a table. */
export const EFFECT: Readonly<Record<Effect, string>> = {
  none: 'kept',
  value: 'value left out',
  segment: 'segment left out',
  dose: 'dose not recorded',
  message: 'nothing recorded',
  reject: 'message refused',
};

const RANK: Readonly<Record<Severity, number>> = { E: 0, W: 1, I: 2 };

export const isAtLeast = (severity: Severity, least: Severity): boolean => RANK[severity] <= RANK[least];
export const bySeverity = (a: Severity, b: Severity): number => RANK[a] - RANK[b];

/** What a registry would answer, and what it would do with the message. */
export function answer(ack: string, outcome: Outcome, kind: MessageKind | undefined): string {
  if (outcome === 'rejected') return 'AR, refused';
  // Answers of a registry (ACK, RSP) are not answered themselves.
  if (kind === undefined) return outcome === 'clean' ? 'keeps to the guide' : 'departs from the guide';
  return `${ack}, ${(kind === 'QBP' ? ANSWERED : RECORDED)[outcome]}`;
}

const RECORDED: Readonly<Record<Exclude<Outcome, 'rejected'>, string>> = {
  clean: 'recorded',
  noted: 'recorded',
  warned: 'recorded',
  part: 'recorded in part',
  refused: 'refused',
};

const ANSWERED: Readonly<Record<Exclude<Outcome, 'rejected'>, string>> = {
  clean: 'answered',
  noted: 'answered',
  warned: 'answered',
  part: 'answered, part of it not understood',
  refused: 'not answered',
};

/** How many messages came out how, for the end of a report. */
export const OUTCOME: Readonly<Record<Outcome, string>> = {
  clean: 'clean',
  noted: 'with notes only',
  warned: 'with warnings',
  part: 'recorded in part',
  refused: 'refused',
  rejected: 'refused',
};

/** A finding that costs a segment or more is an error, whatever its rule says. */
export const severityOf = ({
  severity,
  effect,
}: Pick<CatalogueEntry, 'severity' | 'effect'>): Severity | 'off' =>
  severity === 'off' || effect === 'none' || effect === 'value' ? severity : 'E';

/** What becomes of the data by an entry of the catalogue; some say it in their own words only. */
export function effectOf({ effect, severity, kind }: CatalogueEntry): string {
  if (severity === 'off') return '';
  return effect === 'none' && severity === 'E' && kind !== 'field' ? 'as it says' : EFFECT[effect];
}

export const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`;
