import { findPerson } from '../registry/find-person.ts';
import { registryId, sourceIdKey } from '../registry/identity.ts';
import type { KnownPerson, KnownSource } from '../registry/queries.ts';
import type { HistoryQuery } from './check-query.ts';
import type { Sender } from './identify.ts';

/**
 * The one person a query names, if the asker may know of them. A protected person (PD1-12) is found only by
 * the organizations that hold the protection; to all others there is no such person.
 */
export function findAskedFor(
  query: Pick<HistoryQuery, 'identity' | 'identifiers'>,
  known: { readonly persons: readonly KnownPerson[]; readonly sources: readonly KnownSource[] },
  { responsible }: Sender,
  authority: string,
): KnownPerson | undefined {
  const found = findPerson(
    {
      identity: query.identity,
      registryId: registryId(query.identifiers, authority),
      idKeys: query.identifiers.map((identifier) => sourceIdKey(responsible.codeKey, identifier)),
    },
    known.persons,
  );
  if (found.kind !== 'person') return undefined;
  const { person } = found;
  return !person.isProtected || holdsProtection(person, known.sources, responsible.organizationId)
    ? person
    : undefined;
}

function holdsProtection(
  person: KnownPerson,
  sources: readonly KnownSource[],
  organizationId: string,
): boolean {
  return sources.some(
    (source) =>
      source.personId === person.personId &&
      source.organizationId === organizationId &&
      source.protection === 'Y',
  );
}
