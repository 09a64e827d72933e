import type { ONBOARDING_STEPS } from './site-schema.ts';

export type StepName = (typeof ONBOARDING_STEPS)[number];
export type Owner = 'site' | 'sending-facility' | 'registry';

/** What is missing, as a code, with figures where it has some. */
export type Missing<C extends MissingCode = MissingCode> = {
  readonly code: C;
  readonly detail: Readonly<Record<string, string | number>>;
};

export type MissingCode = LackingCode | 'registry-review' | 'second-approval';

/** What the site or its Sending Facility has to bring. */
export type LackingCode =
  | 'email-unverified'
  | 'agreement-version'
  | 'sending-facility-missing'
  | 'sending-facility-unconfirmed'
  | 'credentials-not-shown'
  | 'case-missing'
  | 'real-messages'
  | 'new-message'
  | 'survey-missing';
export type Lacking = Missing<LackingCode>;

export type Step = {
  readonly step: StepName;
  readonly state: 'done' | 'current' | 'waiting' | 'sent-back';
  /** When it was done, or began; undefined where it has not begun, or nobody wrote it down. */
  readonly at: Date | undefined;
  readonly owner: Owner;
  /** Since when it is its owner's turn. */
  readonly since: Date | undefined;
  readonly missing: readonly Missing[];
  readonly reasons: string | undefined;
};

export type SentBack = { readonly at: Date; readonly reasons: string };

/** What the steps of an organization follow from. */
export type StepFacts = {
  readonly siteType: 1 | 2 | 3;
  /** How far it has come; of a suspended site, the stage that it comes back to. */
  readonly stage: 'testing' | 'real-data' | 'production';
  readonly registeredAt: Date;
  readonly verifiedAt: Date | undefined;
  /** What was accepted last. */
  readonly accepted: { readonly version: string; readonly at: Date } | undefined;
  /** The version of the agreement that is in force. */
  readonly agreementVersion: string;
  readonly hasCredential: boolean;
  readonly sendingFacilities: readonly { readonly code: string; readonly confirmedAt: Date | undefined }[];
  /** What must be shown by test messages. */
  readonly cases: readonly string[];
  /** What has been shown, and when for the first time. */
  readonly shown: ReadonlyMap<string, Date>;
  readonly realMessages: {
    readonly accepted: number;
    readonly needed: number;
    readonly reachedAt: Date | undefined;
  };
  /** Sent back, and no newer test message was accepted. */
  readonly sentBack: Readonly<Partial<Record<'testing' | 'real-data', SentBack>>>;
  readonly realDataAt: Date | undefined;
  /** A first person has proposed production. */
  readonly proposedAt: Date | undefined;
  readonly productionAt: Date | undefined;
};

/** Each site type has its own way: a site that sends through a Sending Facility has no credentials of its own (CAIR2, DX onboarding). */
export const STEPS_OF_TYPE: { readonly [type in 1 | 2 | 3]: readonly StepName[] } = {
  1: ['registered', 'verified', 'agreement', 'testing', 'real-data', 'production'],
  2: ['registered', 'verified', 'agreement', 'sending-facility', 'testing', 'real-data', 'production'],
  3: ['registered', 'verified', 'agreement', 'testing', 'real-data', 'production'],
};

const RANKS = { testing: 0, 'real-data': 1, production: 2 } as const;

/** A step by itself, without regard to those before it. */
type Standing = {
  readonly doneAt?: Date | undefined;
  readonly missing: readonly Missing[];
  /** When the last of what its owner had to bring came. */
  readonly readyAt?: Date | undefined;
  readonly sentBack?: SentBack | undefined;
};

/**
 * The way to production. The first step that is not done is the current one; those behind it wait. What a site has reached
 * it keeps: a newer version of the agreement is accepted by a site in production beside its work.
 */
export function stepsOf(facts: StepFacts): readonly Step[] {
  let isOpen = true;
  let began: Date | undefined;
  return STEPS_OF_TYPE[facts.siteType].map((step) => {
    const { doneAt, missing, readyAt, sentBack } = STANDINGS[step](facts);
    const owner = ownerOf(missing);
    if (missing.length === 0) {
      began = latest(began, doneAt);
      return { step, state: 'done', at: doneAt, owner, since: doneAt, missing, reasons: undefined };
    }
    const isCurrent = isOpen;
    isOpen = false;
    const at = isCurrent ? latest(began, sentBack?.at) : undefined;
    return {
      step,
      state: isCurrent ? (sentBack ? 'sent-back' : 'current') : 'waiting',
      at,
      owner,
      since: isCurrent && owner === 'registry' ? latest(at, readyAt) : at,
      missing,
      reasons: sentBack?.reasons,
    };
  });
}

