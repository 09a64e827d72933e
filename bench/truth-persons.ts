import type { Pool } from 'pg';
import type { Sent, SentMessage, TruePerson } from './truth-sent.ts';

export type PersonFaults = {
  readonly figures: {
    readonly truePersons: number;
    readonly registryPersons: number;
    /** Registry persons beyond the first, summed over the true persons. */
    readonly duplicates: number;
    /** Duplicates that a chain of open review tasks leads to from another of the same true person. */
    readonly duplicatesWithTask: number;
    /** Duplicates of persons of whom a message carried an error of registration, or a name from before there was one. */
    readonly duplicatesAfterFaults: number;
    readonly duplicatesOfTwins: number;
    /** Registry persons that hold what was said of several true ones. */
    readonly falseMerges: number;
    readonly falseMergesOfTwins: number;
    readonly falseMergesOfLookAlikes: number;
    readonly openTasks: number;
    readonly tasksAboutOne: number;
    readonly tasks: Readonly<Record<string, number>>;
    /** What kept tasks about one person, and those about two, from being a match. */
    readonly guardsAboutOne: Readonly<Record<string, number>>;
    readonly guardsAboutTwo: Readonly<Record<string, number>>;
  };
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** Where what was said of each true person came to stand. */
  readonly registryPersonsOf: ReadonlyMap<number, ReadonlySet<string>>;
};

const MOST_EXAMPLES = 20;

/** By the ledger and the sources: who a message said to be about whom, and which person it was recorded for. */
export async function judgePersons(pool: Pool, sent: Sent): Promise<PersonFaults> {
  const heldBy = new Map<string, Map<number, SentMessage>>();
  const registryPersonsOf = new Map<number, Set<string>>();
  const truth = new Map<number, TruePerson>();
  const faulty = new Set<number>();
  for (const { control_id: controlId, person_id: personId } of await placements(pool)) {
    const message = sent.of(controlId);
    if (!message) throw new Error(`the registry has ${controlId}, which was not sent`);
    const { person } = message;
    truth.set(person.number, person);
    if (message.faults.length > 0) faulty.add(person.number);
    add(registryPersonsOf, person.number, personId);
    const held = heldBy.get(personId) ?? new Map<number, SentMessage>();
    held.set(person.number, held.get(person.number) ?? message);
    heldBy.set(personId, held);
  }

  const tasks = await openTasks(pool);
  const linked = new Map<string, Set<string>>();
  for (const { person_a: a, person_b: b } of tasks) {
    add(linked, a, b);
    add(linked, b, a);
  }
  const duplicated = [...registryPersonsOf].filter(([, ids]) => ids.size > 1);
  const extraOf = (list: typeof duplicated): number => list.reduce((sum, [, ids]) => sum + ids.size - 1, 0);
  const merged = [...heldBy].filter(([, held]) => held.size > 1);
  const isOfTwins = (held: ReadonlyMap<number, SentMessage>): boolean => {
    const groups = [...held.values()].map(({ person }) => person.twins).filter((group) => group !== 0);
    return new Set(groups).size < groups.length;
  };
  const alike = merged.filter(
    ([, held]) => isOfTwins(held) && [...held.values()].some(({ person }) => person.lookAlike),
  );
  const isAboutOne = ({ person_a: a, person_b: b }: Task): boolean =>
    [...(heldBy.get(a)?.keys() ?? [])].some((number) => heldBy.get(b)?.has(number));
  const aboutOne = tasks.filter(isAboutOne);
  const aboutTwo = tasks.filter((task) => !isAboutOne(task));
  return {
    figures: {
      truePersons: registryPersonsOf.size,
      registryPersons: heldBy.size,
      duplicates: extraOf(duplicated),
      duplicatesWithTask: duplicated.reduce((sum, [, ids]) => sum + ids.size - islands(ids, linked), 0),
      duplicatesAfterFaults: extraOf(duplicated.filter(([number]) => faulty.has(number))),
      duplicatesOfTwins: extraOf(duplicated.filter(([number]) => truth.get(number)?.twins !== 0)),
      falseMerges: merged.length,
      falseMergesOfTwins: merged.filter(([, held]) => isOfTwins(held)).length,
      falseMergesOfLookAlikes: alike.length,
      openTasks: tasks.length,
      tasksAboutOne: aboutOne.length,
      tasks: tally(tasks.map(({ kind }) => kind)),
      guardsAboutOne: tally(aboutOne.map(({ guards }) => guards.join(' '))),
      guardsAboutTwo: tally(aboutTwo.map(({ guards }) => guards.join(' '))),
    },
    examples: {
      'duplicates without a review task': duplicated
        .filter(([, ids]) => islands(ids, linked) > 1)
        .slice(0, MOST_EXAMPLES)
        .map(([number, ids]) => duplicateText(number, ids, heldBy)),
      'duplicates with a review task': duplicated
        .filter(([, ids]) => islands(ids, linked) === 1)
        .slice(0, MOST_EXAMPLES)
        .map(([number, ids]) => {
          const about = tasks.filter(({ person_a: a, person_b: b }) => ids.has(a) && ids.has(b));
          return `${duplicateText(number, ids, heldBy)}; ${about.map(taskText).join(', ')}`;
        }),
      'several true persons in one': merged.slice(0, MOST_EXAMPLES).map(([personId, held]) => {
        const who = [...held.values()].map(({ controlId, person }) => `${controlId} (${described(person)})`);
        return `${personId}: ${who.join(', ')}`;
      }),
      'review tasks about two persons': aboutTwo.slice(0, MOST_EXAMPLES).map((task) => {
        const [a, b] = [task.person_a, task.person_b].map((id) => first(heldBy.get(id)));
        return `${a?.controlId ?? '?'} and ${b?.controlId ?? '?'}; ${taskText(task)}`;
      }),
    },
    registryPersonsOf,
  };
}

