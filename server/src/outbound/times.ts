/** How patient the connections to other registries are; tests have less of it. */
export type OutboundTimes = {
  /** How long a connection may take to come about; less where the endpoint's own time for an answer is shorter. */
  readonly connectMs: number;
  /** How often endpoints, maintenance and the state of the breakers are read. */
  readonly refreshMs: number;
  /** How long a queue that has nothing to do waits before it looks again. */
  readonly idleMs: number;
  /** How often the look through a long queue begins anew, for what waits at its head for another try. */
  readonly anewMs: number;
  /** How often a registry is asked whether it lives, while nothing is sent to it. */
  readonly healthMs: number;
  /** How long it may take to say so; less where the endpoint's own time for an answer is shorter. */
  readonly healthAnswerMs: number;
  /** The first pause before a message is tried again; it doubles. */
  readonly backOffMs: number;
  readonly longestBackOffMs: number;
  /** After how many tries that count against a message it is given up. */
  readonly attempts: number;
  /** How many failures in a row close the way. */
  readonly failuresToClose: number;
  /** For how long it is closed at first; it doubles. */
  readonly closedMs: number;
  readonly longestClosedMs: number;
  /** How long a stop waits for answers that are on their way. */
  readonly graceMs: number;
  /** How long a backfill leaves the database to others after each batch. */
  readonly backfillPauseMs: number;
};

export const TIMES: OutboundTimes = {
  connectMs: 10_000,
  refreshMs: 5_000,
  idleMs: 500,
  anewMs: 30_000,
  healthMs: 30_000,
  healthAnswerMs: 15_000,
  backOffMs: 2_000,
  longestBackOffMs: 10 * 60_000,
  attempts: 8,
  failuresToClose: 5,
  closedMs: 15_000,
  longestClosedMs: 5 * 60_000,
  graceMs: 5_000,
  backfillPauseMs: 50,
};
