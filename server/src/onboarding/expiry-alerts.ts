import { type Kysely, sql } from 'kysely';
import { enqueueMail } from '../mail/outbox.ts';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { contactsOf } from './people.ts';

/** How many days before its end one is told that a credential ends, the last first. */
const THRESHOLDS = [7, 30, 60];

const DAY_MS = 24 * 60 * 60_000;
const LOOK_MS = 60 * 60_000;

/** A password that ends unnoticed stops a site's data; whoever can make a new one hears of it in time. */
export function startExpiryAlerts(parts: AlertParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  return repeat(
    LOOK_MS,
    () => alertOfExpiry(parts),
    (error) => parts.log.error({ err: error }, 'the mails on credentials that end could not be written'),
  );
}

export type AlertParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly publicUrl: () => string;
};

/** Which alert is due, as its number of days; of several that have been passed the nearest to the end. */
export function alertDue(expiresAt: Date, now: Date): number | undefined {
  const left = daysUntil(expiresAt, now);
  return left <= 0 ? undefined : THRESHOLDS.find((days) => left <= days);
}

/** Begun days count: it ends in 1 day until it has ended. */
export const daysUntil = (end: Date, now: Date): number =>
  Math.ceil((end.getTime() - now.getTime()) / DAY_MS);

type Ending = {
  readonly credentialId: string;
  readonly organizationId: string;
  readonly username: string;
  readonly expiresAt: Date;
  readonly code: string;
  readonly name: string;
};

/** One look. Done again, by this node or another, it writes nothing new: each alert has a key. */
export async function alertOfExpiry({ kysely, clock, publicUrl }: AlertParts): Promise<void> {
  const now = clock.now();
  const { rows } = await sql<Ending>`
    select c.credential_id as "credentialId", c.organization_id as "organizationId", c.username,
      c.expires_at as "expiresAt", o.code, o.name
    from credential c join organization o using (organization_id)
    where c.revoked_at is null and c.expires_at > ${now}
      and c.expires_at <= ${new Date(now.getTime() + Math.max(...THRESHOLDS) * DAY_MS)}`.execute(kysely);
  for (const { credentialId, organizationId, username, expiresAt, code, name } of rows) {
    const threshold = alertDue(expiresAt, now);
    if (threshold === undefined) continue;
    for (const contact of await contactsOf(kysely, organizationId)) {
      await enqueueMail(
        kysely,
        {
          to: contact.email,
          language: contact.language,
          organizationId,
          dedupeKey: `credential-expiring:${credentialId}:${expiresAt.toISOString()}:${threshold}:${contact.email}`,
          letter: {
            kind: 'credential-expiring',
            siteName: name,
            username,
            days: daysUntil(expiresAt, now),
            expiresAt,
            link: `${publicUrl()}/sites/${code}/credential`,
          },
        },
        now,
      );
    }
  }
}
