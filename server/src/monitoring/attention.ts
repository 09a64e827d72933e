import { type Kysely, sql } from 'kysely';
import { holdUpOf, type Rules, type UserRole } from '../accounts/roles.ts';
import { troublesOf } from '../outbound/troubles.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { stockNeeds } from './attention-stock.ts';
import { lastDays, plusDays } from './days.ts';
import { type Measured, scoreOf } from './quality.ts';

export const ATTENTION_KINDS = [
  'other-registry',
  'silence',
  'refusals',
  'credential-ended',
  'new-error',
  'credential-ending',
  'quality-drop',
  'late',
  'lots-below-zero',
  'not-deducted',
  'lots-expiring',
  'untrained',
] as const;

/** Something at a site that somebody should look at; or at another registry, by its id. `count` of `of`, where it is about a share. */
export type Attention = {
  readonly kind: (typeof ATTENTION_KINDS)[number];
  readonly site: { readonly code: string; readonly name: string };
  /** Since when, or when it will be; a day or a moment. */
  readonly since: string | null;
  readonly count: number | null;
  readonly of: number | null;
  /** Of a finding. */
  readonly finding: string | null;
};

/** Below these a share says nothing: a site that sends little has a bad day by one message. */
const REFUSED_LEAST = 5;
const REFUSED_SHARE = 0.05;
const NEW_ERROR_LEAST = 3;
const QUALITY_LEAST = 20;
const QUALITY_DROP = 10;
const TIMELY_SHARE = 0.8;
const CREDENTIAL_DAYS = 60;
const DAY_MS = 24 * 60 * 60_000;
const MOST = 300;

type Asked = {
  readonly kysely: Kysely<Tables>;
  /** Undefined: all sites. */
  readonly organizationId: string | undefined;
  readonly now: Date;
  /** The civil day in the jurisdiction. */
  readonly today: string;
  readonly rules: Rules & Pick<Jurisdiction, 'regions' | 'partners'>;
  /** For who keeps the stock of the organization. */
  readonly withStock: boolean;
};

type Row = {
  readonly code: string;
  readonly name: string;
  readonly since: string | Date | null;
  readonly count: number;
  readonly of: number | null;
  readonly finding: string | null;
};

/** What needs attention at a site or, for staff, anywhere; the worst first. From what has been counted up to now. */
export async function attentionOf(asked: Asked): Promise<readonly Attention[]> {
  const found = await Promise.all([
    silences(asked),
    refusals(asked),
    newErrors(asked),
    credentials(asked),
    qualities(asked),
    untrained(asked),
    stock(asked),
    otherRegistries(asked),
  ]);
  return found
    .flat()
    .toSorted((a, b) => ATTENTION_KINDS.indexOf(a.kind) - ATTENTION_KINDS.indexOf(b.kind))
    .slice(0, MOST);
}

const attention =
  (kind: Attention['kind']) =>
  ({ code, name, since, count, of, finding }: Row): Attention => ({
    kind,
    site: { code, name },
    since: since instanceof Date ? since.toISOString() : since,
    count,
    of,
    finding,
  });

/** The organizations that are asked about; each is looked up by its own rows, never by all rows of a day. */
const organizations = ({ organizationId }: Asked) =>
  organizationId === undefined
    ? sql`(select organization_id, code, name from organization where stage <> 'suspended')`
    : sql`(select organization_id, code, name from organization where organization_id = ${organizationId})`;

async function silences(asked: Asked): Promise<readonly Attention[]> {
  const { rows } = await sql<Row>`
    select o.code, o.name, s.since, null as count, null as of, null as finding
    from ${organizations(asked)} o join silence s on s.organization_id = o.organization_id and s.ended_at is null
    order by s.since limit ${MOST}`.execute(asked.kysely);
  return rows.map(attention('silence'));
}

async function refusals(asked: Asked): Promise<readonly Attention[]> {
  const { from, to } = lastDays(asked.today, 7);
  const { rows } = await sql<Row>`
    select o.code, o.name, d.since, d.refused as count, d.messages as of, null as finding
    from ${organizations(asked)} o cross join lateral (
      select coalesce(sum(messages), 0)::int as messages,
        coalesce(sum(messages) filter (where outcome in ('refused', 'fault')), 0)::int as refused,
        min(day) filter (where outcome in ('refused', 'fault')) as since
      from exchange_day where scope = o.organization_id and day between ${from} and ${to}
        and address = 'production') d
    where d.refused >= ${REFUSED_LEAST} and d.refused > ${REFUSED_SHARE}::float8 * d.messages
    order by d.refused desc limit ${MOST}`.execute(asked.kysely);
  return rows.map(attention('refusals'));
}

/** Error codes of the last seven days that were not found in the month before, at a site that sent then. */
async function newErrors(asked: Asked): Promise<readonly Attention[]> {
  const { from, to } = lastDays(asked.today, 7);
  const earlier = plusDays(from, -30);
  const { rows } = await sql<Row>`
    select o.code, o.name, f.since, f.messages as count, null as of, f.code as finding
    from ${organizations(asked)} o cross join lateral (
      select substr(code, 3) as code, min(day) as since, sum(messages)::int as messages
      from finding_day where scope = o.organization_id and day between ${earlier} and ${to}
        and address = 'production' and code like 'E:%'
      group by code having min(day) >= ${from} and sum(messages) >= ${NEW_ERROR_LEAST}
      order by 3 desc limit 3) f
    where exists (select 1 from exchange_day where scope = o.organization_id and address = 'production'
      and day between ${earlier} and ${plusDays(from, -1)})
    order by f.messages desc limit ${MOST}`.execute(asked.kysely);
  return rows.map(attention('new-error'));
}

