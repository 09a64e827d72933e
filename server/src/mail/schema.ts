import { z } from 'zod';

export const mailRow = z.object({
  id: z.string(),
  kind: z.string(),
  recipient: z.string(),
  subject: z.string(),
  state: z.enum(['waiting', 'sent', 'dead']),
  attempts: z.int(),
  createdAt: z.string(),
  nextAt: z.string(),
  sentAt: z.string().nullable(),
  lastError: z.string().nullable(),
});
export const mailsQuery = z.object({ state: z.enum(['all', 'waiting', 'sent', 'dead']).default('all') });
export const mailsAnswer = z.object({ mails: z.array(mailRow) });
export const mailAnswer = mailRow.extend({ text: z.string(), html: z.string() });
export const mailParams = z.object({ mail: z.uuid() });
