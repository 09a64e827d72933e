import type { Finding } from '@cairn/guide';
import type { StoredCredential, Verdict } from '../accounts/credentials.ts';
import type { Holder } from '../accounts/queries.ts';
import type { Call, Identity } from './call.ts';
import type { Intake } from './intake.ts';
import type { LedgerRow } from './ledger.ts';

/** Why a message is not taken from whoever sent it. */
export type LoginRefusal = Exclude<Verdict, 'valid'> | 'noCertificate' | 'otherCertificate';

/** What is wrong with the certificate of a request whose password is right; undefined where nothing is. */
export function certificateRefusal(
  { certificateFingerprint: wanted }: Pick<StoredCredential, 'certificateFingerprint'>,
  { certificate }: Extract<Identity, { readonly kind: 'password' }>,
): LoginRefusal | undefined {
  if (wanted === undefined || certificate === wanted) return undefined;
  return certificate === '' ? 'noCertificate' : 'otherCertificate';
}

/** What the sender hears. */
export const LOGIN_REFUSED: Readonly<Record<LoginRefusal, string>> = {
  wrong:
    'The username or password is not valid. Nothing was recorded. Check them against the registration confirmation; after a rotation the old password ends.',
  throttled:
    'Too many wrong passwords for this username. Nothing was recorded. Wait one minute, correct the password, then resend.',
  expired:
    'The password of this username has expired. Nothing was recorded. Replace it at the portal, enter the new one in your system, then resend.',
  revoked:
    'The credentials of this username were revoked. Nothing was recorded. Ask the contacts of your organization, or the registry, for new ones.',
  replaced:
    'This password was replaced; the new one is needed. Nothing was recorded. Enter the password that the portal showed when it was replaced, then resend.',
  noCertificate:
    'This username asks for a client certificate, and none came with the request. Nothing was recorded. Send the certificate whose fingerprint is registered at the portal.',
  otherCertificate:
    'This username asks for a client certificate, and another one came with the request. Nothing was recorded. Send the certificate whose fingerprint is registered at the portal, or register this one there.',
};

/** What the organization whose username it was finds in its ledger. */
const FINDINGS: Readonly<
  Record<Exclude<LoginRefusal, 'throttled'>, Pick<Finding, 'code' | 'message' | 'fix'>>
> = {
  wrong: {
    code: 'credentials-wrong',
    message: 'A message came with this username and a wrong password. It was refused.',
    fix: 'If your system sent it, correct the password there. If not, somebody else tried your username; nothing was let in.',
  },
  expired: {
    code: 'credentials-expired',
    message: 'A message came with this username and its password, which has expired. It was refused.',
    fix: 'Replace the password at the portal, enter the new one in your system and resend the message.',
  },
  revoked: {
    code: 'credentials-revoked',
    message: 'A message came with credentials that were revoked. It was refused.',
    fix: 'If your system sent it, get new credentials at the portal and resend. If not, a password that leaked was used; it opens nothing.',
  },
  replaced: {
    code: 'credentials-rotated-out',
    message: 'A message came with a password that was replaced. It was refused.',
    fix: 'Enter the new password in every system that sends with this username, then resend the message.',
  },
  noCertificate: {
    code: 'client-certificate-missing',
    message: 'A message came with the right password, but without the client certificate. It was refused.',
    fix: 'Set up the certificate in your system, or remove its fingerprint at the portal. If your system did not send it, replace the password.',
  },
  otherCertificate: {
    code: 'client-certificate-missing',
    message: 'A message came with the right password, but with another client certificate. It was refused.',
    fix: 'Register the fingerprint of the new certificate at the portal. If your system did not send it, replace the password.',
  },
};

/**
 * The ledger's row of a message that came with somebody's username and was refused; undefined where it has none: after
 * too many wrong passwords, so that nobody can flood it. Who sent it is not known, so nothing of the message is kept but
 * its hash, by which a sender can find its own. That a row is written makes the answer a little later than one for a
 * username that nobody has; usernames are ids that are printed on every message, and no secret.
 */
export function refusedRow(
  why: LoginRefusal,
  call: Call,
  intake: Intake,
  holder: Holder,
  { messageId, now }: { readonly messageId: string; readonly now: Date },
): LedgerRow | undefined {
  if (why === 'throttled') return undefined;
  return {
    messageId,
    receivedAt: now,
    address: call.address,
    operation: call.operation,
    senderId: holder.organizationId,
    credentialId: holder.credentialId,
    responsibleId: undefined,
    type: '',
    controlId: '',
    bodyHash: intake.bodyHash,
    text: '',
    outcome: 'fault',
    ackCode: '',
    answer: LOGIN_REFUSED[why],
    findings: [{ ...FINDINGS[why], severity: 'E', hl7: '207', application: '4' }],
    personId: undefined,
  };
}
