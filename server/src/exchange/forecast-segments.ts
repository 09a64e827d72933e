import {
  civilOf,
  type Day,
  type DoseEvaluation,
  type ForecastResult,
  type GroupForecast,
} from '@cairn/forecast';
import { buildSegment, type FieldContent, type Segment } from '@cairn/hl7';
import { GROUP_CODES } from '../registry/vaccine-groups.ts';

/*
 * Evaluation and forecast as observations (guide, profile Z42; LOINC codes of appendix A). The observations of one
 * vaccine group share OBX-4.
 */

const CODES = {
  group: ['30956-7', 'Vaccine type', 'LN'],
  schedule: ['59779-9', 'Immunization schedule used', 'LN'],
  validity: ['59781-5', 'Dose validity', 'LN'],
  doseNumber: ['30973-2', 'Dose number in series', 'LN'],
  seriesName: ['59780-7', 'Immunization series name', 'LN'],
  reason: ['30982-3', 'Reason applied by forecast logic to project this vaccine', 'LN'],
  earliest: ['30981-5', 'Earliest date to give', 'LN'],
  recommended: ['30980-7', 'Date vaccine due', 'LN'],
  latest: ['59777-3', 'Latest date next dose may be given', 'LN'],
  pastDue: ['59778-1', 'Date dose is overdue', 'LN'],
  status: ['59783-1', 'Status in immunization series', 'LN'],
  annotation: ['48767-8', 'Annotation comment', 'LN'],
  dueNext: ['30979-9', 'Vaccines due next', 'LN'],
} as const;

const ACIP: FieldContent = ['VXC16', 'ACIP Schedule', 'CDCPHINVS'];
/** A number without unit: the guide requires OBX-6 of every number. */
const NO_UNIT: FieldContent = ['NA', 'Not applicable', 'HL70353'];

export type Layout = 'national' | 'cair2-2017';

/** Writes observations one after the other, numbered. */
class Observations {
  readonly segments: Segment[] = [];
  private readonly asOf: Day;

  constructor(asOf: Day) {
    this.asOf = asOf;
  }

  add(set: number, type: string, code: keyof typeof CODES, value: FieldContent, unit?: FieldContent): void {
    this.segments.push(
      buildSegment('OBX', [
        String(this.segments.length + 1),
        type,
        CODES[code],
        String(set),
        value,
        unit,
        undefined,
        undefined,
        undefined,
        undefined,
        'F',
        undefined,
        undefined,
        hl7Day(this.asOf),
      ]),
    );
  }

  group(set: number, vaccineGroup: string): void {
    const [cvx, name] = GROUP_CODES[vaccineGroup] ?? ['999', vaccineGroup];
    this.add(set, 'CE', 'group', [cvx, name, 'CVX']);
    this.add(set, 'CE', 'schedule', ACIP);
  }
}

const hl7Day = (day: Day): string => civilOf(day).replaceAll('-', '');

/**
 * How one dose was evaluated: a set of observations for each vaccine group that it counts for, so a combination vaccine
 * has several. It is valid for a group when it is valid for all antigens of the group that it holds.
 */
export function evaluationSegments(
  doseId: string,
  { evaluations }: ForecastResult,
  asOf: Day,
): readonly Segment[] {
  const observations = new Observations(asOf);
  const byGroup = new Map<string, DoseEvaluation[]>();
  for (const evaluation of evaluations) {
    if (evaluation.doseId !== doseId) continue;
    const known = byGroup.get(evaluation.vaccineGroup);
    if (known) known.push(evaluation);
    else byGroup.set(evaluation.vaccineGroup, [evaluation]);
  }
  let set = 0;
  for (const [vaccineGroup, own] of byGroup) {
    set++;
    const best = bestOfEachAntigen(own);
    const invalid = best.find(({ status }) => status !== 'Valid');
    const shown = invalid ?? best[0];
    if (!shown) continue;
    observations.group(set, vaccineGroup);
    observations.add(set, 'ID', 'validity', invalid ? 'N' : 'Y');
    if (!invalid && shown.targetDose !== undefined) {
      observations.add(set, 'NM', 'doseNumber', String(shown.targetDose), NO_UNIT);
    }
    observations.add(set, 'ST', 'seriesName', shown.series);
    if (invalid) observations.add(set, 'ST', 'reason', reasonOf(invalid));
  }
  // Every dose of the answer says how it was evaluated, also that it was not.
  if (set === 0) observations.add(1, 'ST', 'annotation', NOT_EVALUATED);
  return observations.segments;
}

/** A dose that may be another report of one that was evaluated. */
export function suspectSegments(asOf: Day): readonly Segment[] {
  const observations = new Observations(asOf);
  observations.add(1, 'ST', 'annotation', MAY_BE_DUPLICATE);
  return observations.segments;
}

const MAY_BE_DUPLICATE =
  'This may be another report of a dose that is listed too; it was not counted again. The registry reviews it.';

