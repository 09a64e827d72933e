import { california } from '@cairn/california';
import { describe, expect, test } from 'vitest';
import type { KnownOrganization } from '../organization-queries.ts';
import type { StockClaim } from './claim.ts';
import { deduct, type DeductContext, type Deduction, type StandingDose } from './deduct.ts';
import type { DoseStock } from './dose-state.ts';
import { NOT_DEDUCTED } from './findings.ts';
import type { KnownLot } from './lots.ts';

const organization = (code: string, more: Partial<KnownOrganization> = {}): KnownOrganization => ({
  organizationId: code,
  code,
  codeKey: code,
  parentId: undefined,
  stage: 'production',
  mayQuery: true,
  isClient: false,
  isUnconfirmedClient: false,
  decrementFrom: '2025-03-01',
  ...more,
});
const CLINIC = organization('CLINIC');
const BRANCH = organization('BRANCH', { parentId: 'CLINIC' });
const OTHER = organization('OTHER');

const LOT: KnownLot = {
  organizationId: 'CLINIC',
  lotId: 'lot-1',
  lotKey: 'X100A',
  cvx: '03',
  funding: 'PHC70',
  expiresOn: '2026-01-31',
  onHand: 10,
  isActive: true,
};

const CLAIM: StockClaim = {
  vaccine: '03',
  lot: 'x-100.a',
  eligibility: 'V01',
  funding: '',
  eligibilityAt: 'OBX[1]-5',
  fundingAt: 'OBX[2]-5',
};

const DOSE: StandingDose = {
  reportId: 'report-1',
  idKey: 'chart',
  doseKey: 'D1',
  administeredOn: '2025-03-20',
  occurrence: 2,
  place: 'CLINIC',
  claim: CLAIM,
  isDeleted: false,
  before: undefined,
};

const AT = new Date('2025-03-20T18:00:00Z');

function judged(
  dose: Partial<StandingDose> | readonly StandingDose[],
  context: Partial<DeductContext> = {},
): Deduction {
  let ids = 0;
  return deduct('length' in dose ? dose : [{ ...DOSE, ...dose }], {
    messageId: 'message-2',
    at: AT,
    newId: () => `id-${++ids}`,
    responsible: CLINIC,
    isResponsibleNamed: true,
    organizations: [CLINIC, BRANCH, OTHER],
    lots: [LOT],
    funding: california.funding,
    ...context,
  });
}

const BEFORE: DoseStock = {
  reportId: 'report-0',
  stockId: 'CLINIC',
  messageId: 'message-1',
  administeredOn: '2025-03-20',
  vaccine: '03',
  lot: 'X100A',
  eligibility: 'V01',
  funding: '',
  state: 'deducted',
  reason: '',
  lotId: 'lot-1',
  isByHand: false,
};

const claim = (more: Partial<StockClaim>): { readonly claim: StockClaim } => ({
  claim: { ...CLAIM, ...more },
});
const codes = ({ findings }: Deduction): readonly string[] => findings.map(({ code }) => code);
const moves = ({ stock }: Deduction): readonly string[] =>
  (stock?.entries ?? []).map(({ kind, lotId, doses }) => `${kind} ${lotId} ${doses}`);
const states = ({ stock }: Deduction): readonly string[] =>
  (stock?.doses ?? []).map(({ state, reason, lotId }) => [state, reason || (lotId ?? '')].join(' '));

const NOTHING = { stock: undefined, findings: [] };

