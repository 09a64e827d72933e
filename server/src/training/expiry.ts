import { type Kysely, sql } from 'kysely';
import type { UserRole } from '../accounts/roles.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { type Clock, localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { WARNED_DAYS } from './states.ts';

const LOOK_MS = 60 * 60_000;

/** A course that ends unnoticed takes a role away from one day to the next; its learner hears of it in time. */
export function startTrainingAlerts(parts: TrainingAlertParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  return repeat(
    LOOK_MS,
    () => alertOfTrainingEnds(parts),
    (error) => parts.log.error({ err: error }, 'the mails on training that ends could not be written'),
  );
}

export type TrainingAlertParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly publicUrl: () => string;
};

type Ending = {
  readonly completionId: string;
  readonly courseId: string;
  readonly expiresOn: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'es';
  readonly roles: readonly UserRole[];
};

/** One look. Done again, by this node or another, it writes nothing new: each completion has one letter. */
export async function alertOfTrainingEnds({
  kysely,
  clock,
  jurisdiction,
  publicUrl,
}: TrainingAlertParts): Promise<void> {
  const now = clock.now();
  const today = localDate(now, jurisdiction.timeZone);
  const { rows } = await sql<Ending>`
    select c.completion_id as "completionId", c.course_id as "courseId", c.expires_on as "expiresOn", a.email, a.name,
      a.language, array(select s.user_role from account_site s
        where s.account_id = a.account_id and s.ended_at is null and s.user_role is not null) as roles
    from training_completion c join account a using (account_id)
    where c.withdrawn_at is null and a.ended_at is null and c.expires_on > ${today}::date
      and c.expires_on <= ${today}::date + ${WARNED_DAYS}::int
      and not exists (select 1 from training_completion later
        where later.account_id = c.account_id and later.course_id = c.course_id and later.withdrawn_at is null
          and (later.expires_on is null or later.expires_on > c.expires_on))
      and not exists (select 1 from mail m where m.dedupe_key = ${KEY} || c.completion_id)`.execute(kysely);
  for (const { completionId, courseId, expiresOn, email: to, name, language, roles } of rows) {
    const course = jurisdiction.courses.find(({ id }) => id === courseId);
    if (!course?.roles.some((role) => roles.includes(role))) continue;
    const letter = {
      kind: 'training-expiring',
      name,
      course: course.title[language],
      expiresOn,
      link: `${publicUrl()}/training`,
    } as const;
    await enqueueMail(kysely, { to, language, dedupeKey: `${KEY}${completionId}`, letter }, now);
  }
}

const KEY = 'training-expiring:';
