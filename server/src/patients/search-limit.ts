import { type Kysely, sql } from 'kysely';
import type { SignedIn } from '../accounts/sessions.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { localDate } from '../platform/clock.ts';
import { ApiError } from '../platform/api.ts';
import { monthOf } from '../platform/database/migrate.ts';
import type { Tables } from '../platform/database/tables.ts';
import { KeyedQueue } from '../platform/queue.ts';
import type { PortalParts } from '../portal-parts.ts';

/** More than anybody looks for in an hour's work with patients. */
export const SEARCHES_AN_HOUR = 120;
const HOUR_MS = 60 * 60_000;
/** Whoever adds a patient is shown those like it. */
const SEARCHES = ['patient-search', 'patients-alike'];

/** An account's searches come one after the other: many at once are as many as they are. */
const underWay = new KeyedQueue();

/**
 * Does what shows an account who there is, unless it has looked for too many.
 * @param search writes the audit, by which is counted
 * @throws ApiError 429 `search-limit`
 */
export const withinSearchLimit = <T>(
  parts: PortalParts,
  who: SignedIn,
  now: Date,
  search: () => Promise<T>,
): Promise<T> =>
  underWay.run([who.accountId], async () => {
    await limitSearches(parts, who, now);
    return search();
  });

/**
 * Lets a search through, or refuses it and tells the administrators once a day. Counted is what the audit holds, so that all
 * servers of an installation count together.
 * @throws ApiError 429 `search-limit`
 */
async function limitSearches(
  { database: { kysely }, jurisdiction, publicUrl }: PortalParts,
  { accountId, name, email, acting }: SignedIn,
  now: Date,
): Promise<void> {
  const count = await actionsSince(kysely, accountId, SEARCHES, new Date(now.getTime() - HOUR_MS), now);
  if (count < SEARCHES_AN_HOUR) return;
  const today = localDate(now, jurisdiction.timeZone);
  for (const administrator of await administrators(kysely)) {
    await enqueueMail(
      kysely,
      {
        to: administrator.email,
        language: administrator.language,
        letter: {
          kind: 'unusual-searching',
          name,
          email,
          organization: acting ? `${acting.name} (${acting.code})` : '',
          count,
          link: `${publicUrl()}/staff/audit`,
        },
        dedupeKey: `unusual-searching ${accountId} ${today} ${administrator.accountId}`,
      },
      now,
    );
  }
  throw new ApiError(429, 'search-limit');
}

/** How often the audit says that the account did one of these since then. */
export async function actionsSince(
  db: Kysely<Tables>,
  accountId: string,
  actions: readonly string[],
  since: Date,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count from audit_event
    where account_id = ${accountId} and at > ${since} and action = any(${actions}::text[])
      and month in (${monthOf(since)}, ${monthOf(now)})`.execute(db);
  return rows[0]?.count ?? 0;
}

export type Administrator = {
  readonly accountId: string;
  readonly email: string;
  readonly language: 'en' | 'es';
};

export async function administrators(db: Kysely<Tables>): Promise<readonly Administrator[]> {
  const { rows } = await sql<Administrator>`select account_id as "accountId", email, language from account
    where staff_role = 'administrator' and ended_at is null order by account_id`.execute(db);
  return rows;
}