const STANDINGS: { readonly [step in StepName]: (facts: StepFacts) => Standing } = {
  registered: ({ registeredAt }) => ({ doneAt: registeredAt, missing: [] }),
  verified: ({ verifiedAt }) => ({
    doneAt: verifiedAt,
    missing: verifiedAt ? [] : [missing('email-unverified')],
  }),
  agreement: ({ accepted, agreementVersion }) => ({
    doneAt: accepted?.at,
    missing:
      accepted?.version === agreementVersion
        ? []
        : [missing('agreement-version', { version: agreementVersion })],
  }),
  'sending-facility': ({ sendingFacilities }) => {
    const confirmed = sendingFacilities.flatMap(({ confirmedAt }) => confirmedAt ?? []);
    if (confirmed.length > 0) return { doneAt: earliest(confirmed), missing: [] };
    const asked = sendingFacilities.map(({ code }) => missing('sending-facility-unconfirmed', { code }));
    return { missing: asked.length > 0 ? asked : [missing('sending-facility-missing')] };
  },
  testing: (facts) => {
    if (RANKS[facts.stage] >= RANKS['real-data']) return { doneAt: facts.realDataAt, missing: [] };
    const sentBack = facts.sentBack.testing;
    const lacking = [
      ...(facts.siteType !== 2 && !facts.hasCredential ? [missing('credentials-not-shown')] : []),
      ...casesMissing(facts.cases, facts.shown),
      ...(sentBack ? [missing('new-message')] : []),
    ];
    return {
      missing: lacking.length > 0 ? lacking : [missing('registry-review')],
      readyAt: latest(...facts.cases.map((each) => facts.shown.get(each))),
      sentBack,
    };
  },
  'real-data': ({ stage, realMessages: { accepted, needed, reachedAt }, sentBack, ...facts }) => {
    if (RANKS[stage] >= RANKS.production) return { doneAt: facts.productionAt, missing: [] };
    if (stage === 'real-data' && facts.proposedAt) return { doneAt: facts.proposedAt, missing: [] };
    const back = stage === 'real-data' ? sentBack['real-data'] : undefined;
    const lacking = [
      ...(accepted < needed ? [missing('real-messages', { accepted, needed })] : []),
      ...(back ? [missing('new-message')] : []),
    ];
    return {
      missing: lacking.length > 0 ? lacking : [missing('registry-review')],
      readyAt: reachedAt,
      sentBack: back,
    };
  },
  production: ({ stage, productionAt }) => ({
    doneAt: productionAt,
    missing: stage === 'production' ? [] : [missing('second-approval')],
  }),
};

/** What still has to come from the site or its Sending Facility before that step is the registry's to decide. */
export function lackingFor(step: 'testing' | 'real-data', facts: StepFacts): readonly Lacking[] {
  const steps = stepsOf(facts);
  const until = steps.findIndex((each) => each.step === step);
  return steps
    .slice(0, until + 1)
    .flatMap((each) => each.missing)
    .filter(isLacking);
}

export const casesMissing = (
  cases: readonly string[],
  shown: { readonly has: (each: string) => boolean },
): readonly Lacking[] =>
  cases.filter((each) => !shown.has(each)).map((each) => missing('case-missing', { case: each }));

export const missing = <C extends MissingCode>(code: C, detail: Missing['detail'] = {}): Missing<C> => ({
  code,
  detail,
});

const isLacking = (each: Missing): each is Lacking =>
  each.code !== 'registry-review' && each.code !== 'second-approval';

function ownerOf(lacking: readonly Missing[]): Owner {
  if (lacking.some((each) => !isLacking(each))) return 'registry';
  return lacking.some(({ code }) => code === 'sending-facility-unconfirmed') ? 'sending-facility' : 'site';
}

const times = (dates: readonly (Date | undefined)[]): readonly number[] =>
  dates.flatMap((date) => date?.getTime() ?? []);
const dateOf = (time: number): Date | undefined => (Number.isFinite(time) ? new Date(time) : undefined);
export const latest = (...dates: readonly (Date | undefined)[]): Date | undefined =>
  dateOf(Math.max(...times(dates)));
const earliest = (dates: readonly Date[]): Date | undefined => dateOf(Math.min(...times(dates)));
