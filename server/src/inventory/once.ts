import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';

/** What a form asks, and the id that the page gave it: the same form sent twice is one. */
export type Asked = {
  readonly organizationId: string;
  /** Undefined: whoever asks means it each time. */
  readonly askId: string | undefined;
  readonly what: object;
};

/**
 * Notes that it was asked, in the transaction that does it: of two at the same time the second waits for the first.
 * @returns whether it is to be done; false: it was done already
 * @throws ApiError asked-otherwise: by that id something else was done
 */
export async function isFirstAsked(
  trx: Kysely<Tables>,
  { organizationId, askId, what }: Asked,
  now: Date,
): Promise<boolean> {
  if (askId === undefined) return true;
  const asked = hash('sha256', JSON.stringify(what));
  const { rows: noted } = await sql`insert into inventory_asked (organization_id, ask_id, asked, at)
    values (${organizationId}, ${askId}, ${asked}, ${now}) on conflict do nothing returning 1`.execute(trx);
  if (noted.length > 0) return true;
  const { rows } = await sql<{ readonly asked: string }>`select asked from inventory_asked
    where organization_id = ${organizationId} and ask_id = ${askId}`.execute(trx);
  if (rows[0]?.asked !== asked) throw new ApiError(409, 'asked-otherwise');
  return false;
}
