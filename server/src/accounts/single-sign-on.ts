import { type Kysely, sql } from 'kysely';
import * as oidc from 'openid-client';
import type { SingleSignOn } from '../platform/config.ts';
import type { Tables } from '../platform/database/tables.ts';
import { openSecret, sealSecret } from '../platform/secret-key.ts';
import { emailKey } from './accounts.ts';

/** How long somebody may take at the identity provider. */
export const SSO_LASTS_MS = 10 * 60_000;
const TIMEOUT_S = 10;
const OWNER = 'single-sign-on';

/** What the browser carries, sealed, from the start to the callback. */
type Journey = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  readonly startedAt: number;
};

/** Who somebody is to the identity provider. */
export type Identity = {
  /** Issuer and subject: what stays, whatever the address becomes. */
  readonly subject: string;
  /** Only one that the provider has verified. */
  readonly email: string | undefined;
  /** Whether the provider asked for a second factor. */
  readonly isStrong: boolean;
};

/**
 * Finds the identity provider's addresses and keys by its issuer, once; again after a failure.
 * @see OpenID Connect Discovery 1.0
 */
export function identityProvider(
  settings: SingleSignOn | undefined,
): () => Promise<oidc.Configuration | undefined> {
  let found: Promise<oidc.Configuration> | undefined;
  return () => {
    if (!settings) return Promise.resolve(undefined);
    const { issuer, clientId, clientSecret } = settings;
    const isLocal = issuer.startsWith('http://');
    found ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: TIMEOUT_S,
      // Tokens come over TLS and are signed nevertheless: a proxy in between changes nothing.
      execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
    });
    found.catch(() => {
      found = undefined;
    });
    return found;
  };
}

/** Where the browser goes to sign in, and what it brings back (code flow with PKCE, state and nonce). */
export async function beginJourney(
  provider: oidc.Configuration,
  { redirectUri, next, key, now }: { redirectUri: string; next: string; key: Buffer; now: Date },
): Promise<{ readonly url: string; readonly sealed: string }> {
  const journey: Journey = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    next,
    startedAt: now.getTime(),
  };
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
    state: journey.state,
    nonce: journey.nonce,
  });
  return { url: url.href, sealed: sealSecret(key, JSON.stringify(journey), OWNER) };
}

/** What {@link beginJourney} sealed; undefined where it is none of ours, or too old. */
export function journeyIn(sealed: string, key: Buffer, now: Date): Journey | undefined {
  try {
    const journey = JSON.parse(openSecret(key, sealed, OWNER)) as Journey;
    const age = now.getTime() - journey.startedAt;
    return age >= 0 && age <= SSO_LASTS_MS ? journey : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Who came back from the identity provider.
 * @throws whatever is wrong with the answer: state, nonce, signature, audience, time
 */
export async function identityOf(
  provider: oidc.Configuration,
  answer: URL,
  journey: Journey,
  { mfa }: SingleSignOn,
): Promise<Identity> {
  const tokens = await oidc.authorizationCodeGrant(provider, answer, {
    pkceCodeVerifier: journey.verifier,
    expectedState: journey.state,
    expectedNonce: journey.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('no ID token');
  const { iss, sub, email, email_verified: isVerified, amr } = claims;
  return {
    subject: `${iss} ${sub}`,
    email: isVerified === true && typeof email === 'string' ? email : undefined,
    isStrong: mfa === 'always' || hasSecondFactor(amr),
  };
}

/** RFC 8176: how somebody proved who they are. */
const SECOND_FACTORS: readonly string[] = ['mfa', 'otp', 'hwk'];
export const hasSecondFactor = (amr: unknown): boolean =>
  Array.isArray(amr) && amr.some((method) => SECOND_FACTORS.includes(String(method)));

/**
 * The account of an identity: the one that is bound to it, else that of its verified address, which is bound from now on. None
 * is ever made here.
 */
export async function accountOf(
  trx: Kysely<Tables>,
  { subject, email }: Identity,
): Promise<string | undefined> {
  const bound = await sql<{ readonly accountId: string }>`select account_id as "accountId" from account
    where oidc_subject = ${subject}`.execute(trx);
  if (bound.rows[0]) {
    const { rows } = await sql<{ readonly accountId: string }>`select account_id as "accountId" from account
      where oidc_subject = ${subject} and ended_at is null`.execute(trx);
    return rows[0]?.accountId;
  }
  if (email === undefined) return undefined;
  const { rows } = await sql<{ readonly accountId: string }>`update account set oidc_subject = ${subject}
    where email_key = ${emailKey(email)} and ended_at is null and oidc_subject is null
    returning account_id as "accountId"`.execute(trx);
  return rows[0]?.accountId;
}
