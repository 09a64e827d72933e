export { addDuration, civilOf, dayOf, type Duration, lastOfMonth, parseDay, parseDuration } from './dates.ts';
export { decisionTable, type DecisionTable, type Trace, type TraceEntry } from './decision-table.ts';
export { explain } from './explain/explain.ts';
export type { Explained, Explanation } from './explain/model.ts';
export { explanationText, type GroupText, type Sentence } from './explain/text.ts';
export { forecast } from './forecast.ts';
export type {
  Day,
  DoseEvaluation,
  DoseInput,
  EvaluationReason,
  EvaluationStatus,
  ForecastResult,
  GroupForecast,
  ObservationInput,
  PatientInput,
  SeriesStatus,
} from './model.ts';
export { compileSchedule } from './schedule/compile.ts';
export type { Schedule } from './schedule/compiled.ts';
export type { ScheduleData } from './schedule/data.ts';
export * from './cases/index.ts';
export { BUNDLED_VERSION, bundledSchedule } from './schedule/bundle.ts';
export * from './schedule/import/index.ts';
export { readSchedule } from './schedule/read.ts';
