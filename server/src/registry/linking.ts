import type { PoolClient } from 'pg';
import { chartsSignature } from './linking-charts.ts';
import { areHeldApart, dropInherited, holdApart, inheritConstraints } from './linking-constraints.ts';
import { LinkError } from './linking-error.ts';
import { type Contents, planUnmerge, type UnmergeInput } from './linking-plan.ts';
import {
  keysOf,
  type LockedPerson,
  lockPersons,
  lockTasks,
  moveDoseLinks,
  moveRows,
  nextVersion,
  readContents,
  replaceKeys,
  replaceMatches,
  rewritePerson,
} from './linking-store.ts';
import { idsOf, writeLink } from './linking-history.ts';
import { type Decider, openUnmergedChart, repointTasks, restoreTasks } from './linking-tasks.ts';

export type Merge = Decider & {
  readonly from: string;
  readonly into: string;
  /** The question that this answers. */
  readonly taskId?: string;
};

/**
 * Makes two persons one: the charts of `from`, and all that hangs on them, go to `into`, and what went is written down row by
 * row, so that `unmerge` can take it back. Nothing is overwritten: who the person is, is computed from all charts.
 * @param db in a transaction (see `inTransaction`)
 * @returns the batch to undo
 * @throws LinkError
 */
export async function mergePersons(db: PoolClient, merge: Merge): Promise<{ readonly batchId: string }> {
  const { from, into, by, reason, at } = merge;
  if (from === into) throw new LinkError('same-person', 'The two are one person already.');
  const locked = await lockPersons(db, [from, into]);
  const persons = [from, into].map((id) => linkable(id, locked));
  await lockTasks(db);
  if (await areHeldApart(db, [from, into])) {
    throw new LinkError(
      'held-apart',
      'A reviewer has decided that these are two persons. Take that decision back first, if it was wrong.',
    );
  }
  const [source, target] = [await readContents(db, from), await readContents(db, into)];
  const batchId = idAfter([source, target], merge);
  const moved = idsOf(source);
  await moveRows(db, from, into, moved);
  await moveDoseLinks(db, from, into);
  const all: Contents = {
    sources: [...source.sources, ...target.sources],
    reports: [...source.reports, ...target.reports],
    matches: [...source.matches, ...target.matches],
  };
  await replaceMatches(db, from, []);
  await replaceMatches(db, into, all.matches);
  await replaceKeys(db, from, keysOf(source, false), []);
  await replaceKeys(db, into, [], keysOf(all, false));
  const version = nextVersion(persons, all);
  await rewritePerson(db, into, all, { version, isSealed: false, at });
  await db.query(
    `update person set status = 'merged', merged_into = $2, version = $3, updated_at = $4 where person_id = $1`,
    [from, into, version, at],
  );
  await inheritConstraints(db, { batchId, from, into }, at);
  await repointTasks(db, { batchId, from, into }, merge);
  await writeLink(db, { batchId, op: 'merge', from, to: into, moved, by, reason, at, taskId: merge.taskId });
  return { batchId };
}

export type Unmerge = Decider & {
  readonly batchId: string;
  /** Which side the records of a chart are like that came after the merge. */
  readonly prefer: UnmergeInput['prefer'];
};

export type Unmerged = {
  readonly batchId: string;
  readonly restored: string;
  readonly survivor: string;
  /** How many charts fit neither better. */
  readonly undecided: number;
};

/**
 * Takes a merge back: the rows that it moved, and what came later under their charts, go to the person they were of (see
 * `planUnmerge`). The two are held apart from now on. Of merges that were built on each other the last is undone first;
 * merges into the same person are undone in any order.
 * @throws LinkError
 */
