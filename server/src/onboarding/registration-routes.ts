import { ANYONE } from '../accounts/access.ts';
import { type Api, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { draftRoutes } from './registration-draft-routes.ts';
import { jurisdictionFacts } from './registration-facts.ts';
import { placesOf } from './registration-places.ts';
import { jurisdictionAnswer, languageQuery, zipAnswer, zipParams } from './registration-schema.ts';
import { verificationRoutes } from './registration-verify-routes.ts';

/** A site registers. */
export function registrationRoutes(scope: Api, parts: PortalParts): void {
  const { jurisdiction } = parts;
  const { kysely } = parts.database;
  scope.get(
    '/api/jurisdiction',
    {
      config: { allow: ANYONE },
      schema: describe(
        'getJurisdiction',
        'Counties, regions, agreement, Sending Facilities, and what sites must show',
        jurisdictionAnswer,
        { querystring: languageQuery },
      ),
    },
    ({ query }) => jurisdictionFacts(kysely, jurisdiction, query.language),
  );
  scope.get(
    '/api/zips/:zip',
    {
      config: { allow: ANYONE },
      schema: describe('getZip', 'The county of a ZIP code', zipAnswer, { params: zipParams }),
    },
    ({ params: { zip } }) => ({ zip, county: placesOf(jurisdiction).countyOfZip(zip)?.name ?? null }),
  );
  draftRoutes(scope, parts);
  verificationRoutes(scope, parts);
}
