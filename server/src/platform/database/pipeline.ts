import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

/** A prepared statement and its values. The name is the statement's identity on each connection. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/**
 * Sends all statements at once on one connection and waits once: one round trip however many there are.
 * They see no common snapshot; what is decided on them is checked again when it is written.
 * @throws the first statement's error
 */
export async function roundTrip(
  pool: Pool,
  statements: readonly Statement[],
): Promise<readonly QueryResult[]> {
  return withClient(pool, (client) => pipelined(client, statements));
}

const BEGIN: Statement = { name: 'begin', text: 'begin', values: [] };
const COMMIT: Statement = { name: 'commit', text: 'commit', values: [] };

/**
 * Runs the statements as one transaction in one round trip. Either all are committed and durable when
 * this returns, or none is and it throws. Where the connection breaks before the answer to COMMIT,
 * the outcome is unknown to the caller: whoever asked must ask again, and be idempotent.
 * @throws the first statement's error
 */
export async function transact(pool: Pool, statements: readonly Statement[]): Promise<void> {
  await withClient(pool, async (client) => {
    const results = await pipelined(client, [BEGIN, ...statements, COMMIT]);
    const outcome = results.at(-1)?.command;
    if (outcome !== 'COMMIT')
      throw new Error(`the transaction ended in ${outcome ?? 'nothing'}, not in COMMIT`);
  });
}

async function pipelined(
  client: PoolClient,
  statements: readonly Statement[],
): Promise<readonly QueryResult[]> {
  const results = await Promise.allSettled(
    statements.map(({ name, text, values }) =>
      client.query<QueryResultRow>({ name, text, values: values as unknown[] }),
    ),
  );
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    return await work(client);
  } catch (error) {
    broken = !isDatabaseAnswer(error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Whether PostgreSQL itself answered with this error: then the connection is sound and in step. */
export function isDatabaseAnswer(
  error: unknown,
): error is Error & { readonly code: string; readonly severity: string } {
  return error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string';
}

/**
 * Errors after which reading again and deciding again is right: the state moved on between read and write
 * (our own CA001, a unique key taken meanwhile), or PostgreSQL chose this transaction to break a tie.
 */
export function isStale(error: unknown): boolean {
  return isDatabaseAnswer(error) && ['CA001', '23505', '40001', '40P01'].includes(error.code);
}