export async function unmerge(db: PoolClient, request: Unmerge): Promise<Unmerged> {
  const { batchId, by, reason, at, newId } = request;
  const { from, into } = await endsOf(db, batchId);
  const locked = await lockPersons(db, [from, into]);
  await lockTasks(db);
  const batch = await standingBatch(db, batchId);
  const survivor = locked.get(into);
  if (!survivor || survivor.status === 'merged') throw await builtUpon(db, into);
  const restored = locked.get(from);
  if (restored?.mergedInto !== into) throw new LinkError('not-merged-so', 'These two are not merged.');
  const contents = await readContents(db, into);
  const plan = planUnmerge({
    batchId,
    moved: batch.rows,
    broughtByOthers: await broughtBy(db, into, batchId),
    survivor: contents,
    prefer: request.prefer,
  });
  const { isSealed } = survivor;
  const before = keysOf(contents, isSealed);
  const moved = idsOf(plan.restored);
  await moveRows(db, into, from, moved);
  const stay = new Set(plan.survivor.sources.map(({ idKey }) => idKey));
  const go = plan.restored.sources.map(({ idKey }) => idKey).filter((idKey) => !stay.has(idKey));
  await moveDoseLinks(db, into, from, { of: go, notOf: [...stay] });
  const version = nextVersion([survivor, restored], contents);
  for (const [personId, part, had] of [
    [from, plan.restored, []],
    [into, plan.survivor, before],
  ] as const) {
    await replaceMatches(db, personId, part.matches);
    await replaceKeys(db, personId, had, keysOf(part, isSealed));
    await rewritePerson(db, personId, part, { version, isSealed, at });
  }
  await dropInherited(db, batchId);
  await holdApart(db, [from, into], request);
  await restoreTasks(db, { batchId, from, into }, request);
  if (plan.undecided.length > 0) {
    await openUnmergedChart(db, [from, into], chartsSignature(plan.undecided), request);
  }
  const undoing = newId();
  await writeLink(db, {
    batchId: undoing,
    op: 'unmerge',
    from: into,
    to: from,
    moved,
    undoes: batchId,
    by,
    reason,
    at,
  });
  await db.query('update person_link set undone_by = $2 where batch_id = $1', [batchId, undoing]);
  return { batchId: undoing, restored: from, survivor: into, undecided: plan.undecided.length };
}

function linkable(personId: string, locked: ReadonlyMap<string, LockedPerson>): LockedPerson {
  const person = locked.get(personId);
  if (!person) throw new LinkError('unknown-person', 'There is no person of that id.');
  if (person.status === 'merged') {
    throw new LinkError(
      'not-active',
      `Person ${personId} was merged into ${person.mergedInto}; name that one.`,
    );
  }
  if (person.isSealed) {
    throw new LinkError(
      'sealed',
      `Person ${personId} is sealed and is not merged. Unseal it first, if it must be.`,
    );
  }
  return person;
}

/**
 * The id of the batch tells rows that were there from those that came later, so it is greater than theirs, though they may
 * have been made by a process whose clock is ahead by a little.
 */
function idAfter(contents: readonly Contents[], { newId }: Pick<Decider, 'newId'>): string {
  let highest = '';
  for (const part of contents) {
    const { sourceIds, reportIds } = idsOf(part);
    for (const id of [...sourceIds, ...reportIds]) if (id > highest) highest = id;
  }
  const id = newId();
  if (id > highest) return id;
  // The time of a UUIDv7 is its first 48 bits.
  const time = Number.parseInt(highest.replaceAll('-', '').slice(0, 12), 16) + 1;
  const text = time.toString(16).padStart(12, '0');
  return `${text.slice(0, 8)}-${text.slice(8)}${id.slice(13)}`;
}

async function endsOf(
  db: PoolClient,
  batchId: string,
): Promise<{ readonly from: string; readonly into: string }> {
  const { rows } = await db.query(
    `select from_person, to_person from person_link where batch_id = $1 and op = 'merge'`,
    [batchId],
  );
  const [row] = rows;
  if (!row) throw new LinkError('unknown-merge', 'There is no merge of that batch id.');
  return { from: row.from_person, into: row.to_person };
}

/** Read once the persons are locked: whoever undid it meanwhile is done. */
async function standingBatch(
  db: PoolClient,
  batchId: string,
): Promise<{ readonly rows: ReadonlySet<string> }> {
  const { rows } = await db.query(
    'select source_ids, report_ids, undone_by from person_link where batch_id = $1',
    [batchId],
  );
  const [row] = rows;
  if (!row || row.undone_by !== null) {
    throw new LinkError('already-undone', 'This merge has been undone already.');
  }
  return { rows: new Set([...row.source_ids, ...row.report_ids]) };
}

async function broughtBy(db: PoolClient, into: string, except: string): Promise<ReadonlySet<string>> {
  const { rows } = await db.query(
    `select source_ids, report_ids from person_link
     where to_person = $1 and op = 'merge' and undone_by is null and batch_id <> $2`,
    [into, except],
  );
  return new Set(rows.flatMap((row) => [...row.source_ids, ...row.report_ids]));
}

async function builtUpon(db: PoolClient, personId: string): Promise<LinkError> {
  const { rows } = await db.query(
    `select batch_id from person_link where from_person = $1 and op = 'merge' and undone_by is null`,
    [personId],
  );
  return new LinkError(
    'undo-later-first',
    `The survivor was merged on into another person. Undo batch ${rows[0]?.batch_id} first.`,
  );
}
