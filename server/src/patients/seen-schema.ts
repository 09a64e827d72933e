import { z } from 'zod';

/** What somebody did, as people say it; pages have words for each. */
export const SEEN_WHAT = [
  'viewed',
  'found',
  'printed',
  'seen',
  'asked',
  'emergency',
  'created',
  'changed',
  'dose-added',
  'dose-changed',
  'dose-deleted',
  'reviewed',
  'reviewed-emergency',
  'merged',
  'unmerged',
  'sealed',
  'message',
  'other',
] as const;
export type SeenWhat = (typeof SEEN_WHAT)[number];

/** The moment and the id of the last entry that was shown. */
export const seenQuery = z.object({
  before: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
      error: 'invalid',
    })
    .refine((cursor) => !Number.isNaN(Date.parse(cursor.slice(0, 24))), { error: 'invalid' })
    .optional(),
});

export const seenAnswer = z
  .object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        what: z.enum(SEEN_WHAT),
        /** Of the person; '' where it is no business of the asker, or nobody did it. */
        name: z.string(),
        organization: z.string(),
        /** The Sending Facility by which an EHR asked; '' where it asked by itself. */
        through: z.string(),
        isStaff: z.boolean(),
        isOwn: z.boolean(),
        isEmergency: z.boolean(),
        reason: z.string(),
      }),
    ),
    /** What to ask for as `before`, for the entries before these; null where there are none. */
    more: z.string().nullable(),
  })
  .meta({ id: 'PatientSeen' });
