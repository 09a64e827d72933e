import { type Kysely, sql } from 'kysely';
import { emailKey } from '../accounts/accounts.ts';
import { hashOf, newSecret } from '../accounts/secrets.ts';
import { issueToken, redeemToken, withdrawTokens } from '../accounts/tokens.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Language } from '../platform/jurisdiction.ts';
import { keptSince, RETENTION_DAYS } from '../platform/retention.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { SavedAnswers } from './registration-check.ts';
import type { Step } from './registration-schema.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How long a mailed link continues a registration. */
export const RESUME_LASTS_MS = 30 * DAY_MS;
/** How many mails of one kind a registration may cause in an hour: whoever holds it chooses the address. */
const MAILS_PER_HOUR = 5;
/** How many such links one address gets in an hour, from however many registrations. */
const MAILS_TO_ONE_PER_HOUR = 10;

export type Registration = {
  readonly registrationId: string;
  readonly status: 'draft' | 'submitted' | 'verified';
  readonly language: Language;
  readonly answers: SavedAnswers;
  readonly version: number;
  readonly invitedBy: string | null;
  readonly organizationId: string | null;
  readonly submittedAt: Date | null;
};

const COLUMNS = sql`registration_id as "registrationId", status, language, answers, version, invited_by as "invitedBy",
  organization_id as "organizationId", submitted_at as "submittedAt"`;

/** What the browser's cookie holds, and the registration that it names. */
export type Begun = { readonly cookie: string; readonly registration: Registration };

/** Begins a registration in a county that the registry serves. */
export async function beginRegistration(
  db: Kysely<Tables>,
  { county, language }: { readonly county: string; readonly language: Language },
  now: Date,
): Promise<Begun> {
  const cookie = newSecret();
  const registration = await insert(db, { cookie, language, answers: { place: { county } } }, now);
  return { cookie, registration };
}

async function insert(
  db: Kysely<Tables>,
  draft: {
    readonly cookie: string;
    readonly language: Language;
    readonly answers: SavedAnswers;
    readonly invitedBy?: string;
  },
  now: Date,
): Promise<Registration> {
  const { rows } = await sql<Registration>`
    insert into registration (registration_id, resume_hash, status, language, answers, version, invited_by, created_at, updated_at)
    values (${uuidv7(now.getTime())}, ${hashOf(draft.cookie)}, 'draft', ${draft.language},
      ${JSON.stringify(draft.answers)}, 1, ${draft.invitedBy ?? null}, ${now}, ${now})
    returning ${COLUMNS}`.execute(db);
  return theOne(rows);
}

/**
 * The registration that the cookie names.
 * @throws ApiError not-found where there is none, or a draft has lain too long
 */
export async function registrationOf(
  db: Kysely<Tables>,
  cookie: string | undefined,
  now: Date,
  lock: 'for update' | 'read' = 'read',
): Promise<Registration> {
  if (cookie === undefined) throw new ApiError(404, 'not-found');
  const { rows } = await sql<Registration>`
    select ${COLUMNS} from registration
    where resume_hash = ${hashOf(cookie)}
      and (status <> 'draft' or updated_at > ${keptSince(RETENTION_DAYS.draft, now)})
    ${lock === 'for update' ? sql`for update` : sql``}`.execute(db);
  const [registration] = rows;
  if (!registration) throw new ApiError(404, 'not-found');
  return registration;
}

/**
 * Saves a step as it was typed.
 * @throws ApiError changed-meanwhile where the page has an older version; registration-submitted
 */
export async function saveStep(
  db: Kysely<Tables>,
  cookie: string | undefined,
  saved: {
    readonly step: Step;
    readonly answers: Readonly<Record<string, unknown>>;
    readonly version: number;
    readonly language?: Language | undefined;
  },
  now: Date,
): Promise<Registration> {
  const registration = await registrationOf(db, cookie, now, 'for update');
  if (registration.status !== 'draft') throw new ApiError(409, 'registration-submitted');
  if (registration.version !== saved.version) throw new ApiError(409, 'changed-meanwhile');
  const answers = { ...registration.answers, [saved.step]: saved.answers };
  const { rows } = await sql<Registration>`
    update registration set answers = ${JSON.stringify(answers)}, version = version + 1,
      language = ${saved.language ?? registration.language}, updated_at = ${now}
    where registration_id = ${registration.registrationId} returning ${COLUMNS}`.execute(db);
  return theOne(rows);
}

/** Throws a draft away; what was submitted stays, and only the browser forgets it. */
export async function discardDraft(db: Kysely<Tables>, cookie: string | undefined, now: Date): Promise<void> {
  const registration = await registrationOf(db, cookie, now, 'for update');
  if (registration.status !== 'draft') return;
  await withdrawTokens(db, 'resume-registration', registration.registrationId, now);
  await sql`delete from registration where registration_id = ${registration.registrationId}`.execute(db);
}

