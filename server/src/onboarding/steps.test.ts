import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lackingFor, STEPS_OF_TYPE, type StepFacts, stepsOf } from './steps.ts';

const CASES = ['administered-child', 'historical', 'refusal'];
const at = (day: number): Date => new Date(Date.UTC(2026, 0, day));

/** A direct site that has just been registered. */
const registered: StepFacts = {
  siteType: 1,
  stage: 'testing',
  registeredAt: at(1),
  verifiedAt: at(2),
  accepted: { version: '2026-11', at: at(1) },
  agreementVersion: '2026-11',
  hasCredential: true,
  sendingFacilities: [],
  cases: CASES,
  shown: new Map(),
  realMessages: { accepted: 0, needed: 20, reachedAt: undefined },
  sentBack: {},
  realDataAt: undefined,
  proposedAt: undefined,
  productionAt: undefined,
};
const allShown = new Map(CASES.map((each, index) => [each, at(5 + index)]));
const withRealData: StepFacts = { ...registered, stage: 'real-data', shown: allShown, realDataAt: at(10) };
const inProduction: StepFacts = { ...withRealData, stage: 'production', productionAt: at(20) };

const states = (facts: StepFacts) => stepsOf(facts).map(({ step, state }) => `${step} ${state}`);
const step = (facts: StepFacts, name: string) => stepsOf(facts).find((each) => each.step === name);

describe('the steps of a site', () => {
  it('names what test messages still have to show', () => {
    const facts = { ...registered, hasCredential: false, shown: new Map([['historical', at(5)]]) };
    expect(states(facts)).toEqual([
      'registered done',
      'verified done',
      'agreement done',
      'testing current',
      'real-data waiting',
      'production waiting',
    ]);
    expect(step(facts, 'testing')).toMatchObject({
      owner: 'site',
      at: at(2),
      missing: [
        { code: 'credentials-not-shown', detail: {} },
        { code: 'case-missing', detail: { case: 'administered-child' } },
        { code: 'case-missing', detail: { case: 'refusal' } },
      ],
    });
  });

  it("is the registry's turn from the moment on that the last case was shown", () => {
    expect(step({ ...registered, shown: allShown }, 'testing')).toMatchObject({
      state: 'current',
      owner: 'registry',
      at: at(2),
      since: at(7),
      missing: [{ code: 'registry-review' }],
    });
  });

  it('shows a site of type 2 who must confirm, and asks it for no credentials', () => {
    const named = {
      ...registered,
      siteType: 2 as const,
      hasCredential: false,
      sendingFacilities: [{ code: 'SF-000101', confirmedAt: undefined }],
    };
    expect(step(named, 'sending-facility')).toMatchObject({
      state: 'current',
      owner: 'sending-facility',
      missing: [{ code: 'sending-facility-unconfirmed', detail: { code: 'SF-000101' } }],
    });
    expect(step(named, 'testing')?.missing.map(({ code }) => code)).not.toContain('credentials-not-shown');
    expect(step({ ...named, sendingFacilities: [] }, 'sending-facility')).toMatchObject({
      owner: 'site',
      missing: [{ code: 'sending-facility-missing' }],
    });
    const confirmed = { ...named, sendingFacilities: [{ code: 'SF-000101', confirmedAt: at(4) }] };
    expect(step(confirmed, 'sending-facility')).toMatchObject({ state: 'done', at: at(4) });
    expect(step(confirmed, 'testing')).toMatchObject({ state: 'current', at: at(4) });
  });

  it('counts the messages of real patients, then waits for the registry and its second person', () => {
    const some = { ...withRealData, realMessages: { accepted: 7, needed: 20, reachedAt: undefined } };
    expect(step(some, 'real-data')).toMatchObject({
      state: 'current',
      at: at(10),
      owner: 'site',
      missing: [{ code: 'real-messages', detail: { accepted: 7, needed: 20 } }],
    });
    const enough = { ...withRealData, realMessages: { accepted: 20, needed: 20, reachedAt: at(15) } };
    expect(step(enough, 'real-data')).toMatchObject({
      owner: 'registry',
      since: at(15),
      missing: [{ code: 'registry-review' }],
    });
    const proposed = { ...enough, proposedAt: at(16) };
    expect(step(proposed, 'real-data')).toMatchObject({ state: 'done', at: at(16) });
    expect(step(proposed, 'production')).toMatchObject({
      state: 'current',
      owner: 'registry',
      since: at(16),
      missing: [{ code: 'second-approval' }],
    });
  });

  it('shows why a step was sent back until that is over', () => {
    const sentBack = { testing: { at: at(9), reasons: 'No lot numbers' } };
    const facts = { ...registered, shown: allShown, sentBack };
    expect(step(facts, 'testing')).toMatchObject({
      state: 'sent-back',
      at: at(9),
      owner: 'site',
      reasons: 'No lot numbers',
      missing: [{ code: 'new-message' }],
    });
    expect(lackingFor('testing', facts).map(({ code }) => code)).toEqual(['new-message']);
  });

  it('asks for a newer agreement without taking production away', () => {
    const facts = { ...inProduction, agreementVersion: '2027-01' };
    expect(states(facts)).toEqual([
      'registered done',
      'verified done',
      'agreement current',
      'testing done',
      'real-data done',
      'production done',
    ]);
    expect(step(facts, 'agreement')?.missing).toEqual([
      { code: 'agreement-version', detail: { version: '2027-01' } },
    ]);
    expect(
      lackingFor('testing', { ...registered, shown: allShown, agreementVersion: '2027-01' }),
    ).toHaveLength(1);
  });
});

