import { dayOf, type Duration, parseDuration } from '../dates.ts';
import type {
  AgedCode,
  AgeData,
  AntigenData,
  InForce,
  IntervalData,
  ScheduleData,
  SeriesData,
  SeriesDoseData,
  SkipConditionData,
  SkipData,
  VaccineData,
} from './data.ts';
import type {
  CompiledAge,
  CompiledAgedCode,
  CompiledAntigen,
  CompiledCondition,
  CompiledConflict,
  CompiledDose,
  CompiledInterval,
  CompiledSeries,
  CompiledSkip,
  CompiledVaccine,
  Schedule,
} from './compiled.ts';

/**
 * The schedule as the engine uses it: ages and intervals parsed, days as numbers, lists indexed.
 * @throws RangeError for an age, interval or day that cannot be read; data from the importer have none
 */
export function compileSchedule(data: ScheduleData): Schedule {
  const durations = new Map<string, Duration>();
  const duration: ReadDuration = (text) => {
    if (text === undefined) return undefined;
    const known = durations.get(text);
    if (known) return known;
    const parsed = parseDuration(text);
    if (!parsed) throw new RangeError(`Not an age or interval: ${text}`);
    durations.set(text, parsed);
    return parsed;
  };
  const antigens = data.antigens.map((antigen) => compileAntigen(antigen, duration));
  const vaccineGroups = data.vaccineGroups.map(({ name, isWhole, antigens: members }) => ({
    name,
    isWhole: isWhole === true,
    antigens: members,
  }));
  return {
    version: data.version,
    antigens: new Map(antigens.map((antigen) => [antigen.name, antigen])),
    vaccineGroups,
    groupOfAntigen: new Map(vaccineGroups.flatMap((group) => group.antigens.map((name) => [name, group]))),
    vaccines: new Map(
      Object.entries(data.vaccines).map(([cvx, associations]) => [
        cvx,
        associations.map(({ antigen, from, to }) => ({ antigen, from: duration(from), to: duration(to) })),
      ]),
    ),
    conflicts: compileConflicts(data, duration),
    observations: new Map(data.observations.map(({ code, title }) => [code, title])),
    observationsOfCode: groupBy(
      data.observations.flatMap(({ code, codes = [] }) => codes.map((other) => ({ code, other }))),
      ({ other }) => other,
      ({ code }) => code,
    ),
  };
}

type ReadDuration = (text: string | undefined) => Duration | undefined;

function compileConflicts(
  { conflicts }: ScheduleData,
  duration: ReadDuration,
): ReadonlyMap<string, readonly CompiledConflict[]> {
  const must = (text: string): Duration => {
    const read = duration(text);
    if (!read) throw new RangeError(`Not an interval: ${text}`);
    return read;
  };
  return groupBy(
    conflicts,
    ({ current }) => current,
    ({ previous, begin, minEnd, end }) => ({
      previous,
      begin: must(begin),
      minEnd: must(minEnd),
      end: must(end),
    }),
  );
}

function compileAntigen(antigen: AntigenData, duration: ReadDuration): CompiledAntigen {
  const { name, immunity, contraindications = [], vaccineContraindications = [] } = antigen;
  return {
    name,
    immunity: {
      histories: new Set(immunity?.histories),
      births: (immunity?.births ?? []).map(({ before, country, except }) => ({
        before: dayOf(before),
        country,
        except: new Set(except),
      })),
    },
    contraindications: contraindications.map((code) => compileAgedCode(code, duration)),
    vaccineContraindications: vaccineContraindications.map(({ observation, vaccines }) => ({
      observation,
      vaccines: vaccines.map(({ cvx, from, to }) => ({ cvx, from: duration(from), to: duration(to) })),
    })),
    series: antigen.series.map((series) => compileSeries(series, name, duration)),
  };
}

function compileAgedCode({ observation, from, to }: AgedCode, duration: ReadDuration): CompiledAgedCode {
  return { observation, from: duration(from), to: duration(to) };
}

function compileSeries(series: SeriesData, antigen: string, duration: ReadDuration): CompiledSeries {
  return {
    antigen,
    name: series.name,
    vaccineGroup: series.vaccineGroup,
    type: series.type,
    equivalentGroups: new Set(series.equivalentGroups),
    genders: new Set(series.genders),
    isDefault: series.isDefault === true,
    isProduct: series.isProduct === true,
    group: series.group,
    groupName: series.groupName,
    priority: series.priority,
    preference: series.preference,
    minAgeToStart: duration(series.minAgeToStart),
    maxAgeToStart: duration(series.maxAgeToStart),
    indications: (series.indications ?? []).map((code) => compileAgedCode(code, duration)),
    doses: series.doses.map((dose) => compileDose(dose, duration)),
  };
}

