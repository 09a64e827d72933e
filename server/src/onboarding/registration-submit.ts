import { type Kysely, sql } from 'kysely';
import { emailKey } from '../accounts/accounts.ts';
import { issueToken, withdrawTokens } from '../accounts/tokens.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Language } from '../platform/jurisdiction.ts';
import type { PortalParts } from '../portal-parts.ts';
import { agreementHash } from './agreement-text.ts';
import { allProblems, submittedAnswers } from './registration-check.ts';
import { checkRegistration } from './registration-answer.ts';
import { limitMails, type Registration, registrationOf, theOne } from './registration-drafts.ts';
import type { Answers } from './registration-schema.ts';
import { similarSites } from './registration-similar.ts';

/** How long the link of the verification works. */
export const VERIFY_LASTS_MS = 3 * 24 * 60 * 60_000;

type Parts = Pick<PortalParts, 'jurisdiction' | 'publicUrl'>;

/**
 * Submits a registration: its answers are frozen, the agreement is accepted, the verification goes out. What was submitted
 * before is left as it is. Call it in a transaction.
 * @throws ApiError changed-meanwhile, request-invalid with all that is missing, agreement-changed, similar-sites
 */
export async function submit(
  trx: Kysely<Tables>,
  cookie: string | undefined,
  asked: { readonly version: number; readonly isAnotherSite: boolean; readonly from: string },
  parts: Parts,
  now: Date,
): Promise<Registration> {
  const draft = await registrationOf(trx, cookie, now, 'for update');
  if (draft.status !== 'draft') return draft;
  if (draft.version !== asked.version) throw new ApiError(409, 'changed-meanwhile');
  const checked = await checkRegistration(trx, draft, parts.jurisdiction);
  const { complete } = checked;
  if (!complete) {
    const problems = allProblems(checked);
    const isOnlyAgreement = problems.every(({ code }) => code === 'agreement-changed');
    throw isOnlyAgreement
      ? new ApiError(409, 'agreement-changed', problems)
      : new ApiError(400, 'request-invalid', problems);
  }
  if (!asked.isAnotherSite && (await similarSites(trx, draft.answers)).length > 0) {
    throw new ApiError(409, 'similar-sites');
  }
  const { agreement } = parts.jurisdiction;
  const { siteContact } = complete.contacts;
  await sql`insert into agreement_acceptance (acceptance_id, registration_id, version, text_hash, language, name, title,
      email, accepted_at, accepted_from)
    values (${uuidv7(now.getTime())}, ${draft.registrationId}, ${agreement.version},
      ${agreementHash(agreement, draft.language)}, ${draft.language}, ${complete.agreement.name},
      ${complete.agreement.title}, ${siteContact.email}, ${now}, ${asked.from})`.execute(trx);
  await sql`update registration set status = 'submitted', submitted_at = ${now}, updated_at = ${now}
    where registration_id = ${draft.registrationId} and status = 'draft'`.execute(trx);
  await withdrawTokens(trx, 'resume-registration', draft.registrationId, now);
  await mailVerification(trx, draft, complete, parts, now);
  await tellTheKnown(trx, draft, complete, parts, now);
  return { ...draft, status: 'submitted', submittedAt: now };
}

/**
 * Mails the verification again; links of earlier ones end. As long as it is not verified, a mistyped address of the Site
 * Contact can be corrected. Call it in a transaction.
 * @throws ApiError registration-submitted where it is verified; changed-meanwhile where it was not submitted yet; too-many-requests
 */
export async function resendVerification(
  trx: Kysely<Tables>,
  cookie: string | undefined,
  email: string | undefined,
  parts: Parts,
  now: Date,
): Promise<Registration> {
  const submitted = await registrationOf(trx, cookie, now, 'for update');
  const { registrationId } = submitted;
  if (submitted.status === 'verified') throw new ApiError(409, 'registration-submitted');
  if (submitted.status === 'draft') throw new ApiError(409, 'changed-meanwhile');
  await limitMails(trx, 'verify-email', registrationId, now);
  const current = email === undefined ? submitted : await correctEmail(trx, submitted, email, now);
  const complete = submittedAnswers(current.answers);
  await mailVerification(trx, current, complete, parts, now);
  await tellTheKnown(trx, current, complete, parts, now);
  return current;
}

async function correctEmail(
  trx: Kysely<Tables>,
  { registrationId, answers, ...rest }: Registration,
  email: string,
  now: Date,
): Promise<Registration> {
  const corrected = {
    ...answers,
    contacts: {
      ...answers.contacts,
      siteContact: { ...submittedAnswers(answers).contacts.siteContact, email },
    },
  };
  const { rows } = await sql<{ readonly version: number }>`
    update registration set answers = ${JSON.stringify(corrected)}, version = version + 1, updated_at = ${now}
    where registration_id = ${registrationId} and status = 'submitted' returning version`.execute(trx);
  await sql`update agreement_acceptance set email = ${email} where registration_id = ${registrationId}`.execute(
    trx,
  );
  return { ...rest, registrationId, answers: corrected, version: theOne(rows).version };
}

async function mailVerification(
  trx: Kysely<Tables>,
  { registrationId, language }: Registration,
  { place, contacts: { siteContact } }: Answers,
  { publicUrl }: Parts,
  now: Date,
): Promise<void> {
  await withdrawTokens(trx, 'verify-email', registrationId, now);
  const token = await issueToken(
    trx,
    {
      purpose: 'verify-email',
      subjectId: registrationId,
      detail: { email: siteContact.email },
      lastsMs: VERIFY_LASTS_MS,
    },
    now,
  );
  await enqueueMail(
    trx,
    {
      to: siteContact.email,
      language,
      letter: {
        kind: 'verify-email',
        siteName: place.siteName,
        name: siteContact.name,
        link: `${publicUrl()}/verify#${token}`,
        expiresAt: new Date(now.getTime() + VERIFY_LASTS_MS),
      },
    },
    now,
  );
}

/**
 * Whoever acts for a registered site already hears of it by mail, and nobody else: what the page answers does not tell which
 * addresses are known.
 */
async function tellTheKnown(
  trx: Kysely<Tables>,
  { registrationId }: Registration,
  { contacts }: Answers,
  { publicUrl }: Parts,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{
    readonly accountId: string;
    readonly email: string;
    readonly name: string;
    readonly language: Language;
    readonly siteName: string;
  }>`
    select distinct on (a.account_id) a.account_id as "accountId", a.email, a.name, a.language, o.name as "siteName"
    from account a join account_site s using (account_id) join organization o using (organization_id)
    where a.email_key = any(${emailsOf(contacts).map(emailKey)}::text[]) and a.ended_at is null and s.ended_at is null
    order by a.account_id, s.added_at`.execute(trx);
  for (const { accountId, email, name, language, siteName } of rows) {
    await enqueueMail(
      trx,
      {
        to: email,
        language,
        letter: { kind: 'already-registered', name, siteName, link: `${publicUrl()}/sign-in` },
        dedupeKey: `already-registered:${registrationId}:${accountId}`,
      },
      now,
    );
  }
}

const emailsOf = ({ siteContact, dataExchangeContact }: Answers['contacts']): readonly string[] => [
  siteContact.email,
  ...('email' in dataExchangeContact ? [dataExchangeContact.email] : []),
];