/** Mails a link by which the draft can be continued elsewhere; older links end. */
export async function mailLink(
  db: Kysely<Tables>,
  cookie: string | undefined,
  to: string,
  publicUrl: string,
  now: Date,
): Promise<void> {
  const registration = await registrationOf(db, cookie, now, 'for update');
  if (registration.status !== 'draft') throw new ApiError(409, 'registration-submitted');
  await limitMails(db, 'resume-registration', registration.registrationId, now);
  // The answer is the same: it says nothing of what others asked.
  if (await hasHadEnough(db, to, now)) return;
  const { siteName } = registration.answers.place ?? {};
  await enqueueMail(
    db,
    {
      to,
      language: registration.language,
      letter: {
        kind: 'resume-registration',
        siteName: typeof siteName === 'string' ? siteName.replace(/\s+/g, ' ').trim().slice(0, 120) : '',
        ...(await resumeLink(db, registration.registrationId, publicUrl, now)),
      },
    },
    now,
  );
}

/** Anybody can begin as many registrations as they like, and enter the address of somebody else in each. */
async function hasHadEnough(db: Kysely<Tables>, to: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from mail
    where kind = 'resume-registration' and lower(recipient) = ${emailKey(to)}
      and created_at > ${new Date(now.getTime() - 60 * 60_000)}`.execute(db);
  return theOne(rows).count >= MAILS_TO_ONE_PER_HOUR;
}

async function resumeLink(
  db: Kysely<Tables>,
  registrationId: string,
  publicUrl: string,
  now: Date,
): Promise<{ readonly link: string; readonly expiresAt: Date }> {
  await withdrawTokens(db, 'resume-registration', registrationId, now);
  const token = await issueToken(
    db,
    { purpose: 'resume-registration', subjectId: registrationId, detail: {}, lastsMs: RESUME_LASTS_MS },
    now,
  );
  return {
    link: `${publicUrl}/register/continue#${token}`,
    expiresAt: new Date(now.getTime() + RESUME_LASTS_MS),
  };
}

/** @throws ApiError too-many-requests where a registration has caused enough mails of that kind in the last hour */
export async function limitMails(
  db: Kysely<Tables>,
  purpose: 'resume-registration' | 'verify-email',
  registrationId: string,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from one_time_token
    where subject_id = ${registrationId} and purpose = ${purpose}
      and created_at > ${new Date(now.getTime() - 60 * 60_000)}`.execute(db);
  if (theOne(rows).count >= MAILS_PER_HOUR) throw new ApiError(429, 'too-many-requests');
}

/**
 * Continues a registration in the browser that has the link. It gets a new cookie; the one before names nothing any more.
 * @throws ApiError link-used
 */
export async function resumeRegistration(db: Kysely<Tables>, token: string, now: Date): Promise<Begun> {
  await lockByToken(db, token);
  const bearer = await redeemToken(db, 'resume-registration', token, now);
  if (!bearer) throw new ApiError(410, 'link-used');
  const cookie = newSecret();
  const { rows } = await sql<Registration>`
    update registration set resume_hash = ${hashOf(cookie)}
    where registration_id = ${bearer.subjectId}
      and (status <> 'draft' or updated_at > ${keptSince(RETENTION_DAYS.draft, now)})
    returning ${COLUMNS}`.execute(db);
  const [registration] = rows;
  if (!registration) throw new ApiError(410, 'link-used');
  return { cookie, registration };
}

/** A registration is locked before its tokens, by whoever changes both: two that come from either side would wait for each other. */
export async function lockByToken(db: Kysely<Tables>, token: string): Promise<void> {
  await sql`select 1 from registration r join one_time_token t on t.subject_id = r.registration_id
    where t.token_hash = ${hashOf(token)} for update of r`.execute(db);
}

export type Invitation = {
  /** What the Sending Facility knows of the site, by step; nothing of it needs to be complete. */
  readonly answers: SavedAnswers;
  /** Organization id of the Sending Facility. */
  readonly invitedBy: string;
  readonly language: Language;
  readonly contactEmail: string;
  readonly contactName: string;
  readonly siteName: string;
  readonly sendingFacilityName: string;
};

/**
 * A Sending Facility has a client site register: a draft of type 2 with what is known, and a letter to the site with the link
 * that continues it. The link between both is confirmed when the site has verified its address. Call it in a transaction.
 * @returns the registration's id
 */
export async function inviteRegistration(
  trx: Kysely<Tables>,
  invitation: Invitation,
  parts: Pick<PortalParts, 'publicUrl'>,
  now: Date,
): Promise<string> {
  const { answers, invitedBy, language, contactEmail, contactName, siteName } = invitation;
  const { rows } = await sql<{ readonly code: string }>`
    select code from organization where organization_id = ${invitedBy}`.execute(trx);
  const { registrationId } = await insert(
    trx,
    {
      // Nobody holds this cookie: the draft is reached by the mailed link alone.
      cookie: newSecret(),
      language,
      invitedBy,
      answers: {
        ...answers,
        place: { siteName, ...answers.place },
        contacts: { siteContact: { name: contactName, email: contactEmail }, ...answers.contacts },
        type: { siteType: 2, sendingFacility: theOne(rows).code },
      },
    },
    now,
  );
  await enqueueMail(
    trx,
    {
      to: contactEmail,
      language,
      letter: {
        kind: 'client-invited',
        name: contactName,
        siteName,
        sendingFacility: invitation.sendingFacilityName,
        ...(await resumeLink(trx, registrationId, parts.publicUrl(), now)),
      },
    },
    now,
  );
  return registrationId;
}

export function theOne<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a row that must be there is not');
  return row;
}