describe('a dose that is newly reported', () => {
  test('is deducted from the lot that place, number, vaccine and eligibility agree on', () => {
    expect(judged({})).toEqual({
      stock: {
        doses: [
          {
            ...BEFORE,
            reportId: 'report-1',
            messageId: 'message-2',
            lot: 'x-100.a',
            idKey: 'chart',
            doseKey: 'D1',
            before: undefined,
          },
        ],
        entries: [
          {
            organizationId: 'CLINIC',
            transactionId: 'id-1',
            lotId: 'lot-1',
            kind: 'administered',
            doses: -1,
            at: AT,
            reason: '',
            note: '',
            messageId: 'message-2',
            idKey: 'chart',
            doseKey: 'D1',
          },
        ],
      },
      findings: [],
    });
  });

  test('is deducted from the stock of the branch, or of the parent, that RXA-11.4 names', () => {
    const lots = [{ ...LOT, organizationId: 'BRANCH', lotId: 'lot-b' }, LOT];
    const branch = judged({ place: 'BRANCH' }, { lots });
    expect(moves(branch)).toEqual(['administered lot-b -1']);
    expect(branch.stock?.entries[0]?.organizationId).toBe('BRANCH');
    expect(branch.stock?.doses[0]?.stockId).toBe('BRANCH');
    expect(moves(judged({ place: 'CLINIC' }, { lots, responsible: BRANCH }))).toEqual([
      'administered lot-1 -1',
    ]);
  });

  test.each([
    ['has no claim: historical, refused, deleted', { claim: undefined }, {}],
    ['was given before the start', { administeredOn: '2025-02-28' }, {}],
    [
      'was given where stock is not deducted from',
      {},
      { responsible: organization('CLINIC', { decrementFrom: undefined }) },
    ],
    [
      'was given at a branch without, though the parent has it',
      { place: 'BRANCH' },
      { organizations: [CLINIC, { ...BRANCH, decrementFrom: undefined }] },
    ],
    [
      'was given at an unknown place, reported by one without',
      { place: 'ROOM4' },
      { responsible: organization('CLINIC', { decrementFrom: undefined }) },
    ],
    [
      "was given at another's place, reported by one without",
      { place: 'OTHER' },
      { responsible: organization('CLINIC', { decrementFrom: undefined }) },
    ],
  ] as const)('leaves nothing where it %s', (_what, dose, context) => {
    expect(judged(dose, context)).toEqual(NOTHING);
  });

  test('counts on the first day of the deductions', () => {
    expect(moves(judged({ administeredOn: '2025-03-01' }))).toEqual(['administered lot-1 -1']);
  });

  const REASONS: Readonly<
    Record<(typeof NOT_DEDUCTED)[number], readonly [Partial<StandingDose>, Partial<DeductContext>, string]>
  > = {
    'responsible-missing': [{}, { isResponsibleNamed: false }, 'MSH-22'],
    'location-missing': [{ place: '' }, {}, 'RXA[2]-11.4'],
    'location-unknown': [{ place: 'ROOM4' }, {}, 'RXA[2]-11.4'],
    'location-not-yours': [{ place: 'OTHER' }, {}, 'RXA[2]-11.4'],
    'lot-missing': [claim({ lot: '-' }), {}, 'RXA[2]-15'],
    'lot-unknown': [claim({ lot: 'X100B' }), {}, 'RXA[2]-15'],
    'vaccine-differs': [claim({ vaccine: '94' }), {}, 'RXA[2]-5'],
    'lot-inactive': [{}, { lots: [{ ...LOT, isActive: false }] }, 'RXA[2]-15'],
    'eligibility-missing': [claim({ eligibility: '' }), {}, 'RXA[2]'],
    'eligibility-differs': [claim({ eligibility: 'V02' }), {}, 'OBX[1]-5'],
    'funding-differs': [claim({ funding: 'VXC51' }), {}, 'OBX[2]-5'],
    'several-lots': [{}, { lots: [LOT, { ...LOT, lotId: 'lot-2', funding: 'VXC52' }] }, 'RXA[2]-15'],
  };

  test.each(NOT_DEDUCTED)('is kept with the reason %s, and its sender told', (reason) => {
    const [dose, context, path] = REASONS[reason];
    const decided = judged(dose, context);
    expect(states(decided)).toEqual([`not-deducted ${reason}`]);
    expect(decided.stock?.doses[0]).toMatchObject({ stockId: 'CLINIC', lotId: undefined });
    expect(moves(decided)).toEqual([]);
    const [finding] = decided.findings;
    expect(finding).toMatchObject({ code: 'inventory-not-deducted', severity: 'I', hl7: '0', path });
    expect(`${finding?.message} ${finding?.fix}`.length).toBeLessThanOrEqual(250);
  });

  test('hears the first reason of several', () => {
    for (const [index, reason] of NOT_DEDUCTED.entries()) {
      // Everything from this reason on is wrong, as far as it can be at once.
      const all = NOT_DEDUCTED.slice(index).map((each) => REASONS[each]);
      const dose = all.reduceRight<Partial<StandingDose>>(
        (sum, [part]) => ({
          ...sum,
          ...part,
          ...(part.claim && sum.claim ? { claim: { ...sum.claim, ...onlyChanged(part.claim) } } : {}),
        }),
        {},
      );
      const context = all.reduceRight<Partial<DeductContext>>((sum, [, part]) => ({ ...sum, ...part }), {});
      expect(states(judged(dose, context))).toEqual([`not-deducted ${reason}`]);
    }
  });

  test('is deducted from the lot of the funding source that is said, where several fit', () => {
    const lots = [LOT, { ...LOT, lotId: 'lot-2', funding: 'VXC52' }];
    expect(moves(judged(claim({ funding: 'VXC52' }), { lots }))).toEqual(['administered lot-2 -1']);
  });

  test('is deducted from the active lot of the vaccine, whatever else has its number', () => {
    const lots = [
      { ...LOT, lotId: 'lot-2', isActive: false, funding: 'VXC52' },
      { ...LOT, lotId: 'lot-3', cvx: '94' },
      { ...LOT, lotId: 'lot-4', organizationId: 'OTHER' },
      LOT,
    ];
    expect(moves(judged({}, { lots }))).toEqual(['administered lot-1 -1']);
  });

  test('takes the lot below zero, and its sender is told from the dose on that there was none for', () => {
    const doses = ['D1', 'D2', 'D3'].map((doseKey, index) => ({ ...DOSE, doseKey, occurrence: index + 1 }));
    const decided = judged(doses, { lots: [{ ...LOT, onHand: 2 }] });
    expect(moves(decided)).toHaveLength(3);
    expect(decided.findings).toMatchObject([
      { code: 'inventory-lot-below-zero', severity: 'I', path: 'RXA[3]-15' },
    ]);
  });

  test('of a lot that had expired is deducted, and its sender is told; the day itself is in time', () => {
    const late = judged({ administeredOn: '2026-02-01' });
    expect(moves(late)).toEqual(['administered lot-1 -1']);
    expect(late.findings).toMatchObject([
      { code: 'inventory-lot-expired', severity: 'I', path: 'RXA[2]-15' },
    ]);
    expect(codes(judged({ administeredOn: '2026-01-31' }))).toEqual([]);
  });
});

