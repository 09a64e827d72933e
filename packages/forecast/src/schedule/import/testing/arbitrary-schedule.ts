import fc from 'fast-check';
import type {
  AgedCode,
  AntigenData,
  IntervalData,
  ScheduleData,
  SeriesData,
  SeriesDoseData,
  SkipConditionData,
  VaccineData,
} from '../../data.ts';

/** Schedules that contradict themselves in nothing but their medicine. */
export function arbitrarySchedule(): fc.Arbitrary<ScheduleData> {
  return fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).chain((names) =>
    fc.record({
      version: fc.constant('9.99-508'),
      antigens: fc.tuple(...names.toSorted().map(antigen)),
      vaccineGroups: fc.constant(names.toSorted().map((one) => ({ name: groupOf(one), antigens: [one] }))),
      vaccines: fc.constant(Object.fromEntries(CODES.map((cvx) => [cvx, [{ antigen: names[0] ?? '' }]]))),
      conflicts: fc.constant([
        { previous: '03', current: '21', begin: '1d', minEnd: '24d', end: '28d' },
        { previous: '21', current: '21', begin: '1d', minEnd: '28d', end: '4w' },
      ]),
      observations: fc.constant([
        { code: '007', title: 'Blue & < green' },
        { code: '042', title: 'Tall', codes: ['SNOMED 123', 'CVX 21', 'CDCPHINVS VXC7'] },
        { code: '170', title: 'Start of it' },
      ]),
    }),
  );
}

const name = fc.constantFrom('Plum', 'Pear fever', 'Quince', 'Medlar B', 'Apple & pip');
const groupOf = (antigen: string): string => `${antigen} group`;
const CODES = ['03', '21', '107', '300'];
const cvx = fc.constantFrom(...CODES);
const observation = fc.constantFrom('007', '042', '170');
const amount = fc.integer({ min: 0, max: 99 });
const unit = fc.constantFrom('y', 'm', 'w', 'd');
const duration = fc.oneof(
  fc.tuple(amount, unit).map(([number, of]) => `${number}${of}`),
  fc
    .tuple(amount, unit, fc.constantFrom('+', '-'), amount, unit)
    .map(([one, of, sign, other, ofOther]) => `${one}${of}${sign}${other}${ofOther}`),
);
const day = fc.constantFrom('2009-08-06', '2023-09-12', '2024-02-29');
const band = { from: duration, to: duration };
const yes = fc.constant(true as const);
const optional = { requiredKeys: [] };

const agedCode: fc.Arbitrary<AgedCode> = fc.record(
  { observation, ...band },
  { requiredKeys: ['observation'] },
);

const period = { effective: day, cessation: day };
const ages = fc
  .record(
    { absMin: duration, min: duration, earliestRec: duration, latestRec: duration, max: duration, ...period },
    optional,
  )
  .filter((age) => Object.keys(age).length > 0);

const limits = {
  absMin: duration,
  min: duration,
  earliestRec: duration,
  latestRec: duration,
  overrides: yes,
  ...period,
};

const interval = (number: number): fc.Arbitrary<IntervalData> =>
  fc
    .tuple(
      fc.oneof(
        fc.constant({ fromPrevious: true as const }),
        fc.record({ fromMostRecent: fc.uniqueArray(cvx, { minLength: 1 }) }),
        fc.record({ fromObservation: observation }),
        ...(number > 1 ? [fc.record({ fromTargetDose: fc.integer({ min: 1, max: number - 1 }) })] : []),
      ),
      fc.record(limits, optional),
    )
    .map(([start, rest]) => ({ ...start, ...rest }));

const vaccine: fc.Arbitrary<VaccineData> = fc.record(
  {
    cvx,
    ...band,
    mvx: fc.constantFrom('SKB', 'MSD'),
    tradeName: fc.constantFrom('PLUMVAX, adult', "Pear 'n'"),
    volume: fc.constantFrom('0.5', '1.0'),
    isForecast: yes,
  },
  { requiredKeys: ['cvx'] },
);

