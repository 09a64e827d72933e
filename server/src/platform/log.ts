import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * The operations log: JSON lines on standard error. It never holds patient data: what is logged of a
 * message is its ledger id, its sender and its outcome; what is logged of an error is its kind and code,
 * because PostgreSQL's own error texts can quote the values of a row.
 */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino(
    { level, base: null, serializers: { err: describeError }, hooks: { logMethod: withWords } },
    destination,
  );
}

/** Given an error without words, pino takes the error's own; these may quote a row. */
function withWords(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, words] = args as readonly unknown[];
  if (first instanceof Error) method.call(this, { err: first }, typeof words === 'string' ? words : 'error');
  else if (typeof first === 'object' && first !== null && 'err' in first && words === undefined) {
    method.call(this, first, 'error');
  } else method.apply(this, args);
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