/** What a claim says otherwise than the usual one. */
function onlyChanged(changed: StockClaim): Partial<StockClaim> {
  return Object.fromEntries(
    Object.entries(changed).filter(([key, value]) => CLAIM[key as keyof StockClaim] !== value),
  );
}

describe('a dose that had been deducted', () => {
  const lots = [LOT, { ...LOT, lotId: 'lot-2', lotKey: 'X200B' }];

  test('stays so where an update says the same of its stock, whatever became of the lot', () => {
    for (const known of [lots, [], [{ ...LOT, isActive: false }]]) {
      const decided = judged({ before: BEFORE }, { lots: known });
      expect(moves(decided)).toEqual([]);
      expect(states(decided)).toEqual(['deducted lot-1']);
      expect(decided.stock?.doses[0]).toMatchObject({ messageId: 'message-2', reportId: 'report-0' });
      expect(decided.findings).toEqual([]);
    }
  });

  test('stays so though the deductions ended, or start later now', () => {
    for (const decrementFrom of [undefined, '2025-04-01']) {
      const responsible = organization('CLINIC', { decrementFrom });
      expect(states(judged({ before: BEFORE }, { responsible }))).toEqual(['deducted lot-1']);
    }
  });

  test('moves with the lot', () => {
    const decided = judged({ before: BEFORE, ...claim({ lot: 'X200B' }) }, { lots });
    expect(moves(decided)).toEqual(['given-back lot-1 1', 'administered lot-2 -1']);
    expect(decided.stock?.entries[0]).toMatchObject({ reason: 'updated', organizationId: 'CLINIC' });
    expect(states(decided)).toEqual(['deducted lot-2']);
  });

  test('moves nothing where another eligibility is of the same lot', () => {
    const known = [{ ...LOT, funding: 'VXC51' }];
    const before = { ...BEFORE, eligibility: 'V02' };
    const decided = judged({ before, ...claim({ eligibility: 'V03' }) }, { lots: known });
    expect(moves(decided)).toEqual([]);
    expect(decided.stock?.doses[0]).toMatchObject({ state: 'deducted', eligibility: 'V03' });
  });

  test('is given back and listed where an update names a lot that is not there', () => {
    const decided = judged({ before: BEFORE, ...claim({ lot: 'TYPO' }) }, { lots });
    expect(moves(decided)).toEqual(['given-back lot-1 1']);
    expect(states(decided)).toEqual(['not-deducted lot-unknown']);
  });

  test('moves to the stock of another place', () => {
    const known = [LOT, { ...LOT, organizationId: 'BRANCH', lotId: 'lot-b' }];
    const decided = judged({ before: BEFORE, place: 'BRANCH' }, { lots: known });
    expect(moves(decided)).toEqual(['given-back lot-1 1', 'administered lot-b -1']);
  });

  test.each([
    ['deletes it', { claim: undefined, isDeleted: true }, 'deleted'],
    ['makes it historical, or refused', { claim: undefined }, 'updated'],
    ['moves it before the start', { administeredOn: '2025-02-28' }, 'updated'],
  ])('is given back where a report %s', (_what, dose, reason) => {
    const decided = judged({ ...dose, before: BEFORE });
    expect(moves(decided)).toEqual(['given-back lot-1 1']);
    expect(decided.stock?.entries[0]?.reason).toBe(reason);
    expect(states(decided)).toEqual(['none ']);
    expect(decided.findings).toEqual([]);
  });

  test('and given back is deducted anew when it comes again', () => {
    const before = { ...BEFORE, state: 'none', lotId: undefined } as const;
    expect(moves(judged({ before }))).toEqual(['administered lot-1 -1']);
    expect(judged({ before, claim: undefined })).toEqual(NOTHING);
  });
});

