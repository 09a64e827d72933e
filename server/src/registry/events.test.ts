import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doseId, type EventReport, segmentsOf, type VaccinationEvent, vaccinationEvents } from './events.ts';

const MMR = '03^MMR^CVX';
const DTAP = '20^DTaP^CVX';
const FLU = '140^Influenza, seasonal, injectable, preservative free^CVX';

type Parts = {
  readonly organization?: string;
  readonly chart?: string;
  readonly day?: string;
  readonly vaccine?: string;
  /** RXA-9.1 */
  readonly source?: string;
  readonly amount?: string;
  readonly unit?: string;
  readonly lot?: string;
  readonly expiration?: string;
  readonly maker?: string;
  readonly completion?: string;
  readonly route?: string;
  readonly more?: Partial<EventReport>;
};

/** A report as it is stored; its id and dose are named by `id`. */
function report(id: string, parts: Parts = {}): EventReport {
  const { organization = 'clinic', day = '2025-01-10', vaccine = MMR, source = '01', amount = '999' } = parts;
  const { unit = '', lot = '', expiration = '', maker = '', completion = 'CP', route = '' } = parts;
  const { chart = `${organization} chart` } = parts;
  return {
    organizationId: organization,
    idKey: chart,
    doseKey: id,
    fillerId: id,
    action: 'A',
    administeredOn: day,
    saidAt: '2025-03-01T10:00:00.000Z',
    personVersion: 1,
    reportId: `report ${id}`,
    segments: [
      `ORC|RE||${id}^X`,
      `RXA|0|1|${day.replaceAll('-', '')}||${vaccine}|${amount}|${unit}||${source}||||||${lot}|${expiration}|${maker}|||${completion}|A`,
      ...(route === '' ? [] : [`RXR|${route}`]),
    ].join('\r'),
    ...parts.more,
  };
}

const given: Parts = {
  organization: 'pharmacy',
  source: '00',
  amount: '0.5',
  unit: 'mL^mL^UCUM',
  lot: 'X100A',
  expiration: '20280131',
  maker: 'MSD^Merck^MVX',
  route: 'C38299^Subcutaneous^NCIT',
};

const linesOf = ({ segments }: VaccinationEvent<EventReport>): readonly string[] => segments.map(String);
const idsOf = (events: readonly VaccinationEvent<EventReport>[]): readonly (readonly string[])[] =>
  events.map(({ reports }) => reports.map(({ doseKey }) => doseKey));

describe('which reports are one vaccination', () => {
  test('given by one organization and retold by another: the giver’s is believed first', () => {
    const events = vaccinationEvents([report('told'), report('given', given)]);
    expect(idsOf(events)).toEqual([['given', 'told']]);
  });

  test('doses of other vaccines, or of other days, are others', () => {
    const reports = [
      report('mmr'),
      report('dtap', { vaccine: DTAP }),
      report('later', { day: '2025-06-10', organization: 'pharmacy' }),
    ];
    expect(idsOf(vaccinationEvents(reports)).flat().toSorted()).toEqual(['dtap', 'later', 'mmr']);
    expect(vaccinationEvents(reports)).toHaveLength(3);
  });

  test('a refusal is no dose', () => {
    const reports = [report('dose', { vaccine: FLU }), report('refusal', { vaccine: FLU, completion: 'RE' })];
    expect(vaccinationEvents(reports)).toHaveLength(2);
  });

  test('of each dose the newest report alone counts, and a deleted one is none', () => {
    const old = report('D1', { day: '2025-01-09' });
    const newer = report('D1', { more: { saidAt: '2025-03-02T10:00:00.000Z', reportId: 'newer' } });
    const deleted = report('D2', { vaccine: DTAP, more: { action: 'D' } });
    const events = vaccinationEvents([newer, deleted, old]);
    expect(events.map(({ reports }) => reports.map(({ reportId }) => reportId))).toEqual([['newer']]);
  });

  test('of one organization, sent once more with another day, is of the day it said last', () => {
    const number = { fillerId: 'D1^CLINIC' };
    const first = report('first', { day: '2025-01-10', more: number });
    const corrected = report('second', {
      day: '2025-01-12',
      more: { ...number, saidAt: '2025-03-02T10:00:00.000Z' },
    });
    for (const reports of [
      [first, corrected],
      [corrected, first],
    ]) {
      const events = vaccinationEvents(reports);
      expect(events.map(({ reports: of }) => of.map(({ reportId }) => reportId))).toEqual([
        ['report second', 'report first'],
      ]);
      expect(events[0]?.segments.find(({ name }) => name === 'RXA')?.text(3)).toBe('20250112');
    }
  });

  test('the same order number under two charts is not one dose for that', () => {
    const events = vaccinationEvents([
      report('1', { chart: 'a' }),
      report('1', { chart: 'b', vaccine: DTAP }),
    ]);
    expect(events).toHaveLength(2);
  });

  test('nothing reported is no vaccination', () => {
    expect(vaccinationEvents([])).toEqual([]);
  });

  test('they come in the order of their dates', () => {
    const days = ['2025-01-10', '2023-05-01', '2024-12-31', '2023-08-02'];
    const reports = days.map((day, index) =>
      report(`D${index}`, { day, vaccine: [MMR, DTAP][index % 2] ?? MMR }),
    );
    const events = vaccinationEvents(reports);
    expect(events.map(({ reports: [first] }) => first?.administeredOn)).toEqual(days.toSorted());
  });
});

