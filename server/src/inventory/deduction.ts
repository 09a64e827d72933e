import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { SiteInView } from '../accounts/sites.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Letter } from '../mail/letters.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { noonOf } from '../mail/words-en-people.ts';
import { plusDays } from '../monitoring/days.ts';
import { noteEvent } from '../onboarding/events.ts';
import { contactsOf } from '../onboarding/people.ts';
import { ApiError, problem } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { Keeper } from './acting.ts';
import type { deductionBody } from './schema.ts';

/** Whether a site's stock is deducted by messages. */
export type Deduction = { readonly from: string | null; readonly askedAt: string | null };

/** Deduction begins with a count; one that is older than that says little of what is there. */
const MOST_DAYS_BACK = 31;
/** In demo mode the sample message is to be deducted, which is as old as it is. */
const MOST_DAYS_BACK_IN_DEMO = 3660;
const MOST_DAYS_AHEAD = 366;

/** Whether deduction may begin on that day. */
export function mayBeginOn(
  day: string,
  { today, demo }: { readonly today: string; readonly demo: boolean },
): boolean {
  const back = demo ? MOST_DAYS_BACK_IN_DEMO : MOST_DAYS_BACK;
  return day >= plusDays(today, -back) && day <= plusDays(today, MOST_DAYS_AHEAD);
}

export async function deductionOf(db: Kysely<Tables>, organizationId: string): Promise<Deduction> {
  const { from, askedAt } = await read(db, organizationId, sql``);
  return { from, askedAt: askedAt?.toISOString() ?? null };
}

async function read(
  db: Kysely<Tables>,
  organizationId: string,
  lock: ReturnType<typeof sql>,
): Promise<{ readonly from: string | null; readonly askedAt: Date | null }> {
  const { rows } = await sql<{ readonly from: string | null; readonly askedAt: Date | null }>`
    select decrement_from::text as "from", decrement_asked_at as "askedAt" from organization
    where organization_id = ${organizationId} ${lock}`.execute(db);
  if (!rows[0]) throw new Error('the organization is gone');
  return rows[0];
}

/**
 * The site asks that doses be deducted by its messages. Asking twice changes nothing.
 * @throws ApiError deduction-is-on
 */
export async function askForDeduction(trx: Kysely<Tables>, keeper: Keeper, now: Date): Promise<void> {
  const { organizationId } = keeper;
  const { from, askedAt } = await read(trx, organizationId, sql`for update`);
  if (from !== null) throw new ApiError(409, 'deduction-is-on');
  if (askedAt !== null) return;
  await sql`update organization set decrement_asked_at = ${now} where organization_id = ${organizationId}`.execute(
    trx,
  );
  await noteEvent(trx, { organizationId, kind: 'deduction-asked', actor: keeper }, now);
}

/**
 * Turns deduction on from a day, moves that day, turns it off, or declines it. It is turned on only where the site asked for it.
 * Its contacts and those who keep its stock are written to.
 * @throws ApiError request-invalid: a day too far away, or no reason; deduction-not-asked
 */
export async function setDeduction(
  trx: Kysely<Tables>,
  { site, who }: { readonly site: SiteInView; readonly who: SignedIn },
  { from, reason }: z.output<typeof deductionBody>,
  parts: Pick<PortalParts, 'clock' | 'jurisdiction' | 'publicUrl' | 'demo'>,
): Promise<void> {
  const now = parts.clock.now();
  const today = localDate(now, parts.jurisdiction.timeZone);
  const { organizationId, name: siteName, code: siteCode } = site;
  const before = await read(trx, organizationId, sql`for update`);
  if (from === before.from && before.askedAt === null) return;
  if (from === null && reason === '') {
    throw new ApiError(400, 'request-invalid', [problem('reason', 'required')]);
  }
  if (from !== null) {
    if (!mayBeginOn(from, { today, demo: parts.demo }))
      throw new ApiError(400, 'request-invalid', [problem('from', 'deduction-day')]);
    if (before.from === null && before.askedAt === null) throw new ApiError(409, 'deduction-not-asked');
  }
  await sql`update organization set decrement_from = ${from}, decrement_asked_at = null
    where organization_id = ${organizationId}`.execute(trx);
  const state = from !== null ? 'on' : before.from === null ? 'declined' : 'off';
  const detail = { ...(from === null ? {} : { from }), ...(from === null ? { reason } : {}) };
  await noteEvent(trx, { organizationId, kind: `deduction-${state}`, actor: who, detail }, now);
  const letter: Letter = {
    kind: 'deduction-changed',
    siteName,
    siteCode,
    state,
    from: from === null ? undefined : noonOf(from),
    reason: from === null ? reason : '',
    link: `${parts.publicUrl()}/inventory`,
  };
  for (const { email: to, language } of await toWhom(trx, organizationId)) {
    await enqueueMail(trx, { to, language, letter, organizationId }, now);
  }
}

type Recipient = { readonly accountId: string; readonly email: string; readonly language: 'en' | 'es' };

/** The contacts, and those who keep the stock; each once. */
async function toWhom(trx: Kysely<Tables>, organizationId: string): Promise<readonly Recipient[]> {
  const { rows } = await sql<Recipient>`
    select a.account_id as "accountId", a.email, a.language from account_site s join account a using (account_id)
    where s.organization_id = ${organizationId} and s.user_role = 'power' and s.ended_at is null and a.ended_at is null
    order by a.email_key`.execute(trx);
  const contacts = await contactsOf(trx, organizationId);
  const known = new Set(contacts.map(({ accountId }) => accountId));
  return [...contacts, ...rows.filter(({ accountId }) => !known.has(accountId))];
}
