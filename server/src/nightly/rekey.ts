import { normalisePerson, packPerson } from '@cairn/matching';
import type { Client, Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import { localDate } from '../platform/clock.ts';
import { beginRun, type JobSession, noteRun, runAlone } from '../platform/jobs.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Log } from '../platform/log.ts';
import type { Demographics } from '../registry/demographics.ts';
import { allKeys, chartKey, matchRow } from '../registry/find-person.ts';
import { recordOfSource } from '../registry/recompute.ts';

export type RekeyContext = {
  readonly clock: Clock;
  readonly jurisdiction: Pick<Jurisdiction, 'timeZone'>;
  readonly log: Log;
};

/** How packed records of today begin: those that begin otherwise were made by an older release. */
const PACKED = packPerson(normalisePerson({ names: [] }));
export const FORM = PACKED.slice(0, PACKED.indexOf('|') + 1);

const JOB = 'rekey';

/**
 * Makes keys and records for all persons that have none, or older ones, once for each form of them: without, a message
 * would not find its person. To be called before messages are taken.
 * @returns for how many persons it did
 */
export async function rekeyMissing(pool: Pool, context: RekeyContext, signal?: AbortSignal): Promise<number> {
  const isDone = async (on: Pick<Client, 'query'>): Promise<boolean> => {
    const { rows } = await on.query(
      `select from job_run where job = $1 and finished_at is not null and figures ->> 'form' = $2 limit 1`,
      [JOB, FORM],
    );
    return rows.length > 0;
  };
  if (await isDone(pool)) return 0;
  const ran = await runAlone(
    pool,
    JOB,
    async (session) => {
      // Another node may have done it while this one waited.
      if (await isDone(session.client)) return 0;
      const startedAt = await beginRun(session.client, JOB, context.clock.now());
      const rekeyed = await rekey(session, context);
      await noteRun(session.client, JOB, startedAt, { form: FORM, rekeyed }, context.clock.now());
      return rekeyed;
    },
    { signal, wait: true },
  );
  return ran?.result ?? 0;
}

/** Persons that are looked at in one statement, and persons that are written in one transaction. */
const LOOKED_AT = 20_000;
const WRITTEN = 200;

export async function rekey({ client, breathe }: JobSession, context: RekeyContext): Promise<number> {
  const today = localDate(context.clock.now(), context.jurisdiction.timeZone);
  let rekeyed = 0;
  for (let after: string | null = FIRST_ID; after !== null;) {
    const { rows }: { rows: { last: string | null; missing: string[] }[] } = await client.query(
      `with page as materialized (select person_id, status from person where person_id > $1 order by person_id limit $2)
       select (select person_id from page order by person_id desc limit 1) as last,
         array(select person_id::text from page where status = 'active' and (
           not exists (select from person_match m where m.person_id = page.person_id)
           or exists (select from person_match m where m.person_id = page.person_id and not starts_with(m.record, $3))
         ) order by person_id) as missing`,
      [after, LOOKED_AT, FORM],
    );
    const missing = rows[0]?.missing ?? [];
    for (let at = 0; at < missing.length; at += WRITTEN) {
      rekeyed += await rekeyPage(client, missing.slice(at, at + WRITTEN), today);
      await breathe();
    }
    if (missing.length > 0)
      context.log.info({ job: 'nightly', step: 'rekey', persons: rekeyed }, 'persons were re-keyed');
    after = rows[0]?.last ?? null;
    await breathe();
  }
  return rekeyed;
}

export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** One transaction that holds the persons, so that no chart is moved away meanwhile. */
async function rekeyPage(client: Client, ids: readonly string[], today: string): Promise<number> {
  await client.query('begin');
  try {
    const { rows } = await client.query(
      `with held as materialized (
         select person_id, sealed from person where person_id = any($1::uuid[]) and status = 'active' order by person_id
         for no key update
       )
       select s.person_id, held.sealed, s.id_key, s.identifiers, s.demographics, o.code_key
       from held join person_source s using (person_id) join organization o using (organization_id)`,
      [ids],
    );
    const made = rows.map((row) => {
      const { keys, match } = searchable(row, today);
      return { personId: String(row.person_id), keys, match };
    });
    await client.query(
      `delete from person_match where person_id = any($1::uuid[]) and not match_id = any($2::bigint[])`,
      [[...new Set(made.map(({ personId }) => personId))], made.map(({ match }) => match.matchId)],
    );
    await client.query(
      `insert into person_match (person_id, match_id, record)
       select distinct on (1, 2) * from unnest($1::uuid[], $2::bigint[], $3::text[]) on conflict do nothing`,
      [
        made.map(({ personId }) => personId),
        made.map(({ match }) => match.matchId),
        made.map(({ match }) => match.record),
      ],
    );
    const keys = made.flatMap(({ personId, keys: own }) => own.map((key) => [key, personId] as const));
    await client.query(
      `insert into person_key (key, person_id) select * from unnest($1::bigint[], $2::uuid[]) on conflict do nothing`,
      [keys.map(([key]) => key), keys.map(([, personId]) => personId)],
    );
    await client.query('commit');
    return new Set(made.map(({ personId }) => personId)).size;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

type Source = {
  readonly sealed: boolean;
  readonly id_key: string;
  readonly identifiers: string;
  readonly demographics: Demographics;
  readonly code_key: string;
};

/** The same that intake makes of the message; see decideRecord of the exchange. */
function searchable(
  source: Source,
  today: string,
): { readonly keys: readonly string[]; readonly match: ReturnType<typeof matchRow> } {
  const record = recordOfSource(source, source.code_key, today);
  return {
    // One that is sealed is found by its chart numbers only.
    keys: source.sealed ? [chartKey(source.id_key)] : allKeys(record, [source.id_key]),
    match: matchRow(record, source.id_key),
  };
}
