import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { OtherRegistry } from './phases.ts';
import type { endpointAnswer, overviewAnswer } from './schema.ts';

type Shown = z.output<typeof overviewAnswer>['registries'][number];
type Endpoint = z.output<typeof endpointAnswer>;

type Row = {
  readonly id: string;
  readonly isEnabled: boolean;
  readonly failures: number | null;
  readonly closedUntil: Date | null;
  readonly reason: string | null;
  readonly failedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly healthy: boolean | null;
  readonly checkedAt: Date | null;
  readonly maintenanceUntil: Date | null;
  readonly isSetUp: boolean;
  readonly counts: Shown['counts'];
  readonly oldestAt: Date | null;
};

/** How the connections stand: of all registries, or of one. One statement, by the indexes of what is not done. */
export async function standing(
  db: Kysely<Tables>,
  registries: readonly OtherRegistry[],
  now: Date,
): Promise<readonly Shown[]> {
  const { rows } = await sql<Row>`
    select asked.id, e.endpoint_id is not null as "isSetUp", coalesce(e.is_enabled, false) as "isEnabled",
      s.failures, s.closed_until as "closedUntil", s.reason, s.failed_at as "failedAt",
      s.answered_at as "answeredAt", s.healthy, s.checked_at as "checkedAt",
      (select max(ends_at) from outbound_maintenance w
        where w.endpoint_id = asked.id and w.begins_at <= ${now} and w.ends_at > ${now}) as "maintenanceUntil",
      jsonb_build_object('waiting', open.waiting, 'unknown', open.unknown,
        'refused', work.refused, 'undeliverable', work.undeliverable) as counts,
      open."oldestAt"
    from unnest(${registries.map(({ id }) => id)}::text[]) asked (id)
    left join outbound_endpoint e on e.endpoint_id = asked.id
    left join outbound_state s on s.endpoint_id = asked.id
    cross join lateral (
      select count(*) filter (where state <> 'unknown')::int as waiting,
        count(*) filter (where state = 'unknown')::int as unknown, min(created_at) as "oldestAt"
      from outbound_copy where endpoint_id = asked.id and state in ('waiting', 'sending', 'unknown')) open
    cross join lateral (
      select count(*) filter (where state = 'refused')::int as refused,
        count(*) filter (where state = 'undeliverable')::int as undeliverable
      from outbound_copy where endpoint_id = asked.id and state in ('refused', 'undeliverable')) work`.execute(
    db,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return registries.map((registry) => shown(registry, byId.get(registry.id), now));
}

const NOTHING = { waiting: 0, unknown: 0, refused: 0, undeliverable: 0 } as const;
const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

function shown(registry: OtherRegistry, row: Row | undefined, now: Date): Shown {
  const closedUntil = row?.closedUntil ?? null;
  return {
    ...registry,
    isSetUp: row?.isSetUp ?? false,
    isEnabled: row?.isEnabled ?? false,
    healthy: row?.healthy ?? null,
    checkedAt: iso(row?.checkedAt),
    answeredAt: iso(row?.answeredAt),
    failedAt: iso(row?.failedAt),
    circuit:
      closedUntil !== null && closedUntil > now
        ? { closedUntil: closedUntil.toISOString(), failures: row?.failures ?? 0, fault: row?.reason ?? '' }
        : null,
    maintenanceUntil: iso(row?.maintenanceUntil),
    counts: row?.counts ?? NOTHING,
    oldestAt: iso(row?.oldestAt),
  };
}

type SettingsRow = {
  readonly settings: NonNullable<Endpoint['settings']>;
  readonly updatedAt: Date;
};

/** How an endpoint is set up, without its password. */
export async function settingsOf(db: Kysely<Tables>, id: string): Promise<SettingsRow | undefined> {
  const { rows } = await sql<SettingsRow>`
    select jsonb_build_object('url', url, 'soapVersion', soap_version, 'username', username,
        'facilityId', facility_id, 'sendingFacility', sending_facility,
        'receivingApplication', receiving_application, 'receivingFacility', receiving_facility,
        'lanes', lanes, 'timeoutSeconds', round(timeout_ms / 1000.0)::int, 'isEnabled', is_enabled) as settings,
      updated_at as "updatedAt"
    from outbound_endpoint where endpoint_id = ${id}`.execute(db);
  return rows[0];
}

/** Maintenance that is now or comes. */
export async function maintenanceOf(
  db: Kysely<Tables>,
  id: string,
  now: Date,
): Promise<Endpoint['maintenance']> {
  const { rows } = await sql<{
    readonly id: string;
    readonly beginsAt: Date;
    readonly endsAt: Date;
    readonly note: string;
  }>`
    select window_id as id, begins_at as "beginsAt", ends_at as "endsAt", note
    from outbound_maintenance where endpoint_id = ${id} and ends_at > ${now}
    order by begins_at, window_id`.execute(db);
  return rows.map(({ beginsAt, endsAt, ...row }) => ({
    ...row,
    beginsAt: beginsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isNow: beginsAt <= now,
  }));
}

const BACKFILLS_SHOWN = 10;

/** What was sent again on demand, the latest first. */
export async function backfillsOf(
  db: Kysely<Tables>,
  id: string,
  dayOf: (at: Date) => string,
): Promise<Endpoint['backfills']> {
  const { rows } = await sql<{
    readonly id: string;
    readonly since: Date;
    readonly until: Date;
    readonly state: Endpoint['backfills'][number]['state'];
    readonly queued: number;
    readonly madeAt: Date;
    readonly endedAt: Date | null;
  }>`
    select backfill_id as id, since, until, state, queued, made_at as "madeAt", ended_at as "endedAt"
    from outbound_backfill where endpoint_id = ${id}
    order by made_at desc, backfill_id desc limit ${BACKFILLS_SHOWN}`.execute(db);
  return rows.map(({ since, until, madeAt, endedAt, ...row }) => ({
    ...row,
    from: dayOf(since),
    // It ends where the day after begins.
    to: dayOf(new Date(until.getTime() - 1)),
    madeAt: madeAt.toISOString(),
    endedAt: iso(endedAt),
  }));
}

/** Whether a period is being sent again; one at a time keeps what is sent in its order. Holds the endpoint until the end of the transaction. */
export async function isBackfilling(db: Kysely<Tables>, id: string): Promise<'not-set-up' | 'busy' | 'free'> {
  const { rows: held } = await sql`
    select 1 from outbound_endpoint where endpoint_id = ${id} for update`.execute(db);
  if (held.length === 0) return 'not-set-up';
  const { rows } = await sql`select 1 from outbound_backfill
    where endpoint_id = ${id} and state in ('waiting', 'running') limit 1`.execute(db);
  return rows.length > 0 ? 'busy' : 'free';
}
