import { vaccineByCvx } from '@cairn/codes';
import {
  civilOf,
  type Day,
  type DoseEvaluation,
  type DoseInput,
  explain,
  type Explanation,
  explanationText,
  forecast,
  type ForecastResult,
  type GroupForecast,
  type GroupText,
  parseDay,
  type PatientInput,
  type Schedule,
} from '@cairn/forecast';
import { type UnreadDose, vaccineOf } from '../registry/immunizations.ts';
import type { ForecastRequest } from './schema.ts';

type Dated<T, Name extends keyof T> = Omit<T, Name> & { readonly [Key in Name]?: string };

/** A result ready to be written as JSON: days are civil dates. */
export type ForecastAnswer = {
  /** Of the schedule. */
  readonly version: string;
  readonly assessmentDate: string;
  readonly doses: readonly {
    readonly id: string;
    readonly date: string;
    readonly cvx: string;
    readonly mvx?: string;
    /** One for each vaccine group and antigen that the dose counts for. */
    readonly evaluations: readonly Omit<DoseEvaluation, 'doseId'>[];
  }[];
  readonly groups: readonly Dated<GroupForecast, 'earliest' | 'recommended' | 'pastDue' | 'latest'>[];
  /** Doses that could not be evaluated, each with its reason. */
  readonly unknown: readonly UnreadDose[];
  /** Codes of observations that the schedule does not have. */
  readonly unknownObservations: readonly string[];
  readonly explanation?: Explanation & { readonly text: readonly GroupText[] };
};

export type ForecastInput = { readonly input: PatientInput; readonly unknown: readonly UnreadDose[] };

/** A request as the engine takes it; vaccines named by NDC or CPT are translated. */
export function inputOf(request: ForecastRequest, today: Day): ForecastInput {
  const unknown: UnreadDose[] = [];
  const doses = request.doses.flatMap((dose): readonly DoseInput[] => {
    const [system, code] =
      dose.cvx !== undefined
        ? ['CVX', dose.cvx]
        : dose.ndc !== undefined
          ? ['NDC', dose.ndc]
          : ['CPT', dose.cpt ?? ''];
    const found = vaccineOf([{ system, code }]);
    if ('why' in found) {
      unknown.push({ id: dose.id, date: dose.date, code: `${system}:${code}`, why: found.why });
      return [];
    }
    const mvx = dose.mvx?.toUpperCase() ?? found.mvx;
    return [
      {
        id: dose.id,
        date: dayOf(dose.date),
        cvx: found.cvx,
        ...(mvx === undefined ? {} : { mvx }),
        ...(dose.lotExpiration === undefined ? {} : { lotExpiration: dayOf(dose.lotExpiration) }),
        ...(dose.isSubstandard ? { isSubstandard: true } : {}),
      },
    ];
  });
  const { gender, birthCountry, assessmentDate } = request;
  return {
    input: {
      birthDate: dayOf(request.birthDate),
      gender: gender === 'F' || gender === 'M' ? gender : 'U',
      ...(birthCountry === undefined ? {} : { birthCountry }),
      assessmentDate: assessmentDate === undefined ? today : dayOf(assessmentDate),
      doses,
      observations: request.observations.map(({ code, date }) => ({
        code,
        ...(date === undefined ? {} : { date: dayOf(date) }),
      })),
    },
    unknown,
  };
}

/** The schema has let through nothing but days. */
const dayOf = (civil: string): Day => parseDay(civil) ?? 0;

export function forecastAnswer(
  { input, unknown }: ForecastInput,
  schedule: Schedule,
  isExplained: boolean,
): ForecastAnswer {
  const result: ForecastResult & { readonly explanation?: Explanation } = isExplained
    ? explain(input, schedule)
    : forecast(input, schedule);
  const notKnown = new Set(result.unknownDoses);
  const evaluations = new Map<string, Omit<DoseEvaluation, 'doseId'>[]>();
  for (const { doseId, ...evaluation } of result.evaluations) {
    const own = evaluations.get(doseId);
    if (own) own.push(evaluation);
    else evaluations.set(doseId, [evaluation]);
  }
  const { explanation } = result;
  return {
    version: result.version,
    assessmentDate: civilOf(input.assessmentDate),
    doses: input.doses.map(({ id, date, cvx, mvx }) => ({
      id,
      date: civilOf(date),
      cvx,
      ...(mvx === undefined ? {} : { mvx }),
      evaluations: evaluations.get(id) ?? [],
    })),
    groups: result.forecasts.map(({ earliest, recommended, pastDue, latest, ...group }) => ({
      ...group,
      ...civil('earliest', earliest),
      ...civil('recommended', recommended),
      ...civil('pastDue', pastDue),
      ...civil('latest', latest),
    })),
    unknown: [
      ...unknown,
      ...input.doses
        .filter(({ id }) => notKnown.has(id))
        .map(({ id, date, cvx }) => ({
          id,
          date: civilOf(date),
          code: `CVX:${cvx}`,
          why: vaccineByCvx(cvx)
            ? 'The schedule has no rules for this vaccine.'
            : 'CDC has no such CVX code. Correct it and ask again.',
        })),
    ],
    unknownObservations: input.observations
      .map(({ code }) => code)
      .filter((code) => !schedule.observations.has(code)),
    ...(explanation
      ? { explanation: { ...explanation, text: explanationText(explanation, schedule, nameOf) } }
      : {}),
  };
}

const nameOf = (cvx: string): string | undefined => vaccineByCvx(cvx)?.name;

const civil = <Name extends string>(name: Name, day: Day | undefined): { readonly [Key in Name]?: string } =>
  (day === undefined ? {} : { [name]: civilOf(day) }) as { readonly [Key in Name]?: string };
