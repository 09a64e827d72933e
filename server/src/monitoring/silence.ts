import { type Kysely, sql } from 'kysely';
import { enqueueMail } from '../mail/outbox.ts';
import { type Clock, localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { plusDays } from './days.ts';
import { HABIT_DAYS, hasStopped } from './silence-decision.ts';
import { readersOf } from './silence-readers.ts';

const LOOK_MS = 60 * 60_000;

export type SilenceParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly jurisdiction: Pick<Jurisdiction, 'timeZone'>;
  readonly publicUrl: () => string;
};

/** A site that stops sending seldom knows it; it is told, and so is whoever sends for it. */
export function startSilenceAlerts(parts: SilenceParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  return repeat(
    LOOK_MS,
    () => noticeSilence(parts),
    (error) => parts.log.error({ err: error }, 'sites that have stopped sending could not be looked for'),
  );
}

type Sender = {
  readonly organizationId: string;
  readonly code: string;
  readonly name: string;
  readonly days: readonly string[];
  readonly lastAt: Date;
};

/** One look. Done again, by this node or another, it writes nothing new: a silence is one row, and its mails come with it. */
export async function noticeSilence(parts: SilenceParts): Promise<void> {
  const { kysely, clock, jurisdiction } = parts;
  const now = clock.now();
  await endSilences(kysely);
  const today = localDate(now, jurisdiction.timeZone);
  const silent = (await sendersOf(kysely, today)).filter(({ days }) => hasStopped(days, today));
  for (const sender of silent) {
    await kysely.transaction().execute((trx) => tellOf(trx, sender, parts.publicUrl(), now));
  }
}

/** Something came again. */
async function endSilences(db: Kysely<Tables>): Promise<void> {
  await sql`
    update silence s set ended_at = came.at
    from silence open cross join lateral (
      select min(at) as at from (
        select last_at as at from exchange_day
        where scope = open.organization_id and address = 'production' and kind = 'submission'
          and day >= (open.since - interval '2 days')::date and last_at > open.since
        union all
        select received_at from message_arrival
        where organization_id = open.organization_id and address = 'production' and kind = 'submission'
          and received_at > open.since) each) came
    where open.ended_at is null and came.at is not null
      and s.organization_id = open.organization_id and s.since = open.since`.execute(db);
}

/** Sites in production from which submissions came, but none today; of each the days that show its habit. */
async function sendersOf(db: Kysely<Tables>, today: string): Promise<readonly Sender[]> {
  const from = plusDays(today, -3 * HABIT_DAYS);
  const { rows } = await sql<Sender>`
    select o.organization_id as "organizationId", o.code, o.name, sent.days, sent.last_at as "lastAt"
    from organization o cross join lateral (
      select array_agg(distinct day::text) as days, max(last_at) as last_at, max(day) as last_day from (
        select day, last_at from exchange_day
        where scope = o.organization_id and day between ${from} and ${today}
          and address = 'production' and kind = 'submission'
        union all
        select day, received_at from message_arrival
        where organization_id = o.organization_id and day between ${from} and ${today}
          and address = 'production' and kind = 'submission') each) sent
    where o.kind = 'site' and o.stage = 'production' and sent.last_day < ${today}::date
      and not exists (select 1 from silence s where s.organization_id = o.organization_id and s.since >= sent.last_at)
    order by o.code_key`.execute(db);
  return rows;
}

async function tellOf(
  db: Kysely<Tables>,
  { organizationId, code, name, lastAt }: Sender,
  publicUrl: string,
  now: Date,
): Promise<void> {
  const { rows } = await sql`insert into silence (organization_id, since, noticed_at)
    values (${organizationId}, ${lastAt}, ${now}) on conflict do nothing returning 1`.execute(db);
  if (rows.length === 0) return;
  const facilities = await facilitiesOf(db, organizationId);
  const letter = {
    kind: 'site-silent',
    siteName: name,
    siteCode: code,
    since: lastAt,
    link: `${publicUrl}/exchange/messages?site=${encodeURIComponent(code)}`,
  } as const;
  for (const { email, language } of await readersOf(db, [organizationId, ...facilities])) {
    const dedupeKey = `site-silent:${organizationId}:${lastAt.toISOString()}:${email.toLowerCase()}`;
    await enqueueMail(db, { to: email, language, organizationId, dedupeKey, letter }, now);
  }
}

async function facilitiesOf(db: Kysely<Tables>, siteId: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    readonly id: string;
  }>`select sending_facility_id as id from sending_facility_client
    where site_id = ${siteId} and ended_at is null and confirmed_at is not null`.execute(db);
  return rows.map(({ id }) => id);
}
