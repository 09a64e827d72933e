import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app knows it: SHA-1, 6 digits, a new code each half minute. */
const PERIOD_S = 30;
const SECRET_BYTES = 20;
/** Clocks differ: the code before and the one to come count as well. */
const WINDOW = 1;

/** The secret of the staff of demo mode. It is public, like their password. */
export const DEMO_TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** A new secret, in base32 as people type it into an app that has no camera. */
export const newAuthenticatorSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

const totpOf = (secret: string, names: { readonly issuer?: string; readonly label?: string } = {}): TOTP =>
  new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_S });

/** What the QR code says to an authenticator app. */
export const authenticatorUri = (secret: string, issuer: string, email: string): string =>
  totpOf(secret, { issuer, label: email }).toString();

export const codeAt = (secret: string, now: Date): string =>
  totpOf(secret).generate({ timestamp: now.getTime() });

/**
 * The half minute that a code belongs to; undefined where it is none of about now, or not later than one that was taken:
 * whoever looked over a shoulder cannot use it again.
 */
export function stepOfCode(
  code: string,
  secret: string,
  now: Date,
  lastStep: number | undefined,
): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  return lastStep !== undefined && step <= lastStep ? undefined : step;
}
