const ALLOWED = 10;
const WINDOW_MS = 15 * 60_000;
const REMEMBER_AT_MOST = 50_000;

/**
 * Counts what was wrong in a row at an account: after ten within a quarter of an hour there is no eleventh until it is over. A
 * code of six digits, of which three count at a time, is found by chance once in some ten thousand such quarters.
 */
export class Attempts {
  readonly #wrong = new Map<string, { count: number; since: number }>();

  /** Whether there may be another; it is counted before it is looked at, so that many at once are as many as they are. */
  begin(key: string, now: Date): boolean {
    const { count, since } = this.#known(key, now);
    if (count >= ALLOWED) return false;
    if (this.#wrong.size >= REMEMBER_AT_MOST) this.#wrong.clear();
    this.#wrong.set(key, { count: count + 1, since });
    return true;
  }

  /** How many were wrong; the one under way with them. */
  count = (key: string, now: Date): number => this.#known(key, now).count;

  /** It was right: nothing is held against the account any more. */
  forget(key: string): void {
    this.#wrong.delete(key);
  }

  #known(key: string, now: Date): { readonly count: number; readonly since: number } {
    const known = this.#wrong.get(key);
    return known && now.getTime() - known.since < WINDOW_MS ? known : { count: 0, since: now.getTime() };
  }
}

export const isLast = (count: number): boolean => count === ALLOWED;
