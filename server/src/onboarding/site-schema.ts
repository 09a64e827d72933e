import { z } from 'zod';
import { day, email, language, siteParams, text, textOrNone } from '../accounts/schema.ts';
import { problemSchema } from '../platform/api.ts';
import { stepAnswers } from './registration-schema.ts';

export const STAGES = ['testing', 'real-data', 'production', 'suspended'] as const;
export const ONBOARDING_STEPS = [
  'registered',
  'verified',
  'agreement',
  /** Type 2: the Sending Facility confirms that it sends for the site. */
  'sending-facility',
  'testing',
  'real-data',
  'production',
] as const;

const moment = z.string();

/** One step of the way to production. */
export const stepAnswer = z.object({
  step: z.enum(ONBOARDING_STEPS),
  state: z.enum(['done', 'current', 'waiting', 'sent-back']),
  /** When it was done, or began */
  at: moment.nullable(),
  /** Whose turn it is. */
  owner: z.enum(['site', 'sending-facility', 'registry']),
  /** What is missing: codes, with figures where they have some. */
  missing: z.array(
    z.object({ code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  /** Why it was sent back, in the words of the DX specialist. */
  reasons: z.string().nullable(),
});

export const readinessAnswer = z.array(
  z.object({
    case: z.string(),
    /** The newest test message that shows it; null: none yet */
    shownBy: z.string().nullable(),
    at: moment.nullable(),
  }),
);

export const siteAnswer = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(['site', 'sending-facility']),
    siteType: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    stage: z.enum(STAGES),
    county: z.string().nullable(),
    region: z.string().nullable(),
    language,
    mailGrouping: z.enum(['each', 'hour']),
    /** Null where an operator added the site. */
    profile: z.object(stepAnswers).omit({ agreement: true }).nullable(),
    steps: z.array(stepAnswer),
    readiness: readinessAnswer,
    realData: z.object({ accepted: z.int(), needed: z.int() }),
    /** Whoever asks: what they may do here. */
    may: z.object({ manage: z.boolean(), decide: z.boolean(), administer: z.boolean() }),
    sendingFacilities: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        askedBy: z.enum(['site', 'sending-facility']),
        confirmedAt: moment.nullable(),
      }),
    ),
    bidx: z.object({
      state: z.enum(['none', 'testing', 'approved']),
      surveyedAt: moment.nullable(),
      approvedAt: moment.nullable(),
      readiness: readinessAnswer,
    }),
    /** Waiting for a second person. */
    promotions: z.array(
      z.object({
        track: z.enum(['production', 'bidx']),
        proposedBy: z.string(),
        proposedAt: moment,
        note: z.string(),
        isYours: z.boolean(),
      }),
    ),
    agreement: z
      .object({ version: z.string(), name: z.string(), acceptedAt: moment, isCurrent: z.boolean() })
      .nullable(),
    accessRequests: z.array(
      z.object({ id: z.string(), name: z.string(), email: z.string(), reason: z.string(), at: moment }),
    ),
  })
  .meta({ id: 'Site' });

export const settingsBody = z.strictObject({ mailGrouping: z.enum(['each', 'hour']), language });
export const contactsBody = stepAnswers.contacts;
/** With the language in which the page showed the text; else it is taken to be the account's. */
export const agreeBody = stepAnswers.agreement.extend({ language: language.optional() });

export const eventsAnswer = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      at: moment,
      kind: z.string(),
      actor: z.string(),
      forStaff: z.boolean(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const credentialAnswer = z.object({
  username: z.string().nullable(),
  issuedAt: moment.nullable(),
  rotatedAt: moment.nullable(),
  expiresAt: moment.nullable(),
  revokedAt: moment.nullable(),
  /** Until when the password before the last rotation works. */
  previousUntil: moment.nullable(),
  certificateFingerprint: z.string().nullable(),
  testingAddress: z.string(),
  productionAddress: z.string(),
});
export const rotateBody = z.strictObject({ overlapDays: z.int().min(0).max(30) });
export const certificateBody = z.strictObject({
  /** SHA-256, with or without colons; null: no certificate is asked for */
  fingerprint: z
    .string()
    .transform((typed) => typed.replace(/[\s:]/g, '').toLowerCase())
    .pipe(z.string().regex(/^[0-9a-f]{64}$/, { error: 'fingerprint-invalid' }))
    .nullable(),
});

export const clientsAnswer = z.object({
  clients: z.array(
    z.object({
      /** Null: invited, not registered yet. */
      code: z.string().nullable(),
      name: z.string(),
      city: z.string().nullable(),
      stage: z.enum([...STAGES, 'invited']),
      askedBy: z.enum(['site', 'sending-facility']),
      linkedAt: moment,
      confirmedAt: moment.nullable(),
    }),
  ),
});
/** A row of the sheet, or the form for one client site. */
export const clientBody = z.strictObject({
  /** Set where the site is registered already; the rest is ignored then. */
  siteId: textOrNone(40).default(''),
  siteName: textOrNone(120).default(''),
  county: textOrNone(40).default(''),
  street: textOrNone(120).default(''),
  city: textOrNone(60).default(''),
  zip: textOrNone(10).default(''),
  npi: textOrNone(10).default(''),
  contactName: textOrNone(100).default(''),
  contactEmail: textOrNone(200).default(''),
});
export const clientSheetBody = z.strictObject({
  /** CSV with a heading row; see docs/portal.md */
  csv: z.string().max(512 * 1024, { error: 'too-large' }),
});
export const clientSheetAnswer = z.object({
  added: z.int(),
  refused: z.int(),
  rows: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      outcome: z.enum(['invited', 'asked', 'already', 'refused']),
      problems: z.array(problemSchema),
    }),
  ),
});
export const codeBody = z.strictObject({ code: text(40) });

