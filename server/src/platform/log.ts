import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * The operations log: JSON lines on standard error. It never holds patient data: what is logged of a
 * message is its ledger id, its sender and its outcome; what is logged of an error is its kind and code,
 * because PostgreSQL's own error texts can quote the values of a row.
 */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, serializers: { err: describeError } },
    pino.destination({ dest: 2, sync: true }),
  );
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const fromDatabase = 'severity' in error;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(fromDatabase ? {} : { message: error.message, stack: error.stack }),
  };
}
