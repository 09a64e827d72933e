import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { type Asking, isMember, isStaff } from './asking.ts';
import { siteState, type SiteState } from './site-queries.ts';
import type { eventsAnswer, readinessAnswer, siteAnswer, stepAnswer } from './site-schema.ts';
import { stepAnswers } from './registration-schema.ts';
import { type Step, stepsOf } from './steps.ts';

export type SiteAnswer = z.output<typeof siteAnswer>;

const profileSchema = z.object(stepAnswers).omit({ agreement: true });
export type Profile = z.output<typeof profileSchema>;

/** What a site said of itself; undefined where it never did. */
export const profileOf = (stored: unknown): Profile | undefined => profileSchema.safeParse(stored).data;

/** A site as whoever asks may see it. */
export async function siteOverview(
  db: Kysely<Tables>,
  { site, who }: Asking,
  jurisdiction: Jurisdiction,
): Promise<SiteAnswer> {
  const state = await siteState(db, site.organizationId, jurisdiction);
  if (!state) throw new ApiError(404, 'not-found');
  const [isOwn, isOfRegistry] = [isMember(site), isStaff(site)];
  const { facts, agreement } = state;
  return {
    code: state.code,
    name: state.name,
    kind: state.kind,
    siteType: state.siteType,
    stage: state.stage,
    county: state.county ?? null,
    region: state.region ?? null,
    language: state.language,
    mailGrouping: state.mailGrouping,
    // A Sending Facility sees how far its client has come, not what that said of its people.
    profile: isOwn || isOfRegistry ? (profileOf(state.profile) ?? null) : null,
    steps: stepsOf(facts).map(stepInAnswer),
    readiness: readinessOf(state, jurisdiction.readiness.submissions),
    realData: { accepted: facts.realMessages.accepted, needed: facts.realMessages.needed },
    may: {
      manage: isOwn,
      decide: isOfRegistry,
      administer: site.relations.includes('administrator'),
    },
    sendingFacilities: state.sendingFacilities.map((each) => ({
      ...each,
      confirmedAt: iso(each.confirmedAt),
    })),
    bidx: {
      state: state.bidx?.state ?? 'none',
      surveyedAt: iso(state.bidx?.surveyedAt),
      approvedAt: iso(state.bidx?.approvedAt),
      readiness: readinessOf(state, jurisdiction.readiness.queries),
    },
    promotions: state.promotions.map(({ track, proposedBy, proposerId, proposedAt, note }) => ({
      track,
      proposedBy,
      proposedAt: proposedAt.toISOString(),
      // Written for the second person of the registry.
      note: isOfRegistry ? note : '',
      isYours: proposerId === who.accountId,
    })),
    agreement: agreement
      ? {
          version: agreement.version,
          name: agreement.name,
          acceptedAt: agreement.at.toISOString(),
          isCurrent: agreement.version === jurisdiction.agreement.version,
        }
      : null,
    accessRequests: isOwn || isOfRegistry ? await accessRequests(db, site.organizationId) : [],
  };
}

const iso = (at: Date | undefined): string | null => at?.toISOString() ?? null;

const stepInAnswer = ({ step, state, at, owner, missing, reasons }: Step): z.output<typeof stepAnswer> => ({
  step,
  state,
  at: iso(at),
  owner,
  missing: missing.map(({ code, detail }) => ({ code, detail: { ...detail } })),
  reasons: reasons ?? null,
});

const readinessOf = ({ shown }: SiteState, cases: readonly string[]): z.output<typeof readinessAnswer> =>
  cases.map((each) => {
    const by = shown.get(each);
    return { case: each, shownBy: by?.messageId ?? null, at: iso(by?.at) };
  });

/** Those that somebody of the site decides; an address that was never confirmed asks for nothing. */
async function accessRequests(
  db: Kysely<Tables>,
  organizationId: string,
): Promise<SiteAnswer['accessRequests']> {
  const { rows } = await sql<{
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly reason: string;
    readonly at: Date;
  }>`select request_id as id, name, email, reason, created_at as at from access_request
    where organization_id = ${organizationId} and state = 'waiting' order by request_id limit 100`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** What is between a site and its people; it is not its Sending Facility's. */
const OF_THE_SITE_ALONE =
  /^(?:access-|person-|contacts-|credentials-|certificate-|settings-|email-|agreement-|statement-)/;
const EVENTS_SHOWN = 500;

/** What happened to a site, the newest first. */
export async function siteEvents(
  db: Kysely<Tables>,
  { site }: Asking,
): Promise<z.output<typeof eventsAnswer>> {
  const { rows } = await sql<{
    readonly id: string;
    readonly at: Date;
    readonly kind: string;
    readonly actor: string;
    readonly forStaff: boolean;
    readonly detail: Record<string, unknown>;
  }>`select event_id as id, at, kind, actor_name as actor, for_staff as "forStaff", detail from onboarding_event
    where organization_id = ${site.organizationId} and (not for_staff or ${isStaff(site)})
    order by event_id desc limit ${EVENTS_SHOWN}`.execute(db);
  const isNear = isMember(site) || isStaff(site);
  return {
    events: rows
      .filter(({ kind }) => isNear || !OF_THE_SITE_ALONE.test(kind))
      .map((row) => ({ ...row, at: row.at.toISOString() })),
  };
}
