import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { SentBack, StepFacts } from './steps.ts';

export type Track = 'production' | 'bidx';

/** What is stored of an organization's way, from which its steps follow. */
export type SiteState = {
  readonly organizationId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'site' | 'sending-facility';
  readonly siteType: 1 | 2 | 3;
  readonly stage: 'testing' | 'real-data' | 'production' | 'suspended';
  readonly suspendedAt: Date | undefined;
  readonly county: string | undefined;
  readonly region: string | undefined;
  readonly language: 'en' | 'es';
  readonly mailGrouping: 'each' | 'hour';
  readonly profile: unknown;
  readonly facts: StepFacts;
  readonly agreement: { readonly version: string; readonly name: string; readonly at: Date } | undefined;
  /** The newest test message of each case that was shown. */
  readonly shown: ReadonlyMap<string, { readonly messageId: string; readonly at: Date }>;
  readonly sendingFacilities: readonly SendingFacility[];
  readonly bidx:
    | {
        readonly state: 'testing' | 'approved';
        readonly surveyedAt: Date;
        readonly approvedAt: Date | undefined;
        readonly sentBack: SentBack | undefined;
      }
    | undefined;
  readonly promotions: readonly Promotion[];
  /** Since when it asks that doses be deducted from its stock by messages. */
  readonly deductionAskedAt: Date | undefined;
};

export type SendingFacility = {
  readonly code: string;
  readonly name: string;
  readonly askedBy: 'site' | 'sending-facility';
  readonly confirmedAt: Date | undefined;
};

export type Promotion = {
  readonly track: Track;
  readonly proposedBy: string;
  readonly proposerId: string;
  readonly proposedAt: Date;
  readonly note: string;
};

/** JSON of the database: moments are text in it. */
type Row = {
  readonly organizationId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: SiteState['kind'];
  readonly stage: SiteState['stage'];
  readonly suspendedFrom: StepFacts['stage'] | null;
  readonly siteType: 1 | 2 | 3;
  readonly county: string | null;
  readonly region: string | null;
  readonly language: SiteState['language'];
  readonly mailGrouping: SiteState['mailGrouping'];
  readonly profile: unknown;
  readonly createdAt: Date;
  readonly deductionAskedAt: Date | null;
  readonly registration: { readonly submittedAt: string | null; readonly verifiedAt: string | null } | null;
  readonly agreement: { readonly version: string; readonly name: string; readonly at: string } | null;
  readonly hasCredential: boolean;
  readonly links: readonly (Omit<SendingFacility, 'confirmedAt'> & { readonly confirmedAt: string | null })[];
  readonly shown: readonly {
    readonly case: string;
    readonly messageId: string;
    readonly at: string;
    readonly first: string;
  }[];
  readonly real: { readonly accepted: number; readonly last: string | null };
  readonly sentBack: readonly { readonly step: string; readonly reasons: string; readonly at: string }[];
  readonly reached: {
    readonly realData: string | null;
    readonly production: string | null;
    readonly suspended: string | null;
  };
  readonly promotions: readonly (Omit<Promotion, 'proposedAt'> & { readonly proposedAt: string })[];
  readonly bidx: {
    readonly state: 'testing' | 'approved';
    readonly surveyedAt: string;
    readonly approvedAt: string | null;
  } | null;
};

/**
 * The organizations that a condition on `o` names, with all that their steps follow from: one statement for one site as for the
 * whole work list. What a Sending Facility shows it shows for itself or for its clients, so its test messages are those it sent.
 */
