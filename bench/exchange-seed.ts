import type { Pool } from 'pg';

/**
 * Fills the registry up to that many persons with rows of the size and shape of those that messages leave
 * (three doses, one source, two keys each), copied from one that a message left.
 */
export async function seedPersons(pool: Pool, from: number, to: number): Promise<void> {
  if (to <= from) return;
  const count = to - from;
  await pool.query(
    `with template as (select * from person order by created_at limit 1),
       made as (
         insert into person (person_id, version, last_name, first_name, birth_date, sex, protected, demographics, created_at, updated_at)
         select overlay(gen_random_uuid()::text placing '7' from 15 for 1)::uuid, 1, last_name || n, first_name, birth_date, sex, protected, demographics, created_at, updated_at
         from template, generate_series(1, $1::int) n returning person_id
       ),
       keyed as (
         insert into person_key (key, slot, kind, person_id)
         select gen_random_uuid(), 0, kind, person_id from made, (values (1), (2)) as kinds (kind)
       ),
       sourced as (
         insert into person_source
         select made.person_id, gen_random_uuid(), organization_id, sender_id, gen_random_uuid(), identifiers, protection, demographics,
           content_hash, person_version, message_id, received_at
         from made, (select s.* from person_source s join template using (person_id) limit 1) s
       )
     insert into dose_report
     select made.person_id, gen_random_uuid(), organization_id, sender_id, filler_id, dose_key, action, administered_on,
       vaccine_codes, completion, segments, content_hash, person_version, message_id, received_at
     from made, (select d.* from dose_report d join template using (person_id)) d`,
    [count],
  );
  await pool.query('vacuum analyze person, person_key, person_source, dose_report');
  // What the filling left to be written is not to be paid for by what is measured.
  await pool.query('checkpoint');
}
