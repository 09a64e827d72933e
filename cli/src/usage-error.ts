import {
  ConfigError,
  DatabaseUnreachableError,
  EmbeddedPostgresError,
  ListenError,
  ScheduleFileError,
  MigrationError,
} from '@cairn/server';

/** Something the user can mend: the message says what is wrong and what to do. Ends the command with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Errors whose message tells the user all there is to know; others are faults of ours and keep their stack. */
export function isForTheUser(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof ListenError ||
    error instanceof ScheduleFileError ||
    error instanceof DatabaseUnreachableError ||
    error instanceof MigrationError
  );
}
