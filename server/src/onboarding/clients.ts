import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { ApiError, type ApiProblem, problem } from '../platform/api.ts';
import { csvOf } from '../platform/csv.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Asking } from './asking.ts';
import { checkClient, invitationKey } from './client-check.ts';
import { activeFacility, type Between, type ClientParts, confirm, end, joinOrAsk } from './client-links.ts';
import {
  clientsOf,
  dropLapsedInvitation,
  hasInvited,
  invitedInADay,
  lockFacility,
  organizationOf,
} from './client-queries.ts';
import { type ClientRow, readClientSheet, type SheetRow } from './client-sheet.ts';
import { noteEvent } from './events.ts';
import { inviteRegistration } from './registration-drafts.ts';
import type { clientsAnswer, clientSheetAnswer } from './site-schema.ts';

type ClientsAnswer = z.output<typeof clientsAnswer>;
type SheetAnswer = z.output<typeof clientSheetAnswer>;
type RowAnswer = SheetAnswer['rows'][number];

export async function listClients(
  { organizationId }: { readonly organizationId: string },
  { database: { kysely }, clock }: ClientParts,
): Promise<ClientsAnswer> {
  const clients = await clientsOf(kysely, organizationId, clock.now());
  return {
    clients: clients.map(({ linkedAt, confirmedAt, ...client }) => ({
      ...client,
      linkedAt: linkedAt.toISOString(),
      confirmedAt: confirmedAt?.toISOString() ?? null,
    })),
  };
}

/** The same as a sheet, to be kept or compared with the facility's own list. */
export async function exportClients(
  facility: { readonly organizationId: string },
  parts: ClientParts,
): Promise<string> {
  const { clients } = await listClients(facility, parts);
  return csvOf([
    ['site id', 'site name', 'city', 'stage', 'asked by', 'since', 'confirmed'],
    ...clients.map(({ code, name, city, stage, askedBy, linkedAt, confirmedAt }) => [
      code ?? '',
      name,
      city ?? '',
      stage,
      askedBy,
      linkedAt,
      confirmedAt ?? '',
    ]),
  ]);
}

export function addClient(asking: Asking, client: ClientRow, parts: ClientParts): Promise<SheetAnswer> {
  return addClients(asking, [{ row: 1, client, problems: [] }], parts);
}

/** @throws ApiError where it is no sheet of client sites as a whole; what is wrong with a row is in its outcome */
export function addClientSheet(asking: Asking, csv: string, parts: ClientParts): Promise<SheetAnswer> {
  mustBeFacility(asking);
  return addClients(asking, readClientSheet(csv), parts);
}

/**
 * Adds client sites one after the other, each in a transaction of its own: whatever ends it halfway, the rows before are done
 * as they were reported, and the same sheet once more does the rest.
 */
async function addClients(
  asking: Asking,
  rows: readonly SheetRow[],
  parts: ClientParts,
): Promise<SheetAnswer> {
  mustBeFacility(asking);
  const answers: RowAnswer[] = [];
  for (const row of rows) answers.push(await addRow(asking, row, parts));
  return {
    added: answers.filter(({ outcome }) => outcome === 'asked' || outcome === 'invited').length,
    refused: answers.filter(({ outcome }) => outcome === 'refused').length,
    rows: answers,
  };
}

/**
 * Invitations go to any address, in the registry's name. A facility whom nobody at the registry has looked at yet sends few of
 * them in a day.
 */
const MOST_INVITED = { new: 50, live: 2000 } as const;

type Added = { readonly outcome: RowAnswer['outcome']; readonly problems: readonly ApiProblem[] };

async function addRow(
  asking: Asking,
  { row, client, problems }: SheetRow,
  parts: ClientParts,
): Promise<RowAnswer> {
  const name = client.siteName || client.siteId;
  const added =
    problems.length > 0
      ? { outcome: 'refused' as const, problems }
      : await parts.database.kysely
          .transaction()
          .execute((trx) =>
            client.siteId.trim() === ''
              ? invite(trx, asking, client, parts)
              : ask(trx, asking, client, parts),
          );
  return { row, name, outcome: added.outcome, problems: [...added.problems] };
}

/** A registered site is asked. What a facility types of it is not compared: it learns nothing but that the site is asked. */
async function ask(
  trx: Kysely<Tables>,
  { site: facility, who: actor }: Asking,
  { siteId }: ClientRow,
  parts: ClientParts,
): Promise<Added> {
  await activeFacility(trx, facility.organizationId);
  const site = await organizationOf(trx, siteId);
  if (site?.kind !== 'site') return { outcome: 'refused', problems: [problem('siteId', 'site-unknown')] };
  const outcome = await joinOrAsk(trx, { facility, site, by: 'sending-facility', actor }, parts);
  return { outcome: outcome === 'asked' ? 'asked' : 'already', problems: [] };
}

async function invite(
  trx: Kysely<Tables>,
  { site: facility, who: actor }: Asking,
  client: ClientRow,
  parts: ClientParts,
): Promise<Added> {
  const now = parts.clock.now();
  const { organizationId: facilityId } = facility;
  await activeFacility(trx, facilityId);
  const { problems, invited } = checkClient(client, parts.jurisdiction);
  if (!invited) return { outcome: 'refused', problems };
  const key = invitationKey(client);
  await dropLapsedInvitation(trx, { facilityId, key }, now);
  if (await hasInvited(trx, { facilityId, key }, now)) return { outcome: 'already', problems: [] };
  if (
    (await invitedInADay(trx, facilityId, now)) >=
    MOST_INVITED[facility.stage === 'production' ? 'live' : 'new']
  ) {
    return { outcome: 'refused', problems: [problem('contactEmail', 'too-many-invitations')] };
  }
  const registration = await inviteRegistration(
    trx,
    { ...invited, invitedBy: facilityId, language: facility.language, sendingFacilityName: facility.name },
    parts,
    now,
  );
  const detail = { name: invited.siteName, key, registration };
  await noteEvent(trx, { organizationId: facilityId, kind: 'client-invited', actor, detail }, now);
  return { outcome: 'invited', problems: [] };
}

/** @throws ApiError not-found, changed-meanwhile, sending-facility-suspended */
export async function confirmClient(
  asking: Asking,
  code: string,
  parts: ClientParts,
): Promise<ClientsAnswer> {
  mustBeFacility(asking);
  await parts.database.kysely.transaction().execute(async (trx) => {
    await activeFacility(trx, asking.site.organizationId);
    await confirm(trx, await betweenOf(trx, asking, code), parts);
  });
  return listClients(asking.site, parts);
}

/** @throws ApiError not-found */
export async function endClient(asking: Asking, code: string, parts: ClientParts): Promise<ClientsAnswer> {
  mustBeFacility(asking);
  await parts.database.kysely.transaction().execute(async (trx) => {
    await lockFacility(trx, asking.site.organizationId);
    await end(trx, await betweenOf(trx, asking, code), parts);
  });
  return listClients(asking.site, parts);
}

async function betweenOf(
  trx: Kysely<Tables>,
  { site: facility, who: actor }: Asking,
  code: string,
): Promise<Between> {
  const site = await organizationOf(trx, code);
  if (!site) throw new ApiError(404, 'not-found');
  return { facility, site, by: 'sending-facility', actor };
}

function mustBeFacility({ site }: Asking): void {
  if (site.kind !== 'sending-facility') throw new ApiError(409, 'not-a-sending-facility');
}
