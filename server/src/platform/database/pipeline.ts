import type { Writable } from 'node:stream';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

/** A prepared statement and its values. The name is the statement's identity on each connection. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

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

/** A transaction that takes several round trips: what is read in between sees what was written before. */
export type OpenTransaction = {
  readonly client: PoolClient;
  /** @throws the first statement's error */
  readonly send: (statements: readonly Statement[]) => Promise<void>;
  /** Sends the last statements and makes everything durable. */
  readonly commit: (statements: readonly Statement[]) => Promise<void>;
};

/**
 * Either all that was sent is durable when this returns, or none is and it throws. The work must end in `commit`.
 * @throws the work's error, or the first statement's
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (transaction: OpenTransaction) => Promise<T>,
): Promise<T> {
  return withClient(pool, async (client) => {
    const begun = pipelined(client, [BEGIN]);
    let isCommitted = false;
    try {
      const result = await work({
        client,
        send: async (statements) => void (await pipelined(client, statements)),
        commit: async (statements) => {
          const results = await pipelined(client, [...statements, COMMIT]);
          isCommitted = results.at(-1)?.command === 'COMMIT';
        },
      });
      await begun;
      if (!isCommitted) throw new Error('the transaction did not end in COMMIT');
      return result;
    } catch (error) {
      await begun.catch(() => undefined);
      if (isDatabaseAnswer(error)) await client.query('rollback');
      throw error;
    }
  });
}

/** The socket of a pg client; pg's types leave it out. */
export const streamOf = (client: PoolClient): Writable => (client as unknown as Corkable).connection.stream;
type Corkable = { readonly connection: { readonly stream: Writable } };

async function pipelined(
  client: PoolClient,
  statements: readonly Statement[],
): Promise<readonly QueryResult[]> {
  const stream = streamOf(client);
  // pg hands each statement to the socket by itself; held back and sent as one, a transaction costs one
  // system call instead of eight.
  stream.cork();
  const sent = statements.map(({ name, text, values }) =>
    client.query<QueryResultRow>({ name, text, values: values.map(storable) }),
  );
  stream.uncork();
  const results = await Promise.allSettled(sent);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/**
 * PostgreSQL's text holds every character but NUL, which HL7 can escape into a value (`\X00\`). It becomes
 * the replacement character, on the way in and when asking alike.
 */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(storable) : value;
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
