import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { SavedAnswers } from './registration-check.ts';
import { kindsOf, type Likeness, likenessOf, nameKey } from './registration-likeness.ts';

export type SimilarSite = {
  readonly organizationId: string;
  readonly name: string;
  readonly city: string;
  readonly because: readonly Likeness[];
};

/** More than a person would look through are not shown. */
const MOST = 10;

type Row = Omit<SimilarSite, 'because'> & { readonly likeness: readonly string[] };

/** Registered sites that the one of these answers may be, the likest first. An operator's own entries have a name only. */
export async function similarSites(
  db: Kysely<Tables>,
  answers: SavedAnswers,
): Promise<readonly SimilarSite[]> {
  const keys = likenessOf(answers);
  if (keys.length === 0) return [];
  const { rows } = await sql<Row>`
    select organization_id as "organizationId", name, coalesce(profile -> 'place' ->> 'city', '') as city, likeness
    from organization where likeness && ${keys}::text[] or profile is null`.execute(db);
  return rows
    .map(({ likeness, ...site }) => {
      const own = likeness.length > 0 ? likeness : [`name:${nameKey(site.name)}`];
      return { ...site, because: kindsOf(own.filter((key) => keys.includes(key))) };
    })
    .filter(({ because }) => because.length > 0)
    .toSorted((a, b) => b.because.length - a.because.length)
    .slice(0, MOST);
}

/**
 * How a similar site is named to the browser that is registering. The key is that browser's cookie: an id names something only
 * to the one to whom the site was shown, and says nothing of the organization by itself.
 */
export const similarId = (cookie: string, organizationId: string): string =>
  createHmac('sha256', cookie).update(organizationId).digest('base64url');

/** The site that was shown under that id, if it was. */
export function shownAs(sites: readonly SimilarSite[], cookie: string, id: string): SimilarSite | undefined {
  const asked = Buffer.from(id);
  return sites.find(({ organizationId }) => {
    const shown = Buffer.from(similarId(cookie, organizationId));
    return shown.length === asked.length && timingSafeEqual(shown, asked);
  });
}
