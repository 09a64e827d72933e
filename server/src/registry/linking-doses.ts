import type { PoolClient } from 'pg';
import { LinkError } from './linking-error.ts';
import { lockPersons } from './linking-store.ts';

export type DoseLinkRequest = {
  readonly personId: string;
  /** Ids of doses as `doseId` makes them. */
  readonly a: string;
  readonly b: string;
};

/** A reviewer holds two reported doses of a person for one, or for two; it stands until it is removed or replaced. */
export async function linkDoses(
  db: PoolClient,
  request: DoseLinkRequest & {
    readonly kind: 'same' | 'different';
    readonly by: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  const { personId, a, b, kind, by, reason, at } = request;
  const person = (await lockPersons(db, [personId])).get(personId);
  if (person?.status !== 'active')
    throw new LinkError('unknown-person', 'There is no active person of that id.');
  const { rows } = await db.query(
    `select count(distinct id)::int as known from unnest($2::text[]) as w (id)
     join dose_report d on d.person_id = $1 and d.id_key::text || ' ' || d.dose_key = w.id`,
    [personId, [a, b]],
  );
  if (rows[0]?.known !== 2)
    throw new LinkError('unknown-person', 'The person does not have two doses of these ids.');
  await db.query(
    `insert into dose_link (person_id, dose_a, dose_b, kind, by_whom, reason, at)
     values ($1, least($2::text, $3::text), greatest($2::text, $3::text), $4, $5, $6, $7)
     on conflict (person_id, dose_a, dose_b) do update
       set kind = excluded.kind, by_whom = excluded.by_whom, reason = excluded.reason, at = excluded.at`,
    [personId, a, b, kind, by, reason, at],
  );
}

/** @returns whether there was such a decision */
export async function unlinkDoses(db: PoolClient, { personId, a, b }: DoseLinkRequest): Promise<boolean> {
  const { rowCount } = await db.query(
    `delete from dose_link
     where person_id = $1 and dose_a = least($2::text, $3::text) and dose_b = greatest($2::text, $3::text)`,
    [personId, a, b],
  );
  return (rowCount ?? 0) > 0;
}
