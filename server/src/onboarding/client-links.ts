import type { Kysely } from 'kysely';
import type { SignedIn } from '../accounts/sessions.ts';
import type { Letter } from '../mail/letters.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import {
  type Asker,
  askForLink,
  confirmLink,
  endLink,
  linkOf,
  lockFacility,
  type Pair,
} from './client-queries.ts';
import { type EventKind, noteEvent } from './events.ts';
import { contactsOf, siteLink } from './people.ts';

export type ClientParts = Pick<PortalParts, 'database' | 'clock' | 'jurisdiction' | 'publicUrl'>;

export type Party = { readonly organizationId: string; readonly code: string; readonly name: string };

/** A Sending Facility and a site, one of which says something to the other. */
export type Between = {
  readonly facility: Party;
  readonly site: Party;
  readonly by: Asker;
  readonly actor: SignedIn;
};

/**
 * The facility, held until the transaction ends: all that concerns its clients happens one after the other.
 * @throws ApiError sending-facility-suspended: it takes on nobody
 */
export async function activeFacility(trx: Kysely<Tables>, organizationId: string): Promise<void> {
  const { stage } = await lockFacility(trx, organizationId);
  if (stage === 'suspended') throw new ApiError(409, 'sending-facility-suspended');
}

/**
 * One side says that the facility sends for the site. Where the other side has said so before, both have: it is confirmed, and
 * both hear of it. Call it in a transaction that holds the facility.
 */
export async function joinOrAsk(
  trx: Kysely<Tables>,
  between: Between,
  parts: ClientParts,
): Promise<'asked' | 'confirmed' | 'already'> {
  const link = await linkOf(trx, pairOf(between));
  if (!link) {
    await ask(trx, between, parts);
    return 'asked';
  }
  if (link.confirmedAt || link.askedBy === between.by) return 'already';
  await confirm(trx, between, parts);
  return 'confirmed';
}

async function ask(trx: Kysely<Tables>, between: Between, parts: ClientParts): Promise<void> {
  const { facility, site, by } = between;
  const now = parts.clock.now();
  await askForLink(trx, pairOf(between), by, now);
  await noteOnBoth(trx, 'sending-facility-named', between, now);
  const said = { siteName: site.name, sendingFacility: facility.name };
  if (by === 'site') {
    const link = siteLink(parts, facility, '/clients');
    await write(
      trx,
      facility,
      { kind: 'client-named-you', siteCode: site.code, ...said, link },
      between,
      parts,
    );
  } else {
    const link = siteLink(parts, site);
    await write(trx, site, { kind: 'sending-facility-asks', ...said, link }, between, parts);
  }
}

/**
 * Confirms what the other side asked for.
 * @throws ApiError not-found where there is nothing between them; changed-meanwhile where it is not there to be confirmed
 */
export async function confirm(trx: Kysely<Tables>, between: Between, parts: ClientParts): Promise<void> {
  const { facility, site, by } = between;
  const now = parts.clock.now();
  if (!(await linkOf(trx, pairOf(between)))) throw new ApiError(404, 'not-found');
  if (!(await confirmLink(trx, pairOf(between), by === 'site' ? 'sending-facility' : 'site', now))) {
    throw new ApiError(409, 'changed-meanwhile');
  }
  await noteOnBoth(trx, 'sending-facility-confirmed', between, now);
  const said = {
    kind: 'sending-facility-confirmed',
    siteName: site.name,
    sendingFacility: facility.name,
  } as const;
  await write(trx, site, { ...said, link: siteLink(parts, site) }, between, parts);
  if (by === 'site') {
    await write(trx, facility, { ...said, link: siteLink(parts, facility, '/clients') }, between, parts);
  }
}

/**
 * From now on nothing is taken from the facility for the site.
 * @throws ApiError not-found where nothing was to be ended
 */
export async function end(trx: Kysely<Tables>, between: Between, parts: ClientParts): Promise<void> {
  const now = parts.clock.now();
  if (!(await endLink(trx, pairOf(between), now))) throw new ApiError(404, 'not-found');
  await noteOnBoth(trx, 'sending-facility-ended', between, now);
}

const pairOf = ({ facility, site }: Between): Pair => ({
  facilityId: facility.organizationId,
  siteId: site.organizationId,
});

/** Each side's history names the other. */
async function noteOnBoth(
  trx: Kysely<Tables>,
  kind: EventKind,
  { facility, site, actor }: Between,
  now: Date,
): Promise<void> {
  for (const [whose, other] of [
    [site, facility],
    [facility, site],
  ] as const) {
    const detail = { code: other.code, name: other.name };
    await noteEvent(trx, { organizationId: whose.organizationId, kind, actor, detail }, now);
  }
}

/** At most once a day for one pair and kind: ending and asking again in turns fills nobody's mailbox. */
async function write(
  trx: Kysely<Tables>,
  { organizationId }: Party,
  letter: Letter,
  between: Between,
  { clock, jurisdiction }: ClientParts,
): Promise<void> {
  const now = clock.now();
  const { facilityId, siteId } = pairOf(between);
  const day = localDate(now, jurisdiction.timeZone);
  for (const { email: to, language } of await contactsOf(trx, organizationId)) {
    const dedupeKey = [letter.kind, facilityId, siteId, day, to.toLowerCase()].join(':');
    await enqueueMail(trx, { to, language, letter, organizationId, dedupeKey }, now);
  }
}
