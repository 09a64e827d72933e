import { type Kysely, sql } from 'kysely';
import { hashOf } from '../accounts/secrets.ts';
import { issueFirstCredential } from '../accounts/site-credentials.ts';
import { redeemToken, withdrawTokens } from '../accounts/tokens.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { noteEvent } from './events.ts';
import { exchangeAddresses } from './exchange-addresses.ts';
import { theOne } from './registration-drafts.ts';

export type ShownCredentials = {
  readonly siteCode: string;
  readonly siteName: string;
  readonly username: string;
  readonly password: string;
  readonly expiresAt: string;
  readonly testingAddress: string;
  readonly productionAddress: string;
};

/**
 * Makes the credentials of the exchange and shows them, once: to the first of the contacts who opens the link of the
 * confirmation. Call it in a transaction.
 * @throws ApiError credentials-shown-already, link-used
 */
export async function showCredentials(
  trx: Kysely<Tables>,
  token: string,
  parts: Pick<PortalParts, 'publicUrl'>,
  now: Date,
): Promise<ShownCredentials> {
  // The organization first: the contacts may open their links at once, and each ends the other's.
  await sql`select 1 from organization o join one_time_token t on t.subject_id = o.organization_id
    where t.token_hash = ${hashOf(token)} for update of o`.execute(trx);
  const bearer = await redeemToken(trx, 'show-credentials', token, now);
  if (!bearer) throw new ApiError(410, await whyNot(trx, token));
  const { subjectId: organizationId, detail } = bearer;
  const { rows } = await sql<{ readonly code: string; readonly name: string }>`
    select code, name from organization where organization_id = ${organizationId}`.execute(trx);
  const { code, name } = theOne(rows);
  const shown = await issueFirstCredential(trx, { organizationId, code: code.toLowerCase() }, now);
  if (!shown) throw new ApiError(410, 'credentials-shown-already');
  await withdrawTokens(trx, 'show-credentials', organizationId, now);
  const { email = '' } = detail;
  await noteEvent(
    trx,
    {
      organizationId,
      kind: 'credentials-shown',
      actor: undefined,
      detail: { email, username: shown.username },
    },
    now,
  );
  return {
    siteCode: code,
    siteName: name,
    username: shown.username,
    password: shown.password,
    expiresAt: shown.expiresAt.toISOString(),
    ...exchangeAddresses(parts),
  };
}

/** Whoever holds a link that once was good may hear what became of it. */
async function whyNot(db: Kysely<Tables>, token: string): Promise<'credentials-shown-already' | 'link-used'> {
  const { rows } = await sql`
    select 1 from one_time_token t join credential c on c.organization_id = t.subject_id
    where t.token_hash = ${hashOf(token)} and t.purpose = 'show-credentials'`.execute(db);
  return rows.length > 0 ? 'credentials-shown-already' : 'link-used';
}
