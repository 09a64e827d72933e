import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatedReport, newestReports, standingDoses } from './history.ts';

const MMR: DatedReport = {
  organizationId: 'clinic',
  idKey: 'chart 1',
  doseKey: 'D1^CLINIC',
  action: 'A',
  administeredOn: '2024-01-10',
  saidAt: '2024-01-11T10:00:00.000Z',
  personVersion: 1,
  reportId: '01',
};

/** Reports as they arise: every one has an id of its own. */
const reports = fc
  .array(
    fc.record({
      organizationId: fc.constantFrom('clinic', 'pharmacy'),
      idKey: fc.constantFrom('chart 1', 'chart 2'),
      doseKey: fc.constantFrom('D1', 'D2', 'D3'),
      action: fc.constantFrom('A', 'U', 'D'),
      administeredOn: fc.constantFrom('2024-01-10', '2024-03-10', '2025-01-10'),
      saidAt: fc.constantFrom('2024-01-11T10:00:00.000Z', '2024-01-12T10:00:00.000Z'),
      personVersion: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((report, index) => ({ ...report, reportId: String(index).padStart(2, '0') })));

const shuffled = reports.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

describe('of each dose the newest report stands', () => {
  test('what was said later wins over what arrived later', () => {
    const said = { ...MMR, action: 'U', saidAt: '2024-01-12T10:00:00.000Z' };
    const arrived = { ...MMR, personVersion: 2, reportId: '02' };
    expect(standingDoses([said, arrived])).toEqual([said]);
    expect(newestReports([arrived, { ...said, action: 'D' }])).toMatchObject([{ action: 'D' }]);
  });

  test('of those said at once the later version of the person wins over the earlier, whatever their ids', () => {
    const update = { ...MMR, action: 'U', personVersion: 2, reportId: '00', administeredOn: '2024-01-11' };
    expect(standingDoses([update, MMR])).toEqual([update]);
  });

  test('within one message the later report wins', () => {
    const second = { ...MMR, reportId: '02', action: 'U' };
    expect(standingDoses([second, MMR])).toEqual([second]);
  });

  test('versions are compared as numbers', () => {
    const tenth = { ...MMR, personVersion: 10 };
    expect(standingDoses([tenth, { ...MMR, personVersion: 9 }])).toEqual([tenth]);
  });

  test('the same dose id of two organizations is two doses', () => {
    const other = { ...MMR, organizationId: 'pharmacy', reportId: '02' };
    expect(standingDoses([MMR, other])).toHaveLength(2);
  });

  test('the same dose id under two charts of one organization is two doses: some number them from 1', () => {
    const other = { ...MMR, idKey: 'chart 2', reportId: '02' };
    expect(standingDoses([MMR, other])).toHaveLength(2);
  });

  test('a deletion takes the dose away, and a later report brings it back', () => {
    const deletion = { ...MMR, action: 'D', personVersion: 2 };
    const again = { ...MMR, personVersion: 3 };
    expect(standingDoses([MMR, deletion])).toEqual([]);
    expect(newestReports([MMR, deletion])).toEqual([deletion]);
    expect(standingDoses([MMR, deletion, again])).toEqual([again]);
  });
});

test('the history is in order of dates, those of a day as they became known', () => {
  const dose = (
    doseKey: string,
    administeredOn: string,
    personVersion: number,
    reportId: string,
    saidAt = MMR.saidAt,
  ) => ({
    ...MMR,
    doseKey,
    administeredOn,
    personVersion,
    reportId,
    saidAt,
  });
  const inOrder = [
    dose('a', '2023-12-31', 9, '09'),
    dose('b', '2024-01-10', 1, '08'),
    dose('c', '2024-01-10', 2, '01'),
    dose('d', '2024-01-10', 2, '02'),
    dose('e', '2024-01-10', 1, '00', '2024-01-12T10:00:00.000Z'),
    dose('f', '2024-01-11', 1, '03'),
  ];
  expect(standingDoses(inOrder.toReversed())).toEqual(inOrder);
});

test('the history does not depend on the order in which the reports are read', () => {
  fc.assert(
    fc.property(shuffled, ([all, otherwise]) => {
      expect(standingDoses(otherwise)).toEqual(standingDoses(all));
      expect(new Set(newestReports(otherwise))).toEqual(new Set(newestReports(all)));
    }),
  );
});

test('a report stands exactly if it is no deletion and none of its dose is newer', () => {
  const rank = ({ saidAt, personVersion, reportId }: DatedReport): string =>
    `${saidAt}/${personVersion}/${reportId}`;
  fc.assert(
    fc.property(reports, (all) => {
      const standing = new Set(standingDoses(all));
      for (const report of all) {
        const newer = all.some(
          (other) =>
            other.organizationId === report.organizationId &&
            other.idKey === report.idKey &&
            other.doseKey === report.doseKey &&
            rank(other) > rank(report),
        );
        expect(standing.has(report)).toBe(!newer && report.action !== 'D');
      }
      const days = [...standing].map(({ administeredOn }) => administeredOn);
      expect(days).toEqual(days.toSorted());
    }),
  );
});
