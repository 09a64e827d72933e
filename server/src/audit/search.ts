import { type Kysely, type RawBuilder, sql } from 'kysely';
import { monthOf } from '../platform/database/migrate.ts';
import type { Tables } from '../platform/database/tables.ts';
import { actionsOf, type Category, categoryOf } from './actions.ts';
import type { EventView, Search } from './schema.ts';

type Row = {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly accountName: string | null;
  readonly email: string | null;
  readonly staffName: string | null;
  readonly username: string | null;
  readonly organization: EventView['about'];
  readonly about: EventView['about'];
  readonly messageId: string | null;
  readonly personIds: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
};

/**
 * Events of a period, the newest first.
 * @param timeZone in which the days of the period are days
 */
export async function findEvents(
  kysely: Kysely<Tables>,
  search: Search,
  timeZone: string,
  most: number,
): Promise<readonly EventView[]> {
  const { from, to, email, organization, category, personId, messageId, after } = search;
  const conditions = [
    sql`e.at >= ${from}::date::timestamp at time zone ${timeZone}`,
    sql`e.at < (${to}::date + 1)::timestamp at time zone ${timeZone}`,
    // Months are those of UTC: at the ends of a period the neighbours belong to it.
    sql`e.month between date_trunc('month', ${from}::date - 1)::date and date_trunc('month', ${to}::date + 1)::date`,
    ...(email ? [sql`a.email ilike ${likeness(email)}`] : []),
    ...(organization
      ? [sql`(upper(o.code) = upper(${organization}) or upper(r.code) = upper(${organization}))`]
      : []),
    ...(category ? [ofCategory(category)] : []),
    ...(personId ? [sql`e.person_ids @> ${[personId]}::uuid[]`] : []),
    ...(messageId ? [sql`e.message_id = ${messageId}`] : []),
    ...(after ? [sql`(e.month, e.event_id) < (${monthOf(timeOf(after))}::date, ${after}::uuid)`] : []),
  ];
  return select(
    kysely,
    sql`where ${sql.join(conditions, sql` and `)}
    order by e.month desc, e.event_id desc limit ${most}`,
  );
}

/** Some views of a period, each as likely as any other: what is looked at when nobody has complained. */
export function sampleViews(
  kysely: Kysely<Tables>,
  { from, until }: { readonly from: Date; readonly until: Date },
  most: number,
): Promise<readonly EventView[]> {
  return select(
    kysely,
    sql`where e.at >= ${from} and e.at < ${until} and ${ofCategory('view')}
    and e.account_id is not null and cardinality(e.person_ids) > 0 order by random() limit ${most}`,
  );
}

async function select(kysely: Kysely<Tables>, which: RawBuilder<unknown>): Promise<readonly EventView[]> {
  const { rows } = await sql<Row>`
    select e.event_id as id, e.at, e.action, a.name as "accountName", a.email, s.name as "staffName", c.username,
      case when o.code is not null then jsonb_build_object('code', o.code, 'name', o.name) end as organization,
      case when r.code is not null and r.code is distinct from o.code
        then jsonb_build_object('code', r.code, 'name', r.name) end as about,
      e.message_id as "messageId", e.person_ids::text[] as "personIds", e.detail
    from audit_event e
      left join account a on a.account_id = e.account_id
      left join staff s on s.staff_id = e.staff_id
      left join credential c on c.credential_id = e.credential_id
      left join organization o on o.organization_id = e.organization_id
      left join organization r on r.organization_id = e.responsible_id
    ${which}`.execute(kysely);
  return rows.map(viewOf);
}

function viewOf(row: Row): EventView {
  const { id, at, action, organization, about, messageId, personIds, detail } = row;
  return {
    id,
    at: at.toISOString(),
    action,
    category: categoryOf(action),
    who: whoOf(row),
    organization,
    about,
    messageId,
    personIds,
    detail: Object.entries(detail).map(([name, value]) => ({
      name,
      value: textOf(value),
    })),
  };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function whoOf({ accountName, email, staffName, username, organization }: Row): EventView['who'] {
  if (accountName !== null) return { kind: 'account', name: accountName, email };
  if (staffName !== null) return { kind: 'token', name: staffName, email: null };
  const program = username ?? organization?.name;
  return program === undefined
    ? { kind: 'nobody', name: '', email: null }
    : { kind: 'program', name: program, email: null };
}

function ofCategory(category: Category): RawBuilder<unknown> {
  const { actions, isNoneOf } = actionsOf(category);
  return isNoneOf ? sql`e.action <> all(${actions}::text[])` : sql`e.action = any(${actions}::text[])`;
}

/** A part of the address is enough; signs that mean something in a pattern mean themselves. */
const likeness = (typed: string): string => `%${typed.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

const LAST_TIME = Date.UTC(9999, 11);

/** When an id was made (UUID version 7: the first 48 bits are milliseconds); one that no clock made is of the last month there is. */
const timeOf = (uuid: string): Date =>
  new Date(Math.min(LAST_TIME, Number.parseInt(uuid.replace('-', '').slice(0, 12), 16)));
