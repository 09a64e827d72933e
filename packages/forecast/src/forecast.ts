import { evaluateSeries } from './evaluate/evaluate-series.ts';
import { forecastSeries } from './forecast/forecast-series.ts';
import { forecastGroup } from './group-forecast.ts';
import type { DoseEvaluation, ForecastResult, GroupForecast, PatientInput } from './model.ts';
import { gather, organize, type Patient, type PatientDose } from './patient.ts';
import type { CompiledAntigen, CompiledSeries, CompiledVaccineGroup, Schedule } from './schedule/compiled.ts';
import { bestSeries } from './select/best-series.ts';
import { isRelevant } from './select/relevant.ts';
import type { RunTrace, SelectionTrace, SeriesRun } from './series-run.ts';

const NO_RECORDS: readonly PatientDose[] = [];

/**
 * Evaluates a patient's history and forecasts every vaccine group (logic specification 4.6, chapter 4): gather, organize,
 * make the relevant series of each antigen, evaluate and forecast each, select the best, and merge to vaccine groups.
 */
export function forecast(input: PatientInput, schedule: Schedule): ForecastResult {
  return forecastWith(input, schedule, undefined);
}

/** Is told everything that is decided, as it is decided. */
export type Tracer = {
  readonly run: RunTrace;
  readonly selection: SelectionTrace;
  readonly antigen: (
    antigen: CompiledAntigen,
    runs: readonly SeriesRun[],
    best: readonly SeriesRun[],
    patient: Patient,
  ) => void;
  readonly group: (
    group: CompiledVaccineGroup,
    best: readonly SeriesRun[],
    forecasts: readonly GroupForecast[],
  ) => void;
};

/** As `forecast`; a tracer changes nothing. */
export function forecastWith(
  input: PatientInput,
  schedule: Schedule,
  tracer: Tracer | undefined,
): ForecastResult {
  const patient = gather(input);
  const { byAntigen, unknown } = organize(patient, schedule);
  const best = new Map<string, readonly SeriesRun[]>();
  for (const antigen of schedule.antigens.values()) {
    const records = byAntigen.get(antigen.name) ?? NO_RECORDS;
    const runs = runAntigen(antigen, patient, schedule, records, tracer?.run);
    const chosen = bestSeries(runs, tracer?.selection);
    tracer?.antigen(antigen, runs, chosen, patient);
    best.set(antigen.name, chosen);
  }
  const evaluations: DoseEvaluation[] = [];
  const forecasts: GroupForecast[] = [];
  for (const group of schedule.vaccineGroups) {
    const runs = group.antigens.flatMap((antigen) => best.get(antigen) ?? []);
    for (const run of runs) evaluations.push(...evaluationsOf(run, group.name));
    const merged = forecastGroup(group, runs, patient);
    tracer?.group(group, runs, merged);
    forecasts.push(...merged);
  }
  return { version: schedule.version, evaluations, forecasts, unknownDoses: unknown.map(({ id }) => id) };
}

/** Evaluates and forecasts the relevant series of one antigen; those that ask whether another is complete come last. */
function runAntigen(
  antigen: CompiledAntigen,
  patient: Patient,
  schedule: Schedule,
  records: readonly PatientDose[],
  trace: RunTrace | undefined,
): readonly SeriesRun[] {
  const completed = new Set<string>();
  const relevant = antigen.series.filter((series) => isRelevant(series, patient));
  const runs = relevant.map((series) =>
    newRun(series, antigen, patient, schedule, records, completed, trace),
  );
  for (const run of runs) if (!asksForOthers(run.series)) complete(run, completed);
  for (const run of runs) if (asksForOthers(run.series)) complete(run, completed);
  return runs;
}

function complete(run: SeriesRun, completed: Set<string>): void {
  evaluateSeries(run);
  forecastSeries(run);
  run.trace?.done(run);
  if (run.status === 'Complete') completed.add(run.series.group);
}

function newRun(
  series: CompiledSeries,
  antigen: CompiledAntigen,
  patient: Patient,
  schedule: Schedule,
  records: readonly PatientDose[],
  completedGroups: ReadonlySet<string>,
  trace: RunTrace | undefined,
): SeriesRun {
  return {
    series,
    antigen,
    patient,
    schedule,
    records,
    evaluations: records.map(() => undefined),
    targets: series.doses.map((dose) => ({ dose, status: 'not satisfied', record: -1 })),
    current: 0,
    status: 'Not Complete',
    reason: '',
    forecast: undefined,
    completedGroups,
    trace,
  };
}

const asking = new WeakMap<CompiledSeries, boolean>();

function asksForOthers(series: CompiledSeries): boolean {
  const known = asking.get(series);
  if (known !== undefined) return known;
  const asks = series.doses.some(({ evaluationSkips, forecastSkips }) =>
    [...evaluationSkips, ...forecastSkips].some(({ sets }) =>
      sets.some(({ conditions }) => conditions.some(({ type }) => type === 'completed-series')),
    ),
  );
  asking.set(series, asks);
  return asks;
}

function evaluationsOf(run: SeriesRun, vaccineGroup: string): readonly DoseEvaluation[] {
  return run.records.flatMap((record, index) => {
    const evaluation = run.evaluations[index];
    if (!evaluation) return [];
    const { status, reasons, target } = evaluation;
    return [
      {
        doseId: record.id,
        vaccineGroup,
        antigen: run.antigen.name,
        series: run.series.name,
        status,
        reasons,
        ...(target ? { targetDose: target.dose.number } : {}),
      },
    ];
  });
}
