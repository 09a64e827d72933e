import { describe, expect, test } from 'vitest';
import { grade } from './quiz.ts';
import { expiryOf, opensOn, standingOf, worstOf } from './states.ts';
import { timelineOn } from './timeline.ts';

const TODAY = '2017-01-20';
const until = (expiresOn: string | null) => ({ completedOn: '2015-01-01', expiresOn });

describe('how somebody stands to a course', () => {
  test.each([
    [[], false, 'missing'],
    [[], true, 'enrolled'],
    [[until(null)], false, 'completed'],
    [[until('2017-01-20')], true, 'expired'],
    [[until('2017-01-21')], true, 'expiring'],
    [[until('2017-02-19')], true, 'expiring'],
    [[until('2017-02-20')], true, 'completed'],
    [[until('2017-01-21'), until('2018-01-01'), until('2016-01-01')], false, 'completed'],
    [[until('2016-01-01'), until(null)], false, 'completed'],
  ] as const)('%j, enrolled %s: %s', (completions, isEnrolled, state) => {
    expect(standingOf(completions, isEnrolled, TODAY).state).toBe(state);
  });

  test('of several courses the one that is furthest from done is told', () => {
    const all = [[until('2018-01-01')], [until('2017-01-30')], [until('2017-01-25')]].map((each) =>
      standingOf(each, false, TODAY),
    );
    expect(worstOf(all)?.expiresOn).toBe('2017-01-25');
    expect(worstOf([...all, standingOf([], false, TODAY)])?.state).toBe('missing');
    expect(worstOf([])).toBeUndefined();
  });
});

test('a completion counts for months of the calendar', () => {
  expect(expiryOf({ validMonths: 24 }, '2016-02-29')).toBe('2018-03-01');
  expect(expiryOf({ validMonths: 1 }, '2017-01-31')).toBe('2017-03-01');
  expect(expiryOf({ validMonths: 24 }, '2015-12-31')).toBe('2017-12-31');
  expect(expiryOf({}, '2015-12-31')).toBeNull();
});

const TIMELINE = [
  { region: 'south', trainingFrom: '2017-02-01', goLive: '2017-04-10' },
  { region: 'north', trainingFrom: '2017-01-20', goLive: '2017-03-06' },
];
const site = (region: string | null) => ({ kind: 'site', region }) as const;

test('whoever works in several regions may enrol where the first of them trains; a Sending Facility waits for none', () => {
  expect(opensOn([site('south'), site('north')], TIMELINE)).toBe('2017-01-20');
  expect(opensOn([site('south'), { kind: 'sending-facility', region: 'south' }], TIMELINE)).toBeUndefined();
  expect(opensOn([site('elsewhere')], TIMELINE)).toBeUndefined();
});

test('regions come in the order in which they go live, and days are counted to the next of their days', () => {
  const regions = [
    { id: 'south', name: 'South' },
    { id: 'north', name: 'North' },
  ];
  const at = (today: string) =>
    timelineOn({ regions, timeline: TIMELINE }, today).map(({ name, state, daysLeft }) => [
      name,
      state,
      daysLeft,
    ]);
  expect(at('2017-01-20')).toEqual([
    ['North', 'training', 45],
    ['South', 'before-training', 12],
  ]);
  expect(at('2017-03-06')).toEqual([
    ['North', 'live', null],
    ['South', 'training', 35],
  ]);
});

test('a quiz is passed with as many right answers as it says', () => {
  const question = (right: number) => ({
    text: { en: '', es: '' },
    options: { en: ['a', 'b'], es: ['a', 'b'] },
    right,
  });
  const quiz = { passAt: 2, questions: [question(0), question(1), question(1)] };
  expect(grade(quiz, [0, 1, 1])).toEqual({ wrong: [], right: 3, isPassed: true });
  expect(grade(quiz, [0, 0, 1])).toEqual({ wrong: [1], right: 2, isPassed: true });
  expect(grade(quiz, [1, 0, 1])).toEqual({ wrong: [0, 1], right: 1, isPassed: false });
  expect(grade(quiz, [])).toEqual({ wrong: [0, 1, 2], right: 0, isPassed: false });
});
