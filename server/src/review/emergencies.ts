import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';

export const grantParams = z.object({ grant: z.uuid({ error: 'id-invalid' }) });
export const reviewBody = z.strictObject({
  note: z
    .string({ error: 'required' })
    .trim()
    .min(3, { error: 'why-needed' })
    .max(1000, { error: 'too-long' }),
});

const grant = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  organization: z.object({ code: z.string(), name: z.string() }).nullable(),
  personId: z.string(),
  reason: z.string(),
  at: z.string(),
  until: z.string(),
  /** What was done with the record under it: how often it was shown, and how often changed. */
  events: z.number(),
  /** Whether the asker opened it: nobody reviews their own. */
  isOwn: z.boolean(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  note: z.string().nullable(),
});
export const emergenciesAnswer = z.object({
  unreviewed: z.array(grant).readonly(),
  reviewed: z.array(grant).readonly(),
});
type Grant = z.output<typeof grant>;

/** Reviewed ones are shown so far back; older ones are in the audit. */
const REVIEWED_SHOWN = 50;

/** Records that were opened against the rule: all that nobody has looked at, the oldest first, then the last reviewed. */
export async function emergencies(
  kysely: Kysely<Tables>,
  asker: string,
): Promise<{ readonly unreviewed: readonly Grant[]; readonly reviewed: readonly Grant[] }> {
  const list = async (isReviewed: boolean): Promise<readonly Grant[]> => {
    const which = isReviewed
      ? sql`where g.reviewed_at is not null order by g.reviewed_at desc, g.grant_id limit ${REVIEWED_SHOWN}`
      : sql`where g.reviewed_at is null order by g.at, g.grant_id`;
    const { rows } = await sql<
      Omit<Grant, 'at' | 'until' | 'reviewedAt'> & {
        readonly at: Date;
        readonly until: Date;
        readonly reviewedAt: Date | null;
      }
    >`
      select g.grant_id as id, a.name, a.email,
        case when o.code is not null then jsonb_build_object('code', o.code, 'name', o.name) end as organization,
        g.person_id as "personId", g.reason, g.at, g.until, g.account_id = ${asker} as "isOwn",
        (select count(*)::int from audit_event e where e.account_id = g.account_id and e.at between g.at and g.until
           and e.person_ids @> array[g.person_id]) as events,
        r.name as "reviewedBy", g.reviewed_at as "reviewedAt", g.review_note as note
      from break_glass g join account a using (account_id)
        left join organization o on o.organization_id = g.organization_id
        left join account r on r.account_id = g.reviewed_by
      ${which}`.execute(kysely);
    return rows.map(({ at, until, reviewedAt, ...row }) => ({
      ...row,
      at: at.toISOString(),
      until: until.toISOString(),
      reviewedAt: reviewedAt?.toISOString() ?? null,
    }));
  };
  return { unreviewed: await list(false), reviewed: await list(true) };
}

/**
 * Writes down that somebody has looked at it, and what they found. Of two that do it at once the first counts.
 * @returns whose record it was
 * @throws ApiError
 */
export async function reviewEmergency(
  trx: Kysely<Tables>,
  grantId: string,
  { by, note, now }: { readonly by: string; readonly note: string; readonly now: Date },
): Promise<string> {
  const { rows } = await sql<{ accountId: string; personId: string; isReviewed: boolean }>`
    select account_id as "accountId", person_id as "personId", reviewed_at is not null as "isReviewed"
    from break_glass where grant_id = ${grantId} for update`.execute(trx);
  const [found] = rows;
  if (!found) throw new ApiError(404, 'not-found');
  if (found.accountId === by) throw new ApiError(403, 'own-emergency');
  if (found.isReviewed) throw new ApiError(409, 'reviewed-already');
  await sql`update break_glass set reviewed_by = ${by}, reviewed_at = ${now}, review_note = ${note}
    where grant_id = ${grantId}`.execute(trx);
  return found.personId;
}
