import { hash } from 'node:crypto';
import type { Pool } from 'pg';
import { MEASURES } from '../server/src/exchange/measures.ts';
import { EVERYBODY, regionScope } from '../server/src/monitoring/scopes.ts';
import { uuidv7 } from '../server/src/platform/ids.ts';
import { seedPersons } from './exchange-seed.ts';
import { httpRequest, openConnection } from './load.ts';
import { vxu } from './vxu.ts';

const DOSES_A_PERSON = 10;
const SITES = 300;
const REGIONS = ['northern', 'sacramento', 'bay-area', 'central-valley', 'la-orange', 'inland-empire'];
/** How far back messages lie: the longest period that the pages show. */
const DAYS = 90;
const CHUNK = 250_000;

/** One message leaves the person of whom the others are copies; it is given ten doses, half a year apart. */
export async function fillPersons(pool: Pool, address: URL, persons: number): Promise<void> {
  const connection = await openConnection(address);
  const answer = await connection.post(httpRequest(vxu(1), address));
  connection.close();
  if (!answer.includes('MSA|A')) throw new Error(`not accepted: ${answer}`);
  await pool.query(
    `insert into dose_report (person_id, report_id, organization_id, sender_id, filler_id, dose_key, action, administered_on,
       vaccine_codes, completion, segments, content_hash, person_version, message_id, received_at, id_key, said_at)
     select person_id, gen_random_uuid(), organization_id, sender_id, filler_id || '-' || n, dose_key || '-' || n, action,
       administered_on - 180 * n, vaccine_codes, completion,
       replace(segments, to_char(administered_on, 'YYYYMMDD'), to_char(administered_on - 180 * n, 'YYYYMMDD')),
       gen_random_uuid(), person_version, message_id, received_at, id_key, said_at
     from dose_report cross join generate_series(1, 3) as n order by n, dose_key limit $1 - 3`,
    [DOSES_A_PERSON],
  );
  await seedPersons(pool, 1, persons);
}

/** Organizations that send, with as many messages as a state's sites: some send a hundred times as much as others. */
export async function fillMessages(pool: Pool, messages: number, now: Date): Promise<void> {
  await pool.query(
    `insert into organization (organization_id, code, code_key, name, kind, stage, may_query, created_at, region, site_type)
     select gen_random_uuid(), 'BE-' || lpad(n::text, 6, '0'), 'BE' || lpad(n::text, 6, '0'), 'Bench site ' || n, 'site',
       'production', true, $2, ($3::text[])[1 + n % 6], 2
     from generate_series(1, $1) as n`,
    [SITES, now, REGIONS],
  );
  await pool.query(
    `insert into sending_facility_client (sending_facility_id, site_id, linked_at, confirmed_at)
     select f.organization_id, s.organization_id, $1, $1 from organization f, organization s
     where f.code = 'SF-000001' and s.code like 'BE-%'`,
    [now],
  );
  await pastPartitions(pool, now);
  const raw = Buffer.from(vxu(2), 'utf8');
  for (let from = 0; from < messages; from += CHUNK) {
    await pool.query(MESSAGES, [from, Math.min(messages, from + CHUNK), messages, now, DAYS, raw]);
  }
  await pool.query(INDEX);
  // Of one connection, since a temporary view is that connection's own.
  const client = await pool.connect();
  try {
    await client.query('create temporary table bench_region (region text, scope uuid)');
    for (const region of REGIONS)
      await client.query('insert into bench_region values ($1, $2)', [region, regionScope(region)]);
    for (const statement of ROLLUPS) await client.query(statement);
  } finally {
    client.release();
  }
  await pool.query(
    'vacuum analyze message, message_index, exchange_day, client_day, finding_day, quality_day',
  );
  await pool.query('checkpoint');
}

async function pastPartitions(pool: Pool, now: Date): Promise<void> {
  for (let back = 4; back >= 1; back--) {
    const month = (ahead: number): string =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 10);
    for (const table of ['message', 'message_index']) {
      const name = `${table}_${month(-back).slice(0, 7).replace('-', '_')}`;
      await pool.query(
        `create table if not exists ${name} partition of ${table} for values from ('${month(-back)}') to ('${month(1 - back)}')`,
      );
    }
  }
}

