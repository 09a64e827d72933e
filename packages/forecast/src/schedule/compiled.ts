import type { Duration } from '../dates.ts';
import type { Day } from '../model.ts';
import type { SeriesType, SkipData } from './data.ts';

/**
 * Schedule data ready for use (made by `compile.ts`); the names are those of `data.ts`. Every field is there: lists and
 * sets are empty and ages and intervals undefined where the data have none, since evaluation assumes values for what is
 * missing and forecasting does not (logic specification 4.6, 3 and 7.5).
 */
export type Schedule = {
  readonly version: string;
  readonly antigens: ReadonlyMap<string, CompiledAntigen>;
  readonly vaccineGroups: readonly CompiledVaccineGroup[];
  readonly groupOfAntigen: ReadonlyMap<string, CompiledVaccineGroup>;
  /** By CVX code. */
  readonly vaccines: ReadonlyMap<string, readonly CompiledAssociation[]>;
  /** By the CVX code of the vaccine that must wait (the current one). */
  readonly conflicts: ReadonlyMap<string, readonly CompiledConflict[]>;
  /** Titles by observation code. */
  readonly observations: ReadonlyMap<string, string>;
  /** Observation codes by `SYSTEM code`. Of one code alone an observation follows only where it is the sole one. */
  readonly observationsOfCode: ReadonlyMap<string, readonly string[]>;
};

export type CompiledVaccineGroup = {
  readonly name: string;
  readonly isWhole: boolean;
  readonly antigens: readonly string[];
};

/** Between two ages, the second excluded; undefined: without limit. */
export type AgeBand = { readonly from: Duration | undefined; readonly to: Duration | undefined };

export type CompiledAssociation = AgeBand & { readonly antigen: string };

export type CompiledConflict = {
  readonly previous: string;
  readonly begin: Duration;
  readonly minEnd: Duration;
  readonly end: Duration;
};

export type CompiledAgedCode = AgeBand & { readonly observation: string };

export type CompiledAntigen = {
  readonly name: string;
  readonly immunity: {
    readonly histories: ReadonlySet<string>;
    readonly births: readonly {
      readonly before: Day;
      readonly country: string | undefined;
      readonly except: ReadonlySet<string>;
    }[];
  };
  readonly contraindications: readonly CompiledAgedCode[];
  readonly vaccineContraindications: readonly {
    readonly observation: string;
    readonly vaccines: readonly (AgeBand & { readonly cvx: string })[];
  }[];
  readonly series: readonly CompiledSeries[];
};

export type CompiledSeries = {
  readonly antigen: string;
  readonly name: string;
  readonly vaccineGroup: string;
  readonly type: SeriesType;
  readonly equivalentGroups: ReadonlySet<string>;
  /** Empty: everyone. */
  readonly genders: ReadonlySet<string>;
  readonly isDefault: boolean;
  readonly isProduct: boolean;
  readonly group: string;
  readonly groupName: string | undefined;
  readonly priority: string | undefined;
  readonly preference: number | undefined;
  readonly minAgeToStart: Duration | undefined;
  readonly maxAgeToStart: Duration | undefined;
  readonly indications: readonly CompiledAgedCode[];
  readonly doses: readonly CompiledDose[];
};

export type CompiledDose = {
  readonly number: number;
  readonly ages: readonly CompiledAge[];
  readonly intervals: readonly CompiledInterval[];
  readonly allowableIntervals: readonly CompiledInterval[];
  readonly preferable: readonly CompiledVaccine[];
  /** The same by CVX code; one code can have several age bands. */
  readonly preferableOf: ReadonlyMap<string, readonly CompiledVaccine[]>;
  readonly allowableOf: ReadonlyMap<string, readonly CompiledVaccine[]>;
  readonly inadvertent: ReadonlySet<string>;
  /** Those of context `evaluation` and `both`. */
  readonly evaluationSkips: readonly CompiledSkip[];
  /** Those of context `forecast` and `both`. */
  readonly forecastSkips: readonly CompiledSkip[];
  readonly isRecurring: boolean;
  readonly season: { readonly start: Day | undefined; readonly end: Day | undefined } | undefined;
};

/** Both days included; -Infinity and Infinity where there is no limit. */
export type Period = { readonly effective: Day; readonly cessation: Day };

export type CompiledAge = Period & {
  readonly absMin: Duration | undefined;
  readonly min: Duration | undefined;
  readonly earliestRec: Duration | undefined;
  readonly latestRec: Duration | undefined;
  readonly max: Duration | undefined;
};

export type CompiledInterval = Period & {
  readonly fromPrevious: boolean;
  readonly fromTargetDose: number | undefined;
  readonly fromMostRecent: ReadonlySet<string> | undefined;
  readonly fromObservation: string | undefined;
  readonly absMin: Duration | undefined;
  readonly min: Duration | undefined;
  readonly earliestRec: Duration | undefined;
  readonly latestRec: Duration | undefined;
  readonly overrides: boolean;
};

export type CompiledVaccine = AgeBand & {
  readonly cvx: string;
  readonly mvx: string | undefined;
  readonly tradeName: string | undefined;
  /** millilitres */
  readonly volume: number | undefined;
  readonly isForecast: boolean;
};

export type CompiledSkip = {
  readonly context: SkipData['context'];
  readonly logic: 'and' | 'or' | undefined;
  readonly sets: readonly CompiledSkipSet[];
};

export type CompiledSkipSet = Period & {
  readonly id: string | undefined;
  readonly logic: 'and' | 'or' | undefined;
  readonly conditions: readonly CompiledCondition[];
};

export type CompiledCondition =
  | (AgeBand & { readonly type: 'age' })
  | { readonly type: 'completed-series'; readonly groups: ReadonlySet<string> }
  | { readonly type: 'interval'; readonly interval: Duration }
  | (AgeBand & {
      readonly type: 'count';
      /** start <= date < end; -Infinity and Infinity where there is no limit */
      readonly start: Day;
      readonly end: Day;
      readonly validOnly: boolean;
      readonly compare: 'more' | 'equal' | 'less';
      readonly count: number;
      /** undefined: any dose of the antigen */
      readonly vaccines: ReadonlySet<string> | undefined;
    });