type Placement = { readonly control_id: string; readonly person_id: string };

/** Which person every message that was recorded, and every chart that it left, belongs to now. */
async function placements(pool: Pool): Promise<readonly Placement[]> {
  const { rows } = await pool.query<Placement>(
    `with recursive went (person_id, now_in, merged_into) as (
       select person_id, person_id, merged_into from person
       union all
       select went.person_id, p.person_id, p.merged_into from went join person p on p.person_id = went.merged_into
     )
     select m.control_id, went.now_in as person_id from message m
       join went on went.person_id = m.person_id and went.merged_into is null
     union
     select m.control_id, s.person_id from person_source s join message m on m.message_id = s.message_id`,
  );
  return rows;
}

type Task = {
  readonly kind: string;
  readonly person_a: string;
  readonly person_b: string;
  readonly score: number | null;
  readonly guards: readonly string[];
  readonly signature: string;
};

async function openTasks(pool: Pool): Promise<readonly Task[]> {
  const { rows } = await pool.query<Task>(
    `select kind, person_a, person_b, score, guards, signature from review_task where state in ('open', 'later')`,
  );
  return rows;
}

/** How many groups remain of the persons when those that a task joins are one. */
function islands(ids: ReadonlySet<string>, linked: ReadonlyMap<string, ReadonlySet<string>>): number {
  const seen = new Set<string>();
  let count = 0;
  for (const id of ids) {
    if (seen.has(id)) continue;
    count++;
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      for (const other of linked.get(next) ?? []) if (ids.has(other)) waiting.push(other);
    }
  }
  return count;
}

function add<K>(sets: Map<K, Set<string>>, key: K, value: string): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}

/** How many of each, the most first; '' for none. */
export function tally(texts: readonly string[]): Readonly<Record<string, number>> {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return Object.fromEntries([...found].toSorted(([, a], [, b]) => b - a));
}

const first = (held: ReadonlyMap<number, SentMessage> | undefined): SentMessage | undefined =>
  held?.values().next().value;

const described = ({ number, twins, lookAlike }: TruePerson): string =>
  `person ${number}${twins === 0 ? '' : `, birth ${twins}`}${lookAlike ? ', look-alike' : ''}`;

function duplicateText(
  number: number,
  ids: ReadonlySet<string>,
  heldBy: ReadonlyMap<string, ReadonlyMap<number, SentMessage>>,
): string {
  const who = [...ids].map((id) => {
    const message = heldBy.get(id)?.get(number);
    return `${message?.controlId ?? '?'}${message && message.faults.length > 0 ? ` [${message.faults.join(' ')}]` : ''}`;
  });
  return `person ${number}: ${who.join(', ')}`;
}

const taskText = ({ kind, score, guards, signature }: Task): string =>
  `${kind} ${score?.toFixed(1) ?? ''} ${guards.join(' ')} ${signature}`;
