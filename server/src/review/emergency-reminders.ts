import { type Kysely, sql } from 'kysely';
import { enqueueMail } from '../mail/outbox.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';

const LOOK_MS = 10 * 60_000;
/** So long somebody may take to look at it before all are reminded. */
const PATIENCE_MS = 24 * 60 * 60_000;

type ReminderParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly publicUrl: () => string;
};

/** An opening that nobody looks at afterwards might as well not be written down. */
export function startEmergencyReminders(parts: ReminderParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  return repeat(
    LOOK_MS,
    () => remindOfEmergencies(parts),
    (error) => parts.log.error({ err: error }, 'the reminders of emergencies could not be written'),
  );
}

type Due = {
  readonly grantId: string;
  readonly at: Date;
  readonly opener: string;
  readonly organization: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'es';
};

/** One look. Done again, it writes nothing new: each administrator hears once of each. */
export async function remindOfEmergencies({ kysely, clock, publicUrl }: ReminderParts): Promise<void> {
  const now = clock.now();
  const { rows } = await sql<Due>`
    select g.grant_id as "grantId", g.at, a.name as opener, o.name as organization, m.name, m.email, m.language
    from break_glass g join account a using (account_id)
      left join organization o on o.organization_id = g.organization_id
      join account m on m.staff_role = 'administrator' and m.ended_at is null and m.account_id <> g.account_id
    where g.reviewed_at is null and g.at <= ${new Date(now.getTime() - PATIENCE_MS)}
    order by g.at`.execute(kysely);
  for (const { grantId, at, opener, organization, name, email, language } of rows) {
    await enqueueMail(
      kysely,
      {
        to: email,
        language,
        dedupeKey: `emergency-unreviewed:${grantId}:${email}`,
        letter: {
          kind: 'emergency-unreviewed',
          name,
          opener,
          organization: organization ?? undefined,
          at,
          link: `${publicUrl()}/staff/emergencies`,
        },
      },
      now,
    );
  }
}