export async function siteStates(
  db: Kysely<Tables>,
  where: RawBuilder<unknown>,
  { readiness, agreement }: Pick<Jurisdiction, 'readiness' | 'agreement'>,
): Promise<readonly SiteState[]> {
  const cases = [...readiness.submissions, ...readiness.queries];
  const { rows } = await sql<Row>`
    select o.organization_id as "organizationId", o.code, o.name, o.kind, o.stage,
      o.suspended_from as "suspendedFrom", t.type as "siteType", o.county, o.region, o.language,
      o.mail_grouping as "mailGrouping", o.profile, o.created_at as "createdAt",
      o.decrement_asked_at as "deductionAskedAt",
      (select json_build_object('submittedAt', r.submitted_at, 'verifiedAt', r.verified_at)
        from registration r where r.organization_id = o.organization_id
        order by r.submitted_at desc limit 1) as registration,
      (select json_build_object('version', a.version, 'name', a.name, 'at', a.accepted_at)
        from agreement_acceptance a where a.organization_id = o.organization_id
        order by a.accepted_at desc, a.acceptance_id desc limit 1) as agreement,
      exists (select 1 from credential c where c.organization_id = o.organization_id) as "hasCredential",
      (select coalesce(json_agg(json_build_object('code', f.code, 'name', f.name, 'askedBy', l.asked_by,
          'confirmedAt', l.confirmed_at) order by f.code), '[]')
        from sending_facility_client l join organization f on f.organization_id = l.sending_facility_id
        where l.site_id = o.organization_id and l.ended_at is null) as links,
      (select coalesce(json_agg(x), '[]') from (
        select shows as case, max(s.received_at) as at, min(s.received_at) as first,
          (array_agg(s.message_id order by s.message_id desc))[1] as "messageId"
        from ${submitted(sql`s.cases && ${cases}::text[]`)} s cross join unnest(s.cases) shows
        where shows = any(${cases}::text[]) group by shows) x) as shown,
      (select json_build_object('accepted', count(*), 'last', max(x.received_at))
        from ${submitted(sql`s.stage = 'real-data' and ${outcome} = 'accepted'
          order by s.message_id limit ${readiness.realMessages}`)} x) as real,
      (select coalesce(json_agg(json_build_object('step', e.step, 'reasons', e.reasons, 'at', e.at)), '[]')
        from (select distinct on (detail ->> 'step') event_id, at, detail ->> 'step' as step,
            detail ->> 'reasons' as reasons
          from onboarding_event where organization_id = o.organization_id and kind = 'sent-back'
          order by detail ->> 'step', event_id desc) e
        where not exists (select 1 from ${submitted(sql`s.message_id > e.event_id
          and (e.step <> 'real-data' or s.stage = 'real-data')
          and ${outcome} = case when e.step = 'bidx' then 'answered' else 'accepted' end limit 1`)} x)) as "sentBack",
      (select json_build_object('realData', max(at) filter (where kind = 'real-data-begun'),
          'production', max(at) filter (where kind = 'promotion-approved' and detail ->> 'track' = 'production'),
          'suspended', max(at) filter (where kind = 'suspended'))
        from onboarding_event where organization_id = o.organization_id
          and kind in ('real-data-begun', 'promotion-approved', 'suspended')) as reached,
      (select coalesce(json_agg(json_build_object('track', p.track, 'proposedBy', a.name,
          'proposerId', p.proposed_by, 'proposedAt', p.proposed_at, 'note', p.note) order by p.track), '[]')
        from promotion p join account a on a.account_id = p.proposed_by
        where p.organization_id = o.organization_id) as promotions,
      (select json_build_object('state', b.state, 'surveyedAt', b.surveyed_at, 'approvedAt', b.approved_at)
        from bidx b where b.organization_id = o.organization_id) as bidx
    from organization o
    cross join lateral (select ${siteType} as type) y
    cross join lateral (select y.type, case when y.type <> 3 then o.organization_id end as site,
      case when y.type = 3 then o.organization_id end as sender) t
    where ${where}`.execute(db);
  return rows.map((row) => stateOf(row, { readiness, agreement }));
}

/** An organization that an operator added has no type of its own: what it holds says which it is. */
const siteType = sql`coalesce(o.site_type, case
  when o.kind = 'sending-facility' then 3
  when exists (select 1 from sending_facility_client l where l.site_id = o.organization_id and l.ended_at is null)
    and not exists (select 1 from credential c where c.organization_id = o.organization_id) then 2
  else 1 end)`;

/** What the ledger says became of a test message. */
const outcome = sql`(select m.outcome from message m where m.month = s.month and m.message_id = s.message_id)`;

