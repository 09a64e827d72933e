import { z } from 'zod';
import { DELIVERY_PROBLEMS } from './deliver.ts';
import { MOST } from './read.ts';

export const acknowledgementsQuery = z.object({
  /** The site, for a Sending Facility that asks for one of its clients. */
  client: z.string().max(40).optional(),
  /** `next` of the answer before; 0 for the first ones. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
  address: z.enum(['production', 'test']).default('production'),
});

export const acknowledgementsAnswer = z
  .object({
    acknowledgements: z.array(
      z.object({
        position: z.number(),
        messageId: z.string(),
        receivedAt: z.string(),
        controlId: z.string(),
        responsible: z.string(),
        ackCode: z.string(),
        outcome: z.string(),
        ack: z.string(),
      }),
    ),
    next: z.number(),
    /** Whether there may be more now: ask again at once. */
    more: z.boolean(),
  })
  .meta({ id: 'Acknowledgements' });

export const endpointBody = z.strictObject({
  url: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(500, { error: 'too-long' }),
  isEnabled: z.boolean(),
});

export const endpointAnswer = z
  .object({
    endpoint: z
      .object({
        url: z.string(),
        isEnabled: z.boolean(),
        failures: z.number(),
        lastError: z.object({ problem: z.string(), status: z.number().nullable() }).nullable(),
        /** When it is tried again. */
        nextAt: z.string().nullable(),
        answeredAt: z.string().nullable(),
        madeAt: z.string(),
        /** How many wait for it, counted up to 1000. */
        behind: z.number(),
      })
      .nullable(),
    /** By what bodies are signed; shown once. */
    secret: z.string().nullable(),
  })
  .meta({ id: 'AcknowledgementEndpoint' });

export const deliveryAnswer = z
  .object({
    taken: z.boolean(),
    problem: z.enum(DELIVERY_PROBLEMS).nullable(),
    status: z.number().nullable(),
  })
  .meta({ id: 'AcknowledgementDelivery' });
