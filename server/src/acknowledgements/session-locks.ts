import { Client, type ClientConfig } from 'pg';

/**
 * Locks on a connection of their own, which end with the process: they are held while endpoints answer, and the connections of
 * the pool are few. Whoever takes one that is taken here already gets it again, as PostgreSQL has it.
 */
export class SessionLocks {
  readonly #config: ClientConfig;
  #client: Client | undefined;
  #connection: Promise<Client> | undefined;

  constructor(config: ClientConfig) {
    this.#config = config;
  }

  /** @returns whether it is ours now; false where another process has it */
  async take(key: string): Promise<boolean> {
    const client = await (this.#connection ??= this.#connect());
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [key]);
    return rows[0]?.mine === true;
  }

  async release(key: string): Promise<void> {
    await (await this.#connection)?.query('select pg_advisory_unlock($1)', [key]);
  }

  async end(): Promise<void> {
    const client = await this.#connection?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  /** Where it breaks its locks are gone, and the next one is taken on another. */
  async #connect(): Promise<Client> {
    const client = new Client(this.#config);
    const forget = (): void => {
      if (this.#client === client) [this.#client, this.#connection] = [undefined, undefined];
    };
    this.#client = client;
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
