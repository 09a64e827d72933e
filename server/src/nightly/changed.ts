import type { Client } from 'pg';
import { monthOf } from '../platform/database/migrate.ts';

/** Clocks of several nodes differ, and a message is in the ledger only when it is committed. */
const OVERLAP_MS = 60 * 60_000;

/**
 * Gathers the persons of whom something was reported since then (`nightly_seen`), and among them, by birth date, those of
 * whom something new was said or decided: their likeness to others may have changed (`nightly_changed`). Both are tables
 * of this connection alone. The ledger tells, since its key is the time; an index on a person's last change would cost
 * every message.
 */
export async function gatherChanged(client: Client, since: Date): Promise<void> {
  const from = new Date(since.getTime() - OVERLAP_MS);
  await client.query('drop table if exists pg_temp.nightly_seen, pg_temp.nightly_changed');
  await client.query('create temporary table nightly_seen (person_id uuid primary key)');
  await client.query(
    `insert into nightly_seen
     select distinct person_id from message
     where month >= $1::date and message_id >= $2 and person_id is not null and outcome in ('accepted', 'partly-accepted')
     on conflict do nothing`,
    [monthOf(from), firstIdAt(from)],
  );
  await client.query(
    'create temporary table nightly_changed (birth_date date, person_id uuid, primary key (birth_date, person_id))',
  );
  await client.query(
    `insert into nightly_changed
     select p.birth_date, p.person_id from (
       select person_id from nightly_seen s
         where exists (select from person_source c where c.person_id = s.person_id and c.received_at >= $1)
       union select from_person from person_link where at >= $1
       union select to_person from person_link where at >= $1
       union select person_a from person_constraint where at >= $1
       union select person_b from person_constraint where at >= $1
       union select person_a from review_task where decided_at >= $1
       union select person_b from review_task where decided_at >= $1
     ) c (person_id) join person p using (person_id)
     where p.status = 'active' and not p.sealed`,
    [from],
  );
  await client.query('analyze nightly_seen, nightly_changed');
}

/** The first UUIDv7 of that millisecond. */
function firstIdAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
