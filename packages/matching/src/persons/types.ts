/** What one report says of a person, decoded but not normalised. What it does not say is absent or empty. */
export type PersonFacts = {
  /** The name to be known by first; then aliases, maiden and former names. */
  readonly names: readonly PersonName[];
  /** `YYYY-MM-DD` */
  readonly birthDate?: string;
  /** M, F, X, U … (HL7 table 0001) */
  readonly sex?: string;
  /** Last name of the mother before her first marriage. */
  readonly mothersMaidenName?: string;
  /** First names of mother, father, guardian. */
  readonly guardians?: readonly string[];
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly addresses?: readonly PersonAddress[];
  readonly identifiers?: readonly PersonId[];
  /** Whether the person is one of several born at once; undefined where not said. */
  readonly multipleBirth?: boolean;
  /** 1 for the first born. */
  readonly birthOrder?: number;
};

export type PersonName = {
  readonly last: string;
  readonly first: string;
  readonly middle?: string;
  readonly suffix?: string;
};

export type PersonAddress = {
  readonly street: string;
  /** Apartment, unit; may also be part of the street. */
  readonly other?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
};

/** An id means something only within the namespace that issued it. */
export type PersonId = {
  readonly kind: 'chart' | 'medicaid' | 'ssn';
  /** Who issued it, comparable; '' for ids that are unique everywhere. */
  readonly namespace: string;
  readonly value: string;
};

/** How a value was read out of several: what is compared, in one spelling. Made by `normalisePerson` only. */
export type NormalPerson = {
  readonly names: readonly NormalName[];
  /** Canonical ISO date; '' where missing or a placeholder. */
  readonly birthDate: string;
  /** M, F or another known sex; '' where not said. */
  readonly sex: string;
  readonly mothersMaidenName: string;
  readonly guardians: readonly string[];
  /** Ten digits. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly NormalAddress[];
  readonly ids: readonly PersonId[];
  /** 'Y', 'N' or '' where not said. */
  readonly multipleBirth: string;
  /** 0 where not said. */
  readonly birthOrder: number;
};

export type NormalName = {
  /** All parts joined. */
  readonly last: string;
  /** The parts of a double surname, particles joined to what follows; one part: the whole. */
  readonly lastParts: readonly string[];
  /** '' where missing or a placeholder. */
  readonly first: string;
  readonly middle: string;
  /** '1' for SR and I, '2' for JR and II, …; '' for none. */
  readonly suffix: string;
  /** Whether the first name is one that a hospital gives until there is a name (BABY BOY, TWIN A). */
  readonly isTemporary: boolean;
};

export type NormalAddress = { readonly line: string; readonly zip: string; readonly city: string };

export type KeyKind = 'chart' | 'name' | 'broad' | 'phone';

/** By which a person is found among all others. The text is to be hashed by whoever stores it. */
export type MatchKey = { readonly kind: KeyKind; readonly text: string };

export type MatchOutcome = 'match' | 'possible' | 'different';

/** What is known beyond the two records. */
export type MatchContext = {
  /** How many of a million persons bear the name; undefined where it is not known. */
  readonly frequencies?: {
    last(name: string): number | undefined;
    first(name: string): number | undefined;
  };
  /** Whether so many persons share the value (a clinic's phone, a shelter's address) that it says nothing. */
  readonly isCommon?: (kind: 'phone' | 'address' | 'ssn', value: string) => boolean;
};

export type Comparison = {
  readonly outcome: MatchOutcome;
  /** Base-2 logarithm of the odds that the two are one person. */
  readonly score: number;
  /** Codes of what forbids to call it a match, though the score would. See `explainReason`. */
  readonly guards: readonly string[];
  /** Every field's level in one short text that `explainSignature` reads back, with the version of the rules. */
  readonly signature: string;
};

/** A person that was found by a key: all that its sources say of it, each source's word on its own. */
export type Candidate = {
  readonly id: string;
  readonly records: readonly NormalPerson[];
  /** Sealed records (adoption) are never matched by a machine. */
  readonly isSealed?: boolean;
};

export type Scored = { readonly id: string; readonly comparison: Comparison };

export type MatchDecision =
  | { readonly kind: 'match'; readonly best: Scored; readonly others: readonly Scored[] }
  /** More than one matches: they look like duplicates of each other. */
  | { readonly kind: 'several'; readonly best: Scored; readonly others: readonly Scored[] }
  /** Some may be the same; best first. */
  | { readonly kind: 'possible'; readonly others: readonly Scored[] }
  | { readonly kind: 'nobody' };
