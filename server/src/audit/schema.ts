import { z } from 'zod';
import { CATEGORIES } from './actions.ts';

export const MOST_DAYS = 92;
/** Events of a page. */
export const PAGE_SIZE = 50;

const day = z.iso.date({ error: 'date-invalid' }).refine((date) => date >= '0001', { error: 'date-invalid' });
const id = z.uuid({ error: 'id-invalid' }).transform((text) => text.toLowerCase());
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** PostgreSQL has no text with U+0000. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'too-long' })
    .refine((text) => !text.includes('\0'), { error: 'invalid' });

const filters = {
  from: day,
  to: day,
  email: words(200).optional(),
  organization: words(40).optional(),
  category: z.enum(CATEGORIES, { error: 'invalid' }).optional(),
  personId: id.optional(),
  messageId: id.optional(),
};

/** A period that can be read: from a day to the same or a later one. */
type Period = { readonly from: string; readonly to: string };
// What is no day at all has been told of already.
const isForward = ({ from, to }: Period): boolean => !(days(from, to) < 1);
const isShort = ({ from, to }: Period): boolean => !(days(from, to) > MOST_DAYS);
const backwards = { error: 'period-backwards', path: ['to'] };
const tooLong = { error: 'audit-period-too-long', path: ['to'] };

export const exportBody = z.strictObject(filters).refine(isForward, backwards).refine(isShort, tooLong);
export const searchBody = z
  .strictObject({
    ...filters,
    /** The `next` of the page before. */
    after: id.optional(),
  })
  .refine(isForward, backwards)
  .refine(isShort, tooLong);
export type Search = z.output<typeof searchBody>;

const place = z.object({ code: z.string(), name: z.string() }).nullable();

const event = z
  .object({
    id: z.string(),
    at: z.string(),
    action: z.string(),
    category: z.enum(CATEGORIES),
    who: z.object({
      /** Somebody signed in, a program of the staff, or a program of a site by its credentials. */
      kind: z.enum(['account', 'token', 'program', 'nobody']),
      name: z.string(),
      email: z.string().nullable(),
    }),
    /** The organization that was acted for. */
    organization: place,
    /** The site it is about, where that is another one. */
    about: place,
    messageId: z.string().nullable(),
    personIds: z.array(z.string()).readonly(),
    /** Ids, codes, counts and reasons. */
    detail: z.array(z.object({ name: z.string(), value: z.string() })).readonly(),
  })
  .meta({ id: 'AuditEvent' });
export type EventView = z.output<typeof event>;

export const eventsAnswer = z.object({
  events: z.array(event).readonly(),
  /** The `after` of the next page; null where this is the last one. */
  next: z.string().nullable(),
});
