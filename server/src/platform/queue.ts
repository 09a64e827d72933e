/**
 * Work that shares a key runs one after the other, in the order asked for; work that shares none side
 * by side. It orders the work of this process only: what keeps the data right is the database, this keeps
 * those that would get in each other's way from trying.
 */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<void>>();

  async run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    // All keys are taken at once, before anything is awaited, so no two can wait for each other.
    const before = keys.map((key) => this.#tails.get(key));
    let done: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    for (const key of keys) this.#tails.set(key, mine);
    try {
      await Promise.all(before);
      return await work();
    } finally {
      for (const key of keys) if (this.#tails.get(key) === mine) this.#tails.delete(key);
      done();
    }
  }

  /** Keys that have work running or waiting. */
  get size(): number {
    return this.#tails.size;
  }
}
