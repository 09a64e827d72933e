import { type Kysely, sql } from 'kysely';
import { enqueueMail } from '../mail/outbox.ts';
import { type Clock, localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { registriesOn } from './phases.ts';
import { troublesOf } from './troubles.ts';

const LOOK_MS = 10 * 60_000;

type AlertParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly jurisdiction: Pick<Jurisdiction, 'timeZone' | 'regions' | 'partners' | 'timeline'>;
  readonly publicUrl: () => string;
};

/** A connection that stands still is seen by nobody: those who send get their answers all the same. */
export function startTroubleAlerts(parts: AlertParts & { readonly log: Log }): {
  readonly stop: () => Promise<void>;
} {
  return repeat(
    LOOK_MS,
    () => tellOfTroubles(parts),
    (error) => parts.log.error({ err: error }, 'the connections to other registries could not be looked at'),
  );
}

type Administrator = { readonly name: string; readonly email: string; readonly language: 'en' | 'es' };

/** One look. Done again, it writes nothing new: each administrator gets one mail a day. */
export async function tellOfTroubles({ kysely, clock, jurisdiction, publicUrl }: AlertParts): Promise<void> {
  const now = clock.now();
  const troubles = await troublesOf(kysely, now);
  if (troubles.length === 0) return;
  const today = localDate(now, jurisdiction.timeZone);
  const names = new Map(registriesOn(today, jurisdiction).map(({ id, name }) => [id, name]));
  const registries = troubles.map(({ endpointId, undelivered, silentSince, waitingSince }) => ({
    name: names.get(endpointId) ?? endpointId,
    undelivered,
    silentSince,
    waitingSince,
  }));
  const { rows } = await sql<Administrator>`
    select name, email, language from account
    where staff_role = 'administrator' and ended_at is null order by email_key`.execute(kysely);
  for (const { name, email, language } of rows) {
    const letter = {
      kind: 'outbound-trouble',
      name,
      registries,
      link: `${publicUrl()}/staff/outbound`,
    } as const;
    const dedupeKey = `outbound-trouble:${today}:${email.toLowerCase()}`;
    await enqueueMail(kysely, { to: email, language, dedupeKey, letter }, now);
  }
}
