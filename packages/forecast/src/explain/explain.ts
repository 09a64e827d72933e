import { civilOf } from '../dates.ts';
import type { TraceEntry } from '../decision-table.ts';
import { forecastWith, type Tracer } from '../forecast.ts';
import type { Day, GroupForecast, PatientInput } from '../model.ts';
import type { CompiledVaccineGroup, Schedule } from '../schedule/compiled.ts';
import type { SeriesRun } from '../series-run.ts';
import { explainDates } from './dates.ts';
import { explainDose } from './dose.ts';
import type {
  AntigenExplanation,
  DoseExplanation,
  Explained,
  GroupExplanation,
  SeriesExplanation,
  SkipExplanation,
} from './model.ts';
import { type Chosen, explainSelection, indicationsOf, notRelevantOf, type Points } from './select.ts';
import { explainSkip } from './skip.ts';

/** As `forecast`, with every decision that led to the result. */
export function explain(input: PatientInput, schedule: Schedule): Explained {
  const record = new Record(schedule);
  const result = forecastWith(input, schedule, record.tracer);
  return {
    ...result,
    explanation: {
      assessmentDate: civilOf(input.assessmentDate),
      birthDate: civilOf(input.birthDate),
      antigens: record.antigens,
      groups: record.groups,
    },
  };
}

type RunRecord = {
  readonly doses: DoseExplanation[];
  readonly skips: SkipExplanation[];
  decisions: TraceEntry[];
};

/** Writes down what the engine tells it. */
class Record {
  readonly antigens: AntigenExplanation[] = [];
  readonly groups: GroupExplanation[] = [];
  readonly tracer: Tracer;
  readonly #runs = new Map<SeriesRun, RunRecord>();
  /** Tables that were asked and whose dose or series has not been told yet. */
  #asked: TraceEntry[] = [];
  #points: Points[] = [];
  #chosen: Chosen[] = [];

  constructor(schedule: Schedule) {
    this.tracer = {
      run: {
        add: (entry) => this.#asked.push(entry),
        held: (run, index, evaluation) => {
          const asked = this.#takeAsked();
          const dose = explainDose(run, index, evaluation, asked);
          if (dose) this.#of(run).doses.push(dose);
        },
        skipped: (run, asked) => {
          this.#asked = [];
          const skip = explainSkip(run, asked);
          if (skip) this.#of(run).skips.push(skip);
        },
        done: (run) => {
          const record = this.#of(run);
          record.decisions = this.#takeAsked();
          for (const [index, evaluation] of run.evaluations.entries()) {
            // No target dose was left to hold it against.
            if (!evaluation || evaluation.target) continue;
            const dose = explainDose(run, index, evaluation, []);
            if (dose) record.doses.push(dose);
          }
        },
      },
      selection: {
        scored: (question, run, points) => this.#points.push({ run, question, points }),
        chosen: (group, scorable, run, choice) => {
          this.#chosen.push({ group, scorable, run, choice, points: this.#points });
          this.#points = [];
        },
      },
      antigen: (antigen, runs, best, { observations, gender }) => {
        const chosen = this.#chosen.flatMap(({ run }) => run ?? []);
        this.antigens.push({
          antigen: antigen.name,
          vaccineGroup: schedule.groupOfAntigen.get(antigen.name)?.name ?? antigen.name,
          considered: runs.map((run) => explainSeries(run, this.#of(run), best.includes(run))),
          notRelevant: notRelevantOf(antigen, runs, observations, gender),
          selections: this.#chosen.map((each) => explainSelection(each, chosen, best)),
        });
        this.#chosen = [];
        this.#runs.clear();
      },
      group: (group, best, forecasts) => {
        for (const forecast of forecasts) this.groups.push(explainGroup(group, best, forecast));
      },
    };
  }

  #of(run: SeriesRun): RunRecord {
    const known = this.#runs.get(run);
    if (known) return known;
    const made = { doses: [], skips: [], decisions: [] };
    this.#runs.set(run, made);
    return made;
  }

  #takeAsked(): TraceEntry[] {
    const asked = this.#asked;
    this.#asked = [];
    return asked;
  }
}

const NONE: readonly TraceEntry[] = [];

function explainSeries(
  run: SeriesRun,
  { doses, skips, decisions }: RunRecord,
  isBest: boolean,
): SeriesExplanation {
  const { series, status, reason, forecast } = run;
  return {
    series: series.name,
    type: series.type,
    isBest,
    indications: indicationsOf(run),
    status,
    reason,
    doses,
    skips,
    ...(forecast && isBest ? { dates: explainDates(run, forecast) } : {}),
    decisions: isBest ? decisions : NONE,
  };
}

const civil = <Name extends string>(name: Name, day: Day | undefined): { readonly [Key in Name]?: string } =>
  (day === undefined ? {} : { [name]: civilOf(day) }) as { readonly [Key in Name]?: string };

/** How the dates of a vaccine group come from its antigens (logic specification, chapter 9). */
function explainGroup(
  { antigens }: CompiledVaccineGroup,
  best: readonly SeriesRun[],
  { vaccineGroup, seriesType, status, earliest, recommended, pastDue, series }: GroupForecast,
): GroupExplanation {
  const isMerged = antigens.length > 1;
  const runs = best.filter((run) => (run.series.type === 'risk') === (seriesType === 'risk'));
  return {
    vaccineGroup,
    seriesType,
    status,
    ...civil('earliest', earliest),
    ...civil('recommended', recommended),
    ...civil('pastDue', pastDue),
    isMerged,
    parts: runs.map((run) => ({
      antigen: run.antigen.name,
      series: run.series.name,
      status: run.status,
      counts: isMerged ? run.forecast !== undefined : run.series.name === series[0],
      isPriority: run.forecast?.isPriority ?? false,
      ...civil('earliest', run.forecast?.earliest),
      ...civil('recommended', run.forecast?.recommended),
      ...civil('pastDue', run.forecast?.pastDue),
    })),
  };
}
