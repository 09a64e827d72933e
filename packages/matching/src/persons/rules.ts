/**
 * The rules by which two records are called one person, as data: Fellegi-Sunter shaped weights in bits (base-2 logarithms),
 * thresholds, and guards. Weights follow published agreement rates (Census 2020 names and dates; CMS patient matching
 * proposal 3.3, conservative rates); thresholds and guards are set so that no pair of twins or look-alikes is joined.
 * A change here is a new RULES_VERSION: stored signatures name the version that made them.
 */
export const RULES_VERSION = '1';

/** Odds that two records of a registry of 40 million persons are one person, before anything is compared. */
export const PRIOR = -25;
export const MATCH_FROM = 8;
export const POSSIBLE_FROM = -4;

/** Brothers, sisters and twins share the whole household, so that it never counts more than this. */
export const HOUSEHOLD_AT_MOST = 16;

/** Bits for an equal name, by its frequency; a name outside the table is rare. */
export const FIRST_EQUAL = { least: 4, most: 11, unknown: 9.5 } as const;
export const LAST_EQUAL = { least: 5.5, most: 11, unknown: 11 } as const;

/** Of the similarity by Jaro and Winkler, from which two names count as spelled alike. */
export const SIMILAR_FROM = 0.9;
/** Of two forms of one name, neither of which is a short form. */
export const SAME_LENGTH_SIMILAR_FROM = 0.84;
/** Of middle names, which tell less: two that are this near do not contradict each other. */
export const MIDDLE_SIMILAR_FROM = 0.84;

/** How many fields besides names, birth date and sex must agree. */
export const CORROBORATORS = {
  doubtfulBirthDate: 2,
  nickname: 2,
  misspelling: 3,
  contradictedName: 3,
} as const;

export type Level = { readonly points: number; readonly words: string };
export type Field = {
  readonly code: string;
  /** Siblings share what is the household's. */
  readonly isHousehold: boolean;
  readonly levels: Readonly<Record<string, Level>>;
};

const level = (points: number, words: string): Level => ({ points, words });

