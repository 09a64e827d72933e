import { demographicsIdentity } from './demographics.ts';
import { contradicts, type Identity, isSomeoneElse, nameKey } from './identity.ts';
import type { KnownPerson } from './queries.ts';

export type FoundPerson =
  | { readonly kind: 'person'; readonly person: KnownPerson }
  | { readonly kind: 'nobody' }
  /** An id of one person with the name of another: whoever was meant, it would be a guess. */
  | { readonly kind: 'conflict' };

/** How a message names a person. */
export type Naming = {
  readonly identity: Identity;
  /** The registry's own id, given back to it. */
  readonly registryId: string | undefined;
  /** Keys of the chart numbers of the organization that is asking or reporting. */
  readonly idKeys: readonly string[];
};

/**
 * The person a message names, among those that were found by its keys. An id settles it (the registry's own,
 * or a chart number of the organization), unless nothing of the identity agrees with it, or the name and
 * birth date are exactly those of someone else: twins' charts get mixed up. Without an id, exact name and
 * birth date, where that is one person and neither sex nor middle name says otherwise.
 */
export function findPerson(
  { identity, registryId, idKeys }: Naming,
  persons: readonly KnownPerson[],
): FoundPerson {
  const byId =
    persons.find(({ personId }) => personId === registryId) ??
    persons.find(({ keys }) => keys.some((key) => idKeys.includes(key)));
  const key = nameKey(identity);
  const byName = persons.filter(
    (person) =>
      key !== undefined &&
      person.keys.includes(key) &&
      !contradicts(demographicsIdentity(person.demographics), identity),
  );
  if (byId) {
    return namesAnother(byId, identity, byName) ? { kind: 'conflict' } : { kind: 'person', person: byId };
  }
  const [person, ...others] = byName;
  return person && others.length === 0 ? { kind: 'person', person } : { kind: 'nobody' };
}

function namesAnother(byId: KnownPerson, given: Identity, byName: readonly KnownPerson[]): boolean {
  // An id alone is taken at its word.
  if (given.last === '' && given.first === '' && given.birthDate === undefined) return false;
  const known = demographicsIdentity(byId.demographics);
  if (isSomeoneElse(known, given)) return true;
  const sameName = known.last === given.last && known.first === given.first;
  return !sameName && byName.some(({ personId }) => personId !== byId.personId);
}

/**
 * How many persons hold the key of that name and birth date, if it may be claimed for the person too: the
 * holders must all be known to be others. Undefined where it stays with who has it.
 */
export function freeSlot(
  key: string,
  identity: Identity,
  personId: string,
  persons: readonly KnownPerson[],
): number | undefined {
  const holders = persons.filter(({ keys }) => keys.includes(key));
  const free = holders.every(
    (holder) =>
      holder.personId !== personId && contradicts(demographicsIdentity(holder.demographics), identity),
  );
  return free ? holders.length : undefined;
}
