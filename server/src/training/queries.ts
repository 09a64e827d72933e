import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { UserRole } from '../accounts/roles.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Course } from '../platform/jurisdiction.ts';
import { type Standing, standingOf } from './states.ts';

export type Learning = {
  readonly enrolled: readonly string[];
  readonly completions: readonly {
    readonly courseId: string;
    readonly completedOn: string;
    readonly expiresOn: string | null;
  }[];
};

/** What of an account bears on its training, for a query whose account has the alias `a`. */
export const LEARNING: RawBuilder<unknown> = sql`
  array(select course_id from training_enrolment e where e.account_id = a.account_id) as enrolled,
  coalesce((select jsonb_agg(jsonb_build_object('courseId', c.course_id, 'completedOn', c.completed_on,
      'expiresOn', c.expires_on))
    from training_completion c where c.account_id = a.account_id and c.withdrawn_at is null), '[]') as completions`;

export const standingIn = ({ enrolled, completions }: Learning, { id }: Course, today: string): Standing =>
  standingOf(
    completions.filter(({ courseId }) => courseId === id),
    enrolled.includes(id),
    today,
  );

export async function learningOf(db: Kysely<Tables>, accountId: string): Promise<Learning> {
  const { rows } =
    await sql<Learning>`select ${LEARNING} from account a where a.account_id = ${accountId}`.execute(db);
  return rows[0] ?? { enrolled: [], completions: [] };
}

export type Place = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'site' | 'sending-facility';
  readonly region: string | null;
  readonly isSuspended: boolean;
  readonly userRole: UserRole;
};

/** The organizations where an account has a role, and which. */
export async function placesOf(db: Kysely<Tables>, accountId: string): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select o.code, o.name, o.kind, o.region, o.stage = 'suspended' as "isSuspended", s.user_role as "userRole"
    from account_site s join organization o using (organization_id)
    where s.account_id = ${accountId} and s.ended_at is null and s.user_role is not null
    order by o.name, o.code`.execute(db);
  return rows;
}
