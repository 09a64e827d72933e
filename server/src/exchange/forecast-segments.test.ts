import { dayOf, type ForecastResult, type GroupForecast } from '@cairn/forecast';
import { describe, expect, test } from 'vitest';
import { evaluationSegments, forecastOrder } from './forecast-segments.ts';

const AS_OF = dayOf('2025-03-20');

const due = (forecast: Partial<GroupForecast> = {}): GroupForecast => ({
  vaccineGroup: 'HepB',
  seriesType: 'standard',
  status: 'Not Complete',
  reasons: ['target dose is needed'],
  earliest: dayOf('2025-02-07'),
  recommended: dayOf('2025-02-07'),
  pastDue: dayOf('2025-03-31'),
  doseNumber: 2,
  antigens: ['HepB'],
  vaccines: ['08'],
  series: ['HepB 3-dose series'],
  ...forecast,
});

const result = (parts: Partial<ForecastResult>): ForecastResult => ({
  version: '4.64-508',
  evaluations: [],
  forecasts: [],
  unknownDoses: [],
  ...parts,
});

const lines = (segments: readonly { toString: () => string }[]): readonly string[] => segments.map(String);

describe('a forecast', () => {
  test('is one order of no vaccine that holds a set for each vaccine group', () => {
    expect(lines(forecastOrder(result({ forecasts: [due()] }), AS_OF, 'CAIRN', 'national'))).toEqual([
      'ORC|RE||9999^CAIRN',
      'RXA|0|1|20250320||998^No vaccine administered^CVX|999||||||||||||||NA',
      'OBX|1|CE|30956-7^Vaccine type^LN|1|45^Hep B, unspecified^CVX||||||F|||20250320',
      'OBX|2|CE|59779-9^Immunization schedule used^LN|1|VXC16^ACIP Schedule^CDCPHINVS||||||F|||20250320',
      'OBX|3|CE|59783-1^Status in immunization series^LN|1|notcomplete^Not complete^L||||||F|||20250320',
      'OBX|4|NM|30973-2^Dose number in series^LN|1|2|NA^Not applicable^HL70353|||||F|||20250320',
      'OBX|5|DT|30981-5^Earliest date to give^LN|1|20250207||||||F|||20250320',
      'OBX|6|DT|30980-7^Date vaccine due^LN|1|20250207||||||F|||20250320',
      'OBX|7|DT|59778-1^Date dose is overdue^LN|1|20250331||||||F|||20250320',
    ]);
  });

  test('can be laid out as CAIR2 had it in 2017: what is due, five observations that share OBX-4', () => {
    const forecasts = [due(), due({ vaccineGroup: 'Hib', status: 'Complete' })];
    const order = forecastOrder(result({ forecasts }), AS_OF, 'CAIRN', 'cair2-2017');
    expect(lines(order.slice(2)).map((line) => line.split('|').slice(2, 6).join('|'))).toEqual([
      'CE|30979-9^Vaccines due next^LN|1|45^Hep B, unspecified^CVX',
      'DT|30980-7^Date vaccine due^LN|1|20250207',
      'NM|30973-2^Dose number in series^LN|1|2',
      'DT|30981-5^Earliest date to give^LN|1|20250207',
      'ST|30982-3^Reason applied by forecast logic to project this vaccine^LN|1|ACIP schedule',
    ]);
  });

  test('of a group with two is the one that asks for a dose sooner', () => {
    const forecasts = [due({ seriesType: 'risk', recommended: dayOf('2025-01-10'), doseNumber: 1 }), due()];
    for (const each of [forecasts, forecasts.toReversed()]) {
      const order = forecastOrder(result({ forecasts: each }), AS_OF, 'CAIRN', 'national');
      expect(lines(order).join('\r')).toContain('30980-7^Date vaccine due^LN|1|20250110');
      expect(lines(order).join('\r')).not.toContain('30980-7^Date vaccine due^LN|1|20250207');
    }
  });

  test('of nothing is nothing', () => {
    expect(forecastOrder(result({}), AS_OF, 'CAIRN', 'national')).toEqual([]);
  });
});

describe('an evaluation', () => {
  const dtap = (antigen: string, status: 'Valid' | 'Not Valid', series = `${antigen} standard series`) => ({
    doseId: '1',
    vaccineGroup: 'DTaP/Tdap/Td',
    antigen,
    series,
    status,
    reasons: status === 'Valid' ? [] : (['Interval: Too Soon'] as const),
    targetDose: 2,
  });
  const validity = (evaluations: ForecastResult['evaluations']): string | undefined =>
    lines(evaluationSegments('1', result({ evaluations }), AS_OF))
      .find((line) => line.includes('59781-5'))
      ?.split('|')[5];

  test('is valid for a group where it is for all its antigens', () => {
    expect(validity([dtap('Diphtheria', 'Valid'), dtap('Tetanus', 'Valid')])).toBe('Y');
    expect(validity([dtap('Diphtheria', 'Valid'), dtap('Tetanus', 'Not Valid')])).toBe('N');
  });

  test('is valid for an antigen where one of its best series takes it', () => {
    expect(validity([dtap('Tetanus', 'Not Valid', 'risk'), dtap('Tetanus', 'Valid')])).toBe('Y');
    expect(validity([dtap('Tetanus', 'Valid'), dtap('Tetanus', 'Not Valid', 'risk')])).toBe('Y');
  });

  test('says why a dose is not valid, and that one was not evaluated', () => {
    const segments = evaluationSegments('1', result({ evaluations: [dtap('Tetanus', 'Not Valid')] }), AS_OF);
    expect(lines(segments).at(-1)).toContain('|1|Interval: Too Soon|');
    expect(lines(evaluationSegments('9', result({}), AS_OF))).toEqual([
      'OBX|1|ST|48767-8^Annotation comment^LN|1|This vaccine is not one that the immunization schedule knows; the dose is recorded and was not evaluated.||||||F|||20250320',
    ]);
  });
});
