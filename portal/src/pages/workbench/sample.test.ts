import { expect, it } from 'vitest';
import { faultySample, sampleMessage } from './sample.ts';

const field = (message: string, segment: string, number: number): string | undefined =>
  message
    .split('\n')
    .find((line) => line.startsWith(`${segment}|`))
    ?.split('|')[segment === 'MSH' ? number - 1 : number];

it.each([
  ['as it should be', sampleMessage],
  ['with mistakes', faultySample],
])('the sample %s is of the site that it is made for', (_, made) => {
  const message = made('DE-000777');
  expect([4, 22].map((number) => field(message, 'MSH', number))).toEqual(['DE-000777', 'DE-000777']);
  expect(field(message, 'RXA', 11)).toBe('^^^DE-000777');
  expect(field(message, 'PID', 13)).toBe('^PRN^CP^^^916^5550142');
  expect(field(message, 'RXA', 21)).toBe('A');
});

it('the mistakes are those that are said', () => {
  const message = faultySample('DE-000777');
  expect(Number(field(message, 'RXA', 3))).toBeLessThan(Number(field(message, 'PID', 7)));
  expect(field(message, 'RXA', 15)).toBe('');
});
