import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bundledSchedule } from '../bundle.ts';
import type { ScheduleData } from '../data.ts';
import { TEXT } from '../bundle-4.64-508.ts';
import { importSchedule, releaseFilesInZip, renderSchedule } from './index.ts';
import { arbitrarySchedule } from './testing/arbitrary-schedule.ts';
import { releaseOf } from './testing/release.ts';

const VERSION = '9.99-508';

const small: ScheduleData = {
  version: VERSION,
  antigens: [
    {
      name: 'Plum',
      series: [
        {
          name: 'Plum 2-dose series',
          vaccineGroup: 'Plum',
          type: 'standard',
          group: '1',
          doses: [
            {
              number: 1,
              ages: [{ absMin: '12m-4d', min: '12m' }],
              allowable: [{ cvx: '03', from: '12m-4d' }],
            },
            {
              number: 2,
              intervals: [{ fromPrevious: true, absMin: '4w-4d', min: '4w' }],
              skips: [{ context: 'both', sets: [{ conditions: [{ type: 'age', from: '4y' }] }] }],
            },
          ],
        },
      ],
    },
  ],
  vaccineGroups: [{ name: 'Plum', antigens: ['Plum'] }],
  vaccines: { '03': [{ antigen: 'Plum' }] },
  conflicts: [],
  observations: [{ code: '007', title: 'Blue' }],
};

/** The small release with some text replaced; it must be there. */
function changed(...changes: readonly (readonly [string, string])[]) {
  const files = releaseOf(small).map(({ source, text }) => ({ source, text }));
  for (const [before, after] of changes) {
    const file = files.find(({ text }) => text.includes(before));
    if (!file) throw new Error(`Not there: ${before}`);
    file.text = file.text.replace(before, after);
  }
  return importSchedule(files, VERSION);
}

const firstSeries = (data: ScheduleData | undefined) => data?.antigens[0]?.series[0];
const whys = (result: ReturnType<typeof changed>) =>
  result.report.notUnderstood.map(({ path, text, why }) => `${path} "${text}" ${why}`);

describe('what is imported, exported and imported again is the same', () => {
  test('for the bundled schedule', () => {
    const bundled = bundledSchedule();
    const { data, report } = importSchedule(releaseOf(bundled), bundled.version);
    expect(data).toEqual(bundled);
    expect(data && renderSchedule(data)).toBe(TEXT);
    expect(report.notUnderstood).toEqual([]);
    expect(report.odd).toEqual([
      {
        source: 'conflicts',
        line: 0,
        path: '',
        text: 'CVX 333 after CVX 94',
        why: 'The pair is there twice.',
      },
    ]);
  });

  test('for any schedule', () => {
    fc.assert(
      fc.property(arbitrarySchedule(), (schedule) => {
        const { data, report } = importSchedule(releaseOf(schedule), schedule.version);
        expect(report.notUnderstood).toEqual([]);
        expect(data).toEqual(schedule);
        expect(JSON.parse(renderSchedule(schedule))).toEqual(schedule);
      }),
      { numRuns: 60 },
    );
  });

  test('in whatever order the files come', () => {
    const bundled = bundledSchedule();
    const { data } = importSchedule([...releaseOf(bundled)].toReversed(), bundled.version);
    expect(data && renderSchedule(data)).toBe(TEXT);
  });
});

test('the bundle has no sentences of guidance', () => {
  expect(TEXT).not.toMatch(/administer to|do not vaccinate|recommend/i);
});

describe('untidy data', () => {
  test('blanks, cases, plurals and forms of dates', () => {
    const result = changed(
      ['<minAge>12 months</minAge>', '<minAge> 1  Year </minAge>'],
      ['<effectiveDate/>', '<effectiveDate>20230912</effectiveDate>'],
      ['<cessationDate/>', '<cessationDate>12/31/2024</cessationDate>'],
      ['<context>Both</context>', '<context>BOTH </context>'],
      ['<conditionType>Age</conditionType>', '<conditionType>AGE</conditionType>'],
      ['<cvx>03</cvx>', '<cvx> 3 </cvx>'],
      ['<seriesPreference/>', '<seriesPreference>n/a</seriesPreference>'],
    );
    expect(whys(result)).toEqual([]);
    const series = firstSeries(result.data);
    expect(series?.vaccineGroup).toBe('Plum');
    expect(series?.doses[0]?.ages).toEqual([
      { absMin: '12m-4d', min: '1y', effective: '2023-09-12', cessation: '2024-12-31' },
    ]);
    expect(series?.doses[0]?.allowable?.[0]?.cvx).toBe('03');
    expect(series).not.toHaveProperty('preference');
  });

  test('lists with and without blanks', () => {
    const result = changed([
      '<fromPrevious>Y</fromPrevious>\n<fromTargetDose>n/a</fromTargetDose>\n<fromMostRecent/>',
      '<fromPrevious>N</fromPrevious><fromMostRecent>01;09; 107 ;3 </fromMostRecent>',
    ]);
    expect(whys(result)).toEqual([]);
    expect(firstSeries(result.data)?.doses[1]?.intervals).toEqual([
      { fromMostRecent: ['01', '09', '107', '03'], absMin: '4w-4d', min: '4w' },
    ]);
  });

  test('empty elements: no rule, everyone, no vaccine', () => {
    const series = firstSeries(changed().data);
    expect(series).not.toHaveProperty('genders');
    expect(series).not.toHaveProperty('indications');
    expect(series?.doses[0]).not.toHaveProperty('intervals');
    expect(series?.doses[0]).not.toHaveProperty('preferable');
  });
});

