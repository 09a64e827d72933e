import { audited } from '../audit/keep.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { emergencies, emergenciesAnswer, grantParams, reviewBody, reviewEmergency } from './emergencies.ts';

const ADMINISTRATORS = { allow: ['administrator'], audit: 'patients' } as const;

/** Records that were opened in an emergency: each is looked at afterwards by somebody else. */
export function emergencyRoutes(scope: Api, { database, clock }: PortalParts): void {
  const { kysely } = database;
  const whoAsks = ({ signedIn }: Parameters<typeof audited>[0]): string => {
    if (!signedIn) throw new ApiError(401, 'sign-in-needed');
    return signedIn.accountId;
  };
  const listed = async (request: Parameters<typeof audited>[0]) => {
    const list = await emergencies(kysely, whoAsks(request));
    const personIds = [...list.unreviewed, ...list.reviewed].map(({ personId }) => personId);
    await audited(request, kysely, { action: 'emergency-list', personIds }, clock.now());
    return list;
  };
  scope.get(
    '/api/staff/emergencies',
    {
      config: ADMINISTRATORS,
      schema: describe(
        'getEmergencies',
        'Records opened in an emergency, those first that nobody has reviewed',
        emergenciesAnswer,
      ),
    },
    listed,
  );
  scope.post(
    '/api/staff/emergencies/:grant/review',
    {
      config: ADMINISTRATORS,
      schema: describe(
        'reviewEmergency',
        'Say that it was looked at, and what was found',
        emergenciesAnswer,
        {
          params: grantParams,
          body: reviewBody,
        },
      ),
    },
    async (request) => {
      const { grant } = request.params;
      const now = clock.now();
      await kysely.transaction().execute(async (trx) => {
        const asked = { by: whoAsks(request), note: request.body.note, now };
        const personId = await reviewEmergency(trx, grant, asked);
        await audited(
          request,
          trx,
          { action: 'emergency-review', personIds: [personId], detail: { grant } },
          now,
        );
      });
      return listed(request);
    },
  );
}
