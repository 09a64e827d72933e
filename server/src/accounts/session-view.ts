import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { type Clock, localDate } from '../platform/clock.ts';
import type { SingleSignOn } from '../platform/config.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { actorsNow } from './access.ts';
import { codeAt } from './authenticator.ts';
import {
  type Actor,
  LOCAL_ADMINISTRATORS,
  PATIENT_READERS,
  PATIENT_WRITERS,
  STOCK_READERS,
  WATCHERS,
} from './roles.ts';
import type { sessionAnswer } from './schema.ts';
import { demoSecretOf } from './second-factor.ts';
import { idleMs, type SignedIn } from './sessions.ts';
import { sitesOf } from './sites.ts';

/** Who is signed in and for which sites, and what every page shows of the registry. */
export async function sessionView(
  { kysely, clock, jurisdiction, demo, secretKey, singleSignOn }: SessionParts,
  who: SignedIn | undefined,
): Promise<z.output<typeof sessionAnswer>> {
  const actors = who && isWhole(who) ? actorsNow(who) : [];
  const may = (allow: readonly Actor[]): boolean => actors.some((actor) => allow.includes(actor));
  const demoSecret =
    who?.secondFactor === 'needed'
      ? await demoSecretOf(kysely, who.accountId, { demo, secretKey })
      : undefined;
  return {
    singleSignOn: singleSignOn?.name ?? null,
    demoCode: demoSecret === undefined ? null : codeAt(demoSecret, clock.now()),
    account: who
      ? {
          name: who.name,
          email: who.email,
          language: who.language,
          staffRole: who.staffRole ?? null,
          secondFactor: who.secondFactor,
          idleMinutes: idleMs(who) / 60_000,
          sites: await sitesOf(kysely, who.accountId),
          acting: actingView(who, jurisdiction),
          may: {
            seePatients: may(PATIENT_READERS),
            changePatients: may(PATIENT_WRITERS),
            watchExchange: may(WATCHERS),
            askForAccounts: may(LOCAL_ADMINISTRATORS),
            seeInventory: may(STOCK_READERS),
          },
        }
      : null,
    demo,
    registryName: jurisdiction.name,
    today: localDate(clock.now(), jurisdiction.timeZone),
    timeZone: jurisdiction.timeZone,
  };
}

const isWhole = ({ secondFactor }: SignedIn): boolean =>
  secondFactor === 'given' || secondFactor === 'not-needed';

function actingView(
  { acting }: SignedIn,
  { timeline }: Jurisdiction,
): NonNullable<z.output<typeof sessionAnswer>['account']>['acting'] {
  if (!acting) return null;
  const { code, name, kind, userRole, isLocalAdministrator, holdUp, region } = acting;
  const goLive = kind === 'site' ? timeline.find((entry) => entry.region === region)?.goLive : undefined;
  return {
    code,
    name,
    kind,
    userRole: userRole ?? null,
    isLocalAdministrator,
    holdUp: holdUp ?? null,
    goLive: goLive ?? null,
  };
}

type SessionParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly demo: boolean;
  readonly secretKey: () => Promise<Buffer>;
  readonly singleSignOn: SingleSignOn | undefined;
};