/** Every field and every level it may have; a level's key is its letter in the signature. `-` is said of one or neither. */
export const FIELDS = {
  first: {
    code: 'F',
    isHousehold: false,
    levels: {
      e: level(7, 'Same first name'),
      j: level(7, 'Same first and middle names, divided differently'),
      w: level(6, 'First and middle names are exchanged'),
      x: level(6, 'First and last names are exchanged'),
      u: level(4, 'Same first name, which is also written where there is none'),
      n: level(6, 'First names are forms of one name'),
      a: level(5, 'First names are forms of one name, and spelled alike'),
      t: level(5, 'First names differ by two exchanged letters, and one of them is not a known name'),
      s: level(4.5, 'First names differ by one letter'),
      l: level(3, 'First names are spelled alike'),
      p: level(3, 'One first name is the beginning of the other'),
      m: level(4, 'First name of one is the middle name of the other'),
      i: level(2, 'First name of one is the initial of the other'),
      k: level(-3, 'First names are spelled alike, and both are known names'),
      d: level(-6, 'Different first names'),
      T: level(0, 'First name of one or both is that of a newborn without a name'),
      '-': level(0, 'First name is missing'),
    },
  },
  middle: {
    code: 'M',
    isHousehold: false,
    levels: {
      e: level(4, 'Same middle name'),
      b: level(2, 'Middle name and a part of it'),
      s: level(2, 'Middle names are spelled alike'),
      i: level(2, 'Middle name and its initial'),
      k: level(-1.5, 'Middle names are spelled alike, and both are short or known names'),
      j: level(-1.5, 'Different middle initials'),
      d: level(-3.5, 'Different middle names'),
      '-': level(0, 'Middle name is missing'),
    },
  },
  birthDate: {
    code: 'D',
    isHousehold: false,
    levels: {
      e: level(14, 'Same birth date'),
      w: level(9.5, 'Day and month of the birth dates are exchanged'),
      s: level(8, 'Birth dates differ by a day or a digit'),
      y: level(7, 'Birth dates differ by a digit of the year'),
      d: level(-12, 'Different birth dates'),
      '-': level(0, 'Birth date is missing'),
    },
  },
  sex: {
    code: 'S',
    isHousehold: false,
    levels: {
      e: level(1, 'Same sex'),
      d: level(-2.5, 'Different sex'),
      '-': level(0, 'Sex is missing or neither male nor female'),
    },
  },
  ssn: {
    code: 'N',
    isHousehold: false,
    levels: {
      e: level(14, 'Same social security number'),
      f: level(9, 'Same last four digits of the social security number'),
      s: level(8, 'Social security numbers differ by a digit'),
      d: level(-5, 'Different social security numbers'),
      '-': level(0, 'Social security number is missing'),
    },
  },
  medicaid: {
    code: 'C',
    isHousehold: false,
    levels: {
      e: level(13, 'Same Medicaid number'),
      s: level(7, 'Medicaid numbers differ by a digit'),
      d: level(-4, 'Different Medicaid numbers'),
      '-': level(0, 'Medicaid number is missing'),
    },
  },
  chart: {
    code: 'R',
    isHousehold: false,
    levels: {
      e: level(16, 'Same chart number of the same organization'),
      d: level(0, 'Different chart numbers of the same organization'),
      '-': level(0, 'No chart numbers of the same organization'),
    },
  },
  last: {
    code: 'L',
    isHousehold: true,
    levels: {
      e: level(9, 'Same last name'),
      x: level(5.5, 'Last name is the first name of the other'),
      s: level(5, 'Last names are spelled alike'),
      p: level(5, 'Last names share a part'),
      m: level(3, "Last name is the mother's maiden name of the other"),
      d: level(-4, 'Different last names'),
      '-': level(0, 'Last name is missing'),
    },
  },
  phone: {
    code: 'P',
    isHousehold: true,
    levels: {
      e: level(8, 'Same phone'),
      s: level(6, 'Phones differ by a digit or the area code'),
      d: level(-1, 'Different phones'),
      '-': level(0, 'Phone is missing or shared by many'),
    },
  },
  email: {
    code: 'E',
    isHousehold: true,
    levels: {
      e: level(8, 'Same e-mail address'),
      s: level(5, 'E-mail addresses differ by a letter'),
      d: level(0, 'Different e-mail addresses'),
      '-': level(0, 'E-mail address is missing'),
    },
  },
  address: {
    code: 'A',
    isHousehold: true,
    levels: {
      e: level(8, 'Same address'),
      s: level(7, 'Same address, spelled differently'),
      u: level(6, 'Same building, different units'),
      z: level(3, 'Same ZIP code'),
      c: level(2, 'Same city'),
      d: level(-1.5, 'Different addresses'),
      '-': level(0, 'Address is missing or shared by many'),
    },
  },
  mother: {
    code: 'O',
    isHousehold: true,
    levels: {
      e: level(6, "Same mother's maiden name"),
      s: level(5, "Mother's maiden names are spelled alike"),
      d: level(-3, "Different mother's maiden names"),
      '-': level(0, "Mother's maiden name is missing"),
    },
  },
  guardian: {
    code: 'G',
    isHousehold: true,
    levels: {
      e: level(4, 'Same first name of a parent or guardian'),
      s: level(3, 'First names of parents or guardians are spelled alike'),
      d: level(-2, 'Different first names of parents or guardians'),
      '-': level(0, 'First name of a parent or guardian is missing'),
    },
  },
  suffix: {
    code: 'X',
    isHousehold: false,
    levels: {
      e: level(0.5, 'Same suffix'),
      d: level(-3, 'Different suffixes, such as JR and SR'),
      '-': level(0, 'Suffix is missing'),
    },
  },
  birthOrder: {
    code: 'B',
    isHousehold: false,
    levels: {
      e: level(0.5, 'Same birth order'),
      d: level(-3, 'Different birth orders'),
      '-': level(0, 'Birth order is missing'),
    },
  },
  multiple: {
    code: 'Y',
    isHousehold: false,
    levels: {
      y: level(0, 'Born as one of several'),
      n: level(0, 'Both born alone'),
      o: level(4, 'Both born alone, to the same mother on the same day'),
      '-': level(0, 'Not said whether born as one of several'),
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

/** What forbids a machine to call two records one person, whatever the score, in words for the reviewer. */
export const GUARDS = {
  'birth-order-differs': 'Birth orders differ: these may be twins.',
  'suffix-differs': 'Suffixes differ: these may be father and son.',
  'multiple-birth': 'One of several born at once, and the first names are not the same: these may be twins.',
  'first-name-missing':
    'A first name is missing or only an initial: a brother or sister would look the same.',
  'first-name-temporary': 'A first name stands for a newborn without a name: a twin would look the same.',
  'first-names-distinct': 'First names are spelled alike but both exist: these may be twins.',
  'first-name-differs': 'First names differ.',
  'first-name-fuzzy':
    'First names are not the same, and neither the middle name nor an identifier says that it is one person.',
  'middle-name-differs':
    'Middle names are not the same, and no identifier says that it is one person: these may be two persons of one name, or twins.',
  'last-name-differs': 'Last names are missing or differ, and no identifier says that it is one person.',
  'birth-date-missing': 'A birth date is missing.',
  'birth-date-differs':
    'Birth dates differ, and too little else says that it is one person: relatives of one home may share a name.',
  'sex-differs': 'Sex differs and the first names are not the same.',
  'no-corroborator':
    'Nothing besides names, birth date and sex agrees: there may be two persons of one name born on one day.',
  contradicted:
    'One thing alone agrees besides names, birth date and sex; the address and another thing do not.',
  'names-alone':
    "Nothing but names agrees, and the mother's maiden name, the phone or the address does not: there may be two persons of like names born on one day.",
  sealed: 'The record is sealed (such as by adoption): only a person may match it.',
} as const;

export type Guard = keyof typeof GUARDS;

/** Guards that hold against a whole person when they hold against any one of its records; see `decideMatch`. */
export const HOLDS_FOR_ALL: ReadonlySet<string> = new Set<Guard>([
  'birth-order-differs',
  'suffix-differs',
  'multiple-birth',
  'middle-name-differs',
]);
