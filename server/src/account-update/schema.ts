import { z } from 'zod';
import { email, text, textOrNone, userRole } from '../accounts/schema.ts';
import { courseState } from '../training/schema.ts';

export const REQUEST_STATES = ['waiting', 'approved', 'refused', 'withdrawn'] as const;

const rights = { userRole: userRole.nullable(), isLocalAdministrator: z.boolean() };

const accountRequest = z.object({
  id: z.string(),
  kind: z.enum(['add', 'change', 'end']),
  email: z.string(),
  name: z.string(),
  ...rights,
  note: z.string(),
  state: z.enum(REQUEST_STATES),
  askedBy: z.string(),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
});

export const accountsAnswer = z.object({
  organization: z.object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(['site', 'sending-facility']),
    /** When the region goes live and from when its users may enrol in training, where it has days */
    goLive: z.string().nullable(),
    trainingFrom: z.string().nullable(),
    isLive: z.boolean(),
  }),
  people: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      role: z.enum(['site-contact', 'data-exchange-contact', 'member', 'user']),
      ...rights,
      isMe: z.boolean(),
      hasSignedIn: z.boolean(),
      isWaiting: z.boolean(),
      /** null: the role needs no course */
      training: z.object({ state: courseState, expiresOn: z.string().nullable() }).nullable(),
    }),
  ),
});

export const requestsQuery = z.object({
  /** As `next` of the page before has it */
  after: z
    .string()
    .regex(/^[wd]\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)
    .optional(),
});
export const requestsAnswer = z.object({
  requests: z.array(accountRequest),
  next: z.string().nullable(),
});
export const requestBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add'),
    email,
    name: text(100),
    ...rights,
    note: textOrNone(500).default(''),
  }),
  z.strictObject({ kind: z.literal('change'), email, ...rights, note: textOrNone(500).default('') }),
  z.strictObject({ kind: z.literal('end'), email, note: textOrNone(500).default('') }),
]);
export const requestParams = z.object({ request: z.uuid() });

export const staffRequestsQuery = requestsQuery.extend({
  state: z.enum([...REQUEST_STATES, 'all']).default('waiting'),
});
export const staffRequestsAnswer = z.object({
  waiting: z.int(),
  requests: z.array(
    accountRequest.extend({
      organization: z.object({ code: z.string(), name: z.string() }),
      /** What the person may do there now; null: nothing */
      now: z.object(rights).nullable(),
      /** The asker themselves may not decide */
      isMine: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
});
export const refuseBody = z.strictObject({ reason: text(500) });
