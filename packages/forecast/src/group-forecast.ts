import { decisionTable } from './decision-table.ts';
import type { Day, GroupForecast, SeriesStatus } from './model.ts';
import { atAge, type Patient } from './patient.ts';
import type { CompiledVaccineGroup } from './schedule/compiled.ts';
import { satisfiedCount, type SeriesForecast, type SeriesRun } from './series-run.ts';

/** Table 9-4: the status of a vaccine group of several antigens. */
const MULTIPLE = decisionTable<readonly SeriesRun[], SeriesStatus>({
  title: 'What is the status of the vaccine group?',
  spec: 'CDSi 4.6, 9.3, table 9-4',
  conditions: [
    { asks: 'Is an antigen contraindicated?', is: (runs) => hasStatus(runs, 'Contraindicated') },
    { asks: 'Is the patient too old for an antigen?', is: (runs) => hasStatus(runs, 'Aged Out') },
    { asks: 'Is an antigen not recommended?', is: (runs) => hasStatus(runs, 'Not Recommended') },
    { asks: 'Is an antigen not complete?', is: (runs) => hasStatus(runs, 'Not Complete') },
    {
      asks: 'Is the patient immune to all antigens?',
      is: (runs) => runs.every(({ status }) => status === 'Immune'),
    },
  ],
  columns: [
    ['Y - - - -', 'Contraindicated'],
    ['N Y - - -', 'Aged Out'],
    ['N N Y - -', 'Not Recommended'],
    ['N N N Y -', 'Not Complete'],
    ['N N N N Y', 'Immune'],
    ['N N N N N', 'Complete'],
  ],
});

const hasStatus = (runs: readonly SeriesRun[], wanted: SeriesStatus): boolean =>
  runs.some(({ status }) => status === wanted);

/**
 * The forecasts of a vaccine group (logic specification, chapter 9): one of its standard series and one of its risk
 * series, where there are any.
 */
export function forecastGroup(
  group: CompiledVaccineGroup,
  best: readonly SeriesRun[],
  patient: Patient,
): readonly GroupForecast[] {
  return (['risk', 'standard'] as const).flatMap((type) => {
    // An evaluation-only series that is complete is complete for everyone.
    const runs = best.filter(({ series }) => (series.type === 'risk') === (type === 'risk'));
    if (runs.length === 0) return [];
    const forecast = group.antigens.length === 1 ? single(runs, patient) : multiple(group, runs, patient);
    return [{ ...forecast, vaccineGroup: group.name, seriesType: type }];
  });
}

type Blended = Omit<GroupForecast, 'vaccineGroup' | 'seriesType'>;

/**
 * 9.2. Several best series (of several series groups) are not solved by the specification: one that cannot be started
 * yet gives way, and so does one that the patient is too old for, where others are left.
 */
function single(runs: readonly SeriesRun[], patient: Patient): Blended {
  const startable = runs.filter(
    (run) =>
      satisfiedCount(run) > 0 ||
      !run.series.minAgeToStart ||
      atAge(patient, run.series.minAgeToStart) <= patient.asOf,
  );
  const left = startable.length > 0 ? startable : runs;
  const young = left.filter(({ status }) => status !== 'Aged Out');
  const [first, ...others] = (young.length > 0 ? young : left).toSorted(
    (a, b) => (a.forecast?.earliest ?? Infinity) - (b.forecast?.earliest ?? Infinity),
  );
  if (!first) throw new RangeError('a vaccine group without series has no forecast');
  const { forecast, status, reason, series, antigen } = first;
  return {
    status,
    reasons: [reason],
    ...(forecast ? datesOf(forecast) : {}),
    ...(forecast ? { doseNumber: forecast.doseNumber } : {}),
    antigens: status === 'Not Complete' ? [antigen.name] : [],
    vaccines: forecast?.vaccines ?? [],
    series: [series.name, ...others.map((other) => other.series.name)],
  };
}

const datesOf = ({ earliest, recommended, pastDue, latest }: SeriesForecast) => ({
  earliest,
  recommended,
  ...(pastDue === undefined ? {} : { pastDue }),
  ...(latest === undefined ? {} : { latest }),
});

/** 9.3: MMR, and DTaP/Tdap/Td. */
function multiple(group: CompiledVaccineGroup, runs: readonly SeriesRun[], patient: Patient): Blended {
  const status = MULTIPLE.decide(runs);
  const open = runs.filter((run) => run.status === 'Not Complete');
  const forecasts = open.flatMap(({ forecast }) => forecast ?? []);
  const shared = {
    status,
    reasons: [...new Set(runs.map(({ reason }) => reason))],
    antigens: status === 'Not Complete' ? open.map(({ antigen }) => antigen.name) : [],
    series: runs.map(({ series }) => series.name),
  };
  if (status !== 'Not Complete' || forecasts.length === 0) return { ...shared, vaccines: [] };
  const earliest = groupEarliest(forecasts, runs, patient);
  const recommended = Math.max(Math.min(...forecasts.map((each) => each.recommended)), earliest);
  const pastDues = forecasts.flatMap(({ pastDue }) => pastDue ?? []);
  const latests = forecasts.flatMap(({ latest }) => latest ?? []);
  const numbers = forecasts.map(({ doseNumber }) => doseNumber);
  return {
    ...shared,
    earliest,
    recommended,
    ...(pastDues.length > 0 ? { pastDue: Math.max(Math.min(...pastDues), earliest) } : {}),
    ...(latests.length > 0 ? { latest: Math.min(...latests) } : {}),
    doseNumber: group.isWhole ? Math.min(...numbers) : Math.max(...numbers),
    vaccines: [...new Set(forecasts.flatMap(({ vaccines }) => vaccines))],
  };
}

/** MULTIANTVG-1: one antigen whose intervals override draws the group to its own earliest date. */
function groupEarliest(
  forecasts: readonly SeriesForecast[],
  runs: readonly SeriesRun[],
  patient: Patient,
): Day {
  const dates = forecasts.map(({ earliest }) => earliest);
  if (!forecasts.some(({ isPriority }) => isPriority)) return Math.max(...dates);
  const given = runs.flatMap(({ records }) => records.map(({ date }) => date));
  return Math.max(Math.min(...dates), ...given, patient.birthDate);
}
