import type { Session } from '@cairn/server/operations';

/** Does it on a connection that Ctrl-C and SIGTERM end; PostgreSQL then rolls back what was begun. The connection is closed in any case. */
export async function interruptible<Result>(
  session: Session,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const interrupt = new AbortController();
  const stop = (): void => {
    interrupt.abort();
    void session.close();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(interrupt.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await session.close();
  }
}

const PROGRESS_MS = 2_000;

/** Tells of rows on standard error, every two seconds. */
export function rowsTold(): (table: string, rows: number) => void {
  let told: number | undefined;
  return (table, rows) => {
    told ??= performance.now();
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    console.error(`${table}: ${rows.toLocaleString('en-US')} rows …`);
  };
}
