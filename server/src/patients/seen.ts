import { sql } from 'kysely';
import type { z } from 'zod';
import type { PortalParts } from '../portal-parts.ts';
import { lookingFor, type PersonInView, type Viewer } from './rights.ts';
import type { seenAnswer, SeenWhat } from './seen-schema.ts';

export type SeenView = z.output<typeof seenAnswer>;
type Entry = SeenView['entries'][number];

const PAGE = 50;

/** How an action of the audit is told to people; others are `other`. */
const TOLD: Readonly<Record<string, SeenWhat>> = {
  'patient-view': 'viewed',
  'patient-search': 'found',
  'patient-print': 'printed',
  'patient-seen-by': 'seen',
  'patient-emergency': 'emergency',
  'patient-why': 'viewed',
  'dose-opened': 'viewed',
  'patients-alike': 'found',
  'patient-added': 'created',
  'patient-changed': 'changed',
  'patient-sharing': 'changed',
  'dose-added': 'dose-added',
  'dose-changed': 'dose-changed',
  'dose-deleted': 'dose-deleted',
  'emergency-list': 'reviewed-emergency',
  'emergency-review': 'reviewed-emergency',
  query: 'asked',
  'message-search': 'message',
  'message-view': 'message',
  'message-export': 'message',
  'review-list': 'reviewed',
  'review-read': 'reviewed',
  'review-decide': 'reviewed',
  'review-reopen': 'reviewed',
  'dose-links': 'reviewed',
  'dose-link': 'reviewed',
  'dose-unlink': 'reviewed',
  'person-links': 'reviewed',
  'person-merge': 'merged',
  'person-unmerge': 'unmerged',
  'person-seal': 'sealed',
};

export const toldAs = (action: string): SeenWhat => TOLD[action] ?? 'other';

/**
 * Whether the asker may read who has seen a patient: administrators of the registry, and those who act for an organization that
 * has a chart of the patient. Whoever only found it elsewhere, also in an emergency, learns nothing of other organizations.
 */
export function maySeeWhoSaw(viewer: Viewer, { sources }: Pick<PersonInView, 'sources'>): boolean {
  const acting = lookingFor(viewer);
  if (!acting) return viewer.staffRole === 'administrator';
  return (
    acting.userRole !== 'school' &&
    sources.some(({ organizationId }) => organizationId === acting.organizationId)
  );
}

type Row = {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly organizationId: string | null;
  readonly organization: string | null;
  readonly through: string | null;
  readonly name: string | null;
  readonly isStaff: boolean;
  readonly isEmergency: boolean;
  readonly reason: string | null;
};

/**
 * Who has seen, or changed, a person, the latest first; also under the ids of persons that were merged into it.
 * @param before where the page before ended, as it said
 */
export async function seenBy(
  { database: { kysely } }: Pick<PortalParts, 'database'>,
  viewer: Viewer,
  personId: string,
  before: string | undefined,
): Promise<SeenView> {
  const [beforeAt = null, beforeId = null] = before?.split('~') ?? [];
  const { rows } = await sql<Row>`
    with recursive same as (
      select ${personId}::uuid as person_id
      union select p.person_id from same join person p on p.merged_into = same.person_id)
    select e.event_id as id, e.at, e.action, o.organization_id as "organizationId", o.name as organization,
      case when e.action = 'query' and e.organization_id <> e.responsible_id then sender.name end as through,
      coalesce(a.name, s.name) as name, (a.staff_role is not null or s.staff_id is not null) as "isStaff",
      (e.action = 'patient-emergency' or coalesce(e.detail->>'isEmergency', '') = 'true') as "isEmergency", e.detail->>'reason' as reason
    from audit_event e
    left join organization o on o.organization_id =
      case when e.action = 'query' then coalesce(e.responsible_id, e.organization_id) else e.organization_id end
    left join organization sender on sender.organization_id = e.organization_id
    left join account a on a.account_id = e.account_id
    left join staff s on s.staff_id = e.staff_id
    where e.person_ids && (select array_agg(person_id) from same)
      and (${beforeAt}::timestamptz is null or (e.at, e.event_id) < (${beforeAt}::timestamptz, ${beforeId}::uuid))
    order by e.at desc, e.event_id desc
    limit ${PAGE + 1}`.execute(kysely);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    entries: shown.map((row) => entryOf(row, viewer)),
    more: rows.length > PAGE && last ? `${last.at.toISOString()}~${last.id}` : null,
  };
}

/** People are named within their own organization, and to administrators; to others their organization answers for them. */
function entryOf(row: Row, viewer: Viewer): Entry {
  const own = lookingFor(viewer)?.organizationId;
  const isOwn = own !== undefined && row.organizationId === own;
  const isNamed = isOwn || viewer.staffRole === 'administrator';
  return {
    id: row.id,
    at: row.at.toISOString(),
    what: toldAs(row.action),
    name: isNamed ? (row.name ?? '') : '',
    organization: row.organization ?? '',
    through: row.through ?? '',
    isStaff: row.isStaff,
    isOwn,
    isEmergency: row.isEmergency,
    reason: isNamed ? (row.reason ?? '') : '',
  };
}
