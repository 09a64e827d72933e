import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { Asking } from './asking.ts';
import { bidxLacking, openBidx } from './bidx.ts';
import { noteEvent } from './events.ts';
import { exchangeAddresses } from './exchange-addresses.ts';
import { siteLink, writeToContacts } from './people.ts';
import { holdSite, siteState, type SiteState, type Track } from './site-queries.ts';
import type { trackBody } from './site-schema.ts';
import { type Lacking, lackingFor } from './steps.ts';

type Asked = z.output<typeof trackBody>;

/**
 * Testing is done: from now on messages of real patients come to the testing address.
 * @throws ApiError changed-meanwhile; not-ready with what is missing
 */
export async function beginRealData(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const { organizationId } = site;
  if ((await holdSite(trx, organizationId)) !== 'testing') throw new ApiError(409, 'changed-meanwhile');
  const { facts } = await stateOf(trx, organizationId, parts);
  refuseUnready(lackingFor('testing', facts));
  await moveTo(trx, organizationId, 'testing', 'real-data');
  await noteEvent(trx, { organizationId, kind: 'real-data-begun', actor: who }, now);
  await writeStepReached(trx, site, 'real-data', parts);
}

/** A first person proposes; nothing changes for the site until a second one approves. */
export async function propose(
  trx: Kysely<Tables>,
  { site: { organizationId }, who }: Asking,
  { track, note }: Asked,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const stage = await holdSite(trx, organizationId);
  const state = await stateOf(trx, organizationId, parts);
  refuseStage(track, stage, state);
  refuseUnready(lackingOn(track, state, parts));
  const { rows } = await sql`insert into promotion (organization_id, track, proposed_by, proposed_at, note)
    values (${organizationId}, ${track}, ${who.accountId}, ${now}, ${note})
    on conflict do nothing returning 1`.execute(trx);
  if (rows.length === 0) throw new ApiError(409, 'changed-meanwhile');
  await noteEvent(trx, { organizationId, kind: 'promotion-proposed', actor: who, detail: { track } }, now);
  await noteWords(trx, organizationId, who, { track, note }, now);
}

/**
 * A second person approves what another proposed, on what holds at that moment. The proposal goes with it, in one transaction:
 * of two who approve at once one does.
 * @throws ApiError second-person, changed-meanwhile, not-ready
 */
export async function approve(
  trx: Kysely<Tables>,
  { site, who }: Asking,
  { track, note }: Asked,
  parts: PortalParts,
): Promise<void> {
  const now = parts.clock.now();
  const { organizationId } = site;
  const stage = await holdSite(trx, organizationId);
  const { rows } = await sql<{ readonly proposedBy: string }>`delete from promotion
    where organization_id = ${organizationId} and track = ${track}
    returning proposed_by as "proposedBy"`.execute(trx);
  const proposal = rows[0];
  if (!proposal) throw new ApiError(409, 'changed-meanwhile');
  if (proposal.proposedBy === who.accountId) throw new ApiError(409, 'second-person');
  const state = await stateOf(trx, organizationId, parts);
  refuseStage(track, stage, state);
  refuseUnready(lackingOn(track, state, parts));
  if (track === 'production') await moveTo(trx, organizationId, 'real-data', 'production');
  else if (!(await openBidx(trx, organizationId, now))) throw new ApiError(409, 'changed-meanwhile');
  await noteEvent(trx, { organizationId, kind: 'promotion-approved', actor: who, detail: { track } }, now);
  await noteWords(trx, organizationId, who, { track, note }, now);
  await writeStepReached(trx, site, track, parts);
}

/** The first person takes the proposal back, or a second one declines it. */
export async function withdraw(
  trx: Kysely<Tables>,
  { site: { organizationId }, who }: Asking,
  { track, note }: Asked,
  now: Date,
): Promise<void> {
  if (!(await dropProposal(trx, { organizationId, who, track }, now))) {
    throw new ApiError(409, 'changed-meanwhile');
  }
  await noteWords(trx, organizationId, who, { track, note }, now);
}

/** Ends a proposal where there is one: it was taken back, or what it was made on holds no longer. */
export async function dropProposal(
  trx: Kysely<Tables>,
  proposal: { readonly organizationId: string; readonly who: Asking['who']; readonly track: Track },
  now: Date,
): Promise<boolean> {
  const { organizationId, who, track } = proposal;
  const { rows } =
    await sql`delete from promotion where organization_id = ${organizationId} and track = ${track}
    returning 1`.execute(trx);
  if (rows.length === 0) return false;
  await noteEvent(trx, { organizationId, kind: 'promotion-withdrawn', actor: who, detail: { track } }, now);
  return true;
}

/** What colleagues write beside a decision is theirs, not the site's. */
async function noteWords(
  trx: Kysely<Tables>,
  organizationId: string,
  actor: Asking['who'],
  { track, note }: Asked,
  now: Date,
): Promise<void> {
  if (note === '') return;
  const detail = { text: note, track };
  await noteEvent(trx, { organizationId, kind: 'note', actor, forStaff: true, detail }, now);
}

export async function moveTo(
  trx: Kysely<Tables>,
  organizationId: string,
  from: SiteState['stage'],
  to: SiteState['stage'],
): Promise<void> {
  const { rows } = await sql`update organization set stage = ${to}
    where organization_id = ${organizationId} and stage = ${from} returning 1`.execute(trx);
  if (rows.length === 0) throw new ApiError(409, 'changed-meanwhile');
}

async function stateOf(trx: Kysely<Tables>, organizationId: string, parts: PortalParts): Promise<SiteState> {
  const state = await siteState(trx, organizationId, parts.jurisdiction);
  if (!state) throw new ApiError(404, 'not-found');
  return state;
}

/** Production is reached from real-data testing alone. BiDX is apart: a site may query once its queries are good. */
function refuseStage(track: Track, stage: SiteState['stage'], { bidx }: SiteState): void {
  const isAtIt =
    track === 'production' ? stage === 'real-data' : stage !== 'suspended' && bidx?.state !== 'approved';
  if (!isAtIt) throw new ApiError(409, 'not-at-this-step');
}

const lackingOn = (
  track: Track,
  state: SiteState,
  { jurisdiction: { readiness } }: PortalParts,
): readonly Lacking[] =>
  track === 'production' ? lackingFor('real-data', state.facts) : bidxLacking(state, readiness.queries);

/** Says all that is missing, each in words and with what it is about: the case, the id, how many of how many. */
function refuseUnready(lacking: readonly Lacking[]): void {
  if (lacking.length === 0) return;
  const problems = lacking.map(({ code, detail }) => problem(Object.values(detail).join('/'), code));
  throw new ApiError(409, 'not-ready', problems);
}

async function writeStepReached(
  trx: Kysely<Tables>,
  site: Asking['site'],
  step: 'real-data' | Track,
  parts: PortalParts,
): Promise<void> {
  const letter = {
    kind: 'step-reached',
    siteName: site.name,
    step,
    link: siteLink(parts, site, step === 'bidx' ? '/bidx' : ''),
    ...exchangeAddresses(parts),
  } as const;
  await writeToContacts(trx, site.organizationId, letter, parts.clock.now());
}
