export type EmbeddedPostgresErrorCode =
  'in-use' | 'no-binaries' | 'no-user' | 'init-failed' | 'start-failed' | 'wrong-version' | 'not-writable';

/**
 * Why the embedded PostgreSQL could not be started. The message is meant for the operator: it says what
 * happened, where, and what to do next.
 */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

/** The data directory is another Cairn's; `owner` and `postmaster` are pids, as far as they are known. */
export function inUse(
  dataDir: string,
  owner: number | undefined,
  postmaster: number | undefined,
): EmbeddedPostgresError {
  const who =
    owner === undefined || owner === 0 ? 'another running Cairn' : `another running Cairn (pid ${owner})`;
  const server =
    postmaster === undefined
      ? 'its PostgreSQL is just starting or stopping'
      : `its PostgreSQL has pid ${postmaster}`;
  return new EmbeddedPostgresError(
    'in-use',
    `The data directory ${dataDir} is in use by ${who}; ${server}. Stop the other Cairn, or give this one a data ` +
      'directory and a port of its own with CAIRN_DATA_DIR and CAIRN_PORT.',
  );
}

/** The system error code (`ENOENT`, `EACCES`, …) of something thrown, if it has one. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What was thrown, in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
