import { describe, expect, test } from 'vitest';
import {
  antigenA,
  type Asked,
  day,
  only,
  run,
  series,
  smallSchedule,
} from '../evaluate/testing/small-schedule.ts';
import type { AntigenData, SeriesDoseData } from '../schedule/data.ts';

type Dose = Omit<SeriesDoseData, 'number'>;

const ask = (wanted: readonly Dose[], asked: Asked = {}) => only(run(antigenA(series(wanted)), asked));

describe('7.4: whether a dose is needed', () => {
  test('not in a season that is over, and not before it begins', () => {
    const season = { start: '2024-07-01', end: '2025-06-30' };
    expect(ask([{ season }], { asOf: '2025-06-30' })).toMatchObject({
      status: 'Not Complete',
      earliest: day('2024-07-01'),
    });
    expect(ask([{ season }], { asOf: '2025-07-01' })).toMatchObject({
      status: 'Not Recommended',
      reasons: ['past seasonal recommendation end date'],
    });
  });

  test('a dose of an earlier season has no number in this one', () => {
    const seasonal: Dose = { season: { start: '2024-07-01', end: '2025-06-30' } };
    expect(ask([seasonal, seasonal], { doses: ['2023-10-01'] }).doseNumber).toBe(1);
    expect(ask([seasonal, seasonal], { doses: ['2024-10-01'] }).doseNumber).toBe(2);
  });

  test('not from the maximum age on, nor where the first possible day is not before it', () => {
    const ages = [{ min: '1y', max: '5y' }];
    expect(ask([{ ages }], { asOf: '2024-12-31' })).toMatchObject({
      status: 'Not Complete',
      latest: day('2024-12-31'),
    });
    expect(ask([{ ages }], { asOf: '2025-01-01' }).reasons).toEqual(['patient has exceeded the maximum age']);
    const second: Dose = { ages: [{ max: '5y' }], intervals: [{ fromPrevious: true, min: '4w' }] };
    expect(ask([{}, second], { asOf: '2024-12-15', doses: ['2024-12-10'] })).toMatchObject({
      status: 'Aged Out',
      reasons: ['patient is unable to finish the series prior to the maximum age'],
    });
  });

  test('not where all target doses are skipped', () => {
    const skipped: Dose = {
      skips: [{ context: 'both', sets: [{ conditions: [{ type: 'age', from: '1y' }] }] }],
    };
    expect(ask([skipped]).status).toBe('Not Recommended');
    expect(ask([{}, skipped], { doses: ['2020-06-01'] }).status).toBe('Complete');
  });
});

describe('7.2: immunity', () => {
  const births = [{ before: '1957-01-01', country: 'U.S.', except: ['055'] }];
  const antigen: AntigenData = {
    name: 'A',
    immunity: { histories: ['020'], births },
    series: [series([{}])],
  };
  const status = (asked: Asked) => only(run(smallSchedule([antigen]), asked)).status;

  test('by birth before the day, in the country, unless an observation says otherwise', () => {
    const asked = { born: '1956-12-31', birthCountry: 'U.S.' };
    expect(status(asked)).toBe('Immune');
    expect(status({ ...asked, born: '1957-01-01' })).toBe('Not Complete');
    expect(status({ ...asked, birthCountry: 'FR' })).toBe('Not Complete');
    expect(status({ born: '1956-12-31' })).toBe('Not Complete');
    expect(status({ ...asked, observations: [{ code: '055' }] })).toBe('Not Complete');
  });

  test('by a history of the disease', () => {
    expect(status({ observations: [{ code: '020' }] })).toBe('Immune');
    expect(status({ observations: [{ code: '021' }] })).toBe('Not Complete');
  });
});

describe('7.3: contraindications', () => {
  const observations = [{ code: '080' }];
  const preferable = ['01', '02'].map((cvx) => ({ cvx, isForecast: true as const }));
  const antigen: AntigenData = {
    name: 'A',
    contraindications: [{ observation: '080', from: '1y', to: '6y' }],
    series: [series([{ preferable }])],
  };

  test('of the antigen, within its ages on the assessment date', () => {
    const status = (asOf: string) => only(run(smallSchedule([antigen]), { asOf, observations })).status;
    expect(status('2020-12-31')).toBe('Not Complete');
    expect(status('2021-01-01')).toBe('Contraindicated');
    expect(status('2026-01-01')).toBe('Not Complete');
    expect(only(run(smallSchedule([antigen]), {})).status).toBe('Not Complete');
  });

  test('of single vaccines: they are not recommended, and all of them together leave none', () => {
    const without = (cvxs: readonly string[]) =>
      only(
        run(
          smallSchedule([
            {
              ...antigen,
              contraindications: [],
              vaccineContraindications: [{ observation: '080', vaccines: cvxs.map((cvx) => ({ cvx })) }],
            },
          ]),
          { observations },
        ),
      );
    expect(without(['01'])).toMatchObject({ status: 'Not Complete', vaccines: ['02'] });
    expect(without(['01', '02'])).toMatchObject({ status: 'Contraindicated', vaccines: [] });
  });
});

describe('7.5: dates', () => {
  test('age comes before interval; none is before the earliest', () => {
    const interval = { fromPrevious: true, min: '4w', earliestRec: '8w', latestRec: '12w' } as const;
    const doses = ['2024-12-01'];
    expect(ask([{}, { intervals: [interval] }], { doses })).toMatchObject({
      earliest: day('2024-12-29'),
      recommended: day('2025-01-26'),
      pastDue: day('2025-02-22'),
      doseNumber: 2,
    });
    const ages = [{ earliestRec: '4y', latestRec: '6y' }];
    expect(ask([{}, { ages, intervals: [interval] }], { doses })).toMatchObject({
      earliest: day('2024-12-29'),
      recommended: day('2024-12-29'),
      pastDue: day('2025-12-31'),
    });
  });

  test('there is no grace in a forecast', () => {
    expect(ask([{ ages: [{ absMin: '12m-4d', min: '12m' }] }]).earliest).toBe(day('2021-01-01'));
  });

  test('rules are those in force on the assessment date', () => {
    const ages = [
      { min: '6m', cessation: '2024-12-31' },
      { min: '12m', effective: '2025-01-01' },
    ];
    expect(ask([{ ages }], { asOf: '2024-12-31' }).earliest).toBe(day('2020-07-01'));
    expect(ask([{ ages }], { asOf: '2025-01-01' }).earliest).toBe(day('2021-01-01'));
  });

  test('7.6: what could be skipped on the earliest day is not forecast', () => {
    const first: Dose = {
      ages: [{ min: '4y' }],
      skips: [{ context: 'forecast', sets: [{ conditions: [{ type: 'age', from: '4y' }] }] }],
    };
    const second: Dose = { ages: [{ min: '6y' }] };
    expect(ask([first, second], { asOf: '2021-01-01' }).earliest).toBe(day('2026-01-01'));
  });
});
