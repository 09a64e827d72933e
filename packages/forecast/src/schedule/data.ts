/**
 * Supporting data of CDC's CDSi as Cairn keeps them: codes, ages, intervals, dates and names, without explanatory
 * sentences. One JSON text a version; `compile.ts` makes it ready for use, `import/` reads it from CDC's release.
 *
 * Ages and intervals are texts: `2y`, `12m-4d`, `5m+4w`, `0d`; years, months, weeks and days joined with + or -.
 * Days are `YYYY-MM-DD`. CVX codes, MVX codes and observation codes are texts as CDC has them, with leading zeros.
 * What is absent is not given; nothing is assumed here (logic specification 4.6, chapter 3).
 */
export type ScheduleData = {
  /** CDC's version, `4.64-508`. */
  readonly version: string;
  readonly antigens: readonly AntigenData[];
  readonly vaccineGroups: readonly VaccineGroupData[];
  /** By CVX code: the antigens that a dose counts for, some only in an age band. */
  readonly vaccines: Readonly<Record<string, readonly AssociationData[]>>;
  readonly conflicts: readonly ConflictData[];
  readonly observations: readonly ObservationData[];
};

export type VaccineGroupData = {
  readonly name: string;
  /** administerFullVaccineGroup = Yes */
  readonly isWhole?: true;
  readonly antigens: readonly string[];
};

export type AssociationData = { readonly antigen: string; readonly from?: string; readonly to?: string };

/** A pair of vaccines of which the second must wait (liveVirusConflicts). */
export type ConflictData = {
  readonly previous: string;
  readonly current: string;
  readonly begin: string;
  /** After a valid dose. */
  readonly minEnd: string;
  readonly end: string;
};

export type ObservationData = {
  readonly code: string;
  readonly title: string;
  /** Codes of other systems that mean the observation: `SNOMED 38907003`, `CVX 21`, `PHIN VS VXC7`. */
  readonly codes?: readonly string[];
};

export type AntigenData = {
  readonly name: string;
  readonly immunity?: {
    readonly histories?: readonly string[];
    readonly births?: readonly {
      /** Born before this day. */
      readonly before: string;
      readonly country?: string;
      readonly except?: readonly string[];
    }[];
  };
  /** Contraindications of the whole antigen. */
  readonly contraindications?: readonly AgedCode[];
  /** Contraindications of single vaccines. */
  readonly vaccineContraindications?: readonly {
    readonly observation: string;
    readonly vaccines: readonly { readonly cvx: string; readonly from?: string; readonly to?: string }[];
  }[];
  readonly series: readonly SeriesData[];
};

/** An observation that counts between two ages. */
export type AgedCode = { readonly observation: string; readonly from?: string; readonly to?: string };

export type SeriesType = 'standard' | 'risk' | 'evaluation-only';

export type SeriesData = {
  readonly name: string;
  readonly vaccineGroup: string;
  readonly type: SeriesType;
  /** Groups of series that can stand in for this one's. */
  readonly equivalentGroups?: readonly string[];
  /** Empty or absent: everyone. F, M, U */
  readonly genders?: readonly string[];
  readonly isDefault?: true;
  readonly isProduct?: true;
  readonly group: string;
  readonly groupName?: string;
  /** Letter, A first; risk series only. */
  readonly priority?: string;
  readonly preference?: number;
  readonly minAgeToStart?: string;
  readonly maxAgeToStart?: string;
  readonly indications?: readonly AgedCode[];
  readonly doses: readonly SeriesDoseData[];
};

/** In force between two days, both included; absent: always. */
export type InForce = { readonly effective?: string; readonly cessation?: string };

export type SeriesDoseData = {
  readonly number: number;
  readonly ages?: readonly AgeData[];
  readonly intervals?: readonly IntervalData[];
  readonly allowableIntervals?: readonly IntervalData[];
  readonly preferable?: readonly VaccineData[];
  readonly allowable?: readonly VaccineData[];
  readonly inadvertent?: readonly string[];
  readonly skips?: readonly SkipData[];
  readonly isRecurring?: true;
  readonly season?: { readonly start?: string; readonly end?: string };
};

export type AgeData = InForce & {
  readonly absMin?: string;
  readonly min?: string;
  readonly earliestRec?: string;
  readonly latestRec?: string;
  readonly max?: string;
};

export type IntervalData = InForce & {
  /** From the dose before; else from one of the following. */
  readonly fromPrevious?: true;
  readonly fromTargetDose?: number;
  /** CVX codes */
  readonly fromMostRecent?: readonly string[];
  readonly fromObservation?: string;
  readonly absMin?: string;
  readonly min?: string;
  readonly earliestRec?: string;
  readonly latestRec?: string;
  /** intervalPriority `override` */
  readonly overrides?: true;
};

export type VaccineData = {
  readonly cvx: string;
  readonly from?: string;
  readonly to?: string;
  readonly mvx?: string;
  readonly tradeName?: string;
  /** millilitres, as CDC writes them */
  readonly volume?: string;
  /** forecastVaccineType = Y */
  readonly isForecast?: true;
};

export type SkipData = {
  readonly context: 'evaluation' | 'forecast' | 'both';
  readonly logic?: 'and' | 'or';
  readonly sets: readonly SkipSetData[];
};

export type SkipSetData = InForce & {
  readonly id?: string;
  readonly logic?: 'and' | 'or';
  readonly conditions: readonly SkipConditionData[];
};

export type SkipConditionData =
  | { readonly type: 'age'; readonly from?: string; readonly to?: string }
  | { readonly type: 'completed-series'; readonly groups: readonly string[] }
  | { readonly type: 'interval'; readonly interval: string }
  | {
      /** Vaccine Count by Age, by Date, and by both. */
      readonly type: 'count';
      readonly from?: string;
      readonly to?: string;
      readonly start?: string;
      readonly end?: string;
      /** Only valid doses count. */
      readonly validOnly?: true;
      readonly compare: 'more' | 'equal' | 'less';
      readonly count: number;
      /** CVX codes; absent: any dose of the antigen. */
      readonly vaccines?: readonly string[];
    };
