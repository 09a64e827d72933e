const HOUR_MS = 3_600_000;

/**
 * How many queries that find no one for certain an organization may still send: whoever tries names and birth dates to
 * see who is there misses far more often than a clinic that asks for its patients. A bucket that fills up evenly; counted
 * in this process alone, so several processes allow as many times more.
 */
export class MissLimit {
  readonly #perHour: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(perHour: number) {
    this.#perHour = perHour;
  }

  mayMiss(organizationId: string, now: Date): boolean {
    return this.#leftOf(organizationId, now) >= 1;
  }

  /** @returns whether it was the last one allowed for now */
  missed(organizationId: string, now: Date): boolean {
    const left = this.#leftOf(organizationId, now) - 1;
    this.#buckets.set(organizationId, { left, at: now.getTime() });
    return left >= 0 && left < 1;
  }

  #leftOf(organizationId: string, now: Date): number {
    const bucket = this.#buckets.get(organizationId);
    if (!bucket) return this.#perHour;
    const since = Math.max(0, now.getTime() - bucket.at);
    return Math.min(this.#perHour, bucket.left + (since * this.#perHour) / HOUR_MS);
  }
}
