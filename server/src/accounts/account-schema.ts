import { z } from 'zod';
import { email, newPassword, text } from './schema.ts';

const password = z
  .string({ error: 'required' })
  .min(1, { error: 'required' })
  .max(200, { error: 'too-long' });

/** Six digits of an authenticator app, or a recovery code. */
const code = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(40, { error: 'code-wrong' });
export const codeBody = z.strictObject({ code });
export const beginAuthenticatorBody = z.strictObject({ password: password.optional() });
export const dropAuthenticatorBody = z.strictObject({ password, code });
export const changePasswordBody = z.strictObject({ current: password, password: newPassword });
export const resetSecondFactorBody = z.strictObject({ email, reason: text(500) });
export const actForBody = z.strictObject({ code: z.string().max(40).nullable() });

export const authenticatorAnswer = z.object({
  /** In base32, for apps without a camera */
  secret: z.string(),
  /** What the QR code says: `otpauth://totp/…` */
  uri: z.string(),
});
export const recoveryCodesAnswer = z.object({ codes: z.array(z.string()) });

/** What people see of their own account, besides what the session says. */
export const accountAnswer = z.object({
  hasPassword: z.boolean(),
  hasAuthenticator: z.boolean(),
  recoveryCodesLeft: z.number(),
  hasSingleSignOn: z.boolean(),
  sessions: z.array(
    z.object({ isThisOne: z.boolean(), beganAt: z.iso.datetime(), seenAt: z.iso.datetime() }),
  ),
});