describe('for every site', () => {
  const day = fc.integer({ min: 1, max: 28 }).map(at);
  const maybe = fc.option(day, { nil: undefined });
  const back = fc.record({ at: day, reasons: fc.string({ minLength: 1 }) });
  const facts: fc.Arbitrary<StepFacts> = fc.record({
    siteType: fc.constantFrom(1, 2, 3),
    stage: fc.constantFrom('testing', 'real-data', 'production'),
    registeredAt: day,
    verifiedAt: maybe,
    accepted: fc.option(fc.record({ version: fc.constantFrom('2025-01', '2026-11'), at: day }), {
      nil: undefined,
    }),
    agreementVersion: fc.constant('2026-11'),
    hasCredential: fc.boolean(),
    sendingFacilities: fc.array(fc.record({ code: fc.constantFrom('SF-1', 'SF-2'), confirmedAt: maybe }), {
      maxLength: 2,
    }),
    cases: fc.constant(CASES),
    shown: fc.dictionary(fc.constantFrom(...CASES), day).map((all) => new Map(Object.entries(all))),
    realMessages: fc.record({ accepted: fc.nat({ max: 20 }), needed: fc.constant(20), reachedAt: maybe }),
    sentBack: fc.record({ testing: back, 'real-data': back }, { requiredKeys: [] }),
    realDataAt: maybe,
    proposedAt: maybe,
    productionAt: maybe,
  });
  const holds = (check: (facts: StepFacts) => void) => () =>
    fc.assert(fc.property(facts, check), { numRuns: 500 });

  it(
    'one step is current, or none where all are done; those before it are done',
    holds((each) => {
      const steps = stepsOf(each);
      const open = steps.filter(({ state }) => state === 'current' || state === 'sent-back');
      const isAllDone = steps.every(({ state }) => state === 'done');
      expect(open).toHaveLength(isAllDone ? 0 : 1);
      const first = steps.findIndex(({ state }) => state !== 'done');
      if (first >= 0) expect(steps[first]).toBe(open[0]);
    }),
  );

  it(
    'a step is done if and only if nothing is missing; a step sent back says why',
    holds((each) => {
      for (const { state, missing, reasons } of stepsOf(each)) {
        expect(state === 'done').toBe(missing.length === 0);
        if (state === 'sent-back') expect(reasons).toBeDefined();
      }
    }),
  );

  it(
    'what it has reached stays done, whatever becomes missing before it',
    holds((each) => {
      const done = new Set(stepsOf(each).flatMap(({ step: name, state }) => (state === 'done' ? name : [])));
      if (each.stage !== 'testing') expect(done).toContain('testing');
      expect(done.has('production')).toBe(each.stage === 'production');
    }),
  );

  it(
    'has the steps of its type in their order, and none of them begins before the step ahead of it was done',
    holds((each) => {
      const steps = stepsOf(each);
      expect(steps.map(({ step: name }) => name)).toEqual(STEPS_OF_TYPE[each.siteType]);
      const current = steps.findIndex(({ state }) => state === 'current');
      for (const { at: doneAt } of current < 0 ? [] : steps.slice(0, current)) {
        if (doneAt) expect(steps[current]?.at?.getTime()).toBeGreaterThanOrEqual(doneAt.getTime());
      }
    }),
  );

  it(
    'is the turn of the registry only where the site lacks nothing up to that step',
    holds((each) => {
      const current = stepsOf(each).find(({ state }) => state === 'current' || state === 'sent-back');
      if (current?.step !== 'testing' && current?.step !== 'real-data') return;
      expect(current.owner === 'registry').toBe(lackingFor(current.step, each).length === 0);
    }),
  );
});
