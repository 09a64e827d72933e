import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

export type Reader = {
  readonly organizationId: string;
  readonly email: string;
  readonly language: 'en' | 'es';
};

const WATCHING_ROLES = ['power', 'dx-qa'];
const CONTACTS = ['site-contact', 'data-exchange-contact'];

/**
 * Those to whom an organization's exchange matters: who watches it, and the contacts of the given roles. A person is there once
 * for each organization.
 */
export async function readersOf(
  db: Kysely<Tables>,
  organizationIds: readonly string[],
  contacts: readonly string[] = CONTACTS,
): Promise<readonly Reader[]> {
  const { rows } = await sql<Reader>`
    select s.organization_id as "organizationId", a.email, a.language
    from account_site s join account a using (account_id)
    where s.organization_id = any(${organizationIds}::uuid[]) and s.ended_at is null and a.ended_at is null
      and (s.user_role = any(${WATCHING_ROLES}::text[]) or s.role = any(${contacts}::text[]))
    order by s.organization_id, a.email_key`.execute(db);
  return rows;
}