async function credentials(asked: Asked): Promise<readonly Attention[]> {
  const { rows } = await sql<Row>`
    select o.code, o.name, c.expires_at as since, null as count, null as of, null as finding
    from ${organizations(asked)} o join credential c using (organization_id)
    where c.revoked_at is null and c.expires_at <= ${new Date(asked.now.getTime() + CREDENTIAL_DAYS * DAY_MS)}
    order by c.expires_at limit ${MOST}`.execute(asked.kysely);
  return rows.map((row) =>
    attention(row.since instanceof Date && row.since <= asked.now ? 'credential-ended' : 'credential-ending')(
      row,
    ),
  );
}

type QualityRow = {
  readonly code: string;
  readonly name: string;
  /** Measure to [good, total], of the last 30 days and of the 30 before. */
  readonly now: Readonly<Record<string, readonly [number, number]>> | null;
  readonly before: Readonly<Record<string, readonly [number, number]>> | null;
};

async function qualities(asked: Asked): Promise<readonly Attention[]> {
  const { from, to } = lastDays(asked.today, 30);
  const earlier = plusDays(from, -30);
  const { rows } = await sql<QualityRow>`
    select o.code, o.name, q.now, q.before
    from ${organizations(asked)} o cross join lateral (
      select jsonb_object_agg(measure, jsonb_build_array(good, total)) filter (where is_now) as now,
        jsonb_object_agg(measure, jsonb_build_array(good, total)) filter (where not is_now) as before
      from (
        select measure, day >= ${from} as is_now, sum(good) as good, sum(total) as total
        from quality_day where scope = o.organization_id and day between ${earlier} and ${to}
        group by 1, 2) m) q
    where q.now is not null`.execute(asked.kysely);
  return rows.flatMap(({ code, name, now, before }): Attention[] => {
    const site = { site: { code, name }, since: from, finding: null };
    const [last, previous] = [measured(now), measured(before)];
    const [score, earlierScore] = [scoreOf(last).score, scoreOf(previous).score];
    const enough = [last, previous].every((each) => (each.get('message-clean')?.total ?? 0) >= QUALITY_LEAST);
    const timely = last.get('within-7') ?? { good: 0, total: 0 };
    return [
      ...(enough && score !== undefined && earlierScore !== undefined && earlierScore - score >= QUALITY_DROP
        ? [
            {
              ...site,
              kind: 'quality-drop' as const,
              count: Math.round(score),
              of: Math.round(earlierScore),
            },
          ]
        : []),
      ...(timely.total >= QUALITY_LEAST && timely.good < TIMELY_SHARE * timely.total
        ? [{ ...site, kind: 'late' as const, count: timely.total - timely.good, of: timely.total }]
        : []),
    ];
  });
}

/** Connections to other registries are staff's. */
async function otherRegistries({ kysely, organizationId, now, rules }: Asked): Promise<readonly Attention[]> {
  if (organizationId !== undefined) return [];
  const names = new Map([...rules.regions, ...rules.partners].map(({ id, name }) => [id, name]));
  return (await troublesOf(kysely, now)).map(({ endpointId, undelivered, since }) =>
    attention('other-registry')({
      code: endpointId,
      name: names.get(endpointId) ?? endpointId,
      since,
      count: undelivered,
      of: null,
      finding: null,
    }),
  );
}

function measured(of: QualityRow['now']): Measured {
  return new Map(
    Object.entries(of ?? {}).map(([measure, [good, total]]) => [measure, { good, total }] as const),
  );
}

async function stock({ kysely, organizationId, today, withStock }: Asked): Promise<readonly Attention[]> {
  if (organizationId === undefined || !withStock) return [];
  const needs = await stockNeeds(kysely, organizationId, today);
  return needs.map(({ kind, ...row }) => attention(kind)({ ...row, of: null, finding: null }));
}

/** People of one site who have a role and must learn something before it counts. */
async function untrained({ kysely, organizationId, today, rules }: Asked): Promise<readonly Attention[]> {
  if (organizationId === undefined) return [];
  const { rows } = await sql<{
    readonly code: string;
    readonly name: string;
    readonly kind: 'site' | 'sending-facility';
    readonly region: string | null;
    readonly userRole: UserRole;
    readonly completed: readonly string[];
  }>`
    select o.code, o.name, o.kind, o.region, a.user_role as "userRole",
      array(select course_id from training_completion c where c.account_id = a.account_id and c.withdrawn_at is null
        and (c.expires_on is null or c.expires_on > ${today}::date)) as completed
    from account_site a join organization o using (organization_id)
    where a.organization_id = ${organizationId} and a.ended_at is null and a.user_role is not null`.execute(
    kysely,
  );
  const held = rows.filter(
    ({ kind, region, userRole, completed }) =>
      holdUpOf(
        { kind, region: region ?? undefined, isSuspended: false, userRole },
        completed,
        today,
        rules,
      ) === 'training-needed',
  );
  const [first] = held;
  if (!first) return [];
  return [
    attention('untrained')({
      code: first.code,
      name: first.name,
      since: null,
      count: held.length,
      of: rows.length,
      finding: null,
    }),
  ];
}
