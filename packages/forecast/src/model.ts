/** A civil day as days since 1970-01-01. */
export type Day = number;

/** What is known of a patient when the schedule is applied (logic specification 4.6, chapter 4, gather data). */
export type PatientInput = {
  readonly birthDate: Day;
  /** Anything but F and M is unknown. */
  readonly gender: 'F' | 'M' | 'U';
  readonly birthCountry?: string;
  /** The day for which evaluation and forecast are made. */
  readonly assessmentDate: Day;
  readonly doses: readonly DoseInput[];
  readonly observations: readonly ObservationInput[];
};

export type DoseInput = {
  /** The caller's own name of the dose; comes back in the evaluation. */
  readonly id: string;
  readonly date: Day;
  readonly cvx: string;
  readonly mvx?: string;
  readonly tradeName?: string;
  /** millilitres */
  readonly volume?: number;
  readonly lotExpiration?: Day;
  /** Known to be sub-standard (recall, cold chain). */
  readonly isSubstandard?: true;
};

export type ObservationInput = {
  /** CDSi observation code, three digits */
  readonly code: string;
  readonly date?: Day;
};

export type EvaluationStatus = 'Valid' | 'Not Valid' | 'Extraneous' | 'Sub-standard';

export type EvaluationReason =
  | 'Age: Too Young'
  | 'Age: Too Old'
  | 'Interval: Too Soon'
  | 'Live Virus Conflict'
  | 'Not a preferable or allowable vaccine'
  | 'Inadvertent Vaccine'
  | 'Series Already Complete'
  | 'Dose condition'
  | 'Grace Period';

/** A dose as one vaccine group sees it, in the best series of an antigen of the group. */
export type DoseEvaluation = {
  readonly doseId: string;
  readonly vaccineGroup: string;
  readonly antigen: string;
  readonly series: string;
  readonly status: EvaluationStatus;
  /** All that apply, the one that counts first. */
  readonly reasons: readonly EvaluationReason[];
  /** The number of the target dose it satisfied, or was held against. */
  readonly targetDose?: number;
};

export type SeriesStatus =
  'Not Complete' | 'Complete' | 'Immune' | 'Contraindicated' | 'Aged Out' | 'Not Recommended';

/** The forecast of one vaccine group. */
export type GroupForecast = {
  readonly vaccineGroup: string;
  readonly seriesType: 'standard' | 'risk';
  readonly status: SeriesStatus;
  readonly reasons: readonly string[];
  /** Only where the status is Not Complete. */
  readonly earliest?: Day;
  readonly recommended?: Day;
  readonly pastDue?: Day;
  readonly latest?: Day;
  readonly doseNumber?: number;
  readonly antigens: readonly string[];
  /** CVX codes of vaccines that may be given */
  readonly vaccines: readonly string[];
  /** Names of the best series that it is made of. */
  readonly series: readonly string[];
};

export type ForecastResult = {
  /** Version of the schedule. */
  readonly version: string;
  readonly evaluations: readonly DoseEvaluation[];
  readonly forecasts: readonly GroupForecast[];
  /** Doses that no schedule knows: the caller's ids. Reported, never dropped. */
  readonly unknownDoses: readonly string[];
};
