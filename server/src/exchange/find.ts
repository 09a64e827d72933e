import { contradicts, isSomeoneElse, nameKey, registryId, sourceIdKey } from '../registry/identity.ts';
import type { KnownPerson, KnownSource } from '../registry/queries.ts';
import type { HistoryQuery } from './check-query.ts';
import type { Sender } from './identify.ts';
import { identityOfPerson } from './record.ts';

/**
 * The one person a query names, if the asker may know of them. An id that the asker or the registry issued
 * settles it unless nothing else agrees; otherwise exact name and birth date. A protected person (PD1-12)
 * is found only by an organization that reported them; to all others there is no such person.
 */
export function findPerson(
  query: HistoryQuery,
  known: { readonly persons: readonly KnownPerson[]; readonly sources: readonly KnownSource[] },
  sender: Sender,
  authority: string,
): KnownPerson | undefined {
  const { responsible } = sender;
  const ownId = registryId(query.identifiers, authority);
  const idKeys = query.identifiers.map((identifier) => sourceIdKey(responsible.codeKey, identifier));
  const name = nameKey(query.identity);
  const byId =
    known.persons.find(({ personId }) => personId === ownId) ??
    known.persons.find(({ keys }) => keys.some((key) => idKeys.includes(key)));
  const byName = known.persons.find(({ keys }) => name !== undefined && keys.includes(name));

  const person =
    byId && agrees(byId, query, isSomeoneElse)
      ? byId
      : byName && agrees(byName, query, contradicts)
        ? byName
        : undefined;
  if (!person?.isProtected) return person;
  const reportedByAsker = known.sources.some(
    (source) => source.personId === person.personId && source.organizationId === responsible.organizationId,
  );
  return reportedByAsker ? person : undefined;
}

/** A query that gives an id alone is taken at its word; what else it gives must fit. */
function agrees(person: KnownPerson, query: HistoryQuery, differs: typeof contradicts): boolean {
  const { last, first, birthDate } = query.identity;
  if (last === '' && first === '' && birthDate === undefined) return true;
  return !differs(identityOfPerson(person.demographics), query.identity);
}
