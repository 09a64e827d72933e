import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

/** The moments of times as people in that zone write them (`2026-11-23T10:30`), by PostgreSQL's calendar of zones. */
export async function momentsOf(
  db: Kysely<Tables>,
  local: readonly string[],
  timeZone: string,
): Promise<readonly Date[]> {
  const { rows } = await sql<{ readonly at: Date }>`
    select said.at::timestamp at time zone ${timeZone} as at
    from unnest(${local}::text[]) with ordinality said (at, no) order by no`.execute(db);
  return rows.map(({ at }) => at);
}
