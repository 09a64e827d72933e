import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { type Clock, localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { sessionAnswer } from './schema.ts';
import type { SignedIn } from './sessions.ts';
import { sitesOf } from './sites.ts';

/** Who is signed in and for which sites, and what every page shows of the registry. */
export async function sessionView(
  { kysely, clock, jurisdiction, demo }: SessionParts,
  who: SignedIn | undefined,
): Promise<z.output<typeof sessionAnswer>> {
  return {
    account: who
      ? {
          name: who.name,
          email: who.email,
          language: who.language,
          staffRole: who.staffRole ?? null,
          sites: await sitesOf(kysely, who.accountId),
        }
      : null,
    demo,
    registryName: jurisdiction.name,
    today: localDate(clock.now(), jurisdiction.timeZone),
    timeZone: jurisdiction.timeZone,
  };
}

type SessionParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly demo: boolean;
};