describe('nothing is dropped silently', () => {
  test.each<readonly [string, string, string]>([
    [
      '<minAge>12 months</minAge>',
      '<minAge>12 moons</minAge>',
      '/series/seriesDose/age/minAge "12 moons" Not understood as age or interval.',
    ],
    [
      '<effectiveDate/>',
      '<effectiveDate>20230231</effectiveDate>',
      '/series/seriesDose/age/effectiveDate "20230231" Not understood as date.',
    ],
    [
      '<fromMostRecent/>',
      '<fromMostRecent>21, 94</fromMostRecent>',
      '/series/seriesDose/interval/fromMostRecent "21, 94" Not understood as list of CVX codes.',
    ],
    [
      '<recurringDose>No',
      '<doseColour>red</doseColour><recurringDose>No',
      '/series/seriesDose/doseColour "red" Unknown element.',
    ],
    ['<interval>\n<', '<interval kind="x">\n<', '/series/seriesDose/interval "" Unknown attribute kind.'],
    [
      '<seriesType>Standard',
      '<seriesType>Usual',
      '/series/seriesType "Usual" Not understood as standard, risk, evaluation only.',
    ],
    [
      '<requiredGender/>',
      '<requiredGender>Blue</requiredGender>',
      '/series/requiredGender "Blue" Unknown gender.',
    ],
    [
      '<defaultSeries>No',
      '<defaultSeries>Perhaps',
      '/series/selectSeries/defaultSeries "Perhaps" Not understood as yes, y, no, n.',
    ],
    ['<seriesName>', 'word<seriesName>', '/series "word" Text where only elements are known.'],
    ['<vaccineGroup>Plum ', '<vaccineGroup>Pear ', ' "Pear" Unknown vaccine group of "Plum 2-dose series".'],
    [
      '<fromPrevious>Y',
      '<fromPrevious>N',
      '/series/seriesDose/interval "" An interval must have one start, this has 0.',
    ],
    ['<doseNumber>Dose 2', '<doseNumber>Dose 3', ' "Plum 2-dose series" The doses are numbered 1, 3.'],
    [
      '<conditionType>Age',
      '<conditionType>Mood',
      '/series/seriesDose/conditionalSkip/set/condition "" A condition of unknown type.',
    ],
    [
      '<beginAge>4 years</beginAge>',
      '<beginAge>4 years</beginAge><doseCount>2</doseCount>',
      '/series/seriesDose/conditionalSkip/set/condition "2" A condition of type age with count.',
    ],
    [
      '<observationCode>007',
      '<observationCode>x7',
      '/observations/observation/observationCode "x7" Not understood as observation code.',
    ],
    [
      '<antigen>Plum</antigen>\n</vaccineGroupMap>',
      '</vaccineGroupMap>',
      ' "Plum" The antigen is in no vaccine group.',
    ],
  ])('%s → %s', (before, after, why) => {
    const result = changed([before, after]);
    expect(whys(result)).toContain(why);
  });

  test('tells file and line', () => {
    const { report } = changed(['<minAge>12 months</minAge>', '<minAge>12 moons</minAge>']);
    expect(report.notUnderstood[0]?.source).toBe('AntigenSupportingData- Plum-508.xml');
    expect(report.notUnderstood[0]?.line).toBeGreaterThan(10);
  });

  test('a condition that is not understood never makes a skip easier', () => {
    const result = changed(['<conditionType>Age', '<conditionType>Mood']);
    expect(firstSeries(result.data)?.doses[1]).not.toHaveProperty('skips');
  });

  test('the same series twice, the same antigen twice', () => {
    const [antigen, shared] = releaseOf(small);
    if (!antigen || !shared) throw new Error('no files');
    const [series = ''] = /<series>[^]*<\/series>/.exec(antigen.text) ?? [];
    const twice = { source: 'x.xml', text: antigen.text.replace(series, series + series) };
    expect(whys(importSchedule([twice, shared], VERSION))).toContain(
      ' "Plum 2-dose series" Two series have the same name.',
    );
    expect(whys(importSchedule([antigen, antigen, shared], VERSION))).toContain(
      ' "Plum" A second file of the antigen; the first is taken.',
    );
  });

  test('files that are something else', () => {
    const [antigen, shared] = releaseOf(small);
    if (!antigen || !shared) throw new Error('no files');
    const other = importSchedule(
      [
        antigen,
        shared,
        { source: 'a', text: '<pear/>' },
        { source: 'b', text: '<pear>' },
        { source: 'c', text: '' },
      ],
      VERSION,
    );
    expect(other.data).toEqual(small);
    expect(other.report.files.map(({ content }) => content)).toEqual([
      'Plum',
      'schedule',
      undefined,
      undefined,
      undefined,
    ]);
    expect(other.report.notUnderstood.map(({ source }) => source)).toEqual(['a', 'b', 'c']);
  });

  test('without the schedule or without antigens there is nothing', () => {
    const [antigen, shared] = releaseOf(small);
    if (!antigen || !shared) throw new Error('no files');
    for (const file of [antigen, shared]) {
      const { data, report } = importSchedule([file], VERSION);
      expect(data).toBeUndefined();
      expect(report.notUnderstood).toHaveLength(1);
    }
  });
});

test('a release in a zip', () => {
  const bytes = Object.fromEntries(
    releaseOf(small).map(({ source, text }) => [`XML/${source}`, new TextEncoder().encode(text)]),
  );
  const files = releaseFilesInZip(zipSync({ ...bytes, 'readme.txt': new Uint8Array(3) }));
  expect(importSchedule(files ?? [], VERSION).data).toEqual(small);
  expect(releaseFilesInZip(new Uint8Array([1, 2, 3]))).toBeUndefined();
});
