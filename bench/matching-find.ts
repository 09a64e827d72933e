import type { MatchContext } from '@cairn/matching';
import type { Statement } from '../server/src/platform/database/pipeline.ts';
import type { Reader } from '../server/src/platform/database/reader.ts';
import { allKeys, chartKey, findPerson, nameKeysOf, type Known } from '../server/src/registry/find-person.ts';
import {
  candidates,
  type KnownPerson,
  type PersonLookup,
  persons,
  selectCandidates,
  selectPersons,
} from '../server/src/registry/person-queries.ts';
import type { Probe } from './matching-persons.ts';

export type Finding = {
  readonly outcome: 'right' | 'other' | 'doubt' | 'nobody';
  /** How many were scored; undefined where id and exact name settled it. */
  readonly candidates: number | undefined;
};

/** Finds persons as intake does (exchange/read.ts), without what it reads besides: sender, charts, doses. */
export class Finder {
  readonly #reader: Reader;
  readonly #context: MatchContext;

  constructor(reader: Reader, context: MatchContext) {
    this.#reader = reader;
    this.#context = context;
  }

  async find({ naming, personId }: Probe): Promise<Finding> {
    const keys = [...naming.charts.map(chartKey), ...nameKeysOf(naming.record)];
    let known: Known = { persons: await this.#persons({ keys, ids: [] }) };
    for (;;) {
      const found = findPerson(naming, known, this.#context);
      if (found.kind === 'candidates') {
        const wanted = [selectCandidates(allKeys(naming.record, naming.charts))];
        const [rows = []] = await this.#reader.read('candidates', wanted);
        known = { ...known, candidates: candidates(rows) };
      } else if (found.kind === 'persons') {
        const more = await this.#persons({ keys: [], ids: found.ids });
        known = { ...known, persons: [...known.persons, ...more] };
      } else {
        const outcome =
          found.kind === 'person'
            ? found.person.personId === personId
              ? 'right'
              : 'other'
            : found.doubts.length > 0
              ? 'doubt'
              : 'nobody';
        return { outcome, candidates: known.candidates?.list.length };
      }
    }
  }

  /** The bound: a read of one person by its id. */
  async lookUp(personId: string): Promise<void> {
    const [rows = []] = await this.#reader.read('bench-look-up', [lookUp(personId)]);
    if (rows.length !== 1) throw new Error(`person ${personId} is not there`);
  }

  async #persons(lookup: PersonLookup): Promise<readonly KnownPerson[]> {
    const [rows = []] = await this.#reader.read('bench-persons', [selectPersons(lookup)]);
    return persons(rows);
  }
}

const lookUp = (personId: string): Statement => ({
  name: 'bench-look-up',
  text: 'select person_id, version from person where person_id = $1::uuid',
  values: [personId],
});
