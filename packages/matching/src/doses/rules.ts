/**
 * Windows, weights and thresholds of dose de-duplication, and the words for its rules; nothing else holds a number.
 *
 * Which way it errs: two reports are one dose only where the evidence says so, because a wrong merge hides a dose and the
 * child is vaccinated again. In doubt both stay on record and are flagged, but only one counts, because a dose counted
 * twice ends a series early and leaves the child unprotected, the worse harm; inside a window the second would rarely be
 * valid anyway, since the windows end before the shortest interval at which a next dose may count.
 *
 * Sources: MIROW, Vaccination Level Deduplication in IIS (AIRA and CDC, 2006), for the rules and scenarios; NIST's
 * vaccination_deduplication (2017) for the default window, weights and thresholds; CDSi 4.64 for the absolute minimum
 * intervals that make windows shorter.
 */
export const DOSE_RULES = {
  version: '2026-11',

  /** Days between two reports up to which they may tell of one dose. */
  windows: {
    /** One day less than the usual minimum interval: 28 days with 4 days of grace. */
    usual: 23,
    /** By vaccine group; of several shared groups the longest window counts. */
    byGroup: {
      // Post-exposure doses on days 0, 3, 7, 14.
      RABIES: 1,
      // Pfizer's second dose after 21 days, valid from 17.
      'COVID-19': 16,
      // Accelerated schedule on days 0, 7, 21.
      HepB: 6,
      // Second dose of adults from 7 days.
      'Japanese encephalitis': 6,
      // Rapid schedule, valid from 10 days.
      'Tick-borne encephalitis': 9,
      // Post-exposure doses at 0, 2 and 4 weeks.
      ANTHRAX: 13,
      cholera: 0,
    } as Readonly<Record<string, number>>,
    /** By CVX, where a product has a shorter schedule than its groups; it limits the pair. */
    byCvx: {
      // Oral typhoid: capsules on alternate days.
      '25': 0,
      // Hepatitis A and B: accelerated schedule on days 0, 7, 21.
      '104': 6,
      '193': 6,
    } as Readonly<Record<string, number>>,
    /** By what the code names; it limits the pair. */
    byKind: {
      'immune-globulin': 0,
      antitoxin: 0,
      // Two-step tests are a week apart or more.
      'skin-test': 6,
    } as Readonly<Record<string, number>>,
    /** Equal lots make two reports the same up to this many days. */
    sameLot: 7,
  },

  /** Groups of one toxoid family that are mistaken for each other by age: at most unsure. */
  lookAlikes: ['DTAP', 'TDAP', 'Td'] as readonly string[],

  weights: {
    source: { administeredAndHistorical: 60, bothHistorical: 15, bothAdministered: -7, absent: 15 },
    lot: { same: 45, absent: 25, different: -25 },
    /** A code for an unspecified vaccine of the family says as little as no code. */
    cvx: { same: 50, absent: 15, unspecified: 15, different: 5 },
    product: { same: 35, absent: 20, different: -5 },
    organization: { same: 25, absent: 15, different: 10 },
    /** By days apart; the last for all that are farther. */
    days: [80, 65, 50, 43, 38, 30, 23] as readonly number[],
  },

  /** Of the balanced score: above is the same, below is different, the rest is unsure. */
  thresholds: { same: 0.6, different: 0.4 },

  /** Words that stand in the place of a lot number. */
  notALot: [
    'UNK',
    'UNKNOWN',
    'NA',
    'NONE',
    'NULL',
    'HISTORICAL',
    'HIST',
    'NOTAVAILABLE',
    'NOTGIVEN',
  ] as readonly string[],

  /** Order numbers that some EHRs put on every historical dose. */
  notAnOrderNumber: ['', '0', '9999'] as readonly string[],
} as const;

/** How sure a rule is; groups form from the surest pairs. */
export const RULE_STRENGTH = {
  'source-key': 5,
  'same-report': 4,
  'refused-again': 4,
  'given-and-retold': 3,
  'same-lot': 2,
  weights: 1,
} as const;

const WORDS: Readonly<Record<string, string>> = {
  'source-key':
    'The same organization sent both under one order number, for the same vaccine group and about the same day.',
  'same-report': 'The same organization reports the same vaccine on the same day.',
  'given-and-retold':
    'One organization gave it and a history tells of a dose of the same vaccine group on that day.',
  'same-lot': 'The lot numbers are equal and the days are at most a week apart.',
  'refused-again': 'The same organization reports on the same day that the same vaccine group was not given.',
  'not-given': 'One of them was not given: a refusal is no dose, nor is a dose a refusal.',
  'no-shared-group': 'The vaccines have no vaccine group in common.',
  'outside-window': 'The days are too far apart for one dose of these vaccines.',
  'two-injections':
    'The same organization gave both on one day, from two lots, of different vaccine groups or at different sites.',
  'two-givers-two-lots': 'Two organizations each gave a dose, from different lots.',
  'two-days-two-lots': 'The same organization gave doses on two days, from different lots.',
  'look-alike':
    'All else says it is one dose, but one report says DTaP, Tdap or Td where the other says another of them.',
  'wider-retelling':
    'All else says it is one dose, but the history names a vaccine group that the vaccine given does not contain.',
  'day-month-swap':
    'The same vaccine from the same lot, and the dates differ only in day and month having changed places.',
  weights:
    'No single rule settles it; source, lot, vaccine, product, organization and days apart were weighed.',
};

/** What a rule says, in plain words. Throws for a code that no rule has. */
export function explainDoseRule(code: string): string {
  const words = WORDS[code];
  if (words === undefined) throw new Error(`no dose rule has the code ${code}`);
  return words;
}

/** The codes of all rules. */
export const doseRuleCodes = (): readonly string[] => Object.keys(WORDS);
