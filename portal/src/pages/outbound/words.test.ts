import { expect, test } from 'vitest';
import type { Registry } from './data.ts';
import { connectionOf, spanOf } from './words.ts';

test.each([
  [59_999, undefined],
  [60_000, { count: 1, unit: 'minute' }],
  [3_599_999, { count: 59, unit: 'minute' }],
  [3_600_000, { count: 1, unit: 'hour' }],
  [172_800_000, { count: 2, unit: 'day' }],
])('%d ms', (ms, span) => {
  expect(spanOf(ms)).toEqual(span);
});

const REGISTRY: Registry = {
  id: 'bay-area',
  name: 'Bay Area',
  kind: 'region',
  goLive: '2017-01-17',
  hasMoved: false,
  daysLeft: 3,
  isSetUp: true,
  isEnabled: true,
  healthy: true,
  checkedAt: null,
  answeredAt: '2016-08-01T10:00:00.000Z',
  failedAt: null,
  circuit: null,
  maintenanceUntil: null,
  counts: { waiting: 0, unknown: 0, refused: 0, undeliverable: 0 },
  oldestAt: null,
};
const circuit = { closedUntil: '2016-08-01T11:00:00.000Z', failures: 5, fault: 'connection-refused' };

test.each<[Partial<Registry>, string]>([
  [{}, 'works'],
  [{ isSetUp: false, isEnabled: false }, 'not-set-up'],
  [{ isEnabled: false, circuit }, 'off'],
  [{ maintenanceUntil: '2016-08-01T11:00:00.000Z', circuit }, 'maintenance'],
  [{ circuit }, 'closed'],
  [{ failedAt: '2016-08-01T10:00:01.000Z' }, 'failing'],
  [{ failedAt: '2016-08-01T09:59:59.000Z' }, 'works'],
  [{ healthy: false }, 'silent'],
  [{ healthy: null, answeredAt: null }, 'new'],
  [{ healthy: null, answeredAt: null, failedAt: '2016-08-01T10:00:00.000Z' }, 'failing'],
])('a connection with %j is said to be: %s', (facts, state) => {
  expect(connectionOf({ ...REGISTRY, ...facts }).state).toBe(state);
});
