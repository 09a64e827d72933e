import { z } from 'zod';

export const language = z.enum(['en', 'es']);
/** What was pasted often ends in a space. */
export const email = z
  .string({ error: 'email-invalid' })
  .trim()
  .max(200, { error: 'too-long' })
  .pipe(z.email({ error: 'email-invalid' }));
/**
 * Words that people write: no control characters, and no halves of characters, which UTF-8 cannot say. PostgreSQL refuses U+0000
 * and, in JSON, such halves.
 */
const WORDS = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\p{Surrogate}]*$/u;
export const textOrNone = (max: number) =>
  z.string({ error: 'required' }).trim().max(max, { error: 'too-long' }).regex(WORDS, { error: 'invalid' });
export const text = (max: number) =>
  z
    .string({ error: 'required' })
    .trim()
    .min(1, { error: 'required' })
    .max(max, { error: 'too-long' })
    .regex(WORDS, { error: 'invalid' });
/** A day of the calendar; PostgreSQL has no year 0. */
export const day = z.iso
  .date({ error: 'date-invalid' })
  .refine((date) => date >= '0001', { error: 'date-invalid' });
export const token = z.string().min(20).max(200);
/** NIST SP 800-63B: length is what counts. */
export const newPassword = z
  .string({ error: 'required' })
  .min(12, { error: 'password-short' })
  .max(200, { error: 'too-long' });
export const siteParams = z.object({ site: z.string().max(40) });
export const done = z.object({ done: z.literal(true) });

const siteOfMine = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['site', 'sending-facility']),
  stage: z.enum(['testing', 'real-data', 'production', 'suspended']),
  role: z.enum(['site-contact', 'data-exchange-contact', 'member']),
});

/** Who is signed in, and what the page around every page needs. */
export const sessionAnswer = z
  .object({
    account: z
      .object({
        name: z.string(),
        email: z.string(),
        language,
        staffRole: z.enum(['dx-specialist', 'administrator']).nullable(),
        sites: z.array(siteOfMine),
      })
      .nullable(),
    demo: z.boolean(),
    registryName: z.string(),
    /** `2026-11-23`: the civil day in the jurisdiction */
    today: z.string(),
    timeZone: z.string(),
  })
  .meta({ id: 'Session' });
export const signInBody = z.strictObject({ email, password: z.string().max(200) });
export const setPasswordBody = z.strictObject({ token, password: newPassword });
export const forgottenBody = z.strictObject({ email, language });