/** Ids in the order of time, as ours are (UUIDv7). A few sites send most: the square of an even draw. */
const MESSAGES = `
  with site as (select array_agg(organization_id order by code desc) as ids from organization where kind = 'site'),
  facility as (select organization_id as id from organization where code = 'SF-000001'),
  n as (
    select n, $4::timestamptz - make_interval(secs => ($3 - n)::float8 / $3 * $5 * 86400) as at,
      ('x' || substr(md5(n::text), 1, 8))::bit(32)::bigint as draw
    from generate_series($1::int, $2::int - 1) as n),
  m as (
    select n, at, draw, lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as ms,
      ids[1 + floor(power((draw % 10007) / 10007.0, 2) * cardinality(ids))::int] as site
    from n, site)
  insert into message (month, message_id, received_at, address, operation, sender_id, responsible_id, message_type, control_id,
    body_hash, raw, outcome, ack_code, answer, findings, person_id)
  select date_trunc('month', at at time zone 'UTC')::date,
    (substr(ms, 1, 8) || '-' || substr(ms, 9) || '-7' || lpad(to_hex(n % 4096), 3, '0') || '-8' ||
      substr(md5('id' || n), 1, 3) || '-' || substr(md5('id' || n), 4, 12))::uuid,
    at, 'production', 'submitSingleMessage', facility.id, m.site, 'VXU^V04^VXU_V04', 'B' || n, md5(n::text)::uuid, $6,
    case draw % 50 when 0 then 'refused' when 1 then 'partly-accepted' else 'accepted' end,
    case when draw % 50 < 2 then 'AE' else 'AA' end, 'MSH|^~\\&|CAIRN|CAIR IIS' || repeat('|ACK', 80),
    case when draw % 50 < 2 then '[{"code": "rxa-5-unknown", "severity": "E", "path": "RXA-5", "message": "not known"}]'
      else '[]' end::jsonb, null
  from m, facility`;

const INDEX = `
  insert into message_index (month, message_id, received_at, day, address, kind, organization_id, sender_id, outcome,
    control_id, person_id, patient, codes)
  select month, message_id, received_at, (received_at at time zone 'America/Los_Angeles')::date, address, 'submission',
    responsible_id, sender_id, outcome, control_id, person_id,
    upper(substr(md5(control_id), 1, 9)) || ' ' || upper(substr(md5(control_id), 10, 6)) || ' 20200101 ' || control_id,
    case when outcome = 'accepted' then array['W:pid-13-missing'] else array['E:rxa-5-unknown', 'W:pid-13-missing'] end
  from message where control_id like 'B%'`;

/** What the worker's fold would have added up; each scope has its own rows (monitoring/scopes.ts). */
const ROLLUPS = [
  // The message that left the first person is counted again with the others.
  'truncate exchange_day, client_day, finding_day, quality_day',
  `create temporary view scoped as
     select i.*, s.scope from message_index i join organization o using (organization_id)
     left join bench_region r using (region)
     cross join lateral (values (i.organization_id), (i.sender_id), (r.scope), ('${EVERYBODY}'::uuid)) s (scope)
     where s.scope is not null`,
  `insert into exchange_day (scope, day, address, kind, outcome, messages, last_at)
     select scope, day, address, kind, outcome, count(*), max(received_at) from scoped group by 1, 2, 3, 4, 5`,
  `insert into client_day (sender_id, organization_id, day, address, outcome, messages)
     select sender_id, organization_id, day, address, outcome, count(*) from message_index group by 1, 2, 3, 4, 5`,
  `insert into finding_day (scope, day, address, code, messages)
     select scope, day, address, code, count(*) from scoped, unnest(codes) as code group by 1, 2, 3, 4`,
  `insert into quality_day (scope, day, measure, good, total)
     select scope, day, measure, messages * 9 / 10, messages
     from (select scope, day, sum(messages) as messages from exchange_day group by 1, 2) d,
       unnest(array['${MEASURES.join("', '")}']) as measure`,
];

export type Visitor = { readonly cookie: string };

/** People who are signed in: as many as are needed, so that nobody comes near what one person may search in an hour. */
export async function signIn(
  pool: Pool,
  count: number,
  as: { readonly code: string; readonly userRole: string } | 'administrator',
  now: Date,
): Promise<readonly Visitor[]> {
  const visitors: Visitor[] = [];
  for (let index = 0; index < count; index++) {
    const [id, token] = [
      uuidv7(now.getTime()),
      `bench-${String(as === 'administrator' ? as : as.userRole)}-${index}`,
    ];
    const email = `${id}@bench.example`;
    await pool.query(
      `insert into account (account_id, email, email_key, name, staff_role, language, created_at, totp_confirmed_at)
       values ($1, $2, $2, 'Bench', $3, 'en', $4, $4)`,
      [id, email, as === 'administrator' ? as : null, now],
    );
    if (as !== 'administrator') {
      await pool.query(
        `insert into account_site (account_id, organization_id, role, added_at, user_role)
         select $1, organization_id, 'member', $2, $3 from organization where code = $4`,
        [id, now, as.userRole, as.code],
      );
      await pool.query(
        `insert into training_completion (completion_id, account_id, course_id, completed_on, how, recorded_at)
         select gen_random_uuid(), $1, course, $2::timestamptz::date, 'list', $2::timestamptz from unnest(array['regular-user', 'power-user']) as course`,
        [id, now],
      );
    }
    await pool.query(
      `insert into session (token_hash, account_id, created_at, seen_at, expires_at, second_factor_at, acts_for)
       values ($1, $2, $3, $3, $3::timestamptz + interval '12 hours', $3,
         (select organization_id from organization where code = $4))`,
      [hash('sha256', token, 'hex'), id, now, as === 'administrator' ? null : as.code],
    );
    visitors.push({ cookie: `cairn_session=${token}` });
  }
  return visitors;
}
