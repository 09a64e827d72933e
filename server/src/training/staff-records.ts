import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { UserRole } from '../accounts/roles.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction, Language } from '../platform/jurisdiction.ts';
import { LEARNING, type Learning, standingIn } from './queries.ts';
import type { recordsAnswer } from './schema.ts';

/** What a page shows; a longer beginning of the address finds the one who is meant. */
const MOST_PEOPLE = 20;

type Row = Learning & {
  readonly email: string;
  readonly name: string;
  readonly roles: { readonly code: string; readonly userRole: UserRole }[];
  readonly records: {
    readonly id: string;
    readonly course: string;
    readonly completedOn: string;
    readonly expiresOn: string | null;
    readonly how: 'staff' | 'list' | 'quiz';
    readonly recordedAt: string;
    readonly recordedBy: string | null;
    readonly withdrawnAt: string | null;
    readonly withdrawnBy: string | null;
    readonly reason: string | null;
  }[];
};

/** The people whose e-mail address begins like that, and all that is recorded of their training; nobody for nothing. */
export async function trainingRecords(
  db: Kysely<Tables>,
  { q, language }: { readonly q: string; readonly language: Language },
  { jurisdiction, now }: { readonly jurisdiction: Jurisdiction; readonly now: Date },
): Promise<z.output<typeof recordsAnswer>> {
  const today = localDate(now, jurisdiction.timeZone);
  const titles = new Map(jurisdiction.courses.map(({ id, title }) => [id, title[language]]));
  const titled = (id: string): string => titles.get(id) ?? id;
  const people = (await found(db, q)).map((row) => ({
    email: row.email,
    name: row.name,
    roles: row.roles,
    courses: jurisdiction.courses
      .filter(({ roles }) => row.roles.some(({ userRole }) => roles.includes(userRole)))
      .map((course) => {
        const { state, expiresOn = null } = standingIn(row, course, today);
        return { id: course.id, title: titled(course.id), state, expiresOn };
      }),
    completions: row.records.map(({ withdrawnAt, withdrawnBy, reason, recordedAt, ...record }) => ({
      ...record,
      course: titled(record.course),
      recordedAt: new Date(recordedAt).toISOString(),
      withdrawn:
        withdrawnAt === null
          ? null
          : { at: new Date(withdrawnAt).toISOString(), by: withdrawnBy ?? '', reason: reason ?? '' },
    })),
  }));
  return { courses: [...titles].map(([id, title]) => ({ id, title })), people };
}

async function found(db: Kysely<Tables>, q: string): Promise<readonly Row[]> {
  const beginning = q.trim().toLowerCase();
  if (beginning === '' || beginning.includes('\0')) return [];
  const pattern = `${beginning.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Row>`
    select a.email, a.name, ${LEARNING},
      coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'userRole', s.user_role) order by o.code)
        from account_site s join organization o using (organization_id)
        where s.account_id = a.account_id and s.ended_at is null and s.user_role is not null), '[]') as roles,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.completion_id, 'course', c.course_id,
          'completedOn', c.completed_on, 'expiresOn', c.expires_on, 'how', c.how, 'recordedAt', c.recorded_at,
          'recordedBy', r.name, 'withdrawnAt', c.withdrawn_at, 'withdrawnBy', w.name, 'reason', c.withdrawn_reason)
          order by c.completed_on desc, c.completion_id desc)
        from training_completion c left join account r on r.account_id = c.recorded_by
          left join account w on w.account_id = c.withdrawn_by
        where c.account_id = a.account_id), '[]') as records
    from account a where a.email_key like ${pattern} and a.ended_at is null
    order by a.email_key limit ${MOST_PEOPLE}`.execute(db);
  return rows;
}
