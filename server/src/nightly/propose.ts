import type { Client } from 'pg';
import { uuidv7 } from '../platform/ids.ts';
import { insertTask, pairOf, priorityOf } from '../registry/review.ts';
import { byStrength, clustersOf, type Likeness } from './clusters.ts';

/**
 * Opens a review task for each two that may be one person, except where it has been decided or is open, or where an open
 * task asks of both whether they are a third: then its answer comes first.
 * @returns how many were opened
 */
export async function propose(client: Client, found: readonly Likeness[], at: Date): Promise<number> {
  const undecided = await withoutDifferent(client, found);
  const first = new Map(
    clustersOf(undecided).flatMap((members) => members.map((id) => [id, members[0]] as const)),
  );
  let opened = 0;
  for (const pair of undecided.toSorted(byStrength)) {
    const [ofA, ofB] = [first.get(pair.a), first.get(pair.b)];
    // Within a cluster its first is compared with the others; two clusters that touch are another question.
    const isImplied = ofA !== undefined && ofA === ofB && ofA !== pair.a && ofA !== pair.b;
    if (!isImplied && (await open(client, pair, at))) opened++;
  }
  return opened;
}

/** Those that nobody held for two: these must neither be asked again nor tie others together. */
async function withoutDifferent(client: Client, found: readonly Likeness[]): Promise<readonly Likeness[]> {
  if (found.length === 0) return [];
  const pairs = found.map(({ a, b }) => pairOf(a, b));
  const { rows } = await client.query<{ at: number }>(
    `select p.at::int as at from unnest($1::uuid[], $2::uuid[]) with ordinality as p (a, b, at)
     where exists (select from person_constraint c where c.person_a = p.a and c.person_b = p.b)
       or exists (select from review_task t where t.person_a = p.a and t.person_b = p.b and t.state = 'different')`,
    [pairs.map(({ personA }) => personA), pairs.map(({ personB }) => personB)],
  );
  const different = new Set(rows.map((row) => row.at - 1));
  return found.filter((_, index) => !different.has(index));
}

type About = { readonly doses: number; readonly recent: boolean };

async function open(client: Client, { a, b, comparison }: Likeness, at: Date): Promise<boolean> {
  const { personA, personB } = pairOf(a, b);
  if (!(await isOpenQuestion(client, personA, personB))) return false;
  await client.query('begin');
  try {
    // Held until the task is there: a merge that comes now would leave a task about nobody.
    const { rows } = await client.query(
      `select from person where person_id = any($1::uuid[]) and status = 'active' and not sealed order by person_id for share`,
      [[personA, personB]],
    );
    let opened = 0;
    if (rows.length === 2) {
      const kind = 'possible-duplicate';
      const about = await aboutPair(client, personA, personB, at);
      const priority = priorityOf({ kind, comparison }) + extraPriority(about);
      const taskId = uuidv7(at.getTime());
      const { name, text, values } = insertTask(
        { taskId, kind, personA, personB, priority, comparison, at },
        undefined,
      );
      const { rowCount } = await client.query({ name, text, values: [...values] });
      opened = rowCount ?? 0;
    }
    await client.query('commit');
    return opened > 0;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** `settled` says that the question lapsed (as by a merge with someone else), not how it was answered. */
async function isOpenQuestion(client: Client, a: string, b: string): Promise<boolean> {
  const { rows } = await client.query<{ answered: boolean }>(
    `select exists (select from review_task where person_a = $1 and person_b = $2 and state <> 'settled')
       or exists (
         select other from (${asked('$1')}) x (other) intersect select other from (${asked('$2')}) y (other)
       ) as answered`,
    [a, b],
  );
  return rows[0]?.answered === false;
}

/** With whom open tasks compare a person. */
const asked = (id: string): string =>
  `select person_b from review_task where person_a = ${id} and state in ('open', 'later')
   union all select person_a from review_task where person_b = ${id} and state in ('open', 'later')`;

const RECENT_DAYS = 30;

async function aboutPair(client: Client, a: string, b: string, at: Date): Promise<About> {
  const { rows } = await client.query<About>(
    `select (select count(*) from dose_report where person_id in ($1, $2))::int as doses,
       exists (select from person where person_id in ($1, $2) and updated_at > $3::timestamptz - make_interval(days => $4)) as recent`,
    [a, b, at, RECENT_DAYS],
  );
  return rows[0] ?? { doses: 0, recent: false };
}

const MOST_FOR_DOSES = 30;
const FOR_RECENT = 20;

/** Beside the score, of which a bit counts 10: who is being vaccinated now, and how much would be mixed up or set right. */
const extraPriority = ({ doses, recent }: About): number =>
  Math.min(doses, MOST_FOR_DOSES) + (recent ? FOR_RECENT : 0);
