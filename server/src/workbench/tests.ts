import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Finding } from '@cairn/guide';
import type { z } from 'zod';
import type { SignedIn } from '../accounts/sessions.ts';
import type { SiteInView } from '../accounts/sites.ts';
import { writeAudit } from '../audit/write.ts';
import type { Comparison } from '../exchange/comparison.ts';
import { guideOn } from '../exchange/guide.ts';
import type { Outcome } from '../exchange/ledger.ts';
import { type Asking, isMember, isStaff } from '../onboarding/asking.ts';
import type { testsAnswer, testsQuery } from '../onboarding/site-schema.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { testAnswer } from './schema.ts';
import { type MessageView, viewOf } from './view.ts';

export type TestView = z.output<typeof testAnswer>;
type Asked = z.output<typeof testsQuery>;
type TestRow = z.output<typeof testsAnswer>['tests'][number];

const PAGE = 50;

/** More rows than anyone reads in a sheet. */
const SHEET = 10_000;

/** One page of a site's tests, the newest first; ids of messages go by time. */
export async function testsOf(
  kysely: Kysely<Tables>,
  asking: Asking,
  { before, outcome }: Asked,
): Promise<z.output<typeof testsAnswer>> {
  const rows = await selectTests(kysely, asking, { before, outcome, limit: PAGE + 1 });
  return { tests: rows.slice(0, PAGE), more: rows.length > PAGE };
}

/** The newest tests of a site, as the rows of a sheet with its headings. */
export async function testSheet(
  kysely: Kysely<Tables>,
  asking: Asking,
): Promise<readonly (readonly string[])[]> {
  const rows = await selectTests(kysely, asking, { outcome: 'all', limit: SHEET });
  return [
    ['id', 'received', 'site', 'stage', 'type', 'control id', 'ack', 'outcome', 'cases', 'findings'],
    ...rows.map((row) => [
      row.id,
      row.at,
      row.site,
      row.stage,
      row.type,
      row.controlId,
      row.ackCode,
      row.outcome,
      row.cases.join(' '),
      String(row.findings),
    ]),
  ];
}

type Selected = Omit<TestRow, 'at'> & { readonly at: Date };

