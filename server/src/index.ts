export { issueCredential } from './accounts/credentials.ts';
export { DEMO_LOGINS } from './demo.ts';
export { type Config, ConfigError, readConfig } from './platform/config.ts';
export { type Database, DatabaseUnreachableError, openDatabase } from './platform/database/database.ts';
export { EmbeddedPostgresError } from './platform/database/embedded.ts';
export { ensurePartitions, migrate, MigrationError } from './platform/database/migrate.ts';
export { createLog, type Log } from './platform/log.ts';
export { linkClientSite, registerOrganization } from './registry/organizations.ts';
export { type Cairn, ListenError, startCairn } from './start.ts';
