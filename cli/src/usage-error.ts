/** Something the user can mend: the message says what is wrong and what to do. Ends the command with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Errors whose message tells the user all there is to know; others are faults of ours and keep their stack. Those of the server
 * are known by their names, so that a command that needs no server does not load one.
 */
const FOR_THE_USER = new Set([
  'UsageError',
  'BackupError',
  'ConfigError',
  'DatabaseUnreachableError',
  'EmbeddedPostgresError',
  'ListenError',
  'MigrationError',
  'ScheduleFileError',
]);

export const isForTheUser = (error: unknown): error is Error =>
  error instanceof Error && FOR_THE_USER.has(error.name);
