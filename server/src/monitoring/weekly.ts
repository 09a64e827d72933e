import { type Kysely, sql } from 'kysely';
import type { ExchangeWeek } from '../mail/letters.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { type Clock, hl7Timestamp, localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { countsOf, type DayCount, type Days, findingsOf } from './counts.ts';
import { before, plusDays } from './days.ts';
import { wordsOf } from './finding-words.ts';
import { measuredOf } from './quality-counts.ts';
import { scoreOf } from './quality.ts';
import type { Scope } from './scopes.ts';
import { weekdayOf } from './silence-holidays.ts';
import { readersOf } from './silence-readers.ts';

const LOOK_MS = 15 * 60_000;
const MONDAY = 1;
const FROM_HOUR = 7;
const TRAFFIC_DAYS = 28;
const TOP_FINDINGS = 3;

export type WeeklyParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly jurisdiction: Pick<Jurisdiction, 'timeZone'>;
  readonly publicUrl: () => string;
};

/** On Mondays those who watch a site's exchange get its week by mail: what came, what to correct. */
export function startWeeklyReports(parts: WeeklyParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  return repeat(
    LOOK_MS,
    () => reportWeek(parts),
    (error) => parts.log.error({ err: error }, 'the weekly reports could not be written'),
  );
}

/** The week to report now, Monday to Sunday; undefined on other days than Monday, and before people are at work. */
export function weekDue(now: Date, timeZone: string): Days | undefined {
  const today = localDate(now, timeZone);
  const hour = Number(hl7Timestamp(now, timeZone).slice(8, 10));
  if (weekdayOf(today) !== MONDAY || hour < FROM_HOUR) return undefined;
  return { from: plusDays(today, -7), to: plusDays(today, -1) };
}

/** One look. Done again, by this node or another, it writes nothing new: a mail is one of its week, site and person. */
export async function reportWeek({ kysely, clock, jurisdiction, publicUrl }: WeeklyParts): Promise<void> {
  const now = clock.now();
  const week = weekDue(now, jurisdiction.timeZone);
  if (!week) return;
  for (const site of await sitesWithTraffic(kysely, week)) {
    const readers = await readersOf(kysely, [site.organizationId], ['data-exchange-contact']);
    const mails = readers.map(({ email, language }) => ({
      to: email,
      language,
      dedupeKey: `exchange-week:${week.from}:${site.organizationId}:${email.toLowerCase()}`,
    }));
    const written = await writtenOf(
      kysely,
      mails.map(({ dedupeKey }) => dedupeKey),
    );
    const missing = mails.filter(({ dedupeKey }) => !written.has(dedupeKey));
    if (missing.length === 0) continue;
    const letter = await weekOf(kysely, site, week, publicUrl());
    for (const mail of missing) {
      await enqueueMail(kysely, { ...mail, organizationId: site.organizationId, letter }, now);
    }
  }
}

type Site = {
  readonly organizationId: string;
  readonly code: string;
  readonly name: string;
  readonly silentSince: Date | null;
};

async function sitesWithTraffic(db: Kysely<Tables>, { to }: Days): Promise<readonly Site[]> {
  const from = plusDays(to, 1 - TRAFFIC_DAYS);
  const { rows } = await sql<Site>`
    select o.organization_id as "organizationId", o.code, o.name,
      (select max(since) from silence s where s.organization_id = o.organization_id and s.ended_at is null) as "silentSince"
    from organization o
    where o.stage = 'production' and (
      exists (select 1 from exchange_day d where d.scope = o.organization_id and d.day between ${from} and ${to}
        and d.address = 'production')
      or exists (select 1 from message_arrival a where o.organization_id in (a.organization_id, a.sender_id)
        and a.day between ${from} and ${to} and a.address = 'production'))
    order by o.code_key`.execute(db);
  return rows;
}

async function writtenOf(db: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly key: string }>`select dedupe_key as key from mail
    where dedupe_key = any(${keys}::text[])`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

async function weekOf(
  db: Kysely<Tables>,
  { organizationId, code, name, silentSince }: Site,
  week: Days,
  publicUrl: string,
): Promise<ExchangeWeek> {
  const scope: Scope = { kind: 'organization', organizationId };
  const counts = await countsOf(db, scope, week, 'production');
  const found = await findingsOf(db, scope, week, before(week), 'production');
  const { score } = scoreOf(await measuredOf(db, scope, week));
  return {
    kind: 'exchange-week',
    siteName: name,
    siteCode: code,
    week: { from: noonOf(week.from), to: noonOf(week.to) },
    counts: totalsOf(counts),
    findings: found
      .filter(({ severity }) => severity !== 'I')
      .slice(0, TOP_FINDINGS)
      .map(({ code: finding, messages }) => ({ messages, ...wordsOf(finding) })),
    score,
    silentSince: silentSince ?? undefined,
    link: `${publicUrl}/exchange?site=${encodeURIComponent(code)}`,
  };
}

/** Within that civil day in every zone of the country. */
const noonOf = (day: string): Date => new Date(`${day}T20:00:00Z`);

/** How many messages ended how, over all the days. */
export function totalsOf(counts: readonly Pick<DayCount, 'outcome' | 'messages'>[]): ExchangeWeek['counts'] {
  const of = (...outcomes: readonly DayCount['outcome'][]): number =>
    counts
      .filter(({ outcome }) => outcomes.includes(outcome))
      .reduce((sum, { messages }) => sum + messages, 0);
  return {
    accepted: of('accepted'),
    partlyAccepted: of('partly-accepted'),
    refused: of('refused', 'fault'),
    answered: of('answered'),
    forwarded: of('forwarded'),
  };
}
