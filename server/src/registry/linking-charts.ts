import type { PoolClient } from 'pg';
import { LinkError } from './linking-error.ts';
import { split } from './linking-plan.ts';
import {
  keysOf,
  lockPersons,
  moveDoseLinks,
  moveRows,
  nextVersion,
  readContents,
  replaceKeys,
  replaceMatches,
  rewritePerson,
} from './linking-store.ts';
import type { Decider } from './linking-tasks.ts';
import { idsOf, writeLink } from './linking-history.ts';

/** The charts that an `unmerged-chart` task is about, in the place where other tasks have their comparison. */
const CHARTS = 'charts:';
const BETWEEN = ';';
export const chartsSignature = (charts: readonly string[]): string => `${CHARTS}${charts.join(BETWEEN)}`;
export const chartsIn = (signature: string): readonly string[] =>
  signature.startsWith(CHARTS) ? signature.slice(CHARTS.length).split(BETWEEN) : [];

/**
 * Gives charts that came between a merge and its undoing to the other of the two persons: all that came under them since the
 * merge. The same call the other way round takes it back.
 * @throws LinkError
 */
export async function moveCharts(
  db: PoolClient,
  request: Decider & {
    readonly from: string;
    readonly to: string;
    readonly charts: readonly string[];
    readonly taskId: string;
    /** The merge: what came before it is not in question. */
    readonly since: string;
  },
): Promise<{ readonly batchId: string }> {
  const { from, to, charts, taskId, since, by, reason, at, newId } = request;
  const locked = await lockPersons(db, [from, to]);
  const persons = [from, to].map((id) => {
    const person = locked.get(id);
    if (person?.status !== 'active') {
      throw new LinkError(
        'not-active',
        'One of the two persons has been merged since. Undo that merge first.',
      );
    }
    return person;
  });
  const [source, target] = [await readContents(db, from), await readContents(db, to)];
  const parts = split(source, (id, chart) => charts.includes(chart) && id > since);
  if (parts.restored.sources.length === 0 || parts.survivor.sources.length === 0) {
    throw new LinkError(
      'not-merged-so',
      'These charts are not with that person any more; nothing is to be moved.',
    );
  }
  const moved = idsOf(parts.restored);
  await moveRows(db, from, to, moved);
  const stay = parts.survivor.sources.map(({ idKey }) => idKey);
  const go = parts.restored.sources.map(({ idKey }) => idKey).filter((idKey) => !stay.includes(idKey));
  await moveDoseLinks(db, from, to, { of: go, notOf: stay });
  const joined = {
    sources: [...target.sources, ...parts.restored.sources],
    reports: [...target.reports, ...parts.restored.reports],
    matches: [...target.matches, ...parts.restored.matches],
  };
  const version = nextVersion(persons, source, target);
  for (const [personId, had, has] of [
    [from, source, parts.survivor],
    [to, target, joined],
  ] as const) {
    const isSealed = locked.get(personId)?.isSealed ?? false;
    await replaceMatches(db, personId, has.matches);
    await replaceKeys(db, personId, keysOf(had, isSealed), keysOf(has, isSealed));
    await rewritePerson(db, personId, has, { version, isSealed, at });
  }
  const batchId = newId();
  await writeLink(db, { batchId, op: 'unmerge', from, to, moved, undoes: since, taskId, by, reason, at });
  return { batchId };
}

/** The merge that the two were parted from last, and who it had made the survivor. */
export async function lastUnmerge(
  db: PoolClient,
  pair: readonly [string, string],
): Promise<{ readonly since: string; readonly survivor: string; readonly restored: string } | undefined> {
  const { rows } = await db.query(
    `select undone.batch_id, undone.from_person, undone.to_person from person_link undone
     join person_link by_this on by_this.batch_id = undone.undone_by
     where undone.op = 'merge' and undone.from_person = any($1::uuid[]) and undone.to_person = any($1::uuid[])
     order by by_this.at desc, by_this.batch_id desc limit 1`,
    [pair],
  );
  const [row] = rows;
  return row && { since: row.batch_id, survivor: row.to_person, restored: row.from_person };
}