describe('a dose that had not been deducted', () => {
  const before = { ...BEFORE, state: 'not-deducted', reason: 'lot-unknown', lotId: undefined } as const;

  test('is deducted by an update once the lot is there', () => {
    const decided = judged({ before });
    expect(moves(decided)).toEqual(['administered lot-1 -1']);
    expect(states(decided)).toEqual(['deducted lot-1']);
  });

  test('leaves the list when it is deleted', () => {
    const decided = judged({ before, claim: undefined, isDeleted: true });
    expect(states(decided)).toEqual(['none ']);
    expect(moves(decided)).toEqual([]);
  });
});

describe('a dose that somebody settled', () => {
  const chosen = { ...BEFORE, lot: 'TYPO', lotId: 'lot-9', isByHand: true };
  const dismissed = { ...BEFORE, state: 'dismissed', lotId: undefined, isByHand: true } as const;

  test('stays so while the report says the same of its stock', () => {
    const same = judged({ before: chosen, ...claim({ lot: 'typo' }) });
    expect(states(same)).toEqual(['deducted lot-9']);
    expect(moves(same)).toEqual([]);
    expect(same.stock?.doses[0]?.isByHand).toBe(true);
    expect(states(judged({ before: dismissed }))).toEqual(['dismissed ']);
    // A lot of their own was chosen for what was given elsewhere.
    expect(states(judged({ before: chosen, ...claim({ lot: 'typo' }), place: 'BRANCH' }))).toEqual([
      'deducted lot-9',
    ]);
  });

  test.each([
    ['lot', { lot: 'X100A' }],
    ['vaccine', { vaccine: '94', lot: 'TYPO' }],
    ['eligibility', { eligibility: 'V07', lot: 'TYPO' }],
    ['funding', { funding: 'VXC51', lot: 'TYPO' }],
  ])('is judged anew with another %s', (_what, more) => {
    const decided = judged({ before: chosen, ...claim(more) });
    expect(moves(decided)[0]).toBe('given-back lot-9 1');
    expect(decided.stock?.doses[0]?.isByHand).toBe(false);
  });

  test('is given back, or off the list, when it is deleted', () => {
    expect(moves(judged({ before: chosen, claim: undefined, isDeleted: true }))).toEqual([
      'given-back lot-9 1',
    ]);
    expect(states(judged({ before: dismissed, claim: undefined, isDeleted: true }))).toEqual(['none ']);
  });
});
