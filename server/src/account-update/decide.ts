import { type Kysely, sql } from 'kysely';
import { accountFor, addToSite, emailKey } from '../accounts/accounts.ts';
import { passwordLink } from '../accounts/password-link.ts';
import type { UserRole } from '../accounts/roles.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { withdrawTokens } from '../accounts/tokens.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { coursesFor } from '../training/states.ts';

/** Like any invitation, answered within a week; a forgotten password is set anew from the sign-in. */
const INVITATION_LASTS_MS = 7 * 24 * 60 * 60_000;

type Staff = Pick<SignedIn, 'accountId' | 'email'>;

export type Decided = {
  readonly requestId: string;
  readonly organizationId: string;
  readonly kind: 'add' | 'change' | 'end';
  readonly userRole: UserRole | null;
  readonly isLocalAdministrator: boolean;
};

type Held = Omit<Decided, 'requestId'> & {
  readonly siteName: string;
  readonly email: string;
  readonly key: string;
  readonly name: string;
  readonly state: string;
  readonly askedBy: string;
  readonly askerEmail: string;
  readonly askerName: string;
  readonly askerLanguage: 'en' | 'es';
};

/** Of two who decide at once the second hears that it is decided. @throws ApiError not-found, changed-meanwhile, second-person, own-rights */
async function hold(trx: Kysely<Tables>, staff: Staff, requestId: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select r.organization_id as "organizationId", o.name as "siteName", r.kind, r.email, r.email_key as key, r.name,
      r.user_role as "userRole", r.is_local_administrator as "isLocalAdministrator", r.state, r.asked_by as "askedBy",
      a.email as "askerEmail", a.name as "askerName", a.language as "askerLanguage"
    from account_request r join organization o using (organization_id) join account a on a.account_id = r.asked_by
    where r.request_id = ${requestId} for update of r`.execute(trx);
  const [held] = rows;
  if (!held) throw new ApiError(404, 'not-found');
  if (held.state !== 'waiting') throw new ApiError(409, 'changed-meanwhile');
  if (held.askedBy === staff.accountId) throw new ApiError(409, 'second-person');
  if (held.key === emailKey(staff.email)) throw new ApiError(409, 'own-rights');
  return held;
}

/**
 * Gives the person the rights that were asked for, and writes to them and to whoever asked. Call it in a transaction.
 * @throws ApiError as {@link hold}; person-gone: the access that was to be changed has ended
 */
export async function approve(
  trx: Kysely<Tables>,
  staff: Staff,
  requestId: string,
  parts: PortalParts,
): Promise<Decided> {
  const now = parts.clock.now();
  const held = await hold(trx, staff, requestId);
  const { organizationId, kind, userRole, isLocalAdministrator } = held;
  const account = await accountFor(trx, { ...held, language: held.askerLanguage }, now);
  if (kind === 'add') {
    const member = { accountId: account.accountId, organizationId, role: 'user', name: held.name } as const;
    await addToSite(trx, member, now);
  }
  const given = await sql`update account_site
    set user_role = ${userRole}, is_local_administrator = ${isLocalAdministrator}
    where account_id = ${account.accountId} and organization_id = ${organizationId} and ended_at is null
    returning account_id`.execute(trx);
  if (given.rows.length === 0) throw new ApiError(409, 'person-gone');
  await close(trx, requestId, 'approved', staff, undefined, now);
  await writeToPerson(trx, account, held, parts, now);
  await writeToAsker(trx, held, undefined, parts, now);
  return { requestId, organizationId, kind, userRole, isLocalAdministrator };
}

/** @throws ApiError as {@link hold} */
export async function refuse(
  trx: Kysely<Tables>,
  staff: Staff,
  requestId: string,
  reason: string,
  parts: PortalParts,
): Promise<Decided> {
  const now = parts.clock.now();
  const held = await hold(trx, staff, requestId);
  await close(trx, requestId, 'refused', staff, reason, now);
  await writeToAsker(trx, held, reason, parts, now);
  const { organizationId, kind, userRole, isLocalAdministrator } = held;
  return { requestId, organizationId, kind, userRole, isLocalAdministrator };
}

async function close(
  trx: Kysely<Tables>,
  requestId: string,
  state: 'approved' | 'refused',
  { accountId }: Staff,
  reason: string | undefined,
  now: Date,
): Promise<void> {
  await sql`update account_request set state = ${state}, decided_by = ${accountId}, decided_at = ${now},
    reason = ${reason ?? null} where request_id = ${requestId}`.execute(trx);
}

/** What they may do from now on, how they come in, and whether they have to learn something first. */
async function writeToPerson(
  trx: Kysely<Tables>,
  account: Awaited<ReturnType<typeof accountFor>>,
  { organizationId, siteName, userRole, isLocalAdministrator }: Held,
  parts: PortalParts,
  now: Date,
): Promise<void> {
  const { accountId, name, language, email: to, hasPassword } = account;
  const publicUrl = parts.publicUrl();
  const needsTraining = coursesFor(parts.jurisdiction.courses, userRole).length > 0;
  if (!hasPassword) await withdrawTokens(trx, 'set-password', accountId, now);
  const first = hasPassword
    ? undefined
    : await passwordLink(trx, accountId, { lastsMs: INVITATION_LASTS_MS, publicUrl }, now);
  const letter = {
    kind: 'account-approved',
    name,
    siteName,
    userRole: userRole ?? undefined,
    isLocalAdministrator,
    needsTraining,
    link: first?.link ?? `${publicUrl}/${needsTraining ? 'training' : 'sign-in'}`,
    expiresAt: first?.expiresAt,
  } as const;
  await enqueueMail(trx, { to, language, letter, organizationId }, now);
}

async function writeToAsker(
  trx: Kysely<Tables>,
  { organizationId, siteName, askerEmail: to, askerName: name, askerLanguage: language, name: person }: Held,
  reason: string | undefined,
  parts: PortalParts,
  now: Date,
): Promise<void> {
  const letter = {
    kind: 'account-decided',
    name,
    siteName,
    person,
    reason,
    link: `${parts.publicUrl()}/account-update`,
  } as const;
  await enqueueMail(trx, { to, language, letter, organizationId }, now);
}
