import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { type ApiProblem, problem } from '../platform/api.ts';
import { uuidv7 } from '../platform/ids.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Nothing is sent during maintenance: a slip of the year would stop everything unseen. */
const LONGEST_MS = 31 * DAY_MS;
const FARTHEST_MS = 400 * DAY_MS;

export type Window = { readonly beginsAt: Date; readonly endsAt: Date; readonly note: string };

/** What is wrong with a window of maintenance; it may have begun already. */
export function windowProblems({ beginsAt, endsAt }: Window, now: Date): readonly ApiProblem[] {
  const length = endsAt.getTime() - beginsAt.getTime();
  if (length <= 0 || endsAt <= now) return [problem('endsAt', 'window-ends-too-early')];
  if (length > LONGEST_MS) return [problem('endsAt', 'window-too-long')];
  return beginsAt.getTime() - now.getTime() > FARTHEST_MS ? [problem('beginsAt', 'date-invalid')] : [];
}

export async function addWindow(
  db: Kysely<Tables>,
  endpointId: string,
  { beginsAt, endsAt, note }: Window,
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await sql`insert into outbound_maintenance (window_id, endpoint_id, begins_at, ends_at, note, made_by)
    values (${uuidv7(by.now.getTime())}, ${endpointId}, ${beginsAt}, ${endsAt}, ${note}, ${by.accountId})`.execute(
    db,
  );
}

/** Ends what has begun, and takes back what has not. False where there is none, or it is over. */
export async function endWindow(
  db: Kysely<Tables>,
  endpointId: string,
  windowId: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      delete from outbound_maintenance
      where endpoint_id = ${endpointId} and window_id = ${windowId} and begins_at >= ${now} returning 1),
    ended as (
      update outbound_maintenance set ends_at = ${now}
      where endpoint_id = ${endpointId} and window_id = ${windowId} and begins_at < ${now} and ends_at > ${now}
      returning 1)
    select 1 from gone union all select 1 from ended`.execute(db);
  return rows.length > 0;
}
