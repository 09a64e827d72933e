import { z } from 'zod';
import { USER_ROLES } from './roles.ts';

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
  .date({ error: 'date-invalid', abort: true })
  .refine((date) => date >= '0001', { error: 'date-invalid' });
export const token = z.string().min(20).max(200);
/** NIST SP 800-63B: length is what counts. */
export const newPassword = z
  .string({ error: 'required' })
  .min(12, { error: 'password-short' })
  .max(200, { error: 'too-long' });
export const siteParams = z.object({ site: z.string().max(40) });
export const done = z.object({ done: z.literal(true) });

const kind = z.enum(['site', 'sending-facility']);
export const userRole = z.enum(USER_ROLES);
const siteOfMine = z.object({
  code: z.string(),
  name: z.string(),
  kind,
  stage: z.enum(['testing', 'real-data', 'production', 'suspended']),
  role: z.enum(['site-contact', 'data-exchange-contact', 'member', 'user']),
  userRole: userRole.nullable(),
  isLocalAdministrator: z.boolean(),
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
        secondFactor: z.enum(['not-needed', 'given', 'needed', 'to-set-up']),
        /** Signed out after so long without a sign of work */
        idleMinutes: z.number(),
        sites: z.array(siteOfMine),
        /** The organization that is acted for now */
        acting: z
          .object({
            code: z.string(),
            name: z.string(),
            kind,
            userRole: userRole.nullable(),
            isLocalAdministrator: z.boolean(),
            holdUp: z.enum(['organization-suspended', 'region-not-live', 'training-needed']).nullable(),
            /** `2016-10-03`: when the region goes live, where it has a day */
            goLive: z.string().nullable(),
          })
          .nullable(),
        may: z.object({
          seePatients: z.boolean(),
          changePatients: z.boolean(),
          watchExchange: z.boolean(),
          askForAccounts: z.boolean(),
          seeInventory: z.boolean(),
        }),
      })
      .nullable(),
    demo: z.boolean(),
    /** What the button of single sign-on is called, where there is one */
    singleSignOn: z.string().nullable(),
    /** Demo mode shows its public code to whoever has to give one */
    demoCode: z.string().nullable(),
    registryName: z.string(),
    /** `2026-11-23`: the civil day in the jurisdiction */
    today: z.string(),
    timeZone: z.string(),
  })
  .meta({ id: 'Session' });
export const signInBody = z.strictObject({ email, password: z.string().max(200) });
export const setPasswordBody = z.strictObject({ token, password: newPassword });
export const forgottenBody = z.strictObject({ email, language });