async function selectTests(
  kysely: Kysely<Tables>,
  { site, who }: Asking,
  asked: { readonly before?: string | undefined; readonly outcome: Asked['outcome']; readonly limit: number },
): Promise<TestRow[]> {
  const page = (whose: RawBuilder<unknown>): RawBuilder<Selected> => sql<Selected>`
    (select t.message_id as id, t.received_at as at, t.stage, m.message_type as type, m.control_id as "controlId",
       m.ack_code as "ackCode", m.outcome, t.cases, jsonb_array_length(m.findings) as findings, o.code as site
     from test_submission t
     join message m on m.month = t.month and m.message_id = t.message_id
     join organization o on o.organization_id = t.organization_id
     where ${whose} and ${outcomeIs(asked.outcome)}
       and (${asked.before ?? null}::uuid is null or t.message_id < ${asked.before ?? null}::uuid)
     order by t.message_id desc limit ${asked.limit})`;
  const own = page(ofSite(site, who));
  // A Sending Facility sees what it sent for its clients; each half is read from an index of its own.
  const sent = page(
    sql`t.sender_id = ${site.organizationId} and t.organization_id <> ${site.organizationId}`,
  );
  const whole = site.kind === 'sending-facility' ? sql<Selected>`${own} union all ${sent}` : own;
  const { rows } =
    await sql<Selected>`select * from (${whole}) tests order by id desc limit ${asked.limit}`.execute(kysely);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/**
 * Messages for a site. Its people and the registry's see them all; a Sending Facility sees of its client's what it sent itself,
 * not what the site or another facility sent (45 CFR 164.502(b), minimum necessary).
 */
const ofSite = (site: SiteInView, { accountId }: SignedIn): RawBuilder<unknown> =>
  isMember(site) || isStaff(site)
    ? sql`t.organization_id = ${site.organizationId}`
    : sql`t.organization_id = ${site.organizationId} and t.sender_id in (
        select a.organization_id from account_site a where a.account_id = ${accountId} and a.ended_at is null and a.role <> 'user')`;

function outcomeIs(outcome: Asked['outcome']): RawBuilder<unknown> {
  switch (outcome) {
    case 'all':
      return sql`true`;
    case 'accepted':
      return sql`m.outcome in ('accepted', 'answered') and m.ack_code = 'AA'`;
    case 'with-findings':
      return sql`m.outcome in ('accepted', 'partly-accepted', 'answered') and m.ack_code <> 'AA'`;
    case 'refused':
      return sql`m.outcome in ('refused', 'fault')`;
  }
}

type Stored = {
  readonly id: string;
  readonly at: Date;
  readonly stage: TestView['stage'];
  readonly cases: readonly string[];
  readonly comparison: Comparison | null;
  readonly organizationId: string;
  readonly type: string;
  readonly controlId: string;
  readonly outcome: Outcome;
  readonly ackCode: MessageView['ackCode'];
  readonly raw: Buffer;
  readonly answer: string;
  readonly findings: readonly Finding[];
};

/**
 * One test as it was judged then: findings and answer are those that were stored. Undefined where it is none of the site's.
 * Whoever looks at a message of a real patient is written down (45 CFR 164.312(b)).
 */
export async function testOf(
  kysely: Kysely<Tables>,
  id: string,
  site: SiteInView,
  by: { readonly who: SignedIn; readonly now: Date; readonly jurisdiction: Jurisdiction },
): Promise<TestView | undefined> {
  const row = await selectTest(
    kysely,
    id,
    sql`(${ofSite(site, by.who)})
      or (${site.kind} = 'sending-facility' and t.sender_id = ${site.organizationId})`,
  );
  if (!row) return undefined;
  if (row.stage === 'real-data') await noteView(kysely, row, site, by);
  return testView(row, by.jurisdiction);
}

/** A test that has just been submitted, for whoever submitted it. */
export async function submittedTest(
  kysely: Kysely<Tables>,
  id: string,
  jurisdiction: Jurisdiction,
): Promise<TestView | undefined> {
  const row = await selectTest(kysely, id, sql`true`);
  return row && testView(row, jurisdiction);
}

async function selectTest(
  kysely: Kysely<Tables>,
  id: string,
  isVisible: RawBuilder<unknown>,
): Promise<Stored | undefined> {
  const { rows } = await sql<Stored>`
    select t.message_id as id, t.received_at as at, t.stage, t.cases, t.comparison,
      t.organization_id as "organizationId", m.message_type as type, m.control_id as "controlId", m.outcome,
      m.ack_code as "ackCode", m.raw, m.answer, m.findings
    from test_submission t join message m on m.month = t.month and m.message_id = t.message_id
    where t.message_id = ${id} and (${isVisible})`.execute(kysely);
  return rows[0];
}

function testView(row: Stored, jurisdiction: Jurisdiction): TestView {
  const guide = guideOn(jurisdiction, localDate(row.at, jurisdiction.timeZone));
  const { id, at, stage, comparison } = row;
  return {
    ...viewOf({ ...row, raw: row.raw.toString('utf8') }, guide),
    id,
    at: at.toISOString(),
    stage,
    comparison: comparison && { ...comparison, completeness: [...comparison.completeness] },
  };
}

async function noteView(
  kysely: Kysely<Tables>,
  { id, organizationId }: Stored,
  site: SiteInView,
  { who, now }: { readonly who: SignedIn; readonly now: Date },
): Promise<void> {
  await writeAudit(
    kysely,
    { accountId: who.accountId, organizationId: site.organizationId },
    { action: 'message-view', messageId: id, aboutId: organizationId },
    now,
  );
}