function compileDose(dose: SeriesDoseData, duration: ReadDuration): CompiledDose {
  const vaccine = ({ cvx, from, to, mvx, tradeName, volume, isForecast }: VaccineData): CompiledVaccine => ({
    cvx,
    from: duration(from),
    to: duration(to),
    mvx,
    tradeName,
    volume: volume === undefined ? undefined : Number(volume),
    isForecast: isForecast === true,
  });
  const preferable = (dose.preferable ?? []).map(vaccine);
  const skips = (dose.skips ?? []).map((skip) => compileSkip(skip, duration));
  return {
    number: dose.number,
    ages: (dose.ages ?? []).map((age) => compileAge(age, duration)),
    intervals: (dose.intervals ?? []).map((interval) => compileInterval(interval, duration)),
    allowableIntervals: (dose.allowableIntervals ?? []).map((interval) =>
      compileInterval(interval, duration),
    ),
    preferable,
    preferableOf: byCvx(preferable),
    allowableOf: byCvx((dose.allowable ?? []).map(vaccine)),
    inadvertent: new Set(dose.inadvertent),
    evaluationSkips: skips.filter(({ context }) => context !== 'forecast'),
    forecastSkips: skips.filter(({ context }) => context !== 'evaluation'),
    isRecurring: dose.isRecurring === true,
    season: dose.season && {
      start: dose.season.start === undefined ? undefined : dayOf(dose.season.start),
      end: dose.season.end === undefined ? undefined : dayOf(dose.season.end),
    },
  };
}

function compileAge(age: AgeData, duration: ReadDuration): CompiledAge {
  return {
    absMin: duration(age.absMin),
    min: duration(age.min),
    earliestRec: duration(age.earliestRec),
    latestRec: duration(age.latestRec),
    max: duration(age.max),
    ...inForce(age),
  };
}

function compileInterval(interval: IntervalData, duration: ReadDuration): CompiledInterval {
  return {
    fromPrevious: interval.fromPrevious === true,
    fromTargetDose: interval.fromTargetDose,
    fromMostRecent: interval.fromMostRecent && new Set(interval.fromMostRecent),
    fromObservation: interval.fromObservation,
    absMin: duration(interval.absMin),
    min: duration(interval.min),
    earliestRec: duration(interval.earliestRec),
    latestRec: duration(interval.latestRec),
    overrides: interval.overrides === true,
    ...inForce(interval),
  };
}

function compileSkip(skip: SkipData, duration: ReadDuration): CompiledSkip {
  return {
    context: skip.context,
    logic: skip.logic,
    sets: skip.sets.map((set) => ({
      id: set.id,
      logic: set.logic,
      conditions: set.conditions.map((condition) => compileCondition(condition, duration)),
      ...inForce(set),
    })),
  };
}

function compileCondition(condition: SkipConditionData, duration: ReadDuration): CompiledCondition {
  switch (condition.type) {
    case 'age':
      return { type: 'age', from: duration(condition.from), to: duration(condition.to) };
    case 'completed-series':
      return { type: 'completed-series', groups: new Set(condition.groups) };
    case 'interval': {
      const interval = duration(condition.interval);
      if (!interval) throw new RangeError(`Not an interval: ${condition.interval}`);
      return { type: 'interval', interval };
    }
    case 'count':
      return {
        type: 'count',
        from: duration(condition.from),
        to: duration(condition.to),
        start: condition.start === undefined ? -Infinity : dayOf(condition.start),
        end: condition.end === undefined ? Infinity : dayOf(condition.end),
        validOnly: condition.validOnly === true,
        compare: condition.compare,
        count: condition.count,
        vaccines: condition.vaccines && new Set(condition.vaccines),
      };
  }
}

function inForce({ effective, cessation }: InForce): {
  readonly effective: number;
  readonly cessation: number;
} {
  return {
    effective: effective === undefined ? -Infinity : dayOf(effective),
    cessation: cessation === undefined ? Infinity : dayOf(cessation),
  };
}

function byCvx(vaccines: readonly CompiledVaccine[]): ReadonlyMap<string, readonly CompiledVaccine[]> {
  return groupBy(
    vaccines,
    ({ cvx }) => cvx,
    (vaccine) => vaccine,
  );
}

function groupBy<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  valueOf: (item: Item) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(valueOf(item));
    else groups.set(key, [valueOf(item)]);
  }
  return groups;
}
