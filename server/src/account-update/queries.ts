import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { SiteRole } from '../accounts/accounts.ts';
import type { Acting, UserRole } from '../accounts/roles.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { LEARNING, type Learning, standingIn } from '../training/queries.ts';
import { coursesFor, datesOf, worstOf } from '../training/states.ts';
import type { accountsAnswer, requestsAnswer, staffRequestsAnswer } from './schema.ts';

type Member = Learning & {
  readonly email: string;
  readonly name: string;
  readonly role: SiteRole;
  readonly userRole: UserRole | null;
  readonly isLocalAdministrator: boolean;
  readonly isMe: boolean;
  readonly hasSignedIn: boolean;
  readonly isWaiting: boolean;
};

/** The people of the organization, called as whoever added them wrote it, with what they may do and have learnt. */
export async function accountsOf(
  db: Kysely<Tables>,
  { accountId, acting }: { readonly accountId: string; readonly acting: Acting },
  { courses, timeline }: Jurisdiction,
  today: string,
): Promise<z.output<typeof accountsAnswer>> {
  const { organizationId, code, name, kind, region = null } = acting;
  const { rows } = await sql<Member>`
    select a.email_key as email, coalesce(s.name, case when s.role in ('site-contact', 'data-exchange-contact') then a.name end, a.email_key) as name,
      s.role, s.user_role as "userRole", s.is_local_administrator as "isLocalAdministrator",
      a.account_id = ${accountId} as "isMe", s.signed_in_at is not null as "hasSignedIn",
      exists (select 1 from account_request r where r.organization_id = s.organization_id
        and r.email_key = a.email_key and r.state = 'waiting') as "isWaiting", ${LEARNING}
    from account_site s join account a using (account_id)
    where s.organization_id = ${organizationId} and s.ended_at is null and a.ended_at is null
    order by lower(coalesce(s.name, a.name)), a.email_key`.execute(db);
  const people = rows.map(({ enrolled, completions, ...member }) => {
    const standings = coursesFor(courses, member.userRole).map((course) =>
      standingIn({ enrolled, completions }, course, today),
    );
    const worst = worstOf(standings);
    const training = worst ? { state: worst.state, expiresOn: worst.expiresOn ?? null } : null;
    return { ...member, training };
  });
  const dates = datesOf({ kind, region }, timeline);
  return {
    organization: {
      code,
      name,
      kind,
      goLive: dates?.goLive ?? null,
      trainingFrom: dates?.trainingFrom ?? null,
      isLive: dates === undefined || dates.goLive <= today,
    },
    people,
  };
}

const PAGE = 30;

type RequestRow = Omit<z.output<typeof requestsAnswer>['requests'][number], 'askedAt' | 'decidedAt'> & {
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
};

const COLUMNS = sql`r.request_id as id, r.kind, r.email, r.name, r.user_role as "userRole",
  r.is_local_administrator as "isLocalAdministrator", r.note, r.state, asker.name as "askedBy", r.asked_at as "askedAt",
  decider.name as "decidedBy", r.decided_at as "decidedAt", r.reason`;
const PEOPLE = sql`join account asker on asker.account_id = r.asked_by
  left join account decider on decider.account_id = r.decided_by`;

/** Where a page goes on: what waits comes first, then the latest; ids have the time in them. */
type After = string | undefined;
const afterOf = (after: After) => {
  if (after === undefined) return sql`true`;
  return sql`(r.state = 'waiting', r.request_id) < (${after.startsWith('w')}, ${after.slice(2)}::uuid)`;
};

function pageOf<Row extends RequestRow>(rows: readonly Row[]) {
  const shown = rows.slice(0, PAGE).map((row) => ({
    ...row,
    askedAt: row.askedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
  const last = shown.at(-1);
  const next = rows.length > PAGE && last ? `${last.state === 'waiting' ? 'w' : 'd'}.${last.id}` : null;
  return { requests: shown, next };
}

/** All that was ever asked for the organization: what waits first, then the latest. */
export async function requestsOf(
  db: Kysely<Tables>,
  organizationId: string,
  after: After,
): Promise<z.output<typeof requestsAnswer>> {
  const { rows } = await sql<RequestRow>`
    select ${COLUMNS} from account_request r ${PEOPLE}
    where r.organization_id = ${organizationId} and ${afterOf(after)}
    order by (r.state = 'waiting') desc, r.request_id desc limit ${PAGE + 1}`.execute(db);
  return pageOf(rows);
}

type StaffRow = RequestRow &
  Pick<z.output<typeof staffRequestsAnswer>['requests'][number], 'organization' | 'now' | 'isMine'>;

/** The requests of all organizations in a state. Those that wait come in the order in which they were asked. */
export async function staffRequests(
  db: Kysely<Tables>,
  { state, after }: { readonly state: string; readonly after?: string | undefined },
  staff: { readonly accountId: string; readonly email: string },
): Promise<z.output<typeof staffRequestsAnswer>> {
  const isQueue = state === 'waiting';
  const from = isQueue && after !== undefined ? sql`r.request_id > ${after.slice(2)}::uuid` : afterOf(after);
  const order = isQueue ? sql`r.request_id` : sql`(r.state = 'waiting') desc, r.request_id desc`;
  const { rows } = await sql<StaffRow>`
    select ${COLUMNS}, jsonb_build_object('code', o.code, 'name', o.name) as organization,
      r.asked_by = ${staff.accountId} or r.email_key = lower(${staff.email}) as "isMine",
      (select jsonb_build_object('userRole', s.user_role, 'isLocalAdministrator', s.is_local_administrator)
       from account_site s join account a using (account_id)
       where s.organization_id = r.organization_id and a.email_key = r.email_key and s.ended_at is null
         and (s.user_role is not null or s.is_local_administrator)) as now
    from account_request r join organization o using (organization_id) ${PEOPLE}
    where (${state} = 'all' or r.state = ${state}) and ${from}
    order by ${order} limit ${PAGE + 1}`.execute(db);
  const counted = await sql<{ readonly count: number }>`
    select count(*)::int as count from account_request where state = 'waiting'`.execute(db);
  return { waiting: counted.rows[0]?.count ?? 0, ...pageOf(rows) };
}
