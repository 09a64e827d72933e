import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { localDate } from '../platform/clock.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { linkDoses, unlinkDoses } from '../registry/linking-doses.ts';
import { LinkError } from '../registry/linking-error.ts';
import { preferByScore } from '../registry/linking-prefer.ts';
import { sealPerson } from '../registry/linking-seal.ts';
import { inTransaction } from '../registry/linking-transaction.ts';
import { mergePersons, unmerge, type Unmerged } from '../registry/linking.ts';
import { deciderOf, NotFoundError } from './acting.ts';
import { readDoses, readLinks, whereNow } from './queries.ts';
import type { doseLinkBody, doseUnlinkBody, mergeBody, sealBody, unmergeBody } from './schema.ts';
import type { Room } from './tasks.ts';
import { viewLink } from './views.ts';

/** @throws NotFoundError */
export const personLinks = ({ pool, acting }: Room, id: string) =>
  inTransaction(pool, async (db) => {
    const now = await knownPerson(db, id);
    const links = await readLinks(db, id);
    const personIds = [id, now, ...links.flatMap(({ from, to }) => [from, to])];
    await acting.note(db, { action: 'person-links', personIds, detail: { links: links.length } });
    return { person: id, now, links: links.map((link) => viewLink(link, id)) };
  });

/** @throws LinkError */
export const merge = ({ pool, acting }: Room, { from, into, reason }: z.output<typeof mergeBody>) =>
  inTransaction(pool, async (db) => {
    const merged = await mergePersons(db, { ...deciderOf(acting, reason), from, into });
    await acting.note(db, { action: 'person-merge', personIds: [from, into], detail: { ...merged } });
    return { ...merged, survivor: into };
  });

/** @throws NotFoundError, LinkError */
export const undoMerge = (
  { pool, acting, matching }: Room,
  id: string,
  { batchId, reason }: z.output<typeof unmergeBody>,
  { timeZone }: Jurisdiction,
): Promise<Unmerged> =>
  inTransaction(pool, async (db) => {
    await knownPerson(db, id);
    const links = await readLinks(db, id);
    if (links.every((link) => link.batchId !== batchId || link.op !== 'merge')) {
      throw new LinkError('unknown-merge', 'This person has no merge of that batch id.');
    }
    const undone = await unmerge(db, {
      ...deciderOf(acting, reason),
      batchId,
      prefer: preferByScore(matching, localDate(acting.at, timeZone)),
    });
    await acting.note(db, {
      action: 'person-unmerge',
      personIds: [undone.restored, undone.survivor],
      detail: { batchId: undone.batchId, undoes: batchId, undecided: undone.undecided },
    });
    return undone;
  });

/** @throws LinkError */
export const seal = ({ pool, acting }: Room, personId: string, { sealed }: z.output<typeof sealBody>) =>
  inTransaction(pool, async (db) => {
    await sealPerson(db, { personId, isSealed: sealed, at: acting.at });
    await acting.note(db, { action: 'person-seal', personIds: [personId], detail: { sealed } });
    return { person: personId, sealed };
  });

/** @throws NotFoundError */
export const doseLinks = ({ pool, acting }: Room, id: string) =>
  inTransaction(pool, async (db) => {
    const personId = await knownPerson(db, id);
    const doses = await readDoses(db, personId);
    await acting.note(db, { action: 'dose-links', personIds: [id, personId] });
    return { person: personId, ...doses };
  });

/** @throws LinkError */
export const linkDose = ({ pool, acting }: Room, personId: string, body: z.output<typeof doseLinkBody>) =>
  inTransaction(pool, async (db) => {
    await linkDoses(db, { ...body, personId, by: acting.by, at: acting.at });
    await acting.note(db, { action: 'dose-link', personIds: [personId], detail: { kind: body.kind } });
    return { person: personId, a: body.a, b: body.b, kind: body.kind };
  });

/** @throws NotFoundError */
export const unlinkDose = (
  { pool, acting }: Room,
  personId: string,
  { a, b }: z.output<typeof doseUnlinkBody>,
) =>
  inTransaction(pool, async (db) => {
    if (!(await unlinkDoses(db, { personId, a, b }))) {
      throw new NotFoundError('There is no decision on these two doses.');
    }
    await acting.note(db, { action: 'dose-unlink', personIds: [personId] });
    return { person: personId, a, b };
  });

async function knownPerson(db: PoolClient, id: string): Promise<string> {
  const now = (await whereNow(db, [id])).get(id);
  if (now === undefined) throw new NotFoundError('There is no person of that id.');
  return now;
}
