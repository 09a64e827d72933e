/** What commands do with the database, without the exchange and the portal: those take three times as long to load. */
export { ACCOUNT_ROLES, type AccountRole } from './accounts/accounts.ts';
export { resetSecondFactorOf } from './accounts/second-factor-reset.ts';
export { issueStaffToken, STAFF_ROLES, type StaffRole } from './accounts/staff.ts';
export { inviteStaff, isEmail } from './accounts/staff-link.ts';
export { type AuditFinding, type AuditVerdict, verifyAudit } from './audit/verify.ts';
export { BackupError, checkSums, type Manifest, readManifest } from './platform/database/backup-file.ts';
export { dump } from './platform/database/dump.ts';
export { expectEmpty, load } from './platform/database/load.ts';
export { openSession, type Session } from './platform/database/session.ts';
export { fingerprintOf, keepSecretKey, secretKeyHere } from './platform/secret-key.ts';
export { type Database, openDatabase } from './platform/database/database.ts';
export { ensurePartitions, migrate } from './platform/database/migrate.ts';
