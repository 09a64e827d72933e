import { z } from 'zod';
import { day, text, textOrNone } from '../accounts/schema.ts';
import { DELIVERY_FAULTS } from '../exchange/delivery.ts';

const count = z.number().int();
const moment = z.string();

/** What the pages call an endpoint: the pack's id of the region or partner. */
const endpointId = z.string().max(40);
export const endpointParams = z.object({ endpoint: endpointId });
export const messageParams = z.object({ endpoint: endpointId, message: z.uuid() });
export const windowParams = z.object({ endpoint: endpointId, window: z.uuid() });
export const backfillParams = z.object({ endpoint: endpointId, backfill: z.uuid() });

/** How many messages for a registry are in which state. */
const counts = z.object({ waiting: count, unknown: count, refused: count, undeliverable: count });

/** Why nothing is sent to a registry now. */
const circuit = z.object({
  closedUntil: moment,
  failures: count,
  /** A fault of the way there (docs/other-registries.md), or '' */
  fault: z.string(),
});

const registry = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['region', 'partner']),
  /** Of a region: from when its users work here, and its registry gets no more copies. */
  goLive: z.string().nullable(),
  hasMoved: z.boolean(),
  /** Until it moves; null for partners, and for those that have moved. */
  daysLeft: count.nullable(),
  isSetUp: z.boolean(),
  isEnabled: z.boolean(),
  healthy: z.boolean().nullable(),
  checkedAt: moment.nullable(),
  answeredAt: moment.nullable(),
  failedAt: moment.nullable(),
  circuit: circuit.nullable(),
  /** In planned maintenance until then */
  maintenanceUntil: moment.nullable(),
  counts,
  /** Since when the oldest message waits that it has not got yet */
  oldestAt: moment.nullable(),
});

export const overviewAnswer = z
  .object({
    now: moment,
    today: z.string(),
    cutOver: z.string(),
    /** Before the day of the cut-over: messages are forwarded to the registries of the regions. */
    isGateway: z.boolean(),
    registries: z.array(registry),
  })
  .meta({ id: 'OtherRegistries' });

export const countAnswer = z.object({ toLookAt: count }).meta({ id: 'OtherRegistriesCount' });

const ONE_LINE = /^\P{Cc}*$/u;
/** Parts of the header are put into messages as they are: nothing that would divide a field, or begin a segment. */
const header = textOrNone(100)
  .regex(ONE_LINE, { error: 'invalid' })
  .regex(/^[^|~\\&]*$/, { error: 'header-part-invalid' });

export const settingsBody = z.strictObject({
  url: text(500),
  soapVersion: z.enum(['1.1', '1.2']),
  username: text(200).regex(ONE_LINE, { error: 'invalid' }),
  /** Left out: as it is. It is never shown again. */
  password: z.string().min(1, { error: 'required' }).max(500, { error: 'too-long' }).optional(),
  facilityId: textOrNone(100).regex(ONE_LINE, { error: 'invalid' }),
  sendingFacility: header,
  receivingApplication: header,
  receivingFacility: header,
  lanes: z
    .int({ error: 'lanes-invalid' })
    .min(1, { error: 'lanes-invalid' })
    .max(32, { error: 'lanes-invalid' }),
  timeoutSeconds: z
    .int({ error: 'timeout-invalid' })
    .min(1, { error: 'timeout-invalid' })
    .max(120, { error: 'timeout-invalid' }),
  isEnabled: z.boolean(),
});
export type Settings = z.output<typeof settingsBody>;

const backfill = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'stopped']),
  queued: count,
  madeAt: moment,
  endedAt: moment.nullable(),
});

export const endpointAnswer = z
  .object({
    now: moment,
    today: z.string(),
    registry,
    isGateway: z.boolean(),
    cutOver: z.string(),
    /** Null: not set up. Its password is never shown. */
    settings: settingsBody.omit({ password: true }).nullable(),
    updatedAt: moment.nullable(),
    maintenance: z.array(
      z.object({ id: z.string(), beginsAt: moment, endsAt: moment, note: z.string(), isNow: z.boolean() }),
    ),
    backfills: z.array(backfill),
    may: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'OtherRegistry' });

const localMoment = z
  .string({ error: 'local-time-invalid' })
  .regex(/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d$/, { error: 'local-time-invalid', abort: true })
  .refine((local) => isDayAndTime(local), { error: 'local-time-invalid' });
/** PostgreSQL fails at a day that the calendar does not have. */
function isDayAndTime(local: string): boolean {
  const at = new Date(`${local}:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(local);
}

export const windowBody = z.strictObject({
  /** As people in the registry's time zone write it: `2026-11-23T10:30` */
  beginsAt: localMoment,
  endsAt: localMoment,
  note: textOrNone(200),
});

export const backfillBody = z.strictObject({ from: day, to: day });

export const testAnswer = z
  .object({
    ok: z.boolean(),
    /** A fault of the way there; null where it answered */
    fault: z.enum(Object.keys(DELIVERY_FAULTS) as [keyof typeof DELIVERY_FAULTS]).nullable(),
    retry: z.enum(['NORMAL', 'CORRECT_MESSAGE', 'CHECK_IIS_STATUS', 'CONTACT_SUPPORT']).nullable(),
    /** In English */
    words: z.string(),
  })
  .meta({ id: 'OtherRegistryTest' });

/** What of the work list is meant. */
const filters = {
  state: z.enum(['refused', 'undeliverable', 'unknown']).optional(),
  code: z.string().max(60).optional(),
  site: z.string().trim().max(40).optional(),
};
export const workQuery = z.object({ ...filters, after: z.uuid().optional() });
export const sheetQuery = z.object(filters);
const item = z.object({
  id: z.string(),
  /** When it came here, and when it was last decided on. */
  at: moment,
  endedAt: moment.nullable(),
  site: z.object({ code: z.string(), name: z.string() }),
  controlId: z.string(),
  state: z.enum(['refused', 'undeliverable', 'unknown']),
  attempts: count,
  /** A fault of the way there, or what the other registry's answer says: AE, AR */
  code: z.string(),
  /** What went wrong on the way there, in English; '' where the other registry answered: its words may name a patient. */
  words: z.string(),
  /** Whether the other registry's own answer is kept. */
  hasAnswer: z.boolean(),
});
export const workAnswer = z
  .object({
    items: z.array(item),
    /** Of the filter, all of them. */
    found: count,
    more: z.boolean(),
    /** By which the list can be made shorter. */
    codes: z.array(z.object({ code: z.string(), count })),
  })
  .meta({ id: 'OtherRegistryWork' });

const MOST_CHOSEN = 500;
const chosen = z.union([
  z.strictObject({ messages: z.array(z.uuid()).min(1, { error: 'required' }).max(MOST_CHOSEN) }),
  z.strictObject({
    all: z.strictObject({ ...filters, state: z.enum(['refused', 'undeliverable']).optional() }),
  }),
]);
export const replayBody = z.strictObject({ chosen });
export const discardBody = z.strictObject({ chosen, reason: text(500) });
export type Asked = z.output<typeof chosen>;
export const doneAnswer = z.object({ done: count });

export const answerAnswer = z
  .object({ answer: z.string(), controlId: z.string(), at: moment.nullable() })
  .meta({ id: 'OtherRegistryAnswer' });
