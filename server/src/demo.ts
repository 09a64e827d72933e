import { type Kysely, sql } from 'kysely';
import { accountFor, addStaffAccount, addToSite, endAccounts } from './accounts/accounts.ts';
import { DEMO_TOTP_SECRET } from './accounts/authenticator.ts';
import { issueCredential, setRevoked } from './accounts/credentials.ts';
import { hashPassword } from './accounts/passwords.ts';
import { addStaff, revokeStaffToken } from './accounts/staff.ts';
import { giveDemoLots } from './demo-inventory.ts';
import { agreementHash } from './onboarding/agreement-text.ts';
import { uuidv7 } from './platform/ids.ts';
import type { Agreement, Jurisdiction } from './platform/jurisdiction.ts';
import type { Tables } from './platform/database/tables.ts';
import { sealSecret } from './platform/secret-key.ts';
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
  /** Who works with patients or watches the exchange; all but the trainee have done their training. */
  users: [
    { email: 'nurse@demo.example', name: 'Nora Demo', code: 'DE-000001', userRole: 'regular' },
    { email: 'power@demo.example', name: 'Paula Demo', code: 'DE-000001', userRole: 'power' },
    { email: 'qa@demo.example', name: 'Quentin Demo', code: 'DE-000001', userRole: 'dx-qa' },
    { email: 'reader@demo.example', name: 'Rhea Demo', code: 'DE-000001', userRole: 'read-only' },
    { email: 'school@demo.example', name: 'Sol Demo', code: 'DE-000001', userRole: 'school' },
    { email: 'trainee@demo.example', name: 'Tina Demo', code: 'DE-000001', userRole: 'regular' },
    { email: 'nurse2@demo.example', name: 'Nils Demo', code: 'DE-000002', userRole: 'regular' },
    { email: 'hie-qa@demo.example', name: 'Hanna Demo', code: 'SF-000001', userRole: 'dx-qa' },
  ],
} as const;

const IN_PRODUCTION = { stage: 'production', mayQuery: true } as const;

/** A direct site in production, and a Sending Facility with one client site; credentials and accounts for all. */
export async function registerDemoOrganizations(
  db: Kysely<Tables>,
  now: Date,
  { agreement, courses }: Jurisdiction,
  secretKey: Buffer,
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
  await addDemoPeople(db, { 'DE-000001': clinicId, 'SF-000001': hieId, 'DE-000002': siteId }, courses, now);
  await giveAuthenticators(db, secretKey, now);
  await giveDemoLots(db, clinicId, now);
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
  courses: Jurisdiction['courses'],
  now: Date,
): Promise<void> {
  const { password, staff, siteContacts, users } = DEMO_PEOPLE;
  for (const person of staff) await addStaffAccount(db, person, now);
  for (const { email, name, code } of siteContacts) {
    const { accountId } = await accountFor(db, { email, name, language: 'en' }, now);
    const organizationId = organizations[code];
    await addToSite(db, { accountId, organizationId, role: 'site-contact', name }, now);
  }
  for (const { email, name, code, userRole } of users) {
    const { accountId } = await accountFor(db, { email, name, language: 'en' }, now);
    const organizationId = organizations[code];
    await addToSite(db, { accountId, organizationId, role: 'user', name }, now);
    await sql`update account_site set user_role = ${userRole}
      where account_id = ${accountId} and organization_id = ${organizationId}`.execute(db);
    if (email === TRAINEE) continue;
    for (const { id, roles } of courses) {
      if (roles.includes(userRole)) await train(db, accountId, id, now);
    }
  }
  await sql`update account set password_hash = ${await hashPassword(password)}
    where email_key = any(${DEMO_EMAILS})`.execute(db);
}

/** Staff sign in with a code as well; of a public secret here, so that the sign-in page can show it. */
async function giveAuthenticators(db: Kysely<Tables>, secretKey: Buffer, now: Date): Promise<void> {
  for (const person of DEMO_PEOPLE.staff) {
    const { accountId } = await accountFor(db, { ...person, language: 'en' }, now);
    await sql`update account set totp_secret = ${sealSecret(secretKey, DEMO_TOTP_SECRET, accountId)},
        totp_confirmed_at = coalesce(totp_confirmed_at, ${now}), totp_pending = null, totp_last_step = null
      where account_id = ${accountId}`.execute(db);
  }
}

/** A completion without end, so that a demo that is kept stays usable. */
async function train(db: Kysely<Tables>, accountId: string, courseId: string, now: Date): Promise<void> {
  await sql`
    insert into training_completion (completion_id, account_id, course_id, completed_on, how, recorded_at)
    select ${uuidv7(now.getTime())}, ${accountId}, ${courseId}, ${now}, 'list', ${now}
    where not exists (select 1 from training_completion where account_id = ${accountId} and course_id = ${courseId})`.execute(
    db,
  );
}

const TRAINEE = 'trainee@demo.example';
const DEMO_USERNAMES = DEMO_LOGINS.map(({ username }) => username);
const DEMO_EMAILS = [...DEMO_PEOPLE.staff, ...DEMO_PEOPLE.siteContacts, ...DEMO_PEOPLE.users].map(
  ({ email }) => email,
);

/** Outside demo mode the public passwords open nothing, also where the database has been a demo's. */
export async function endDemoLogins(db: Kysely<Tables>, now: Date): Promise<void> {
  await setRevoked(db, DEMO_USERNAMES, now);
  await revokeStaffToken(db, DEMO_STAFF.token, now);
  await endAccounts(db, DEMO_EMAILS, now);
}
