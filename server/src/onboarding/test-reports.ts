import type { Finding } from '@cairn/guide';
import { type Kysely, sql } from 'kysely';
import type { TestedMessage } from '../mail/letters.ts';
import { enqueueMail } from '../mail/outbox.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { contactsOf } from './people.ts';
import { type Grouping, hourOf, type Unreported, whatToReport } from './what-to-report.ts';

export type ReportParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly publicUrl: () => string;
};

const LOOK_MS = 5_000;

/** A mail that lists more is not read; the portal has them all. */
const MOST_LISTED = 50;

/** Tells sites by mail what became of their test messages. */
export function startTestReports(parts: ReportParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  return repeat(
    LOOK_MS,
    () => reportTests(parts),
    (error) => parts.log.error({ err: error }, 'the reports on test messages could not be written'),
  );
}

/** For whom and by whom messages came that nobody has been told of. */
type Waiting = {
  readonly organizationId: string;
  readonly senderId: string;
  readonly code: string;
  readonly name: string;
  readonly grouping: Grouping;
};

/** One look: what is due now. Mails and the note that they were written are one transaction. */
export async function reportTests(parts: ReportParts): Promise<void> {
  // Where the Sending Facility wants its mail by the hour, so it gets that of its clients' messages.
  const { rows } = await sql<Waiting>`
    select o.organization_id as "organizationId", t.sender_id as "senderId", o.code, o.name,
      case when 'hour' in (o.mail_grouping, s.mail_grouping) then 'hour' else 'each' end as grouping
    from (select distinct organization_id, sender_id from test_submission where reported_at is null) t
    join organization o on o.organization_id = t.organization_id
    join organization s on s.organization_id = t.sender_id
    order by o.code_key`.execute(parts.kysely);
  for (const waiting of rows) {
    await parts.kysely.transaction().execute((trx) => reportOf(trx, waiting, parts));
  }
}

async function reportOf(db: Kysely<Tables>, waiting: Waiting, parts: ReportParts): Promise<void> {
  const now = parts.clock.now();
  if (!(await isAlone(db))) return;
  const pending = await unreported(db, waiting);
  const contacts = await readersOf(db, waiting);
  const sent = await sentSince(db, contacts, hourOf(now));
  for (const group of whatToReport(pending, waiting.grouping, sent, now)) {
    await writeReport(db, waiting, group, contacts, parts.publicUrl(), now);
  }
}

type Contact = Awaited<ReturnType<typeof contactsOf>>[number];

/** The contacts of the site and of the Sending Facility that sent for it, each person once. */
async function readersOf(
  db: Kysely<Tables>,
  { organizationId, senderId }: Waiting,
): Promise<readonly Contact[]> {
  const own = await contactsOf(db, organizationId);
  const senders = senderId === organizationId ? [] : await contactsOf(db, senderId);
  return [...new Map([...own, ...senders].map((contact) => [contact.email, contact])).values()];
}

/** Until the transaction ends no other node writes reports: none is written twice, and mails are counted right. */
async function isAlone(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ readonly taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('cairn.job.test-reports', 0)) as taken`.execute(db);
  return rows[0]?.taken === true;
}

async function unreported(
  db: Kysely<Tables>,
  { organizationId, senderId }: Waiting,
): Promise<readonly Unreported[]> {
  const { rows } = await sql<Unreported>`
    select message_id as "messageId", received_at as "receivedAt" from test_submission
    where reported_at is null and organization_id = ${organizationId} and sender_id = ${senderId}
    order by received_at, message_id`.execute(db);
  return rows;
}

/** How many such mails the contact had who had most. */
async function sentSince(db: Kysely<Tables>, contacts: readonly Contact[], since: Date): Promise<number> {
  const { rows } = await sql<{ readonly most: number }>`
    select coalesce(max(n), 0)::int as most from (
      select count(*) as n from mail where created_at >= ${since} and kind = 'test-report'
        and recipient = any(${contacts.map(({ email }) => email)}::text[])
      group by recipient) per_contact`.execute(db);
  return rows[0]?.most ?? 0;
}

async function writeReport(
  db: Kysely<Tables>,
  { organizationId, code, name }: Waiting,
  group: readonly Unreported[],
  contacts: readonly Contact[],
  publicUrl: string,
  now: Date,
): Promise<void> {
  const ids = group.map(({ messageId }) => messageId);
  const link = `${publicUrl}/sites/${code}/tests`;
  const tests = contacts.length === 0 ? [] : await testedMessages(db, ids, link);
  for (const { email, language } of contacts) {
    await enqueueMail(
      db,
      {
        to: email,
        language,
        letter: {
          kind: 'test-report',
          siteName: name,
          siteCode: code,
          tests,
          more: group.length - tests.length,
          link,
        },
        organizationId,
        dedupeKey: `test-report:${ids[0] ?? ''}:${email}`,
      },
      now,
    );
  }
  await sql`update test_submission set reported_at = ${now}
    where message_id = any(${ids}::uuid[]) and reported_at is null`.execute(db);
}

type Tested = Omit<TestedMessage, 'findings' | 'link'> & {
  readonly messageId: string;
  readonly findings: readonly Finding[];
};

/** What the ledger has of them, those with something to do first. Nothing of what the messages say of a patient. */
async function testedMessages(
  db: Kysely<Tables>,
  ids: readonly string[],
  link: string,
): Promise<readonly TestedMessage[]> {
  const { rows } = await sql<Tested>`
    select m.message_id as "messageId", m.received_at as at, m.message_type as type, m.control_id as "controlId",
      m.ack_code as "ackCode", m.outcome, m.findings
    from test_submission t join message m on m.month = t.month and m.message_id = t.message_id
    where t.message_id = any(${ids}::uuid[])
    order by m.outcome in ('accepted', 'answered'), m.received_at, m.message_id
    limit ${MOST_LISTED}`.execute(db);
  return rows.map(({ messageId, findings, ...test }) => ({
    ...test,
    findings: findings.map(({ severity, path, message, fix }) => ({
      severity,
      path: path ?? '',
      message,
      fix,
    })),
    link: `${link}/${messageId}`,
  }));
}
