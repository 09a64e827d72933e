import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { codeKey } from '../registry/organizations.ts';
import { type Checked, checkAnswers, submittedAnswers } from './registration-check.ts';
import type { Registration } from './registration-drafts.ts';
import { placesOf } from './registration-places.ts';
import type { registrationAnswer } from './registration-schema.ts';

/** Sending Facilities that sites may name. */
export async function sendingFacilities(
  db: Kysely<Tables>,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ readonly code: string; readonly name: string }>`
    select code, name from organization where kind = 'sending-facility' and stage <> 'suspended'
    order by lower(name), code`.execute(db);
  return rows;
}

export async function checkRegistration(
  db: Kysely<Tables>,
  { answers }: Registration,
  jurisdiction: Jurisdiction,
): Promise<Checked> {
  const named = answers.type?.sendingFacility;
  const key = typeof named === 'string' ? codeKey(named) : '';
  const { rows } = await sql<{ readonly isThere: boolean }>`
    select exists (select 1 from organization where code_key = ${key} and kind = 'sending-facility'
      and stage <> 'suspended') as "isThere"`.execute(db);
  return checkAnswers(answers, jurisdiction, () => rows[0]?.isThere === true);
}

/** What the browser that holds a registration sees of it. */
export async function answerOf(
  db: Kysely<Tables>,
  registration: Registration,
  jurisdiction: Jurisdiction,
): Promise<z.output<typeof registrationAnswer>> {
  const { status, version, language, answers, invitedBy } = registration;
  const { steps } = await checkRegistration(db, registration, jurisdiction);
  const inviting = invitedBy === null ? [] : await organization(db, invitedBy);
  const county = answers.place?.county;
  return {
    status,
    version,
    language,
    answers: { ...answers },
    steps: steps.map(({ step, isComplete, problems }) => ({ step, isComplete, problems: [...problems] })),
    invitedBy: inviting[0] ?? null,
    sentTo: status === 'draft' ? null : masked(submittedAnswers(answers).contacts.siteContact.email),
    region: (typeof county === 'string' && placesOf(jurisdiction).county(county)?.region) || null,
  };
}

async function organization(
  db: Kysely<Tables>,
  organizationId: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { rows } = await sql<{ readonly code: string; readonly name: string }>`
    select code, name from organization where organization_id = ${organizationId}`.execute(db);
  return rows;
}

/** `maria@clinic.example` → `m•••@clinic.example` */
export const masked = (email: string): string => email.replace(/^(.).*(?=@)/su, '$1•••');
