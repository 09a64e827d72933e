import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction, Language } from '../platform/jurisdiction.ts';
import { sendingFacilities } from './registration-answer.ts';
import type { jurisdictionAnswer } from './registration-schema.ts';

/** What a page must know of the jurisdiction before somebody registers, in their language. */
export async function jurisdictionFacts(
  db: Kysely<Tables>,
  { name, regions, partners, counties, agreement, readiness }: Jurisdiction,
  language: Language,
): Promise<z.output<typeof jurisdictionAnswer>> {
  const partnerOf = new Map(partners.map(({ id, ...partner }) => [id, partner]));
  return {
    name,
    regions: [...regions],
    counties: counties.map((county) => ({
      name: county.name,
      region: county.region ?? null,
      partner: (county.partner === undefined ? undefined : partnerOf.get(county.partner)) ?? null,
    })),
    agreement: {
      version: agreement.version,
      title: agreement.title[language],
      paragraphs: [...agreement.paragraphs[language]],
    },
    sendingFacilities: [...(await sendingFacilities(db))],
    readiness: {
      submissions: [...readiness.submissions],
      queries: [...readiness.queries],
      realMessages: readiness.realMessages,
    },
  };
}