test('those of one day come in the order in which they became known', () => {
  const said = (hour: number): Parts => ({
    more: { saidAt: new Date(Date.UTC(2025, 2, 1, hour)).toISOString() },
  });
  for (const [mmr, dtap] of [
    [1, 2],
    [2, 1],
  ]) {
    const reports = [report('mmr', said(mmr ?? 0)), report('dtap', { vaccine: DTAP, ...said(dtap ?? 0) })];
    expect(idsOf(vaccinationEvents(reports)).flat()).toEqual(mmr === 1 ? ['mmr', 'dtap'] : ['dtap', 'mmr']);
  }
});

describe('what a report leaves open', () => {
  const bare = { ...given, amount: '999', unit: '', lot: '', expiration: '', maker: '', route: '' };

  test('is filled in from the others, and it is kept whose word it is', () => {
    const told: Parts = {
      amount: '0.5',
      unit: 'mL^mL^UCUM',
      lot: 'X100A',
      expiration: '20280131',
      maker: 'MSD^Merck^MVX',
      route: 'C38299^Subcutaneous^NCIT',
    };
    const [event, ...others] = vaccinationEvents([report('given', bare), report('told', told)]);
    if (!event) throw new Error('there is one');
    expect(others).toEqual([]);
    expect(linesOf(event)).toEqual([
      'ORC|RE||given^X',
      'RXA|0|1|20250110||03^MMR^CVX|0.5|mL^mL^UCUM||00||||||X100A|20280131|MSD^Merck^MVX|||CP|A',
      'RXR|C38299^Subcutaneous^NCIT',
    ]);
    expect(event.filled).toEqual({
      'RXA-6': 'report told',
      'RXA-15': 'report told',
      'RXA-16': 'report told',
      'RXA-17': 'report told',
      RXR: 'report told',
    });
  });

  test('and only that: what the first says stands', () => {
    const told: Parts = {
      amount: '0.7',
      unit: 'mL',
      lot: 'X100A',
      expiration: '20300101',
      maker: 'PMC',
      route: 'IM',
    };
    const [event] = vaccinationEvents([report('told', told), report('given', given)]);
    if (!event) throw new Error('there is one');
    expect(linesOf(event).slice(1)).toEqual(report('', given).segments.split('\r').slice(1));
    expect(event.filled).toEqual({});
  });

  test('an amount comes with its own unit', () => {
    const first = { ...bare, amount: '', unit: 'oz' };
    const [event] = vaccinationEvents([
      report('given', first),
      report('told', { amount: '0.5', unit: 'mL' }),
    ]);
    expect(event?.segments[1]?.raw(6)).toBe('0.5');
    expect(event?.segments[1]?.raw(7)).toBe('mL');
  });

  test('neither lot nor amount is taken from a part of a combination', () => {
    const combination = { ...bare, vaccine: '94^MMRV^CVX' };
    const part: Parts = { vaccine: MMR, amount: '0.5', unit: 'mL', lot: 'X100A', maker: 'MSD', route: 'IM' };
    const [event, ...others] = vaccinationEvents([report('whole', combination), report('part', part)]);
    expect(others).toEqual([]);
    expect(event?.reports.map(({ doseKey }) => doseKey)).toEqual(['whole', 'part']);
    expect(event?.filled).toEqual({});
    expect(event?.segments[1]?.raw(15)).toBe('');
  });

  test('nor from another vaccine of its family', () => {
    const [event, ...others] = vaccinationEvents([
      report('given', { ...bare, vaccine: FLU }),
      report('told', {
        vaccine: '150^influenza, injectable, quadrivalent, preservative free^CVX',
        lot: 'X100A',
      }),
    ]);
    expect(others).toEqual([]);
    expect(event?.reports).toHaveLength(2);
    expect(event?.filled).toEqual({});
  });

  test('a lot is taken from one that names the family of vaccines alone', () => {
    const unspecified: Parts = { vaccine: '88^influenza, unspecified formulation^CVX', lot: 'X100A' };
    const [event, ...others] = vaccinationEvents([
      report('given', { ...bare, vaccine: FLU }),
      report('told', unspecified),
    ]);
    expect(others).toEqual([]);
    expect(event?.filled).toEqual({ 'RXA-15': 'report told' });
  });

  test('is not written into what was reported', () => {
    const reports = [report('given', bare), report('told', { lot: 'X100A' })];
    const copies = structuredClone(reports);
    vaccinationEvents(reports);
    expect(reports).toEqual(copies);
  });
});

