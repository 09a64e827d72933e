import { type Kysely, sql } from 'kysely';
import { type Account, accountFor, addToSite, emailKey, type SiteRole } from '../accounts/accounts.ts';
import { passwordLink } from '../accounts/password-link.ts';
import { issueToken, redeemToken } from '../accounts/tokens.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Jurisdiction, Language } from '../platform/jurisdiction.ts';
import type { PortalParts } from '../portal-parts.ts';
import { codeKey } from '../registry/organizations.ts';
import { noteEvent } from './events.ts';
import { exchangeAddresses } from './exchange-addresses.ts';
import { siteLink } from './people.ts';
import { submittedAnswers } from './registration-check.ts';
import { lockByToken, theOne } from './registration-drafts.ts';
import { likenessOf } from './registration-likeness.ts';
import { linkToNamedFacility, type NamedFacility } from './registration-link.ts';
import { placesOf } from './registration-places.ts';
import type { Answers } from './registration-schema.ts';

/** How long the links of the confirmation work: the one that shows the credentials, and the one to set a password. */
export const CONFIRMATION_LASTS_MS = 14 * 24 * 60 * 60_000;
/** The page goes on to the password at once. */
const PASSWORD_NOW_MS = 60 * 60_000;

type Parts = Pick<PortalParts, 'jurisdiction' | 'publicUrl'>;

export type Verified = {
  readonly siteCode: string;
  readonly siteName: string;
  readonly passwordToken: string | null;
};

type Row = {
  readonly registrationId: string;
  readonly answers: unknown;
  readonly language: Language;
  readonly invitedBy: string | null;
  readonly submittedAt: Date;
};

/** The registered site, while the rest of it is made. */
type NewSite = {
  readonly organizationId: string;
  readonly code: string;
  readonly answers: Answers;
  readonly language: Language;
};

/**
 * The Site Contact has opened the link: the site is registered. Organization, people, events and letters are made together;
 * call it in a transaction.
 * @throws ApiError link-used: of two that use the link at once, one hears this
 */
export async function verifyEmail(
  trx: Kysely<Tables>,
  token: string,
  parts: Parts,
  now: Date,
): Promise<Verified> {
  await lockByToken(trx, token);
  const bearer = await redeemToken(trx, 'verify-email', token, now);
  if (!bearer) throw new ApiError(410, 'link-used');
  const { rows } = await sql<Row>`
    update registration set status = 'verified', verified_at = ${now}, updated_at = ${now}
    where registration_id = ${bearer.subjectId} and status = 'submitted'
    returning registration_id as "registrationId", answers, language, invited_by as "invitedBy",
      submitted_at as "submittedAt"`.execute(trx);
  const [registration] = rows;
  if (!registration) throw new ApiError(410, 'link-used');
  const site = await makeOrganization(trx, registration, parts.jurisdiction, now);
  await sql`update registration set organization_id = ${site.organizationId}
    where registration_id = ${registration.registrationId}`.execute(trx);
  await sql`update agreement_acceptance set organization_id = ${site.organizationId}
    where registration_id = ${registration.registrationId}`.execute(trx);

  const people = await makePeople(trx, site, now);
  const { siteContact } = people;
  await noteWhatHappened(trx, site, registration.submittedAt, siteContact, now);
  const facility = await linkToNamedFacility(trx, site, registration.invitedBy, siteContact, parts, now);
  for (const contact of new Set([siteContact, people.dataExchangeContact])) {
    await confirm(trx, site, contact, facility, parts, now);
  }
  const lasts = { lastsMs: PASSWORD_NOW_MS, publicUrl: parts.publicUrl() };
  return {
    siteCode: site.code,
    siteName: site.answers.place.siteName,
    passwordToken: siteContact.hasPassword
      ? null
      : (await passwordLink(trx, siteContact.accountId, lasts, now)).token,
  };
}

