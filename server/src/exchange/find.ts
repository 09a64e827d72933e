import type { Found } from '../registry/find-person.ts';
import type { KnownPerson, KnownSource } from '../registry/person-queries.ts';
import { maySee } from '../registry/visibility.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { HistoryQuery } from './check-query.ts';
import type { Sender } from './identify.ts';

/** What the asker is told of whom the query names (guide, query profiles; QAK-2). */
export type Shown =
  | { readonly kind: 'person'; readonly person: KnownPerson }
  /** Some may be meant: the asker may choose. */
  | { readonly kind: 'candidates'; readonly persons: readonly KnownPerson[] }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'too-many' }
  /** There is one, and it may not be shared with the asker; only where the jurisdiction says so. */
  | { readonly kind: 'not-shared' };

/**
 * Whom the asker may know of. A protected person (PD1-12) is found only by the organizations that hold the protection, a
 * sealed one only where it has a chart; to all others there is no such person. A forecast is for one person, so those
 * who may be meant are not listed for it.
 */
export function whomToShow(
  query: HistoryQuery,
  found: Found,
  known: { readonly persons: readonly KnownPerson[]; readonly sources: readonly KnownSource[] },
  { responsible }: Sender,
  { notShared }: Pick<Jurisdiction, 'notShared'>,
): Shown {
  const mayBeShown = (person: KnownPerson): boolean =>
    maySee(person, known.sources, responsible.organizationId);
  if (found.kind === 'person') {
    if (mayBeShown(found.person)) return { kind: 'person', person: found.person };
    return { kind: notShared === 'told' && !found.person.isSealed ? 'not-shared' : 'nobody' };
  }
  if (found.doubts.length > query.limit) return { kind: 'too-many' };
  if (query.kind === 'Z44') return { kind: 'nobody' };
  const persons = found.doubts.flatMap(({ personId }) =>
    known.persons.filter((person) => person.personId === personId && mayBeShown(person)),
  );
  return persons.length > 0 ? { kind: 'candidates', persons } : { kind: 'nobody' };
}

/**
 * Those of whom the asker may not even hear that they are there. They are left out before anyone is looked for: a person
 * who is hidden must neither be counted nor make another one doubtful, or the answer would give them away.
 */
export function unknowable(
  {
    persons,
    sources,
  }: { readonly persons: readonly KnownPerson[]; readonly sources: readonly KnownSource[] },
  { responsible }: Sender,
  { notShared }: Pick<Jurisdiction, 'notShared'>,
): readonly string[] {
  const mayKnow = (person: KnownPerson): boolean =>
    (notShared === 'told' && !person.isSealed) || maySee(person, sources, responsible.organizationId);
  return persons.filter((person) => !mayKnow(person)).map(({ personId }) => personId);
}
