import { sql } from 'kysely';
import { ymdOf } from '@cairn/guide';
import type { SiteInView } from '../accounts/sites.ts';
import { guideOn } from '../exchange/guide.ts';
import { claimsOf } from '../exchange/identify.ts';
import { takeIn } from '../exchange/intake.ts';
import { receive } from '../exchange/receive.ts';
import { ApiError, problem } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { codeKey } from '../registry/organizations.ts';
import { splitTexts } from './split.ts';

/**
 * Sends messages to the testing address as the site's EHR would, one after the other, since later ones may build on earlier
 * ones. A text of which a part is no message is not submitted at all: what was sent is what is shown afterwards.
 * @returns the ids of the messages in the ledger, in their order
 * @throws ApiError for a text that is not messages only, and for a site of type 2 that nobody sends for yet
 */
export async function submitTests(
  text: string,
  site: SiteInView,
  parts: PortalParts,
): Promise<readonly string[]> {
  const { texts, unreadable } = splitTexts(text);
  if (texts.length === 0 || unreadable.length > 0) {
    throw new ApiError(
      400,
      'request-invalid',
      unreadable.map(({ line, what }) => ({ where: `line ${line}`, code: 'no-message' as const, what })),
    );
  }
  const organizationId = await holderFor(site, parts);
  if (organizationId !== site.organizationId) refuseOthers(texts, site, parts);
  const ids: string[] = [];
  for (const message of texts) {
    const { messageId } = await receive(
      {
        address: 'test',
        operation: 'submitSingleMessage',
        identity: { kind: 'portal', organizationId },
        facilityId: '',
        text: message,
      },
      parts.exchange,
    );
    if (messageId !== undefined) ids.push(messageId);
  }
  return ids;
}

/** In whose name the site's messages come: its own, or that of the Sending Facility that it sends through (type 2). */
async function holderFor({ organizationId }: SiteInView, { database }: PortalParts): Promise<string> {
  const { rows } = await sql<{ readonly siteType: number | null; readonly facilityId: string | null }>`
    select o.site_type as "siteType",
      (select l.sending_facility_id from sending_facility_client l
       where l.site_id = o.organization_id and l.ended_at is null and l.confirmed_at is not null
       order by l.confirmed_at desc limit 1) as "facilityId"
    from organization o where o.organization_id = ${organizationId}`.execute(database.kysely);
  const row = rows[0];
  if (row?.siteType !== 2) return organizationId;
  if (row.facilityId === null) throw new ApiError(409, 'sending-facility-not-confirmed');
  return row.facilityId;
}

/**
 * A Sending Facility speaks for many sites; a member of one of them may use its name for that site alone. What counts is what
 * is left of MSH-22 after the check: it is by that that the message is taken to be somebody's.
 */
function refuseOthers(
  texts: readonly string[],
  site: SiteInView,
  { jurisdiction, clock }: Pick<PortalParts, 'jurisdiction' | 'clock'>,
): void {
  const today = localDate(clock.now(), jurisdiction.timeZone);
  const guide = guideOn(jurisdiction, today);
  const problems = texts.flatMap((text, index) => {
    const { parsed } = takeIn(text, guide, ymdOf(today));
    const [responsible = ''] = parsed.ok ? claimsOf(parsed.message).responsible : [];
    return codeKey(responsible) === codeKey(site.code)
      ? []
      : [problem(`message ${index + 1}`, 'message-of-another-site')];
  });
  if (problems.length > 0) throw new ApiError(400, 'request-invalid', problems);
}
