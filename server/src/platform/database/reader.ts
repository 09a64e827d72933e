import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { isDatabaseAnswer, type Statement, storable, streamOf } from './pipeline.ts';

/** The rows of a statement that was read with others; dates and times come as text. */
export type Rows = readonly QueryResultRow[];

/** Reads go over so many connections, however many messages ask at once. */
export const READERS = 2;

const texts = new Map<string, string>();

/**
 * Reads what a decision needs: several selects as one statement, in one round trip and one snapshot.
 *
 * Six selects sent one behind the other cost PostgreSQL six transactions and six answers; as one statement
 * they cost a third. And since a read leaves nothing behind, those of many messages follow each other on the
 * same connection without waiting for answers: no checkout, and the server behind it stays busy instead of
 * being woken for each. See docs/performance.md.
 */
export class Reader {
  readonly #pool: Pool;
  readonly #clients: (Promise<PoolClient> | undefined)[] = Array.from({ length: READERS });
  #next = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * @param name identifies this combination of statements: always the same ones in the same order
   * @returns the rows of each statement, in the order given
   */
  async read(name: string, statements: readonly Statement[]): Promise<readonly Rows[]> {
    const slot = (this.#next = (this.#next + 1) % READERS);
    const client = await this.#client(slot);
    try {
      return await readOn(client, name, statements);
    } catch (error) {
      if (!isDatabaseAnswer(error)) this.#drop(slot, client);
      throw error;
    }
  }

  /** Gives the connections back, so that the pool can end. */
  async close(): Promise<void> {
    for (const [slot, client] of this.#clients.entries()) {
      this.#clients[slot] = undefined;
      const open = await client?.catch(() => undefined);
      if (!open || this.#dropped.has(open)) continue;
      // Given back, it is no longer ours to drop when its connection ends.
      this.#dropped.add(open);
      open.release();
    }
  }

  #client(slot: number): Promise<PoolClient> {
    const known = this.#clients[slot];
    if (known) return known;
    const opened = this.#pool.connect();
    this.#clients[slot] = opened;
    opened.then(
      (client) => client.once('error', () => this.#drop(slot, client)),
      () => {
        if (this.#clients[slot] === opened) this.#clients[slot] = undefined;
      },
    );
    return opened;
  }

  /** Once for each connection, though all reads that were on it fail. */
  readonly #dropped = new WeakSet<PoolClient>();

  #drop(slot: number, client: PoolClient): void {
    if (this.#dropped.has(client)) return;
    this.#dropped.add(client);
    this.#clients[slot] = undefined;
    client.release(true);
  }
}

/** The same on a connection that the caller has: within a transaction it sees what was written there before. */
export async function readOn(
  client: PoolClient,
  name: string,
  statements: readonly Statement[],
): Promise<readonly Rows[]> {
  let text = texts.get(name);
  if (text === undefined) {
    text = combine(statements);
    texts.set(name, text);
  }
  const values = statements.flatMap((statement) => statement.values).map(storable);
  holdBack(client);
  const { rows } = await client.query<Rows[]>({ name, text, values, rowMode: 'array' });
  return rows[0] ?? [];
}

/**
 * What is asked within one turn of the event loop leaves in one system call: writing to the socket wakes
 * PostgreSQL, and was the largest single cost of a message.
 */
function holdBack(client: PoolClient): void {
  const stream = streamOf(client);
  if (stream.writableCorked > 0) return;
  stream.cork();
  setImmediate(() => stream.uncork());
}

function combine(statements: readonly Statement[]): string {
  let offset = 0;
  const columns = statements.map(({ text, values }) => {
    const numbered = text.replace(/\$(\d+)/g, (_whole, number: string) => `$${Number(number) + offset}`);
    offset += values.length;
    return `(select coalesce(json_agg(part), '[]') from (${numbered}) part)`;
  });
  return `select ${columns.join(',\n')}`;
}
