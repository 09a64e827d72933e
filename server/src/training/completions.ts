import { type Kysely, sql } from 'kysely';
import { emailKey } from '../accounts/accounts.ts';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Course } from '../platform/jurisdiction.ts';
import { expiryOf } from './states.ts';

export type NewCompletion = {
  readonly accountId: string;
  readonly course: Course;
  readonly completedOn: string;
  readonly how: 'staff' | 'list' | 'quiz';
  readonly recordedBy: string;
};

/** Records a completion; returns whether it is new: the same course on the same day counts once. */
export async function recordCompletion(
  db: Kysely<Tables>,
  { accountId, course, completedOn, how, recordedBy }: NewCompletion,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into training_completion (completion_id, account_id, course_id, completed_on, expires_on, how, recorded_by,
      recorded_at)
    values (${uuidv7(now.getTime())}, ${accountId}, ${course.id}, ${completedOn}, ${expiryOf(course, completedOn)}, ${how},
      ${recordedBy}, ${now})
    on conflict (account_id, course_id, completed_on) where withdrawn_at is null do nothing
    returning completion_id`.execute(db);
  return rows.length > 0;
}

/**
 * The account of an e-mail address, where somebody else may record what it completed.
 * @throws ApiError account-unknown, own-rights
 */
export async function learner(db: Kysely<Tables>, email: string, staffId: string): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`select account_id as id from account
    where email_key = ${emailKey(email)} and ended_at is null`.execute(db);
  const [found] = rows;
  if (!found) throw new ApiError(404, 'account-unknown', [problem('email', 'account-unknown')]);
  if (found.id === staffId) throw new ApiError(409, 'own-rights', [problem('email', 'own-rights')]);
  return found.id;
}

/** Takes a completion back, which stays in the list with the reason. @throws ApiError not-found, changed-meanwhile */
export async function withdrawCompletion(
  db: Kysely<Tables>,
  { completionId, staffId, reason }: { completionId: string; staffId: string; reason: string },
  now: Date,
): Promise<void> {
  const { rows } = await sql`
    update training_completion set withdrawn_at = ${now}, withdrawn_by = ${staffId}, withdrawn_reason = ${reason}
    where completion_id = ${completionId} and withdrawn_at is null returning completion_id`.execute(db);
  if (rows.length > 0) return;
  const known = await sql`select 1 from training_completion where completion_id = ${completionId}`.execute(
    db,
  );
  throw known.rows.length > 0 ? new ApiError(409, 'changed-meanwhile') : new ApiError(404, 'not-found');
}