async function makeOrganization(
  trx: Kysely<Tables>,
  { answers: saved, language }: Row,
  jurisdiction: Jurisdiction,
  now: Date,
): Promise<NewSite> {
  const answers = submittedAnswers(saved as Answers);
  const { agreement: _, ...profile } = answers;
  const { place, type } = answers;
  const isSendingFacility = type.siteType === 3;
  const county = placesOf(jurisdiction).county(place.county);
  const { organizationIds } = jurisdiction;
  const prefix = isSendingFacility ? organizationIds.sendingFacility : organizationIds.site;
  // A number may be an operator's already; the next one is taken then.
  for (;;) {
    const organizationId = uuidv7(now.getTime());
    const { rows: numbers } = await sql<{ readonly number: string }>`
      select nextval('organization_number') as number`.execute(trx);
    const code = `${prefix}${theOne(numbers).number.padStart(6, '0')}`;
    const { rows } = await sql`
      insert into organization (organization_id, code, code_key, name, kind, stage, may_query, created_at, site_type,
        county, region, profile, likeness, language)
      values (${organizationId}, ${code}, ${codeKey(code)}, ${place.siteName},
        ${isSendingFacility ? 'sending-facility' : 'site'}, 'testing', false, ${now}, ${type.siteType},
        ${county?.name ?? place.county}, ${county?.region ?? null}, ${JSON.stringify(profile)},
        ${likenessOf(answers)}::text[], ${language})
      on conflict (code_key) do nothing returning 1`.execute(trx);
    if (rows.length > 0) return { organizationId, code, answers, language };
  }
}

/** Both contacts may act for the site; they may be one person. */
async function makePeople(
  trx: Kysely<Tables>,
  { organizationId, answers: { contacts }, language }: NewSite,
  now: Date,
): Promise<{ readonly siteContact: Account; readonly dataExchangeContact: Account }> {
  const join = async (contact: Answers['contacts']['siteContact'], role: SiteRole): Promise<Account> => {
    const account = await accountFor(trx, { ...contact, language }, now);
    const { accountId } = account;
    await addToSite(trx, { accountId, organizationId, role, name: contact.name }, now);
    return account;
  };
  const siteContact = await join(contacts.siteContact, 'site-contact');
  const other = contacts.dataExchangeContact;
  if (!('email' in other) || emailKey(other.email) === emailKey(siteContact.email)) {
    return { siteContact, dataExchangeContact: siteContact };
  }
  return { siteContact, dataExchangeContact: await join(other, 'data-exchange-contact') };
}

async function noteWhatHappened(
  trx: Kysely<Tables>,
  { organizationId, answers }: NewSite,
  submittedAt: Date,
  actor: Account,
  now: Date,
): Promise<void> {
  const { name, title, version } = answers.agreement;
  const happened = { organizationId, actor };
  await noteEvent(trx, { ...happened, kind: 'registered' }, submittedAt);
  await noteEvent(
    trx,
    { ...happened, kind: 'agreement-accepted', detail: { version, name, title } },
    submittedAt,
  );
  await noteEvent(trx, { ...happened, kind: 'email-verified', detail: { email: actor.email } }, now);
}

/** The confirmation, with links of this person's own. Type 2 has no credentials: its Sending Facility sends with its own. */
async function confirm(
  trx: Kysely<Tables>,
  { organizationId, code, answers }: NewSite,
  contact: Account,
  facility: NamedFacility | undefined,
  parts: Parts,
  now: Date,
): Promise<void> {
  const url = parts.publicUrl();
  const { siteType } = answers.type;
  const credentials =
    siteType === 2
      ? undefined
      : await issueToken(
          trx,
          {
            purpose: 'show-credentials',
            subjectId: organizationId,
            detail: { organizationId, email: contact.email },
            lastsMs: CONFIRMATION_LASTS_MS,
          },
          now,
        );
  const password = contact.hasPassword
    ? undefined
    : await passwordLink(trx, contact.accountId, { lastsMs: CONFIRMATION_LASTS_MS, publicUrl: url }, now);
  await enqueueMail(
    trx,
    {
      to: contact.email,
      language: contact.language,
      organizationId,
      dedupeKey: `registration-confirmed:${organizationId}:${contact.accountId}`,
      letter: {
        kind: 'registration-confirmed',
        siteName: answers.place.siteName,
        siteCode: code,
        siteType,
        name: contact.name,
        credentialsLink: credentials && `${url}/credentials#${credentials}`,
        passwordLink: password?.link,
        linksExpireAt: new Date(now.getTime() + CONFIRMATION_LASTS_MS),
        siteLink: siteLink(parts, { code }),
        ...exchangeAddresses(parts),
        sendingFacility: facility?.name,
      },
    },
    now,
  );
}
