import { setTimeout as sleep } from 'node:timers/promises';
import { inUse, reasonOf } from './embedded-error.ts';
import { takeOwnership } from './embedded-ownership.ts';
import type { Ownership } from './embedded-ownership.ts';
import { launchUntilReady } from './embedded-postmaster.ts';
import type { Postmaster, Runtime } from './embedded-postmaster.ts';
import { stopPostmaster } from './embedded-process.ts';
import { SOCKET_PORT } from './embedded-settings.ts';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5000;
/** A server that ran this long was well; the next crash is a new one and is answered at once. */
const STEADY_MS = 30_000;

/** A running server that is kept running, and owned, until `stop`. */
export class Supervisor {
  readonly #runtime: Runtime;
  readonly #restart: boolean;
  readonly #crashListeners: (() => void)[] = [];
  readonly #stopping = new AbortController();
  #postmaster: Postmaster | undefined;
  #ownership: Ownership | undefined;
  #delay = FIRST_DELAY_MS;
  #recovery: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | undefined;

  constructor(runtime: Runtime, restart: boolean) {
    this.#runtime = runtime;
    this.#restart = restart;
  }

  /** Launches the server for the first time and owns it; on failure nothing is left running. */
  async start(): Promise<void> {
    try {
      await this.#bringUp();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** The running postmaster's pid; undefined while there is none. */
  pid(): number | undefined {
    return this.#postmaster?.ending() === undefined ? this.#postmaster?.pid : undefined;
  }

  /** The listener is called whenever the server ends without having been stopped. */
  onCrash(listener: () => void): void {
    this.#crashListeners.push(listener);
  }

  /** Stops the server for good and returns when it is gone. Further calls wait for the same end. */
  stop(): Promise<void> {
    this.#stopped ??= this.#shutDown();
    return this.#stopped;
  }

  async #shutDown(): Promise<void> {
    this.#stopping.abort();
    await this.#endPostmaster();
    await this.#recovery;
    // A restart that was under way may have launched one more.
    await this.#endPostmaster();
    await this.#ownership?.end();
  }

  async #endPostmaster(): Promise<void> {
    const postmaster = this.#postmaster;
    if (postmaster === undefined || postmaster.ending() !== undefined) return;
    await stopPostmaster(postmaster.pid, () => postmaster.ending() !== undefined, this.#runtime.log);
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #bringUp(): Promise<void> {
    const postmaster = await launchUntilReady(this.#runtime, (launched) => {
      this.#postmaster = launched;
    });
    await this.#own();
    void this.#watch(postmaster, Date.now());
  }

  async #own(): Promise<void> {
    const { socketDir, dataDir } = this.#runtime;
    const ownership = await takeOwnership({ socketDir, port: SOCKET_PORT });
    if (ownership === undefined) throw inUse(dataDir, undefined, this.pid());
    this.#ownership = ownership;
    ownership.onLost(() => void this.#ownAgain());
  }

  /**
   * A crashing backend makes PostgreSQL drop all connections, ours too, and go on. If the postmaster itself
   * is gone, its restart takes the ownership.
   */
  async #ownAgain(): Promise<void> {
    const postmaster = this.#postmaster;
    for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
      await this.#pause(delay);
      if (this.#isStopping || postmaster !== this.#postmaster || postmaster?.ending() !== undefined) return;
      try {
        await this.#own();
        this.#runtime.log('reconnected to PostgreSQL, which had dropped its connections');
        return;
      } catch (error) {
        this.#runtime.log(`PostgreSQL dropped its connections; reconnecting failed: ${reasonOf(error)}`);
      }
    }
  }

  async #watch(postmaster: Postmaster, since: number): Promise<void> {
    const how = await postmaster.exited;
    if (this.#isStopping) return;
    this.#runtime.log(
      `PostgreSQL (pid ${postmaster.pid}) ended unexpectedly (${how})${this.#restart ? '; restarting it' : ''}. ` +
        `See ${this.#runtime.logFile}`,
    );
    for (const listener of this.#crashListeners) listener();
    if (Date.now() - since > STEADY_MS) this.#delay = FIRST_DELAY_MS;
    if (this.#restart) this.#recovery = this.#bringBack();
  }

  /** Tries until it succeeds or `stop` is called; never throws. */
  async #bringBack(): Promise<void> {
    for (;;) {
      await this.#pause(this.#delay);
      this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY_MS);
      if (this.#isStopping) return;
      try {
        await this.#bringUp();
        this.#runtime.log(`PostgreSQL is back (pid ${this.pid() ?? '?'})`);
        return;
      } catch (error) {
        if (this.#isStopping) return;
        this.#runtime.log(`restarting PostgreSQL failed: ${reasonOf(error)}`);
        // It may be up but not owned; the next try begins from nothing.
        await this.#endPostmaster().catch((failure: unknown) => this.#runtime.log(reasonOf(failure)));
      }
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}