const compare = fc.constantFrom('more' as const, 'equal' as const, 'less' as const);
const condition: fc.Arbitrary<SkipConditionData> = fc.oneof(
  fc.record({ type: fc.constant('age' as const), ...band }, { requiredKeys: ['type', 'from'] }),
  fc.constant({ type: 'completed-series' as const, groups: ['1'] }),
  fc.record({ type: fc.constant('interval' as const), interval: duration }),
  fc.record(
    {
      type: fc.constant('count' as const),
      ...band,
      start: day,
      end: day,
      validOnly: yes,
      compare,
      count: amount,
      vaccines: fc.uniqueArray(cvx, { minLength: 1 }),
    },
    { requiredKeys: ['type', 'compare', 'count'] },
  ),
);
const logic = fc.constantFrom('and' as const, 'or' as const);
const skipSet = fc.record(
  {
    id: fc.constantFrom('1', '2'),
    logic,
    conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
    ...period,
  },
  { requiredKeys: ['conditions', 'logic'] },
);
const skip = fc.record(
  {
    context: fc.constantFrom('evaluation' as const, 'forecast' as const, 'both' as const),
    logic,
    sets: fc.array(skipSet, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['context', 'sets'] },
);

function many<Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<readonly Item[]> {
  return fc.array(item, { minLength: 1, maxLength: 3 });
}

const dose = (number: number): fc.Arbitrary<SeriesDoseData> =>
  fc.record(
    {
      number: fc.constant(number),
      ages: many(ages),
      intervals: many(interval(number)),
      allowableIntervals: many(interval(number)),
      preferable: many(vaccine),
      allowable: many(vaccine),
      inadvertent: fc.uniqueArray(cvx, { minLength: 1 }),
      skips: many(skip),
      isRecurring: yes,
      season: fc.record({ start: day, end: day }, { requiredKeys: ['end'] }),
    },
    { requiredKeys: ['number'] },
  );

const series = (antigenName: string, number: number): fc.Arbitrary<SeriesData> =>
  fc.record(
    {
      name: fc.constant(`${antigenName} series ${number}`),
      vaccineGroup: fc.constant(groupOf(antigenName)),
      type: fc.constantFrom('standard' as const, 'risk' as const, 'evaluation-only' as const),
      equivalentGroups: fc.constant(['1']),
      genders: fc.uniqueArray(fc.constantFrom('F', 'M', 'U'), { minLength: 1 }),
      isDefault: yes,
      isProduct: yes,
      group: fc.constant('1'),
      groupName: fc.constantFrom('Standard', 'Increased Risk'),
      priority: fc.constantFrom('A', 'B'),
      preference: amount,
      minAgeToStart: duration,
      maxAgeToStart: duration,
      indications: many(agedCode),
      doses: fc.tuple(dose(1), dose(2)),
    },
    { requiredKeys: ['name', 'vaccineGroup', 'type', 'group', 'doses'] },
  );

const antigen = (antigenName: string): fc.Arbitrary<AntigenData> =>
  fc.record(
    {
      name: fc.constant(antigenName),
      immunity: fc.record(
        {
          histories: fc.uniqueArray(observation, { minLength: 1 }),
          births: many(
            fc.record(
              {
                before: day,
                country: fc.constant('U.S.'),
                except: fc.uniqueArray(observation, { minLength: 1 }),
              },
              { requiredKeys: ['before'] },
            ),
          ),
        },
        { requiredKeys: ['histories'] },
      ),
      contraindications: many(agedCode),
      vaccineContraindications: many(
        fc.record({ observation, vaccines: many(fc.record({ cvx, ...band }, { requiredKeys: ['cvx'] })) }),
      ),
      series: fc.tuple(series(antigenName, 1), series(antigenName, 2)),
    },
    { requiredKeys: ['name', 'series'] },
  );