/** Test messages that count for `o`: two branches, of which one is empty and each has its index. */
const submitted = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  (select s.message_id, s.received_at, s.cases from test_submission s where s.organization_id = t.site and ${condition})
  union all
  (select s.message_id, s.received_at, s.cases from test_submission s where s.sender_id = t.sender and ${condition}))`;

function stateOf(
  row: Row,
  { readiness, agreement }: Pick<Jurisdiction, 'readiness' | 'agreement'>,
): SiteState {
  const { registration, reached, real, bidx } = row;
  const sentBack = Object.fromEntries(
    row.sentBack.map(({ step, reasons, at }) => [step, { reasons, at: new Date(at) }]),
  ) as Readonly<Partial<Record<'testing' | 'real-data' | 'bidx', SentBack>>>;
  const promotions = row.promotions.map((each) => ({ ...each, proposedAt: new Date(each.proposedAt) }));
  const sendingFacilities = row.links.map((each) => ({ ...each, confirmedAt: moment(each.confirmedAt) }));
  const accepted = row.agreement ? { ...row.agreement, at: new Date(row.agreement.at) } : undefined;
  return {
    organizationId: row.organizationId,
    code: row.code,
    name: row.name,
    kind: row.kind,
    siteType: row.siteType,
    stage: row.stage,
    suspendedAt: row.stage === 'suspended' ? moment(reached.suspended) : undefined,
    county: row.county ?? undefined,
    region: row.region ?? undefined,
    language: row.language,
    mailGrouping: row.mailGrouping,
    profile: row.profile,
    agreement: accepted,
    sendingFacilities,
    promotions,
    deductionAskedAt: row.deductionAskedAt ?? undefined,
    shown: new Map(
      row.shown.map((each) => [each.case, { messageId: each.messageId, at: new Date(each.at) }]),
    ),
    bidx: bidx
      ? {
          state: bidx.state,
          surveyedAt: new Date(bidx.surveyedAt),
          approvedAt: moment(bidx.approvedAt),
          sentBack: sentBack.bidx,
        }
      : undefined,
    facts: {
      siteType: row.siteType,
      stage: stageOf(row),
      registeredAt: moment(registration?.submittedAt) ?? row.createdAt,
      // An operator adds a site without a registration; then nothing is to be verified.
      verifiedAt: registration ? moment(registration.verifiedAt) : row.createdAt,
      accepted,
      agreementVersion: agreement.version,
      hasCredential: row.hasCredential,
      sendingFacilities,
      cases: readiness.submissions,
      shown: new Map(row.shown.map((each) => [each.case, new Date(each.first)])),
      realMessages: {
        accepted: real.accepted,
        needed: readiness.realMessages,
        reachedAt: real.accepted >= readiness.realMessages ? moment(real.last) : undefined,
      },
      sentBack,
      realDataAt: moment(reached.realData),
      proposedAt: promotions.find(({ track }) => track === 'production')?.proposedAt,
      productionAt: moment(reached.production),
    },
  };
}

/** Where a suspension began is not known of a site that an operator suspended: it shows its messages again. */
const stageOf = ({ stage, suspendedFrom }: Row): StepFacts['stage'] =>
  stage === 'suspended' ? (suspendedFrom ?? 'testing') : stage;

const moment = (text: string | null | undefined): Date | undefined =>
  text === null || text === undefined ? undefined : new Date(text);

/** One organization, or undefined. */
export const siteState = async (
  db: Kysely<Tables>,
  organizationId: string,
  jurisdiction: Pick<Jurisdiction, 'readiness' | 'agreement'>,
): Promise<SiteState | undefined> =>
  (await siteStates(db, sql`o.organization_id = ${organizationId}`, jurisdiction))[0];

/**
 * Whoever changes how far a site has come holds it until that is committed: of two at once the second decides on what the first
 * left. Returns its stage.
 */
export async function holdSite(db: Kysely<Tables>, organizationId: string): Promise<SiteState['stage']> {
  const { rows } = await sql<{ readonly stage: SiteState['stage'] }>`
    select stage from organization where organization_id = ${organizationId} for update`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('an organization is gone');
  return row.stage;
}
