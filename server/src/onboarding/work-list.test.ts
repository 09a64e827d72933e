import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SiteState } from './site-queries.ts';
import { sortRows, type WorkRow, workRow } from './work-list.ts';

const at = (day: number): Date => new Date(Date.UTC(2026, 0, day));
const jurisdiction = {
  readiness: {
    submissions: ['historical'],
    queries: ['history-query', 'forecast-query'],
    realMessages: 20,
  },
} as const;

const site: SiteState = {
  organizationId: '00000000-0000-7000-8000-000000000001',
  code: 'DE-000101',
  name: 'Fictional clinic',
  kind: 'site',
  siteType: 1,
  stage: 'production',
  suspendedAt: undefined,
  county: 'Fresno',
  region: 'central-valley',
  language: 'en',
  mailGrouping: 'each',
  profile: null,
  agreement: undefined,
  shown: new Map(),
  sendingFacilities: [],
  bidx: undefined,
  promotions: [],
  deductionAskedAt: undefined,
  facts: {
    siteType: 1,
    stage: 'production',
    registeredAt: at(1),
    verifiedAt: at(1),
    accepted: { version: '1', at: at(1) },
    agreementVersion: '1',
    hasCredential: true,
    sendingFacilities: [],
    cases: ['historical'],
    shown: new Map(),
    realMessages: { accepted: 0, needed: 20, reachedAt: undefined },
    sentBack: {},
    realDataAt: at(2),
    proposedAt: undefined,
    productionAt: at(3),
  },
};
const bidx = { state: 'testing', surveyedAt: at(5), approvedAt: undefined, sentBack: undefined } as const;
const proposal = { proposedBy: 'Dana', proposerId: 'x', note: '' };

describe('a site on the work list', () => {
  it('waits for nothing in production', () => {
    expect(workRow(site, 'all', jurisdiction)).toMatchObject({
      currentStep: 'production',
      since: at(3).toISOString(),
      waitsFor: [],
    });
  });

  it('says each thing once that is waited for, and what its queries still have to show', () => {
    expect(workRow({ ...site, bidx }, 'all', jurisdiction)).toMatchObject({
      currentStep: 'bidx',
      owner: 'site',
      since: at(5).toISOString(),
      waitsFor: ['case-missing'],
    });
  });

  it('is the turn of the registry when the last query was shown', () => {
    const shown = new Map([
      ['history-query', { messageId: 'a', at: at(6) }],
      ['forecast-query', { messageId: 'b', at: at(8) }],
    ]);
    expect(workRow({ ...site, bidx, shown }, 'bidx', jurisdiction)).toMatchObject({
      owner: 'registry',
      since: at(8).toISOString(),
      waitsFor: ['registry-review'],
    });
  });

  it('waits for a second person since the first proposal', () => {
    const promotions = [
      { ...proposal, track: 'production', proposedAt: at(9) },
      { ...proposal, track: 'bidx', proposedAt: at(7) },
    ] as const;
    expect(workRow({ ...site, bidx, promotions }, 'all', jurisdiction)).toMatchObject({
      currentStep: 'bidx',
      since: at(7).toISOString(),
      waitsFor: ['second-approval'],
    });
  });

  it('that asks for deduction waits for the registry, unless it does so already for something else', () => {
    const asking = { ...site, deductionAskedAt: at(11) };
    const deduction = {
      currentStep: 'deduction',
      owner: 'registry',
      since: at(11).toISOString(),
      waitsFor: ['deduction-answer'],
    };
    expect(workRow(asking, 'all', jurisdiction)).toMatchObject(deduction);
    expect(workRow({ ...asking, bidx }, 'all', jurisdiction)).toMatchObject(deduction);
    const proposed = { ...asking, promotions: [{ ...proposal, track: 'bidx', proposedAt: at(7) }] } as const;
    expect(workRow(proposed, 'all', jurisdiction)).toMatchObject({ waitsFor: ['second-approval'] });
    expect(workRow(proposed, 'deduction', jurisdiction)).toMatchObject(deduction);
    const suspended = { ...asking, stage: 'suspended', suspendedAt: at(12) } as const;
    expect(workRow(suspended, 'all', jurisdiction)).toMatchObject({ currentStep: 'suspended' });
  });

  it('that is suspended shows since when', () => {
    const suspended = { ...site, stage: 'suspended', suspendedAt: at(12), bidx } as const;
    expect(workRow(suspended, 'all', jurisdiction)).toMatchObject({
      currentStep: 'suspended',
      since: at(12).toISOString(),
    });
  });
});

describe('the order of the work list', () => {
  const row: fc.Arbitrary<WorkRow> = fc.record({
    code: fc.stringMatching(/^DE-\d{3}$/),
    name: fc.constant('x'),
    siteType: fc.constant(1),
    region: fc.constant(null),
    stage: fc.constantFrom('testing', 'production'),
    currentStep: fc.constant('testing'),
    owner: fc.constantFrom('site', 'registry', 'sending-facility'),
    since: fc.integer({ min: 1, max: 28 }).map((day) => at(day).toISOString()),
    waitsFor: fc.constantFrom([], ['case-missing']),
  });

  it('loses no site; the registry comes before others, the longest wait before shorter ones', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const sorted = sortRows(rows);
        expect(new Set(sorted)).toEqual(new Set(rows));
        const waiting = sorted.filter(({ waitsFor }) => waitsFor.length > 0);
        expect(sorted.slice(0, waiting.length)).toEqual(waiting);
        const ours = waiting.filter(({ owner }) => owner === 'registry');
        expect(waiting.slice(0, ours.length)).toEqual(ours);
        for (const group of [ours, waiting.slice(ours.length)]) {
          const since = group.map((each) => each.since);
          expect(since).toEqual(since.toSorted());
        }
      }),
    );
  });
});
