import { type Kysely, sql } from 'kysely';
import { writeAudit } from '../audit/write.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import { emailKey } from './accounts.ts';
import { type Attempts, isLast } from './attempts.ts';

/** Mails the owner that somebody tries passwords or codes; once a day, however often it happens. */
export async function tellOfAttempts(
  db: Kysely<Tables>,
  accountId: string,
  count: number,
  { now, jurisdiction }: { readonly now: Date; readonly jurisdiction: { readonly timeZone: string } },
): Promise<void> {
  const { rows } = await sql<{
    readonly email: string;
    readonly name: string;
    readonly language: 'en' | 'es';
  }>`select email, name, language from account where account_id = ${accountId} and ended_at is null`.execute(
    db,
  );
  const [account] = rows;
  if (!account) return;
  const { email, name, language } = account;
  const dedupeKey = `sign-in-attempts ${accountId} ${localDate(now, jurisdiction.timeZone)}`;
  const letter = { kind: 'sign-in-attempts', name, count, at: now } as const;
  await enqueueMail(db, { to: email, language, letter, dedupeKey }, now);
}

/** Writes down that nobody was let in: for which account, where there is one, and never what was typed. */
export async function refusedSignIn(
  email: string,
  { attempts }: { readonly attempts: Attempts },
  { database: { kysely }, jurisdiction }: Pick<PortalParts, 'database' | 'jurisdiction'>,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ readonly accountId: string }>`select account_id as "accountId" from account
    where email_key = ${emailKey(email)} and ended_at is null`.execute(kysely);
  const accountId = rows[0]?.accountId;
  await writeAudit(kysely, { accountId }, { action: 'sign-in-refused' }, now);
  if (accountId === undefined || !attempts.begin(`password ${accountId}`, now)) return;
  const count = attempts.count(`password ${accountId}`, now);
  if (isLast(count)) await tellOfAttempts(kysely, accountId, count, { now, jurisdiction });
}