describe('a report that may be of the same dose', () => {
  const doubtful = [
    report('given', { ...given, lot: 'X100A' }),
    report('again', { organization: 'clinic', source: '01', day: '2025-01-15', lot: 'Y200' }),
  ];

  test('is an event of its own, and names the first report of the one that counts', () => {
    const events = vaccinationEvents(doubtful);
    expect(idsOf(events)).toEqual([['given'], ['again']]);
    expect(events.map(({ suspectOf }) => suspectOf)).toEqual([undefined, 'report given']);
  });

  test('is what a reviewer says that it is', () => {
    const [a = '', b = ''] = doubtful.map(doseId);
    expect(vaccinationEvents(doubtful, [{ a, b, kind: 'same' }])).toHaveLength(1);
    const apart = vaccinationEvents(doubtful, [{ a: b, b: a, kind: 'different' }]);
    expect(apart.map(({ suspectOf }) => suspectOf)).toEqual([undefined, undefined]);
  });
});

describe('what a reviewer decided', () => {
  test('holds two apart that would be one', () => {
    const reports = [report('told'), report('given', given)];
    const [a = '', b = ''] = reports.map(doseId);
    expect(vaccinationEvents(reports, [{ a, b, kind: 'different' }])).toHaveLength(2);
  });

  test('stays when a newer report of the dose comes, or its chart moves to another person', () => {
    const dose = report('D1');
    const moved = { ...dose, reportId: 'another', personId: 'other', personVersion: 9 };
    expect(doseId(moved)).toBe(doseId(dose));
    expect(doseId(report('D1', { chart: 'another' }))).not.toBe(doseId(dose));
  });

  test('about a dose that is deleted by now is nothing', () => {
    const reports = [report('told'), report('given', given)];
    const [a = '', b = ''] = reports.map(doseId);
    const [, kept] = reports;
    expect(vaccinationEvents(kept ? [kept] : [], [{ a, b, kind: 'same' }])).toHaveLength(1);
  });
});

test('stored segments that no longer parse are an error, never left out', () => {
  expect(() => segmentsOf(['orc|1'])).toThrow('stored segments no longer parse: bad-segment-name');
  expect(() => vaccinationEvents([report('D1', { more: { segments: 'orc|1' } })])).toThrow('no longer parse');
});

test('every standing report is in one event, whatever the order in which they are read', () => {
  const parts = fc.record({
    organization: fc.constantFrom('clinic', 'pharmacy', 'school'),
    day: fc.constantFrom('2025-01-10', '2025-01-12', '2025-02-20'),
    vaccine: fc.constantFrom(MMR, '94^MMRV^CVX', DTAP, FLU, '88^Flu^CVX'),
    source: fc.constantFrom('00', '01', ''),
    lot: fc.constantFrom('', 'X100A', 'Y200'),
    amount: fc.constantFrom('', '999', '0.5'),
    completion: fc.constantFrom('CP', 'CP', 'PA', 'RE'),
  });
  const reports = fc
    .array(fc.tuple(parts, fc.constantFrom('A', 'A', 'A', 'U', 'D')), { maxLength: 10 })
    .map((all) =>
      all.map(([each, action], index) =>
        report(`D${index % 7}`, {
          ...each,
          more: {
            action,
            reportId: `r${index}`,
            saidAt: new Date(Date.UTC(2025, 2, 1, index)).toISOString(),
          },
        }),
      ),
    );
  const both = reports.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(both, ([all, otherwise]) => {
      const shown = (events: readonly VaccinationEvent<EventReport>[]) =>
        events.map((event) => ({ ...event, segments: linesOf(event) }));
      const events = vaccinationEvents(all);
      expect(shown(vaccinationEvents(otherwise))).toEqual(shown(events));
      const seen = events.flatMap((event) => event.reports.map(doseId));
      expect(new Set(seen).size).toBe(seen.length);
      const newest = new Map(all.map((each) => [doseId(each), each]));
      const standing = [...newest.values()].filter(({ action }) => action !== 'D');
      expect(seen.toSorted()).toEqual(standing.map(doseId).toSorted());
      // A suspect names an event that counts: the first report of one that is no suspect itself.
      const counts = events.flatMap(({ suspectOf, reports: [first] }) =>
        suspectOf ? [] : (first?.reportId ?? []),
      );
      for (const { suspectOf } of events) if (suspectOf !== undefined) expect(counts).toContain(suspectOf);
    }),
    { numRuns: 300 },
  );
});
