import { type Kysely, sql } from 'kysely';
import { emailKey } from '../accounts/accounts.ts';
import { issueToken, redeemToken } from '../accounts/tokens.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Language } from '../platform/jurisdiction.ts';
import type { PortalParts } from '../portal-parts.ts';
import { noteEvent } from './events.ts';
import { contactsOf, siteLink } from './people.ts';
import { registrationOf, theOne } from './registration-drafts.ts';
import { shownAs, similarSites } from './registration-similar.ts';

const HOUR_MS = 60 * 60_000;
export const CONFIRM_LASTS_MS = 24 * HOUR_MS;
/** Letters that requests may cause to one address in an hour; anybody can enter anybody's. */
const LETTERS_PER_HOUR = 3;

export type AccessAsked = {
  readonly similarId: string;
  readonly name: string;
  readonly email: string;
  readonly reason: string;
  readonly language: Language;
};

/**
 * Somebody finds that the site is registered already, and asks to act for it. First the address is confirmed. Call it in a
 * transaction.
 * @throws ApiError not-found where no such site was shown to this browser
 */
export async function askForAccess(
  trx: Kysely<Tables>,
  cookie: string | undefined,
  { similarId, name, email, reason, language }: AccessAsked,
  { publicUrl }: Pick<PortalParts, 'publicUrl'>,
  now: Date,
): Promise<void> {
  const { answers } = await registrationOf(trx, cookie, now);
  const site = shownAs(await similarSites(trx, answers), cookie ?? '', similarId);
  if (!site) throw new ApiError(404, 'not-found');
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from access_request
    where lower(email) = ${emailKey(email)} and created_at > ${new Date(now.getTime() - HOUR_MS)}`.execute(
    trx,
  );
  // The answer is the same: it says nothing of what others asked.
  if (theOne(rows).count >= LETTERS_PER_HOUR) return;
  const requestId = uuidv7(now.getTime());
  await sql`insert into access_request (request_id, organization_id, name, email, reason, language, state, created_at)
    values (${requestId}, ${site.organizationId}, ${name}, ${email}, ${reason}, ${language}, 'unverified', ${now})`.execute(
    trx,
  );
  const token = await issueToken(
    trx,
    { purpose: 'confirm-access-request', subjectId: requestId, detail: {}, lastsMs: CONFIRM_LASTS_MS },
    now,
  );
  await enqueueMail(
    trx,
    {
      to: email,
      language,
      letter: {
        kind: 'confirm-access-request',
        name,
        siteName: site.name,
        link: `${publicUrl()}/access#${token}`,
        expiresAt: new Date(now.getTime() + CONFIRM_LASTS_MS),
      },
    },
    now,
  );
}

/**
 * The address is whose it says: the Site Contacts are asked. Call it in a transaction.
 * @throws ApiError link-used
 */
export async function confirmAccessRequest(
  trx: Kysely<Tables>,
  token: string,
  parts: Pick<PortalParts, 'publicUrl'>,
  now: Date,
): Promise<void> {
  const bearer = await redeemToken(trx, 'confirm-access-request', token, now);
  if (!bearer) throw new ApiError(410, 'link-used');
  const { rows } = await sql<{
    readonly organizationId: string;
    readonly name: string;
    readonly email: string;
    readonly reason: string;
    readonly siteName: string;
    readonly code: string;
  }>`
    update access_request r set state = 'waiting' from organization o
    where r.request_id = ${bearer.subjectId} and r.state = 'unverified' and o.organization_id = r.organization_id
    returning r.organization_id as "organizationId", r.name, r.email, r.reason, o.name as "siteName", o.code`.execute(
    trx,
  );
  const [request] = rows;
  if (!request) throw new ApiError(410, 'link-used');
  const { organizationId, name, email, reason, siteName, code } = request;
  await noteEvent(
    trx,
    { organizationId, kind: 'access-asked', actor: undefined, detail: { name, email } },
    now,
  );
  for (const contact of await contactsOf(trx, organizationId, ['site-contact'])) {
    await enqueueMail(
      trx,
      {
        to: contact.email,
        language: contact.language,
        organizationId,
        dedupeKey: `access-asked:${bearer.subjectId}:${contact.accountId}`,
        letter: {
          kind: 'access-asked',
          siteName,
          requester: name,
          requesterEmail: email,
          reason,
          link: siteLink(parts, { code }, '/people'),
        },
      },
      now,
    );
  }
}
