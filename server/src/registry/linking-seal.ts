import type { PoolClient } from 'pg';
import { LinkError } from './linking-error.ts';
import { keysOf, lockPersons, nextVersion, readContents, replaceKeys } from './linking-store.ts';

/**
 * Seals a person, as after an adoption, or takes that back. One that is sealed has no keys but its chart numbers: nobody
 * finds it by name, and no machine compares it.
 * @throws LinkError
 */
export async function sealPerson(
  db: PoolClient,
  { personId, isSealed, at }: { readonly personId: string; readonly isSealed: boolean; readonly at: Date },
): Promise<void> {
  const person = (await lockPersons(db, [personId])).get(personId);
  if (!person) throw new LinkError('unknown-person', 'There is no person of that id.');
  if (person.status === 'merged') {
    throw new LinkError(
      'not-active',
      `Person ${personId} was merged into ${person.mergedInto}; name that one.`,
    );
  }
  const contents = await readContents(db, personId);
  await replaceKeys(db, personId, keysOf(contents, false), keysOf(contents, isSealed));
  await db.query('update person set sealed = $2, version = $3, updated_at = $4 where person_id = $1', [
    personId,
    isSealed,
    nextVersion([person], contents),
    at,
  ]);
}
