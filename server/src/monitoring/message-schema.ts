import { z } from 'zod';
import { day, text } from '../accounts/schema.ts';
import { messageView } from '../workbench/schema.ts';

const outcome = z.enum(['accepted', 'partly-accepted', 'refused', 'answered', 'forwarded', 'fault']);
const kind = z.enum(['submission', 'query', 'other']);
const address = z.enum(['production', 'test']);

/** What is looked for. Patients are: it is a body, because addresses are kept by browsers and logs. */
const filters = z.strictObject({
  /** `DE-000101`: of this organization only */
  site: text(40).optional(),
  /** Civil days in the jurisdiction; the last seven where none is said. */
  from: day.optional(),
  to: day.optional(),
  /** `refused` finds also what was answered with a fault. */
  outcome: z.enum(['accepted', 'partly-accepted', 'refused', 'answered', 'forwarded']).optional(),
  kind: kind.optional(),
  address: address.optional(),
  controlId: text(199).optional(),
  /** The code of a finding */
  finding: z
    .string()
    .trim()
    .regex(/^[a-z\d-]{1,100}$/i, { error: 'invalid' })
    .optional(),
  /** Words of name, birth date and chart number as they were sent, or the id of a record */
  patient: text(200).optional(),
});
export const searchBody = filters.extend({
  /** The id of the last message of the page before */
  after: z.uuid().optional(),
});
export const exportBody = filters.extend({
  /** Patients as they were sent, too */
  withPatients: z.boolean().optional(),
});

const party = z.object({ code: z.string(), name: z.string() });

export const foundMessage = z.object({
  id: z.string(),
  at: z.string(),
  type: z.string(),
  kind,
  controlId: z.string(),
  outcome,
  ackCode: z.enum(['AA', 'AE', 'AR', '']),
  address,
  operation: z.string(),
  /** As it was sent: name, birth date, chart number */
  patient: z.string(),
  /** The Responsible Organization; where none was made out, the sender */
  site: party,
  sender: party,
  /** The gravest finding */
  finding: z.object({ code: z.string(), severity: z.enum(['E', 'W', 'I']), message: z.string() }).nullable(),
});
export const foundAnswer = z.object({
  messages: z.array(foundMessage),
  more: z.boolean(),
  /** What was looked through */
  from: z.string(),
  to: z.string(),
  /** Whose messages; null: everybody's */
  site: party.nullable(),
});

export const messageParams = z.object({ message: z.uuid() });

const doseEffect = z.object({
  action: z.enum(['added', 'updated', 'deleted']),
  vaccine: z.string(),
  on: z.string(),
});

export const messageAnswer = messageView.extend({
  id: z.string(),
  at: z.string(),
  address,
  operation: z.string(),
  outcome,
  sender: party,
  /** Null where none was made out */
  responsible: party.nullable(),
  /** The registry that answered it, or was to; null where it was decided on here. */
  forwardedTo: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** A test with a real patient whose text has been removed since */
  isForgotten: z.boolean(),
  effects: z.object({
    /** What became of the patient: a new record, one that was known, or nothing. */
    record: z.enum(['new', 'known', 'none']),
    /** Null where there is none, or whoever asks may not see patients. */
    personId: z.string().nullable(),
    doses: z.array(doseEffect),
    /** Why it was held for one person with another record, or was not; in English. */
    match: z.array(
      z.object({ outcome: z.enum(['match', 'possible', 'different']), words: z.array(z.string()) }),
    ),
    review: z.array(
      z.object({
        state: z.enum(['open', 'later', 'same', 'different', 'settled']),
        /** For those who decide it */
        taskId: z.string().nullable(),
      }),
    ),
  }),
  /** Others of the sender under the same control id, the oldest first */
  related: z.array(
    z.object({ id: z.string(), at: z.string(), outcome, ackCode: z.enum(['AA', 'AE', 'AR', '']) }),
  ),
});
