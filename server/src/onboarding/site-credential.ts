import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import {
  credentialState,
  issueFirstCredential,
  revokeCredential,
  rotateCredential,
  setCertificate,
  type ShownCredential,
} from '../accounts/site-credentials.ts';
import { withdrawTokens } from '../accounts/tokens.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { Asking } from './asking.ts';
import { noteEvent } from './events.ts';
import { exchangeAddresses } from './exchange-addresses.ts';
import { siteLink, writeToContacts } from './people.ts';
import type { credentialsAnswer } from './registration-schema.ts';
import { holdSite } from './site-queries.ts';
import type { credentialAnswer } from './site-schema.ts';

/** What there is to see of the credentials; nothing where a site has none of its own. */
export async function credential(
  db: Kysely<Tables>,
  { site }: Pick<Asking, 'site'>,
  parts: Pick<PortalParts, 'publicUrl'>,
): Promise<z.output<typeof credentialAnswer>> {
  const state = await credentialState(db, site.organizationId);
  const iso = (at: Date | undefined): string | null => at?.toISOString() ?? null;
  return {
    username: state?.username ?? null,
    issuedAt: iso(state?.createdAt),
    rotatedAt: iso(state?.rotatedAt),
    expiresAt: iso(state?.expiresAt),
    revokedAt: iso(state?.revokedAt),
    previousUntil: iso(state?.previousUntil),
    certificateFingerprint: state?.certificateFingerprint ?? null,
    ...exchangeAddresses(parts),
  };
}

/**
 * A new password. Where nobody has picked up the first one, and the links that would have shown it may be used up, these are
 * the first credentials.
 * @throws ApiError no-credentials where the site's Sending Facility has them
 */
export async function rotate(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  overlapDays: number,
  parts: PortalParts,
): Promise<z.output<typeof credentialsAnswer>> {
  const now = parts.clock.now();
  const { organizationId, code: siteCode, name: siteName } = site;
  await holdSite(trx, organizationId);
  const answer = ({ username, password, expiresAt }: ShownCredential) => ({
    siteCode,
    siteName,
    username,
    password,
    expiresAt: expiresAt.toISOString(),
    ...exchangeAddresses(parts),
  });
  const rotated = await rotateCredential(trx, organizationId, overlapDays, now);
  if (rotated) {
    const { username, previousUntil } = rotated;
    const detail = { username, overlapDays };
    await noteEvent(trx, { organizationId, kind: 'credentials-rotated', actor: who, detail }, now);
    const link = siteLink(parts, site, '/credential');
    const letter = { kind: 'credential-rotated', siteName, username, previousUntil, link } as const;
    await writeToContacts(trx, organizationId, letter, now);
    return answer(rotated);
  }
  const first =
    (await hasItsOwn(trx, organizationId)) &&
    (await issueFirstCredential(trx, { organizationId, code: siteCode }, now));
  if (!first) throw new ApiError(409, 'no-credentials');
  await withdrawTokens(trx, 'show-credentials', organizationId, now);
  const detail = { username: first.username };
  await noteEvent(trx, { organizationId, kind: 'credentials-shown', actor: who, detail }, now);
  return answer(first);
}

/** Of type 2 nobody but the Sending Facility sends. */
async function hasItsOwn(trx: Kysely<Tables>, organizationId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from organization
    where organization_id = ${organizationId} and site_type is distinct from 2`.execute(trx);
  return rows.length > 0;
}

/** Ends the credentials at once; that they have ended is told once. */
export async function revoke(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  reason: string,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const { organizationId, name: siteName } = site;
  await holdSite(trx, organizationId);
  const state = await credentialState(trx, organizationId);
  if (!state) throw new ApiError(409, 'no-credentials');
  if (state.revokedAt !== undefined) return;
  const { username } = state;
  await revokeCredential(trx, organizationId, now);
  const detail = { username, reason };
  await noteEvent(trx, { organizationId, kind: 'credentials-revoked', actor: who, detail }, now);
  const link = siteLink(parts, site, '/credential');
  await writeToContacts(trx, organizationId, { kind: 'credential-revoked', siteName, username, link }, now);
}

export async function requireCertificate(
  trx: Kysely<Tables>,
  { site: { organizationId }, who }: Asking,
  fingerprint: string | null,
  now: Date,
): Promise<void> {
  if (!(await credentialState(trx, organizationId))) throw new ApiError(409, 'no-credentials');
  await setCertificate(trx, organizationId, fingerprint);
  const detail = { fingerprint: fingerprint ?? '' };
  await noteEvent(trx, { organizationId, kind: 'certificate-set', actor: who, detail }, now);
}
