import { defaultFrequencies, type MatchContext } from '@cairn/matching';
import type { Pool } from 'pg';
import { phoneKey } from './find-person.ts';

/** Values that are worth keeping in memory: a phone that this many share is one among the clinics' and shelters'. */
const MOST_COMMON = 200_000;

/**
 * What the nightly job counted and scoring uses: values that too many persons share to say anything, and how often names
 * are borne here. Until there are figures of the registry's own, California's from the census are used.
 */
export class MatchKnowledge {
  readonly #pool: Pool;
  #context: MatchContext = { frequencies: defaultFrequencies };

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** What is known now; a new object after each refresh. */
  readonly current = (): MatchContext => this.#context;

  async refresh(): Promise<void> {
    const { rows: common } = await this.#pool.query<{ key: string }>(
      'select key::text as key from common_value order by holders desc limit $1',
      [MOST_COMMON],
    );
    const { rows: names } = await this.#pool.query<{ kind: string; name: string; per_million: number }>(
      'select kind, name, per_million from name_frequency',
    );
    const keys = new Set(common.map(({ key }) => key));
    const perMillion = new Map(names.map(({ kind, name, per_million }) => [`${kind} ${name}`, per_million]));
    const frequency =
      (kind: 'first' | 'last') =>
      (name: string): number | undefined =>
        perMillion.size > 0 ? perMillion.get(`${kind} ${name}`) : defaultFrequencies[kind](name);
    this.#context = {
      frequencies: { first: frequency('first'), last: frequency('last') },
      isCommon: (kind, value) => kind === 'phone' && keys.size > 0 && keys.has(phoneKey(value) ?? ''),
    };
  }
}
