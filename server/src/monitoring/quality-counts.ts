import { type Kysely, sql } from 'kysely';
import { MEASURES } from '../exchange/measures.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Days } from './counts.ts';
import type { Measured } from './quality.ts';
import { arrivedIn, type Scope, scopeId } from './scopes.ts';

/** What was measured of a scope's submissions to production. */
export async function measuredOf(
  kysely: Kysely<Tables>,
  scope: Scope,
  { from, to }: Days,
): Promise<Measured> {
  const { rows } = await sql<{ readonly measure: string; readonly good: number; readonly total: number }>`
    select measure, sum(good)::int as good, sum(total)::int as total
    from (
      select measure, good, total from quality_day
      where scope = ${scopeId(scope)} and day between ${from} and ${to}
      union all
      select measure, quality[2 * n - 1], quality[2 * n]
      from message_arrival cross join unnest(${[...MEASURES]}::text[]) with ordinality m (measure, n)
      where ${arrivedIn(scope)} and day between ${from} and ${to} and quality[2 * n] > 0) q
    group by measure`.execute(kysely);
  return new Map(rows.map(({ measure, good, total }) => [measure, { good, total }]));
}
