import type { TraceEntry } from '../decision-table.ts';
import type { EvaluationReason, EvaluationStatus, ForecastResult, SeriesStatus } from '../model.ts';
import type { SeriesType } from '../schedule/data.ts';
import type { Choice } from '../series-run.ts';

/**
 * Why a result is what it is: every decision in the order of the logic specification, ready to be written as JSON. Days
 * are civil (`YYYY-MM-DD`), ages and intervals as the schedule has them (`12m-4d`), vaccines CVX codes, series and
 * antigens by name. `text.ts` makes sentences of it.
 */
export type Explanation = {
  readonly assessmentDate: string;
  readonly birthDate: string;
  readonly antigens: readonly AntigenExplanation[];
  readonly groups: readonly GroupExplanation[];
};

export type Explained = ForecastResult & { readonly explanation: Explanation };

export type AntigenExplanation = {
  readonly antigen: string;
  readonly vaccineGroup: string;
  readonly considered: readonly SeriesExplanation[];
  readonly notRelevant: readonly NotRelevant[];
  /** One a series group. */
  readonly selections: readonly SelectionExplanation[];
};

export type NotRelevant = {
  readonly series: string;
  readonly type: SeriesType;
  readonly why: 'gender' | 'no indication' | 'indication at another age';
  /** Codes of the observations of which one would make it relevant. */
  readonly indications: readonly string[];
};

export type SeriesExplanation = {
  readonly series: string;
  readonly type: SeriesType;
  readonly isBest: boolean;
  /** Observations that make a risk series relevant. */
  readonly indications: readonly string[];
  readonly status: SeriesStatus;
  readonly reason: string;
  /** In the order of evaluation. */
  readonly doses: readonly DoseExplanation[];
  readonly skips: readonly SkipExplanation[];
  /** Of a best series that is not complete. */
  readonly dates?: DatesExplanation;
  /** Of a best series: the table that was asked whether another dose is needed. */
  readonly decisions: readonly TraceEntry[];
};

export type GivenDose = { readonly doseId: string; readonly date: string; readonly cvx: string };

export type DoseExplanation = GivenDose & {
  readonly status: EvaluationStatus;
  readonly reasons: readonly EvaluationReason[];
  /** Absent: all target doses were past. */
  readonly targetDose?: number;
  readonly tests: readonly DoseTest[];
  readonly decisions: readonly TraceEntry[];
};

/** An age or interval of the schedule and the day on which it was reached. */
export type Limit = { readonly rule: string; readonly day: string };

/** What an interval is counted from. */
export type Reference = {
  readonly kind: 'previous dose' | 'target dose' | 'most recent vaccine' | 'observation';
  readonly date: string;
  readonly doseId?: string;
  readonly targetDose?: number;
  readonly observation?: string;
};

export type TestOutcome = 'valid' | 'grace period' | 'too early' | 'too late';

export type DoseTest =
  | {
      readonly test: 'dose condition';
      readonly passed: boolean;
      readonly lotExpiration?: string;
      readonly isSubstandard?: true;
    }
  | { readonly test: 'inadvertent vaccine'; readonly passed: false }
  | {
      readonly test: 'age';
      readonly passed: boolean;
      readonly outcome: TestOutcome;
      /** Days before the limit that was missed, or after it. */
      readonly daysOff?: number;
      readonly absMin?: Limit;
      readonly min?: Limit;
      readonly max?: Limit;
    }
  | {
      readonly test: 'interval';
      readonly passed: boolean;
      readonly outcome: TestOutcome;
      readonly daysOff?: number;
      readonly isAllowable: boolean;
      readonly from: Reference;
      readonly absMin?: Limit;
      readonly min?: Limit;
    }
  | {
      readonly test: 'live virus conflict';
      readonly passed: boolean;
      readonly previous?: GivenDose;
      /** The first day on which it would have been valid. */
      readonly end?: string;
      readonly daysOff?: number;
    }
  | {
      readonly test: 'vaccine';
      readonly passed: boolean;
      readonly as?: 'preferable' | 'allowable';
      /** Listed for the target dose, but of another maker or for another age. */
      readonly isListed: boolean;
      readonly accepted: readonly string[];
    };

