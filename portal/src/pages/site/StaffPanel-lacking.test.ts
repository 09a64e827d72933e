import { describe, expect, it } from 'vitest';
import type { Site, SiteStep } from '../../api/site.ts';
import { lackingForBidx, lackingUntil, stepsToSendBack, tracksToPropose } from './StaffPanel-lacking.ts';

const step = (name: SiteStep['step'], missing: SiteStep['missing']): SiteStep => ({
  step: name,
  state: missing.length === 0 ? 'done' : 'current',
  at: null,
  owner: 'site',
  missing,
  reasons: null,
});
const STEPS = [
  step('verified', []),
  step('agreement', [{ code: 'agreement-version', detail: { version: '2026-11' } }]),
  step('testing', [
    { code: 'case-missing', detail: { case: 'refusal' } },
    { code: 'registry-review', detail: {} },
  ]),
  step('real-data', [{ code: 'real-messages', detail: { accepted: 3, needed: 20 } }]),
  step('production', [{ code: 'second-approval', detail: {} }]),
];
const bidx = (state: Site['bidx']['state'], shownBy: string | null): Site['bidx'] => ({
  state,
  surveyedAt: null,
  approvedAt: null,
  readiness: [{ case: 'history-query', shownBy, at: null }],
});
const site = (
  stage: Site['stage'],
  state: Site['bidx']['state'],
  tracks: readonly Site['promotions'][number]['track'][] = [],
): Site =>
  ({
    stage,
    bidx: bidx(state, null),
    promotions: tracks.map((track) => ({ track, proposedBy: 'x', proposedAt: '', note: '', isYours: false })),
  }) as unknown as Site;

describe('what is missing', () => {
  it('is all until the step, and nothing that the registry brings', () => {
    expect(lackingUntil({ steps: STEPS }, 'testing')).toEqual([
      { code: 'agreement-version', where: '2026-11' },
      { code: 'case-missing', where: 'refusal' },
    ]);
    expect(lackingUntil({ steps: STEPS }, 'real-data').at(-1)).toEqual({
      code: 'real-messages',
      where: '3/20',
    });
  });
  it('is for queries the survey and each kind of query', () => {
    expect(lackingForBidx({ bidx: bidx('none', null) })).toEqual([
      { code: 'survey-missing', where: '' },
      { code: 'case-missing', where: 'history-query' },
    ]);
    expect(lackingForBidx({ bidx: bidx('testing', 'message') })).toEqual([]);
  });
});

describe('what can be decided', () => {
  it('follows from the stage and from what is proposed', () => {
    expect(tracksToPropose(site('testing', 'none'))).toEqual(['bidx']);
    expect(tracksToPropose(site('real-data', 'testing'))).toEqual(['production', 'bidx']);
    expect(tracksToPropose(site('real-data', 'testing', ['production']))).toEqual(['bidx']);
    expect(tracksToPropose(site('production', 'approved'))).toEqual([]);
    expect(tracksToPropose(site('suspended', 'testing'))).toEqual([]);
    expect(stepsToSendBack(site('real-data', 'testing'))).toEqual(['real-data', 'testing', 'bidx']);
    expect(stepsToSendBack(site('testing', 'none'))).toEqual(['testing']);
    expect(stepsToSendBack(site('production', 'approved'))).toEqual([]);
    expect(stepsToSendBack(site('suspended', 'testing'))).toEqual([]);
  });
});