const NOT_EVALUATED =
  'This vaccine is not one that the immunization schedule knows; the dose is recorded and was not evaluated.';

const reasonOf = ({ status, reasons }: DoseEvaluation): string =>
  reasons.length > 0 ? reasons.join('; ') : status;

/** A dose that is valid in one of the best series of an antigen is valid for the antigen. */
function bestOfEachAntigen(evaluations: readonly DoseEvaluation[]): readonly DoseEvaluation[] {
  const best = new Map<string, DoseEvaluation>();
  for (const evaluation of evaluations) {
    const known = best.get(evaluation.antigen);
    if (!known || (known.status !== 'Valid' && evaluation.status === 'Valid')) {
      best.set(evaluation.antigen, evaluation);
    }
  }
  return [...best.values()];
}

/**
 * The forecast of all vaccine groups under one order of no vaccine (CVX 998). Of a group with a risk and a standard
 * forecast the one that asks for a dose sooner is sent: a reader has room for one.
 */
export function forecastOrder(
  result: ForecastResult,
  asOf: Day,
  authority: string,
  layout: Layout,
): readonly Segment[] {
  const observations = new Observations(asOf);
  let set = 0;
  for (const forecast of oneForEachGroup(result.forecasts)) {
    if (layout === 'national') nationalSet(observations, ++set, forecast);
    else if (forecast.status === 'Not Complete') olderSet(observations, ++set, forecast);
  }
  if (observations.segments.length === 0) return [];
  return [
    buildSegment('ORC', ['RE', undefined, ['9999', authority]]),
    buildSegment('RXA', [
      '0',
      '1',
      hl7Day(asOf),
      undefined,
      ['998', 'No vaccine administered', 'CVX'],
      '999',
      ...Array.from({ length: 13 }, () => undefined),
      'NA',
    ]),
    ...observations.segments,
  ];
}

function nationalSet(observations: Observations, set: number, forecast: GroupForecast): void {
  observations.group(set, forecast.vaccineGroup);
  observations.add(set, 'CE', 'status', SERIES_STATUS[forecast.status]);
  if (forecast.status !== 'Not Complete') {
    observations.add(set, 'ST', 'reason', forecast.reasons.join('; '));
    return;
  }
  if (forecast.doseNumber !== undefined) {
    observations.add(set, 'NM', 'doseNumber', String(forecast.doseNumber), NO_UNIT);
  }
  date(observations, set, 'earliest', forecast.earliest);
  date(observations, set, 'recommended', forecast.recommended);
  date(observations, set, 'pastDue', forecast.pastDue);
  date(observations, set, 'latest', forecast.latest);
}

/** CAIR2's guide for bidirectional exchange 1.02 (2017): five observations that share OBX-4. */
function olderSet(observations: Observations, set: number, forecast: GroupForecast): void {
  const [cvx, name] = GROUP_CODES[forecast.vaccineGroup] ?? ['999', forecast.vaccineGroup];
  observations.add(set, 'CE', 'dueNext', [cvx, name, 'CVX']);
  date(observations, set, 'recommended', forecast.recommended);
  if (forecast.doseNumber !== undefined) {
    observations.add(set, 'NM', 'doseNumber', String(forecast.doseNumber), NO_UNIT);
  }
  date(observations, set, 'earliest', forecast.earliest);
  observations.add(set, 'ST', 'reason', 'ACIP schedule');
}

function date(observations: Observations, set: number, code: keyof typeof CODES, day: Day | undefined): void {
  if (day !== undefined) observations.add(set, 'DT', code, hl7Day(day));
}

/** Series status, as IIS name it in a local table; the guide binds OBX-5 of 59783-1 to none. */
const SERIES_STATUS: Readonly<Record<GroupForecast['status'], FieldContent>> = {
  'Not Complete': ['notcomplete', 'Not complete', 'L'],
  Complete: ['complete', 'Complete', 'L'],
  Immune: ['immune', 'Immune', 'L'],
  Contraindicated: ['contraindicated', 'Contraindicated', 'L'],
  'Aged Out': ['agedout', 'Aged out', 'L'],
  'Not Recommended': ['notrecommended', 'Not recommended', 'L'],
};

/** Of a group with a risk and a standard forecast the one that asks for a dose sooner. */
export function oneForEachGroup(forecasts: readonly GroupForecast[]): readonly GroupForecast[] {
  const chosen = new Map<string, GroupForecast>();
  for (const forecast of forecasts) {
    const known = chosen.get(forecast.vaccineGroup);
    if (!known || isSooner(forecast, known)) chosen.set(forecast.vaccineGroup, forecast);
  }
  return [...chosen.values()];
}

const isSooner = (a: GroupForecast, b: GroupForecast): boolean =>
  (a.recommended ?? Infinity) < (b.recommended ?? Infinity);
