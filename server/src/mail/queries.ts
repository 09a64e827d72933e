import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

export type MailState = 'waiting' | 'sent' | 'dead';

export type MailRow = {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly nextAt: Date;
  readonly sentAt: Date | null;
  readonly lastError: string | null;
};

/** What a page lists; older mail is found by the site or in the database. */
const MOST_LISTED = 200;

const COLUMNS = sql`mail_id as id, kind, recipient, subject, state, attempts, created_at as "createdAt",
  next_at as "nextAt", sent_at as "sentAt", last_error as "lastError"`;

/** The latest first. */
export async function listMail(db: Kysely<Tables>, state: MailState | 'all'): Promise<readonly MailRow[]> {
  const { rows } = await sql<MailRow>`select ${COLUMNS} from mail
    where ${state} = 'all' or state = ${state}
    order by created_at desc, mail_id desc limit ${MOST_LISTED}`.execute(db);
  return rows;
}

export async function readMail(
  db: Kysely<Tables>,
  mailId: string,
): Promise<(MailRow & { readonly text: string; readonly html: string }) | undefined> {
  const { rows } = await sql<MailRow & { readonly text: string; readonly html: string }>`
    select ${COLUMNS}, text, html from mail where mail_id = ${mailId}`.execute(db);
  return rows[0];
}

/**
 * A dead letter is due again, and has all its attempts before it.
 * @returns whether it was one
 */
export async function reviveMail(db: Kysely<Tables>, mailId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update mail set state = 'waiting', attempts = 0, next_at = ${now}
    where mail_id = ${mailId} and state = 'dead' returning mail_id`.execute(db);
  return rows.length > 0;
}
