import { DatabaseUnreachableError, EmbeddedPostgresError, ListenError } from '@cairn/server';

/** Something the user can mend: the message says what is wrong and what to do. Ends the command with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Errors of the server whose message tells its operator all there is to know. */
export function isForTheUser(error: unknown): error is Error {
  return (
    error instanceof EmbeddedPostgresError ||
    error instanceof ListenError ||
    error instanceof DatabaseUnreachableError
  );
}
