import type { Kysely } from 'kysely';
import { issueCredential, setRevoked } from './accounts/credentials.ts';
import { addStaff, revokeStaffToken } from './accounts/staff.ts';
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

/** A direct site in production, and a Sending Facility with one client site. */
export async function registerDemoOrganizations(db: Kysely<Tables>, now: Date): Promise<void> {
  const inProduction = { stage: 'production', mayQuery: true } as const;
  const [clinic, hie] = DEMO_LOGINS;
  const clinicId = await registerOrganization(
    db,
    { ...inProduction, code: clinic.code, name: clinic.name, kind: 'site' },
    now,
  );
  const hieId = await registerOrganization(
    db,
    { ...inProduction, code: hie.code, name: hie.name, kind: 'sending-facility' },
    now,
  );
  const siteId = await registerOrganization(
    db,
    { ...inProduction, code: 'DE-000002', name: 'Demo Pediatrics', kind: 'site' },
    now,
  );
  await linkClientSite(db, { sendingFacilityId: hieId, siteId }, now);
  await issueCredential(
    db,
    { organizationId: clinicId, username: clinic.username, password: clinic.password },
    now,
  );
  await issueCredential(db, { organizationId: hieId, username: hie.username, password: hie.password }, now);
  await setRevoked(db, DEMO_USERNAMES, null);
  await addStaff(db, DEMO_STAFF, DEMO_STAFF.token, now);
}

const DEMO_USERNAMES = DEMO_LOGINS.map(({ username }) => username);

/** Outside demo mode the public passwords open nothing, also where the database has been a demo's. */
export async function endDemoLogins(db: Kysely<Tables>, now: Date): Promise<void> {
  await setRevoked(db, DEMO_USERNAMES, now);
  await revokeStaffToken(db, DEMO_STAFF.token, now);
}
