import { civilOf } from '../dates.ts';
import type { Day, ForecastResult, GroupForecast } from '../model.ts';
import type { TestCase } from './test-case.ts';

export type Difference = {
  /** `status`, `earliest`, …, `dose 2` */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
};

/**
 * What a result has otherwise than the case expects; nothing: passed. A case names one forecast of its group where
 * the logic can give two (Risk and Standard): either may fit, as a whole.
 */
export function compareCase(testCase: TestCase, result: ForecastResult): readonly Difference[] {
  const forecasts = result.forecasts.filter(({ vaccineGroup }) => vaccineGroup === testCase.vaccineGroup);
  const judged = forecasts.map((forecast) => compareForecast(testCase, forecast));
  const closest = judged.toSorted((one, other) => one.length - other.length)[0] ?? [
    { what: 'status', expected: testCase.expected.status, actual: 'no forecast' },
  ];
  return [...closest, ...compareDoses(testCase, result)];
}

function compareForecast({ expected }: TestCase, actual: GroupForecast): readonly Difference[] {
  if (expected.status !== actual.status)
    return [{ what: 'status', expected: expected.status, actual: actual.status }];
  if (expected.status !== 'Not Complete') return [];
  return [
    { what: 'dose number', expected: numberText(expected.doseNumber), actual: numberText(actual.doseNumber) },
    { what: 'earliest', expected: dayText(expected.earliest), actual: dayText(actual.earliest) },
    { what: 'recommended', expected: dayText(expected.recommended), actual: dayText(actual.recommended) },
    { what: 'past due', expected: dayText(expected.pastDue), actual: dayText(actual.pastDue) },
  ].filter((pair) => pair.expected !== pair.actual);
}

/** A dose that the group of the case does not know counts in the groups that do. */
function compareDoses({ expected, vaccineGroup }: TestCase, result: ForecastResult): readonly Difference[] {
  return expected.doses.flatMap(({ doseId, status, reason }) => {
    const all = result.evaluations.filter((evaluation) => evaluation.doseId === doseId);
    const ofGroup = all.filter((evaluation) => evaluation.vaccineGroup === vaccineGroup);
    const judged = ofGroup.length > 0 ? ofGroup : all;
    if (judged.some((evaluation) => evaluation.status === status)) return [];
    const found = judged.map(({ status: actual, reasons }) => [actual, ...reasons].join(', '));
    return {
      what: `dose ${doseId}`,
      expected: reason === undefined ? status : `${status}, ${reason}`,
      actual: found.length === 0 ? 'not evaluated' : [...new Set(found)].join('; '),
    };
  });
}

const dayText = (day: Day | undefined): string => (day === undefined ? 'none' : civilOf(day));
const numberText = (number: number | undefined): string => (number === undefined ? 'none' : String(number));
