import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { Asking } from './asking.ts';
import { noteEvent } from './events.ts';
import { siteLink, writeToContacts } from './people.ts';
import { dropProposal, moveTo } from './promotion.ts';
import { holdSite } from './site-queries.ts';
import type { sendBackBody } from './site-schema.ts';

/**
 * Sends a step back with reasons that the site reads; it is open again until a newer test message is accepted. A site that
 * tests with real patients can be sent back to testing. What was proposed on what is sent back is off.
 * @throws ApiError not-at-this-step
 */
export async function sendBack(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  { step, reasons }: z.output<typeof sendBackBody>,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const { organizationId, name: siteName } = site;
  const stage = await holdSite(trx, organizationId);
  if (step === 'bidx') await requireBidxTesting(trx, organizationId);
  else if (stage !== step && !(stage === 'real-data' && step === 'testing')) {
    throw new ApiError(409, 'not-at-this-step');
  } else if (stage !== step) await moveTo(trx, organizationId, 'real-data', 'testing');
  const track = step === 'bidx' ? 'bidx' : 'production';
  await dropProposal(trx, { organizationId, who, track }, now);
  const detail = { step, reasons };
  await noteEvent(trx, { organizationId, kind: 'sent-back', actor: who, detail }, now);
  const link = siteLink(parts, site, step === 'bidx' ? '/bidx' : '');
  await writeToContacts(trx, organizationId, { kind: 'sent-back', siteName, step, reasons, link }, now);
}

async function requireBidxTesting(trx: Kysely<Tables>, organizationId: string): Promise<void> {
  const { rows } = await sql`select 1 from bidx
    where organization_id = ${organizationId} and state = 'testing'`.execute(trx);
  if (rows.length === 0) throw new ApiError(409, 'not-at-this-step');
}

/** From now on the site's messages are refused. What was proposed for it is off. */
export async function suspend(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  reason: string,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const { organizationId, name: siteName } = site;
  const { rows } = await sql`update organization set suspended_from = stage, stage = 'suspended'
    where organization_id = ${organizationId} and stage <> 'suspended' returning 1`.execute(trx);
  if (rows.length === 0) throw new ApiError(409, 'changed-meanwhile');
  await dropProposal(trx, { organizationId, who, track: 'production' }, now);
  await dropProposal(trx, { organizationId, who, track: 'bidx' }, now);
  await noteEvent(trx, { organizationId, kind: 'suspended', actor: who, detail: { reason } }, now);
  const letter = { kind: 'suspended', siteName, reason, link: siteLink(parts, site) } as const;
  await writeToContacts(trx, organizationId, letter, now);
}

/** The site is again where it was; one that an operator suspended shows its messages again first. */
export async function lift(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  reason: string,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const { organizationId, name: siteName } = site;
  const { rows } = await sql`update organization
    set stage = coalesce(suspended_from, 'testing'), suspended_from = null
    where organization_id = ${organizationId} and stage = 'suspended' returning 1`.execute(trx);
  if (rows.length === 0) throw new ApiError(409, 'changed-meanwhile');
  await noteEvent(trx, { organizationId, kind: 'suspension-lifted', actor: who, detail: { reason } }, now);
  const letter = { kind: 'suspension-lifted', siteName, link: siteLink(parts, site) } as const;
  await writeToContacts(trx, organizationId, letter, now);
}