export type SkipExplanation = {
  readonly targetDose: number;
  readonly when: 'dose' | 'assessment' | 'earliest';
  /** The dose that was held against it. */
  readonly doseId?: string;
  /** The day that was asked about. */
  readonly day: string;
  /** Those that hold; all of them were needed, or one. */
  readonly conditions: readonly SkipCondition[];
};

export type SkipCondition =
  | { readonly type: 'age'; readonly from?: Limit; readonly to?: Limit }
  | { readonly type: 'completed-series'; readonly seriesGroups: readonly string[] }
  | { readonly type: 'interval'; readonly interval: string; readonly since: string }
  | {
      readonly type: 'count';
      readonly found: number;
      readonly compare: 'more' | 'equal' | 'less';
      readonly count: number;
      readonly validOnly: boolean;
      readonly fromAge?: string;
      readonly toAge?: string;
      readonly start?: string;
      readonly end?: string;
      readonly vaccines?: readonly string[];
    };

/** What asks for a day; the latest sets the earliest date. */
export type Candidate =
  | { readonly kind: 'birth'; readonly day: string }
  | { readonly kind: 'minimum age'; readonly rule: string; readonly day: string }
  | {
      readonly kind: 'minimum interval';
      readonly rule: string;
      readonly from: Reference;
      readonly day: string;
    }
  | {
      readonly kind: 'live virus conflict';
      readonly previous: GivenDose;
      readonly vaccine: string;
      readonly rule: string;
      readonly day: string;
    }
  | { readonly kind: 'season'; readonly day: string }
  | { readonly kind: 'last dose'; readonly doseId: string; readonly day: string };

/** A date of the forecast: by age where the schedule has one, else by interval, never before the earliest date. */
export type DatedBy = {
  readonly day: string;
  readonly by: 'age' | 'interval' | 'earliest';
  readonly rule?: string;
  readonly from?: Reference;
  /** What it would have been, where that is before the earliest date. */
  readonly movedFrom?: string;
};

export type DatesExplanation = {
  readonly targetDose: number;
  readonly doseNumber: number;
  readonly earliest: string;
  /** Latest first: the first one sets the earliest date. */
  readonly candidates: readonly Candidate[];
  readonly recommended: DatedBy;
  readonly pastDue?: DatedBy;
  readonly latest?: Limit;
  readonly vaccines: readonly string[];
};

export type NotScorable =
  'contraindicated' | 'not complete' | 'lower priority' | 'started too late' | 'no valid dose';

export type SelectionExplanation = {
  readonly seriesGroup: string;
  readonly chosen?: string;
  readonly choice: Choice;
  readonly notScorable: readonly { readonly series: string; readonly why: NotScorable }[];
  /** Where it came to points, highest first. */
  readonly scores: readonly {
    readonly series: string;
    readonly total: number;
    readonly preference?: number;
    readonly points: readonly { readonly question: string; readonly points: number }[];
  }[];
  readonly isBest: boolean;
  readonly because:
    | 'nothing chosen'
    | 'complete'
    | 'risk series'
    | 'nothing stands in'
    | 'evaluation only'
    | 'a complete series stands in'
    | 'a risk series stands in';
  /** The series that stands in for it. */
  readonly other?: string;
};

export type GroupExplanation = {
  readonly vaccineGroup: string;
  readonly seriesType: 'standard' | 'risk';
  readonly status: SeriesStatus;
  readonly earliest?: string;
  readonly recommended?: string;
  readonly pastDue?: string;
  /** Whether its dates are those of one series, or made of several antigens'. */
  readonly isMerged: boolean;
  readonly parts: readonly {
    readonly antigen: string;
    readonly series: string;
    readonly status: SeriesStatus;
    /** Whether it counts for the dates. */
    readonly counts: boolean;
    /** Its intervals draw the whole group to its earliest date. */
    readonly isPriority: boolean;
    readonly earliest?: string;
    readonly recommended?: string;
    readonly pastDue?: string;
  }[];
};
