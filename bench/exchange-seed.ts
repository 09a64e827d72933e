import type { Pool } from 'pg';
import { dayOf } from '../cli/src/simulate/days.ts';
import { fill } from './matching-load.ts';
import { People, personIdOf } from './matching-persons.ts';

/**
 * Born when those of `vxu` are, and named as Californians are: as many of the persons stored share a name or a birth date
 * with the one a message is about as in a registry of that size and its births.
 */
export const people = new People({ seed: 1, today: dayOf(2022, 12, 6), density: 1800 });

/**
 * Fills the registry up to that many persons: names, birth dates, charts and keys as a population has them, and a source
 * and three doses each, copied from those that a message left.
 * @param pool of an embedded database, into which a message has been taken
 */
export async function seedPersons(pool: Pool, from: number, to: number): Promise<void> {
  if (to <= from) return;
  const { rows } = await pool.query<{ person_id: string; demographics: string }>(
    'select person_id, demographics::text as demographics from person order by created_at desc limit 1',
  );
  const [template] = rows;
  if (!template) throw new Error('no message has left a person yet');
  await fill(pool, people, from, to, template.demographics);
  const values = [personIdOf(from), personIdOf(to), template.person_id];
  await pool.query(
    `insert into person_source (person_id, source_id, organization_id, sender_id, id_key, identifiers, protection,
       demographics, content_hash, person_version, message_id, received_at, said_at)
     select p.person_id, gen_random_uuid(), organization_id, sender_id, gen_random_uuid(), identifiers, protection,
       s.demographics, content_hash, person_version, message_id, received_at, said_at
     from person p, (select * from person_source where person_id = $3 limit 1) s
     where p.person_id >= $1 and p.person_id < $2`,
    values,
  );
  await pool.query(
    `insert into dose_report (person_id, report_id, organization_id, sender_id, filler_id, dose_key, action,
       administered_on, vaccine_codes, completion, segments, content_hash, person_version, message_id, received_at,
       id_key, said_at)
     select p.person_id, gen_random_uuid(), organization_id, sender_id, filler_id, dose_key, action,
       administered_on, vaccine_codes, completion, segments, content_hash, person_version, message_id, received_at,
       id_key, said_at
     from person p, (select * from dose_report where person_id = $3) d
     where p.person_id >= $1 and p.person_id < $2`,
    values,
  );
  await pool.query('vacuum analyze person_source, dose_report');
  // What the filling left to be written is not to be paid for by what is measured.
  await pool.query('checkpoint');
}
