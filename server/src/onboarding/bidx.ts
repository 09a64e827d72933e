import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { Asking } from './asking.ts';
import { noteEvent } from './events.ts';
import type { SiteState } from './site-queries.ts';
import { surveyBody } from './site-schema.ts';
import { casesMissing, type Lacking, missing } from './steps.ts';

type Survey = z.output<typeof surveyBody>;

/** Keeps the survey; answering it again corrects it, and takes no approval away. */
export async function saveSurvey(
  trx: Kysely<Tables>,
  { site: { organizationId }, who }: Asking,
  survey: Survey,
  now: Date,
): Promise<void> {
  await sql`insert into bidx (organization_id, state, survey, surveyed_at)
    values (${organizationId}, 'testing', ${JSON.stringify(survey)}, ${now})
    on conflict (organization_id) do update set survey = excluded.survey, surveyed_at = excluded.surveyed_at`.execute(
    trx,
  );
  await noteEvent(trx, { organizationId, kind: 'bidx-surveyed', actor: who }, now);
}

export async function surveyOf(
  db: Kysely<Tables>,
  organizationId: string,
): Promise<{ readonly survey: Survey | null }> {
  const { rows } = await sql<{ readonly survey: unknown }>`
    select survey from bidx where organization_id = ${organizationId}`.execute(db);
  return { survey: rows[0] ? surveyBody.parse(rows[0].survey) : null };
}

/** What a site still has to bring before it may query: the survey, and queries that were answered at the testing address. */
export const bidxLacking = (
  { bidx, shown }: Pick<SiteState, 'bidx' | 'shown'>,
  queries: readonly string[],
): readonly Lacking[] => [
  ...(bidx ? [] : [missing('survey-missing')]),
  ...casesMissing(queries, shown),
  ...(bidx?.sentBack ? [missing('new-message')] : []),
];

/** From now on the site's queries are answered. Returns whether they were not before. */
export async function openBidx(trx: Kysely<Tables>, organizationId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update bidx set state = 'approved', approved_at = ${now}
    where organization_id = ${organizationId} and state = 'testing' returning 1`.execute(trx);
  if (rows.length === 0) return false;
  await sql`update organization set may_query = true where organization_id = ${organizationId}`.execute(trx);
  return true;
}
