import { parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import {
  decideDose,
  type DoseAction,
  fillerIdOf,
  type KnownDose,
  type ReportedDose,
  reportedDose,
  vaccineCodes,
} from './doses.ts';

function segmentsOf(...lines: readonly string[]) {
  const parsed = parseMessage(['MSH|^~\\&|', ...lines].join('\r'));
  if (!parsed.ok) throw new Error(parsed.error.message);
  const [, orc, rxa, ...rest] = parsed.message.segments;
  if (!orc || !rxa) throw new Error('an order is an ORC and an RXA');
  return { orc, rxa, rest };
}

const fillerId = (orc3: string): string => fillerIdOf(segmentsOf(`ORC|RE||${orc3}`, 'RXA|0').orc);
const codes = (rxa5: string): readonly string[] =>
  vaccineCodes(segmentsOf('ORC|RE', `RXA|0|1|20240110||${rxa5}`).rxa);

/** An order as a message reports it; what is left out of it is an MMR of 10 January 2024 under the id D1. */
function order({
  orc3 = 'D1^CLINIC',
  day = '2024-01-10',
  rxa5 = '03^MMR^CVX',
  completion = 'CP',
  action = 'A',
  lot = 'K1',
  rest = [] as readonly string[],
} = {}): ReportedDose {
  const rxa = `RXA|0|1|${day.replaceAll('-', '')}||${rxa5}|999|||||||||${lot}|||||${completion}|${action}`;
  return reportedDose(segmentsOf(`ORC|RE||${orc3}`, rxa, ...rest), day);
}

/** The same dose as it is known once recorded under `doseKey`. */
const known = (dose: ReportedDose, doseKey = dose.fillerId): KnownDose => ({ ...dose, doseKey });

const DTAP = '20^DTaP^CVX';
const MMR = order();
const OTHER = order({ rxa5: DTAP, day: '2024-05-15' });
const OTHER_KEY = 'D1^CLINIC|2024-05-15|CVX:20||';

describe('the id of a dose', () => {
  test.each([
    ['id and authority', 'd1^Clinic', 'D1^CLINIC'],
    ["the authority's universal id where it has no name", 'D1^^1.2.3^ISO', 'D1^1.2.3'],
    ['an id alone', ' D1 ', 'D1^'],
    ['none', '', ''],
    ['an authority without id', '^CLINIC', ''],
    ['9999, which says that there is none', '9999^CAIR', ''],
    ['a deletion, which names none', '""', ''],
  ])('%s', (_, orc3, id) => {
    expect(fillerId(orc3)).toBe(id);
  });
});

describe('the codes of a vaccine', () => {
  test.each([
    ['one', '03^MMR^CVX', ['CVX:03']],
    ['and its alternate', '03^MMR^cvx^00006-4681-00^M-M-R II^NDC', ['CVX:03', 'NDC:00006-4681-00']],
    ['the alternate alone', '^^^00006-4681-00^^NDC', ['NDC:00006-4681-00']],
    ['without system', '03', [':03']],
    ['none', '^MMR^CVX', []],
  ])('%s', (_, rxa5, expected) => {
    expect(codes(rxa5)).toEqual(expected);
  });
});

describe('an order as reported', () => {
  test('all its segments, day, codes, status in upper case', () => {
    const rest = ['RXR|C38299', 'OBX|1|CE|64994-7||V01'];
    const dose = order({ completion: 'cp', action: 'u', rest });
    expect(dose).toMatchObject({
      fillerId: 'D1^CLINIC',
      action: 'U',
      administeredOn: '2024-01-10',
      codes: ['CVX:03'],
      completion: 'CP',
    });
    expect(dose.segments.split('\r').map((segment) => segment.slice(0, 3))).toEqual([
      'ORC',
      'RXA',
      'RXR',
      'OBX',
    ]);
  });

  test('without action code it is added', () => {
    expect(order({ action: '' }).action).toBe('A');
  });

  test('the same content with another action code says the same; any other difference does not', () => {
    const [add, update] = [order({ action: 'A' }), order({ action: 'U' })];
    expect(update.contentHash).toBe(add.contentHash);
    expect(order({ action: '' }).contentHash).toBe(add.contentHash);
    expect(order({ lot: 'K2' }).contentHash).not.toBe(add.contentHash);
    expect(order({ rest: ['RXR|C38299'] }).contentHash).not.toBe(add.contentHash);
  });
});

describe('an order with an id', () => {
  const deleted = (dose: ReportedDose): KnownDose => known({ ...dose, action: 'D' });

  test('not known: an added dose is recorded under its id', () => {
    expect(decideDose(MMR, [])).toEqual({ kind: 'report', doseKey: 'D1^CLINIC' });
    expect(decideDose(MMR, [known(order({ orc3: 'D2^CLINIC' }))])).toEqual({
      kind: 'report',
      doseKey: 'D1^CLINIC',
    });
  });

  test('known and the same: nothing changes, be it added or updated', () => {
    const unchanged = { kind: 'unchanged', doseKey: 'D1^CLINIC' };
    expect(decideDose(MMR, [known(MMR)])).toEqual(unchanged);
    expect(decideDose(order({ action: 'U' }), [known(MMR)])).toEqual(unchanged);
  });

  test.each([
    ['other content', order({ lot: 'K2' })],
    ['its NDC beside the CVX', order({ rxa5: '03^MMR^CVX^4681^^NDC' })],
    ['its NDC instead of the CVX, which cannot be compared', order({ rxa5: '4681^^NDC' })],
  ])('known on that day, with %s: the dose is replaced', (_, dose) => {
    expect(decideDose(dose, [known(MMR)])).toEqual({ kind: 'report', doseKey: 'D1^CLINIC' });
  });

  test.each([
    ['another vaccine on another day, as when numbers start again from 1', OTHER, OTHER_KEY],
    [
      'another vaccine on that day: one number for every dose of a visit',
      order({ rxa5: DTAP }),
      'D1^CLINIC|2024-01-10|CVX:20||',
    ],
    [
      'that vaccine on another day: one number for a series',
      order({ day: '2024-05-15' }),
      'D1^CLINIC|2024-05-15|CVX:03||',
    ],
  ])('in use for %s: an added dose is kept beside that one', (_, dose, doseKey) => {
    expect(decideDose(dose, [known(MMR)])).toEqual({ kind: 'report', doseKey, note: 'order-number-reused' });
  });

  test('two doses of a day under one id, one of them named by its NDC: which is meant does not depend on luck', () => {
    const both = [known(MMR), known(order({ rxa5: DTAP }), 'D1^CLINIC|2024-01-10|CVX:20||')];
    const named = order({ rxa5: '4681^^NDC' });
    expect(decideDose(named, both.toReversed())).toEqual(decideDose(named, both));
  });

  test('of two doses under one id, the one of that vaccine and day is meant', () => {
    const both = [known(MMR), known(OTHER, OTHER_KEY)];
    for (const doses of [both, both.toReversed()]) {
      expect(decideDose(OTHER, doses)).toEqual({ kind: 'unchanged', doseKey: OTHER_KEY });
      expect(decideDose(order({ lot: 'K2' }), doses)).toEqual({ kind: 'report', doseKey: 'D1^CLINIC' });
      expect(decideDose({ ...OTHER, action: 'D' }, doses)).toEqual({ kind: 'report', doseKey: OTHER_KEY });
    }
  });

  test('an update replaces the only dose of that id, even with another vaccine and day', () => {
    const correction = { ...OTHER, action: 'U' } as const;
    expect(decideDose(correction, [known(MMR)])).toEqual({ kind: 'report', doseKey: 'D1^CLINIC' });
  });

  test('an update of a dose that is not known is recorded, and the sender is told', () => {
    expect(decideDose(order({ action: 'U' }), [])).toEqual({
      kind: 'report',
      doseKey: 'D1^CLINIC',
      note: 'nothing-to-update',
    });
  });

  test('an update that fits none of several doses of that id is refused', () => {
    const update = order({ action: 'U', day: '2024-05-16' });
    expect(decideDose(update, [known(MMR), known(OTHER, OTHER_KEY)])).toEqual({
      kind: 'refused',
      note: 'ambiguous-order-number',
    });
  });

  test.each([
    ['the dose as submitted', order({ action: 'D' })],
    ['another vaccine on that day', order({ action: 'D', rxa5: DTAP })],
    ['that vaccine on another day', order({ action: 'D', day: '2024-05-15' })],
  ])('a deletion that names %s deletes it', (_, deletion) => {
    expect(decideDose(deletion, [known(MMR)])).toEqual({ kind: 'report', doseKey: 'D1^CLINIC' });
  });

  test('a deletion of another vaccine and day is refused', () => {
    const deletion = { ...OTHER, action: 'D' } as const;
    expect(decideDose(deletion, [known(MMR)])).toEqual({ kind: 'refused', note: 'delete-differs' });
  });

  test('a deletion of what is not known is refused', () => {
    expect(decideDose(order({ action: 'D' }), [])).toEqual({ kind: 'refused', note: 'nothing-to-delete' });
  });

  test('deleted before: a deletion changes nothing, and the sender is told', () => {
    expect(decideDose(order({ action: 'D' }), [deleted(MMR)])).toEqual({
      kind: 'unchanged',
      doseKey: 'D1^CLINIC',
      note: 'deleted-before',
    });
  });

  test.each<DoseAction>(['A', 'U'])(
    'deleted before: the same dose sent again with %s stands again',
    (action) => {
      expect(decideDose(order({ action }), [deleted(MMR)])).toEqual({ kind: 'report', doseKey: 'D1^CLINIC' });
    },
  );
});

describe('an id whose dose was deleted', () => {
  const gone = known({ ...MMR, action: 'D' });
  const again = order({ day: '2024-01-11' });

  test('is free: a dose added under it is not told that the id is in use', () => {
    expect(decideDose(again, [gone])).toMatchObject({ kind: 'report' });
    expect(decideDose(again, [gone])).not.toHaveProperty('note');
  });

  test('means the dose that stands, once one was added under it again', () => {
    const standing = known(again, 'D1^CLINIC|2024-01-11|CVX:03||');
    const update = order({ day: '2024-01-12', action: 'U' });
    expect(decideDose(update, [gone, standing])).toEqual({ kind: 'report', doseKey: standing.doseKey });
  });
});

describe('an order without id', () => {
  const none = (change: Parameters<typeof order>[0] = {}): ReportedDose =>
    order({ orc3: '9999^CAIR', ...change });
  const keyOf = (dose: ReportedDose): string => {
    const decision = decideDose(dose, []);
    return 'doseKey' in decision ? decision.doseKey : decision.kind;
  };

  test('is known by day and vaccine', () => {
    const [first] = [known(none(), keyOf(none()))];
    expect(decideDose(none(), [first])).toEqual({ kind: 'unchanged', doseKey: first.doseKey });
    expect(decideDose(none({ lot: 'K2' }), [first])).toEqual({ kind: 'report', doseKey: first.doseKey });
    expect(decideDose(none({ action: 'D' }), [first])).toEqual({ kind: 'report', doseKey: first.doseKey });
  });

  test.each([
    ['another day', none({ day: '2024-01-11' })],
    ['another vaccine', none({ rxa5: DTAP })],
    ['a refusal', none({ completion: 'RE' })],
  ])('with %s is another one', (_, other) => {
    expect(keyOf(other)).not.toBe(keyOf(none()));
  });

  test('does not touch a dose that has an id', () => {
    expect(decideDose(none(), [known(MMR)])).toEqual({ kind: 'report', doseKey: '|2024-01-10|CVX:03||' });
  });

  test('cannot delete what is not known', () => {
    expect(decideDose(none({ action: 'D' }), [])).toEqual({ kind: 'refused', note: 'nothing-to-delete' });
  });

  describe('that says no vaccine was given (998)', () => {
    const statement = (...rest: readonly string[]): ReportedDose =>
      none({ rxa5: '998^No vaccine administered^CVX', completion: 'NA', rest });
    const HISTORY = 'OBX|1|CE|59784-9^Disease with presumed immunity^LN|1|38907003^Varicella^SCT';

    test('differs by what is observed', () => {
      const other = HISTORY.replace('38907003^Varicella', '14189004^Measles');
      expect(keyOf(statement(HISTORY))).not.toBe(keyOf(statement(other)));
    });

    test('is the same whatever number the observation has, and whatever note follows', () => {
      const renumbered = HISTORY.replace('OBX|1', 'OBX|7').replace('|1|', '|9|');
      expect(keyOf(statement(renumbered, 'NTE|1||as told'))).toBe(keyOf(statement(HISTORY)));
    });
  });
});
