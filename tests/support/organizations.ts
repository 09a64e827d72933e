/** Organizations of a test's own, with a login. */
import { issueCredential, registerOrganization } from '@cairn/server';
import type { TestCairn } from './cairn.ts';
import type { Sending } from './messages.ts';

/** A direct site in production, or in another stage; it may query unless told. */
export async function registerSite(
  { cairn }: TestCairn,
  code: string,
  options: {
    readonly stage?: 'testing' | 'real-data' | 'production' | 'suspended';
    readonly mayQuery?: boolean;
    readonly parentId?: string;
  } = {},
): Promise<Sending & { readonly organizationId: string }> {
  const db = cairn.database.kysely;
  const at = new Date('2025-01-02T12:00:00Z');
  const organizationId = await registerOrganization(
    db,
    { code, name: `Fictional site ${code}`, kind: 'site', stage: 'production', mayQuery: true, ...options },
    at,
  );
  const login = { username: code.toLowerCase(), password: `password of ${code}`, facilityID: code };
  await issueCredential(db, { organizationId, ...login }, at);
  return { sender: code, site: code, login, organizationId };
}
