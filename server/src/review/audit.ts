import type { PoolClient } from 'pg';
import { monthOf } from '../platform/database/migrate.ts';
import type { Action } from './policy.ts';
import type { Acting } from './acting.ts';

/** Who saw, or changed, whose record. The detail holds ids and words of this program, never what is known of a person. */
export async function writeAudit(
  db: PoolClient,
  { staff, at, newId }: Acting,
  event: {
    readonly action: Action;
    readonly personIds: readonly string[];
    readonly detail: Readonly<Record<string, string | number | boolean | undefined>>;
  },
): Promise<void> {
  await db.query(
    `insert into audit_event (month, event_id, at, action, staff_id, person_ids, detail)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      monthOf(at),
      newId(),
      at,
      event.action,
      staff.staffId,
      [...new Set(event.personIds)],
      JSON.stringify(event.detail),
    ],
  );
}
