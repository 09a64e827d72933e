import type { Trace } from './decision-table.ts';
import type { Day, EvaluationReason, EvaluationStatus, SeriesStatus } from './model.ts';
import type { Patient, PatientDose } from './patient.ts';
import type {
  CompiledAntigen,
  CompiledDose,
  CompiledSeries,
  CompiledSkip,
  Schedule,
} from './schedule/compiled.ts';

/** A series dose as this patient has it. */
export type Target = {
  readonly dose: CompiledDose;
  status: 'not satisfied' | 'satisfied' | 'skipped';
  /** Index of the record that satisfied it. */
  record: number;
};

/** What a record came to in this series. */
export type Evaluation = {
  readonly status: EvaluationStatus;
  readonly reasons: readonly EvaluationReason[];
  readonly isInadvertent: boolean;
  readonly target: Target | undefined;
};

export type SeriesForecast = {
  readonly earliest: Day;
  /** Something asks for the earliest date; else it is the day of birth for want of a better one. */
  readonly isDated: boolean;
  readonly recommended: Day;
  readonly pastDue: Day | undefined;
  readonly latest: Day | undefined;
  readonly doseNumber: number;
  readonly vaccines: readonly string[];
  readonly target: Target;
  /** All intervals of the target dose override (MULTIANTVG-1). */
  readonly isPriority: boolean;
};

/** One relevant series of one antigen for one patient: evaluated, forecast, scored. */
export type SeriesRun = {
  readonly series: CompiledSeries;
  readonly antigen: CompiledAntigen;
  readonly patient: Patient;
  readonly schedule: Schedule;
  /** The antigen's doses by date. */
  readonly records: readonly PatientDose[];
  readonly evaluations: (Evaluation | undefined)[];
  readonly targets: Target[];
  /** The first target dose that is not past. */
  current: number;
  status: SeriesStatus;
  /** Why (table 7-10). */
  reason: string;
  forecast: SeriesForecast | undefined;
  /** Groups of series of the antigen that have a complete one, as far as that is known yet. */
  readonly completedGroups: ReadonlySet<string>;
  /** Set where the run is to be explained. */
  readonly trace: RunTrace | undefined;
};

/** Is told what happens in a run as it happens: the state of the run is the one in which it was decided. */
export type RunTrace = Trace & {
  /** A record came to something against a target dose. */
  readonly held: (run: SeriesRun, index: number, evaluation: Evaluation) => void;
  /** The current target dose is about to be skipped. */
  readonly skipped: (run: SeriesRun, asked: SkipAsked) => void;
  /** It is evaluated and forecast. */
  readonly done: (run: SeriesRun) => void;
};

export type SkipAsked = {
  /** A dose was held against the target dose, it was the assessment date's turn, or that of the earliest date. */
  readonly when: 'dose' | 'assessment' | 'earliest';
  readonly skips: readonly CompiledSkip[];
  readonly reference: Day;
  readonly anchor: Day;
  readonly before: number;
};

/** Why one series of a series group counts (logic specification 8.1, 8.2). */
export type Choice =
  'default' | 'only scorable' | 'only complete' | 'only in process' | 'default of several' | 'score';

/** Is told how the best series of an antigen are chosen. */
export type SelectionTrace = {
  readonly scored: (question: string, run: SeriesRun, points: number) => void;
  readonly chosen: (
    group: readonly SeriesRun[],
    scorable: readonly SeriesRun[],
    run: SeriesRun | undefined,
    choice: Choice,
  ) => void;
};

export const satisfiedCount = ({ targets }: SeriesRun): number =>
  targets.reduce((count, { status }) => count + (status === 'satisfied' ? 1 : 0), 0);

/** Whether a dose can be one that an interval is counted from (CALCDTINT-1): given, and not by inadvertence. */
export const isReference = (evaluation: Evaluation | undefined): boolean =>
  evaluation !== undefined &&
  !evaluation.isInadvertent &&
  (evaluation.status === 'Valid' || evaluation.status === 'Not Valid');
