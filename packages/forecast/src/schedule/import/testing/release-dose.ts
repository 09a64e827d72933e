import type {
  InForce,
  IntervalData,
  SeriesDoseData,
  SkipConditionData,
  SkipData,
  VaccineData,
} from '../../data.ts';
import { age, branch, each, leaf } from './xml-writer.ts';

export function dose(data: SeriesDoseData): string {
  return branch(
    'seriesDose',
    leaf('doseNumber', `Dose ${data.number}`),
    ...(data.ages ?? []).map((one) =>
      branch(
        'age',
        age('absMinAge', one.absMin),
        age('minAge', one.min),
        age('earliestRecAge', one.earliestRec),
        age('latestRecAge', one.latestRec),
        age('maxAge', one.max),
        ...inForce(one),
      ),
    ),
    each('interval', data.intervals, interval),
    each('allowableInterval', data.allowableIntervals, interval),
    each('preferableVaccine', data.preferable, vaccine),
    each('allowableVaccine', data.allowable, vaccine),
    each('inadvertentVaccine', data.inadvertent, (cvx) => [
      leaf('vaccineType', 'short name'),
      leaf('cvx', cvx),
    ]),
    each('conditionalSkip', data.skips, skip),
    leaf('recurringDose', data.isRecurring ? 'Yes' : 'No'),
    data.season
      ? branch('seasonalRecommendation', day('startDate', data.season.start), day('endDate', data.season.end))
      : '<seasonalRecommendation>\n</seasonalRecommendation>',
  );
}

const day = (name: string, text: string | undefined): string => leaf(name, text?.replaceAll('-', ''));

const inForce = ({ effective, cessation }: InForce): readonly string[] => [
  day('effectiveDate', effective),
  day('cessationDate', cessation),
];

const interval = (data: IntervalData): readonly string[] => [
  leaf('fromPrevious', data.fromPrevious ? 'Y' : 'N'),
  leaf('fromTargetDose', data.fromTargetDose ?? 'n/a'),
  leaf('fromMostRecent', data.fromMostRecent?.map(unpadded).join('; ')),
  ...(data.fromObservation === undefined
    ? ['<fromRelevantObs/>']
    : [branch('fromRelevantObs', leaf('text', 'title'), leaf('code', data.fromObservation))]),
  age('absMinInt', data.absMin),
  age('minInt', data.min),
  age('earliestRecInt', data.earliestRec),
  age('latestRecInt', data.latestRec),
  leaf('intervalPriority', data.overrides && 'override'),
  ...inForce(data),
];

const unpadded = (cvx: string): string => String(Number(cvx));

const vaccine = (data: VaccineData): readonly string[] => [
  leaf('vaccineType', 'short name'),
  leaf('cvx', data.cvx),
  age('beginAge', data.from),
  age('endAge', data.to),
  leaf('tradeName', data.tradeName),
  leaf('mvx', data.mvx),
  leaf('volume', data.volume),
  leaf('forecastVaccineType', data.isForecast ? 'Y' : 'N'),
];

const CONTEXTS = { evaluation: 'Evaluation', forecast: 'Forecast', both: 'Both' } as const;

const skip = ({ context, logic, sets }: SkipData): readonly string[] => [
  leaf('context', CONTEXTS[context]),
  leaf('setLogic', logic?.toUpperCase() ?? 'n/a'),
  ...sets.map((set) =>
    branch(
      'set',
      leaf('setID', set.id),
      leaf('setDescription', 'Skip it.'),
      ...inForce(set),
      leaf('conditionLogic', set.logic?.toUpperCase()),
      ...set.conditions.map((one, index) =>
        branch('condition', leaf('conditionID', index + 1), ...condition(one)),
      ),
    ),
  ),
];

const COMPARISONS = { more: 'Greater Than', equal: 'equal to', less: 'less than' } as const;

function condition(data: SkipConditionData): readonly string[] {
  switch (data.type) {
    case 'age':
      return [leaf('conditionType', 'Age'), age('beginAge', data.from), age('endAge', data.to)];
    case 'completed-series':
      return [leaf('conditionType', 'Completed Series'), leaf('seriesGroups', data.groups.join('; '))];
    case 'interval':
      return [leaf('conditionType', 'Interval'), age('interval', data.interval)];
    case 'count':
      return [
        leaf('conditionType', 'Vaccine Count By Age'),
        day('startDate', data.start),
        day('endDate', data.end),
        age('beginAge', data.from),
        age('endAge', data.to),
        leaf('interval', undefined),
        leaf('doseCount', data.count),
        leaf('doseType', data.validOnly ? 'valid' : 'Total'),
        leaf('doseCountLogic', COMPARISONS[data.compare]),
        leaf('vaccineTypes', data.vaccines?.map(unpadded).join(';')),
        leaf('seriesGroups', undefined),
      ];
  }
}