export const surveyBody = z.strictObject({
  ehrCanQuery: z.enum(['yes', 'no', 'unknown']),
  ehrShowsForecast: z.enum(['yes', 'no', 'unknown']),
  queryTiming: z.enum(['before-visit', 'at-visit', 'nightly', 'on-demand']),
  queriesPerDay: z.int().min(0).max(1_000_000),
  historySubmitted: z.enum(['yes', 'planned', 'no']),
  technicalContact: text(100),
  technicalEmail: email,
  comments: textOrNone(1000).default(''),
});

export const testsQuery = z.object({
  /** The id of the last message of the page before. */
  before: z.uuid().optional(),
  outcome: z.enum(['all', 'accepted', 'with-findings', 'refused']).default('all'),
});
const testRow = z.object({
  id: z.string(),
  at: moment,
  stage: z.enum(['testing', 'real-data']),
  type: z.string(),
  controlId: z.string(),
  ackCode: z.enum(['AA', 'AE', 'AR', '']),
  outcome: z.enum(['accepted', 'partly-accepted', 'refused', 'answered', 'fault']),
  cases: z.array(z.string()),
  findings: z.int(),
  /** Whose it is: in the list of a Sending Facility, the site that it was sent for. */
  site: z.string(),
});
export const testsAnswer = z.object({ tests: z.array(testRow), more: z.boolean() });

export const peopleAnswer = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(['site-contact', 'data-exchange-contact', 'member']),
      since: moment,
      hasSignedIn: z.boolean(),
    }),
  ),
});
export const inviteBody = z.strictObject({ name: text(100), email });
export const decideAccessBody = z.strictObject({ grant: z.boolean() });

export const periodBody = z.strictObject({
  from: day,
  to: day,
});
export const statementContent = z.object({
  registry: z.string(),
  siteCode: z.string(),
  siteName: z.string(),
  from: z.string(),
  to: z.string(),
  /** Test messages in the period: accepted as a whole, and all. */
  accepted: z.int(),
  total: z.int(),
  cases: z.array(z.object({ case: z.string(), accepted: z.int(), first: z.string().nullable() })),
  madeOn: z.string(),
});
export const statementAnswer = z.object({
  code: z.string(),
  content: statementContent,
  pdfHash: z.string(),
  signature: z.string(),
  isGenuine: z.boolean(),
});
export const statementsAnswer = z.object({
  statements: z.array(
    z.object({ code: z.string(), from: z.string(), to: z.string(), accepted: z.int(), madeOn: z.string() }),
  ),
});

/** Staff. */
export const noteBody = z.strictObject({ text: text(2000) });
export const sendBackBody = z.strictObject({
  step: z.enum(['testing', 'real-data', 'bidx']),
  reasons: text(2000),
});
export const trackBody = z.strictObject({
  track: z.enum(['production', 'bidx']),
  note: textOrNone(2000).default(''),
});
export const reasonBody = z.strictObject({ reason: text(2000) });
export const workListQuery = z.object({
  step: z
    .enum(['all', 'testing', 'real-data', 'second-approval', 'bidx', 'deduction', 'suspended', 'production'])
    .default('all'),
  search: textOrNone(100).default(''),
});
export const workListAnswer = z.object({
  counts: z.record(z.string(), z.int()),
  sites: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      siteType: z.int(),
      region: z.string().nullable(),
      stage: z.enum(STAGES),
      currentStep: z.string(),
      owner: z.enum(['site', 'sending-facility', 'registry']),
      since: moment,
      waitsFor: z.array(z.string()),
    }),
  ),
});
export const personParams = siteParams.extend({ account: z.uuid() });
export const requestParams = siteParams.extend({ request: z.uuid() });
export const statementParams = siteParams.extend({ code: z.string().max(40) });
export const codeParams = z.object({ code: z.string().max(40) });
export const surveyAnswer = z.object({ survey: surveyBody.nullable() });
export const hashBody = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export const hashAnswer = z.object({ isSame: z.boolean() });
