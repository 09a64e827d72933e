/** Above this multiple of what a message takes when nobody else is at work, others are. */
const STRAINED = 3;
/** How slowly the fastest is forgotten: the registry grows, and machines change. */
const FORGOTTEN = 1.002;
/** Of the newest batch in the average: one that is slow by itself says little. */
const SHARE_OF_NEWEST = 0.2;
const MOST_PAUSE_MS = 500;

/**
 * How long a load rests after each batch. Live messages of this process are waited for before; those of other processes show
 * in what the database takes for a batch: where it is strained, the load leaves it as long to others as it used it.
 */
export class Pace {
  #average: number | undefined;
  #fastest = Number.POSITIVE_INFINITY;

  /** @returns milliseconds to rest */
  after(batch: { readonly messages: number; readonly ms: number }): number {
    const each = batch.ms / Math.max(1, batch.messages);
    this.#average =
      this.#average === undefined ? each : this.#average + SHARE_OF_NEWEST * (each - this.#average);
    this.#fastest = Math.min(this.#fastest * FORGOTTEN, this.#average);
    return this.#average <= STRAINED * this.#fastest ? 0 : Math.min(MOST_PAUSE_MS, batch.ms);
  }
}
