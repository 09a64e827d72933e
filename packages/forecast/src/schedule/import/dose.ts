import type { AgeData, IntervalData, SeriesDoseData, VaccineData } from '../data.ts';
import type { ElementReader } from './element-reader.ts';
import { given, some } from './given.ts';
import { readInForce } from './in-force.ts';
import { readSkip } from './skip.ts';

export function readDose(reader: ElementReader): SeriesDoseData | undefined {
  const number = /^(?:dose )?(\d{1,2})$/i.exec(reader.text('doseNumber') ?? '')?.[1];
  const dose = {
    ages: some(reader.all('age').flatMap((each) => readAge(each) ?? [])),
    intervals: some(reader.all('interval').flatMap((each) => readInterval(each) ?? [])),
    allowableIntervals: some(reader.all('allowableInterval').flatMap((each) => readInterval(each) ?? [])),
    preferable: some(reader.all('preferableVaccine').flatMap((each) => readVaccine(each) ?? [])),
    allowable: some(reader.all('allowableVaccine').flatMap((each) => readVaccine(each) ?? [])),
    inadvertent: some(reader.all('inadvertentVaccine').flatMap((each) => readVaccine(each)?.cvx ?? [])),
    skips: some(reader.all('conditionalSkip').flatMap((each) => readSkip(each) ?? [])),
    isRecurring: reader.flag('recurringDose'),
    season: readSeason(reader.one('seasonalRecommendation')),
  };
  reader.done();
  if (number !== undefined) return given({ number: Number(number), ...dose });
  reader.note('A series dose without number.');
  return undefined;
}

/** An age without any limit says nothing. */
function readAge(reader: ElementReader): AgeData | undefined {
  const age: AgeData = given({
    absMin: reader.duration('absMinAge'),
    min: reader.duration('minAge'),
    earliestRec: reader.duration('earliestRecAge'),
    latestRec: reader.duration('latestRecAge'),
    max: reader.duration('maxAge'),
    ...readInForce(reader),
  });
  reader.done();
  return Object.keys(age).length === 0 ? undefined : age;
}

/** An empty interval element says that there is no rule. */
function readInterval(reader: ElementReader): IntervalData | undefined {
  if (reader.isEmpty) return undefined;
  const observation = reader.one('fromRelevantObs');
  const interval: IntervalData = given({
    fromPrevious: reader.flag('fromPrevious'),
    fromTargetDose: reader.count('fromTargetDose'),
    fromMostRecent: reader.cvxList('fromMostRecent'),
    fromObservation: observation?.observation('code'),
    absMin: reader.duration('absMinInt'),
    min: reader.duration('minInt'),
    earliestRec: reader.duration('earliestRecInt'),
    latestRec: reader.duration('latestRecInt'),
    overrides: reader.oneOf('intervalPriority', { override: 'override', y: 'override' }) && (true as const),
    ...readInForce(reader),
  });
  observation?.ignore('text');
  observation?.done();
  reader.done();
  const { fromPrevious, fromTargetDose, fromMostRecent, fromObservation } = interval;
  const starts = [fromPrevious, fromTargetDose, fromMostRecent, fromObservation];
  const known = starts.filter((start) => start !== undefined).length;
  if (known !== 1) reader.note(`An interval must have one start, this has ${known}.`);
  return known === 0 ? undefined : interval;
}

/** An empty vaccine element says that there is none. */
function readVaccine(reader: ElementReader): VaccineData | undefined {
  if (reader.isEmpty) return undefined;
  const cvx = reader.cvx('cvx');
  const rest = {
    from: reader.duration('beginAge'),
    to: reader.duration('endAge'),
    mvx: reader.text('mvx'),
    tradeName: reader.text('tradeName'),
    volume: reader.volume('volume'),
    isForecast: reader.flag('forecastVaccineType'),
  };
  reader.ignore('vaccineType');
  reader.done();
  if (cvx !== undefined) return given({ cvx, ...rest });
  reader.note('A vaccine without CVX code.');
  return undefined;
}

function readSeason(reader: ElementReader | undefined): SeriesDoseData['season'] {
  if (!reader || reader.isEmpty) return undefined;
  const start = reader.day('startDate');
  const end = reader.day('endDate');
  reader.done();
  return start === undefined && end === undefined ? undefined : given({ start, end });
}
