import type { KnownPerson, KnownSource } from './person-queries.ts';

/**
 * Whether an organization may know of a person. A protected one (PD1-12) is known only to the organizations that hold the
 * protection, a sealed one only where it has a chart; to all others there is no such person.
 * @param organizationId undefined: somebody who acts for none
 */
export function maySee(
  person: Pick<KnownPerson, 'personId' | 'isProtected' | 'isSealed'>,
  sources: readonly Pick<KnownSource, 'personId' | 'organizationId' | 'protection'>[],
  organizationId: string | undefined,
): boolean {
  const own = sources.filter(
    (source) => source.personId === person.personId && source.organizationId === organizationId,
  );
  return (
    (!person.isProtected || own.some(({ protection }) => protection === 'Y')) &&
    (!person.isSealed || own.length > 0)
  );
}
