import { type Day, type DoseInput, type ForecastResult, type PatientInput } from '../../model.ts';
import { dayOf } from '../../dates.ts';
import { forecast } from '../../forecast.ts';
import { compileSchedule } from '../../schedule/compile.ts';
import type { AntigenData, ScheduleData, SeriesData, SeriesDoseData } from '../../schedule/data.ts';

/** A schedule of antigens that are each a vaccine group of their own; CVX 01 to 03 are of antigen A, 04 of B. */
export function smallSchedule(
  antigens: readonly AntigenData[],
  rest: Partial<Omit<ScheduleData, 'antigens'>> = {},
): ScheduleData {
  return {
    version: 'small',
    antigens,
    vaccineGroups: antigens.map(({ name }) => ({ name, antigens: [name] })),
    vaccines: {
      '01': [{ antigen: 'A' }],
      '02': [{ antigen: 'A' }],
      '03': [{ antigen: 'A' }],
      '04': [{ antigen: 'B' }],
    },
    conflicts: [],
    observations: [],
    ...rest,
  };
}

/** A standard series whose doses take CVX 01 unless they say otherwise, numbered in their order. */
export function series(
  doses: readonly Omit<SeriesDoseData, 'number'>[],
  rest: Partial<Omit<SeriesData, 'doses'>> = {},
): SeriesData {
  return {
    name: 'series',
    vaccineGroup: 'A',
    type: 'standard',
    group: '1',
    isDefault: true,
    doses: doses.map((dose, index) => ({
      number: index + 1,
      preferable: [{ cvx: '01', isForecast: true }],
      ...dose,
    })),
    ...rest,
  };
}

/** A schedule of one antigen, A, with these series. */
export const antigenA = (...all: readonly SeriesData[]): ScheduleData =>
  smallSchedule([{ name: 'A', series: all }]);

/** A dose of CVX 01, or as it says. */
export type Given = string | (Partial<Omit<DoseInput, 'date'>> & { readonly on: string });

export type Asked = Partial<Omit<PatientInput, 'birthDate' | 'assessmentDate' | 'doses'>> & {
  readonly born?: string;
  readonly asOf?: string;
  readonly doses?: readonly Given[];
};

/** Born on 2020-01-01 and assessed on 2025-01-01 unless it says otherwise; the ids of the doses are 1, 2, 3. */
export function patient({ born, asOf, doses = [], ...rest }: Asked): PatientInput {
  return {
    birthDate: dayOf(born ?? '2020-01-01'),
    assessmentDate: dayOf(asOf ?? '2025-01-01'),
    gender: 'F',
    observations: [],
    doses: doses.map((given, index) => {
      const { on, ...dose } = typeof given === 'string' ? { on: given } : given;
      return { id: String(index + 1), cvx: '01', ...dose, date: dayOf(on) };
    }),
    ...rest,
  };
}

export const run = (data: ScheduleData, asked: Asked): ForecastResult =>
  forecast(patient(asked), compileSchedule(data));

/** Status and reasons of every evaluation, in order. */
export const statuses = ({ evaluations }: ForecastResult): readonly string[] =>
  evaluations.map(({ status, reasons }) => [status, ...reasons].join(', '));

/** The only forecast. */
export function only({ forecasts }: ForecastResult): ForecastResult['forecasts'][number] {
  const [first, ...others] = forecasts;
  if (!first || others.length > 0) throw new RangeError(`${forecasts.length} forecasts`);
  return first;
}

export const day = (civil: string): Day => dayOf(civil);
