/** What a population is made from; the same options make the same messages, byte for byte. */
export type SimulateOptions = {
  readonly seed: number;
  /** Number of the first person; persons before it are not made. */
  readonly from: number;
  readonly persons: number;
  /** Stop after so many messages. */
  readonly messages?: number;
  /** Day on which the population is looked at, days since 1970-01-01: nothing is dated after it. */
  readonly today: number;
  /** How many, under codes from DE-100001 on; or the codes of those there are. */
  readonly sites: number | readonly string[];
  /** MSH-4 of every message; where it is not given, each site sends for itself. */
  readonly sendingFacility?: string;
  /** Birth dates squeezed into so many days before today: as many persons a birth date as in a larger population. */
  readonly density?: number;
  /** Visits a person, on average, that are reported when they happen; others are known from histories only. */
  readonly visits: number;
  /** Persons whose messages are mixed with one another, a multiple of 64; 1 for one person after the other. */
  readonly window: number;
};

/** Person numbers must stay apart in 32 bits with what is counted below them. */
export const MOST_PERSONS = 60_000_000;

export const DEFAULTS = {
  seed: 1,
  from: 0,
  persons: 10_000,
  sites: 200 as number | readonly string[],
  visits: 4,
  window: 512,
} as const;
