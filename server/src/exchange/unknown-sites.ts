import type { Pool } from 'pg';
import type { Holder } from '../accounts/queries.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { KnownOrganization } from '../registry/organization-queries.ts';
import { codeKey } from '../registry/organizations.ts';
import { claimsOf } from './identify.ts';
import type { Intake } from './intake.ts';

/** What an id of a site may look like: what comes in that place and does not is no id. */
const SITE_ID = /^[A-Z0-9][A-Z0-9 -]{1,39}$/i;

/** In a regional registry: the site for which the central one sends, where it is not known here yet. */
export function unknownSite(
  { parsed }: Intake,
  holder: Holder,
  known: readonly KnownOrganization[],
): string | undefined {
  if (!holder.sendsForAll || !parsed.ok) return undefined;
  const { responsible, sender } = claimsOf(parsed.message);
  const codes = responsible.length > 0 ? responsible : [sender];
  if (codes.some((code) => known.some((organization) => organization.codeKey === codeKey(code)))) {
    return undefined;
  }
  return codes.find((code) => SITE_ID.test(code));
}

/** One that another message has brought meanwhile is left as it is. */
export async function registerSite(pool: Pool, code: string, now: Date): Promise<void> {
  await pool.query(
    `insert into organization (organization_id, code, code_key, name, kind, stage, may_query, created_at)
     values ($1, $2, $3, $2, 'site', 'production', true, $4) on conflict (code_key) do nothing`,
    [uuidv7(now.getTime()), code, codeKey(code), now],
  );
}
