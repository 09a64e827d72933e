import { type Kysely, sql } from 'kysely';
import { accountFor, addStaffAccount, addToSite, endAccounts } from './accounts/accounts.ts';
import { issueCredential, setRevoked } from './accounts/credentials.ts';
import { hashPassword } from './accounts/passwords.ts';
import { addStaff, revokeStaffToken } from './accounts/staff.ts';
import { agreementHash } from './onboarding/agreement-text.ts';
import { uuidv7 } from './platform/ids.ts';
import type { Agreement, Jurisdiction } from './platform/jurisdiction.ts';
import type { Tables } from './platform/database/tables.ts';
import { linkClientSite, registerOrganization } from './registry/organizations.ts';

/** The fixed logins of demo mode. They are public: demo mode listens on the loopback address only. */
export const DEMO_LOGINS = [
  {
    code: 'DE-000001',
    name: 'Demo Family Clinic',
    username: 'demo-clinic',
    password: 'demo-clinic-password',
    for: 'sends for itself',
  },
  {
    code: 'SF-000001',
    name: 'Demo Health Information Exchange',
    username: 'demo-hie',
    password: 'demo-hie-password',
    for: 'sends for DE-000002',
  },
] as const;

/** Likewise the fixed token of somebody who works for the registry: for the review API. */
export const DEMO_STAFF = {
  name: 'Demo Registry Staff',
  role: 'registry-staff',
  token: 'cairn-staff-demo-token',
} as const;

/** The people of demo mode who sign in at the portal, all with the same password. */
export const DEMO_PEOPLE = {
  password: 'demo-password-1234',
  staff: [
    { email: 'dx@demo.example', name: 'Dana Demo', role: 'dx-specialist' },
    { email: 'dx2@demo.example', name: 'Drew Demo', role: 'dx-specialist' },
    { email: 'admin@demo.example', name: 'Ada Demo', role: 'administrator' },
  ],
  siteContacts: [
    { email: 'clinic@demo.example', name: 'Clara Demo', code: 'DE-000001' },
    { email: 'hie@demo.example', name: 'Henry Demo', code: 'SF-000001' },
    { email: 'pediatrics@demo.example', name: 'Petra Demo', code: 'DE-000002' },
  ],
} as const;

const IN_PRODUCTION = { stage: 'production', mayQuery: true } as const;

/** A direct site in production, and a Sending Facility with one client site; credentials and accounts for all. */
export async function registerDemoOrganizations(
  db: Kysely<Tables>,
  now: Date,
  { agreement }: Jurisdiction,
): Promise<void> {
  const [clinic, hie] = DEMO_LOGINS;
  const clinicId = await registerOrganization(
    db,
    { ...IN_PRODUCTION, code: clinic.code, name: clinic.name, kind: 'site' },
    now,
  );
  const hieId = await registerOrganization(
    db,
    { ...IN_PRODUCTION, code: hie.code, name: hie.name, kind: 'sending-facility' },
    now,
  );
  const siteId = await registerOrganization(
    db,
    { ...IN_PRODUCTION, code: 'DE-000002', name: 'Demo Pediatrics', kind: 'site' },
    now,
  );
  await place(db, clinicId, { siteType: 1, county: 'Los Angeles', region: 'la-orange' });
  await place(db, hieId, { siteType: 3, county: 'Sacramento', region: 'sacramento' });
  await place(db, siteId, { siteType: 2, county: 'Fresno', region: 'central-valley' });
  await linkClientSite(db, { sendingFacilityId: hieId, siteId }, now);
  await issueCredential(
    db,
    { organizationId: clinicId, username: clinic.username, password: clinic.password },
    now,
  );
  await issueCredential(db, { organizationId: hieId, username: hie.username, password: hie.password }, now);
  await setRevoked(db, DEMO_USERNAMES, null);
  await addStaff(db, DEMO_STAFF, DEMO_STAFF.token, now);
  for (const organizationId of [clinicId, hieId, siteId]) await agree(db, organizationId, agreement, now);
  await addDemoPeople(db, { 'DE-000001': clinicId, 'SF-000001': hieId, 'DE-000002': siteId }, now);
}

/** What an organization would have said when it registered; what is known of it already stays. */
async function place(
  db: Kysely<Tables>,
  organizationId: string,
  {
    siteType,
    county,
    region,
  }: { readonly siteType: number; readonly county: string; readonly region: string },
): Promise<void> {
  await sql`update organization set site_type = ${siteType}, county = ${county}, region = ${region}
    where organization_id = ${organizationId} and site_type is null`.execute(db);
}

/** The agreement in force, accepted, so that nothing waits for it. */
async function agree(
  db: Kysely<Tables>,
  organizationId: string,
  agreement: Agreement,
  now: Date,
): Promise<void> {
  await sql`
    insert into agreement_acceptance (acceptance_id, organization_id, version, text_hash, language, name, title, email,
      accepted_at, accepted_from)
    select ${uuidv7(now.getTime())}, ${organizationId}, ${agreement.version}, ${agreementHash(agreement, 'en')}, 'en',
      'Demo', 'Demo', 'demo@demo.example', ${now}, '127.0.0.1'
    where not exists (select 1 from agreement_acceptance
      where organization_id = ${organizationId} and version = ${agreement.version})`.execute(db);
}

async function addDemoPeople(
  db: Kysely<Tables>,
  organizations: Readonly<Record<'DE-000001' | 'SF-000001' | 'DE-000002', string>>,
  now: Date,
): Promise<void> {
  const { password, staff, siteContacts } = DEMO_PEOPLE;
  for (const person of staff) await addStaffAccount(db, person, now);
  for (const { email, name, code } of siteContacts) {
    const { accountId } = await accountFor(db, { email, name, language: 'en' }, now);
    const organizationId = organizations[code];
    await addToSite(db, { accountId, organizationId, role: 'site-contact', name }, now);
  }
  await sql`update account set password_hash = ${await hashPassword(password)}
    where email_key = any(${DEMO_EMAILS})`.execute(db);
}

const DEMO_USERNAMES = DEMO_LOGINS.map(({ username }) => username);
const DEMO_EMAILS = [...DEMO_PEOPLE.staff, ...DEMO_PEOPLE.siteContacts].map(({ email }) => email);

/** Outside demo mode the public passwords open nothing, also where the database has been a demo's. */
export async function endDemoLogins(db: Kysely<Tables>, now: Date): Promise<void> {
  await setRevoked(db, DEMO_USERNAMES, now);
  await revokeStaffToken(db, DEMO_STAFF.token, now);
  await endAccounts(db, DEMO_EMAILS, now);
}
