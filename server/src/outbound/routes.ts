import { STAFF } from '../accounts/access.ts';
import { audited } from '../audit/keep.ts';
import { done } from '../accounts/schema.ts';
import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import { addWindow, endWindow, windowProblems } from './maintenance.ts';
import { momentsOf } from './civil-moments.ts';
import { registriesOn } from './phases.ts';
import { registryOf, whoDecides } from './registry-asked.ts';
import {
  countAnswer,
  endpointAnswer,
  endpointParams,
  overviewAnswer,
  settingsBody,
  testAnswer,
  windowBody,
  windowParams,
} from './schema.ts';
import { saveSettings } from './settings.ts';
import { tryConnection } from './try-connection.ts';
import { backfillsOf, maintenanceOf, settingsOf, standing } from './views.ts';
import { toLookAt } from './work-list.ts';
import { workRoutes } from './work-routes.ts';

const ADMINISTRATORS = { allow: ['administrator'] } as const;

/** Connections to other registries: how they are set up, what waits for them, what they did not take. */
export function outboundRoutes(scope: Api, parts: PortalParts): void {
  settingsRoutes(scope, parts);
  maintenanceRoutes(scope, parts);
  workRoutes(scope, parts);
}

function settingsRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction, demo } = parts;
  scope.get(
    '/api/staff/outbound',
    {
      config: { allow: STAFF },
      schema: describe(
        'getOtherRegistries',
        'The registries beside this one, and how the connection to each is',
        overviewAnswer,
      ),
    },
    async () => {
      const now = clock.now();
      const today = localDate(now, jurisdiction.timeZone);
      return {
        ...timeOf(now, today, jurisdiction.cutOver.day),
        registries: [...(await standing(database.kysely, registriesOn(today, jurisdiction), now))],
      };
    },
  );
  scope.get(
    '/api/staff/outbound-count',
    {
      config: { allow: STAFF },
      schema: describe(
        'countUndelivered',
        'How many messages other registries have not taken and wait for a decision',
        countAnswer,
      ),
    },
    async () => ({ toLookAt: await toLookAt(database.kysely) }),
  );
  scope.get(
    '/api/staff/outbound/:endpoint',
    {
      config: { allow: STAFF },
      schema: describe(
        'getOtherRegistry',
        'One registry beside this one, and how its connection is set up',
        endpointAnswer,
        { params: endpointParams },
      ),
    },
    async ({ params, signedIn }) => {
      const { kysely } = database;
      const now = clock.now();
      const today = localDate(now, jurisdiction.timeZone);
      const registry = registryOf(parts, params.endpoint);
      const [[shown], saved, maintenance, backfills] = await Promise.all([
        standing(kysely, [registry], now),
        settingsOf(kysely, registry.id),
        maintenanceOf(kysely, registry.id, now),
        backfillsOf(kysely, registry.id, (at) => localDate(at, jurisdiction.timeZone)),
      ]);
      if (!shown) throw new ApiError(404, 'not-found');
      return {
        ...timeOf(now, today, jurisdiction.cutOver.day),
        registry: shown,
        settings: saved?.settings ?? null,
        updatedAt: saved?.updatedAt.toISOString() ?? null,
        maintenance,
        backfills,
        may: { change: signedIn?.staffRole === 'administrator' },
      };
    },
  );
  scope.put(
    '/api/staff/outbound/:endpoint',
    {
      config: ADMINISTRATORS,
      schema: describe('setUpOtherRegistry', 'Set up the connection to a registry, or change it', done, {
        params: endpointParams,
        body: settingsBody,
      }),
    },
    async (request) => {
      const registry = registryOf(parts, request.params.endpoint);
      const key = await parts.secretKey();
      const now = clock.now();
      const accountId = whoDecides(request);
      await database.kysely.transaction().execute(async (trx) => {
        const saved = await saveSettings(trx, registry, request.body, { accountId, now, demo, key });
        if (saved.kind === 'wrong') throw new ApiError(400, 'request-invalid', saved.problems);
        const detail = { registry: registry.id, fields: saved.fields };
        await audited(request, trx, { action: 'setUpOtherRegistry', detail }, now);
      });
      await parts.connectionsChanged();
      return { done: true as const };
    },
  );
  scope.post(
    '/api/staff/outbound/:endpoint/test',
    {
      config: { allow: STAFF },
      schema: describe(
        'testOtherRegistry',
        'Ask the registry whether it is there (connectivityTest)',
        testAnswer,
        {
          params: endpointParams,
        },
      ),
    },
    async (request) => {
      const { id } = registryOf(parts, request.params.endpoint);
      const answer = await tryConnection(parts, id);
      if (!answer) throw new ApiError(409, 'endpoint-not-set-up');
      const detail = { registry: id, ...(answer.fault === null ? {} : { fault: answer.fault }) };
      await audited(request, database.kysely, { action: 'testOtherRegistry', detail }, clock.now());
      return answer;
    },
  );
}

function maintenanceRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock, jurisdiction } = parts;
  scope.post(
    '/api/staff/outbound/:endpoint/maintenance',
    {
      config: ADMINISTRATORS,
      schema: describe('planMaintenance', 'Send nothing to a registry for a time', done, {
        params: endpointParams,
        body: windowBody,
      }),
    },
    async (request) => {
      const { id } = registryOf(parts, request.params.endpoint);
      const now = clock.now();
      const { beginsAt, endsAt, note } = request.body;
      const [begins, ends] = await momentsOf(database.kysely, [beginsAt, endsAt], jurisdiction.timeZone);
      if (!begins || !ends)
        throw new ApiError(400, 'request-invalid', [problem('beginsAt', 'local-time-invalid')]);
      const window = { beginsAt: begins, endsAt: ends, note };
      const problems = windowProblems(window, now);
      if (problems.length > 0) throw new ApiError(400, 'request-invalid', problems);
      await database.kysely.transaction().execute(async (trx) => {
        await addWindow(trx, id, window, { accountId: whoDecides(request), now });
        const detail = { registry: id, beginsAt, endsAt };
        await audited(request, trx, { action: 'planMaintenance', detail }, now);
      });
      await parts.connectionsChanged();
      return { done: true as const };
    },
  );
  scope.post(
    '/api/staff/outbound/:endpoint/maintenance/:window/end',
    {
      config: ADMINISTRATORS,
      schema: describe('endMaintenance', 'End maintenance now, or take back what is planned', done, {
        params: windowParams,
      }),
    },
    async (request) => {
      const { id } = registryOf(parts, request.params.endpoint);
      const now = clock.now();
      const { window } = request.params;
      await database.kysely.transaction().execute(async (trx) => {
        if (!(await endWindow(trx, id, window, now))) throw new ApiError(404, 'not-found');
        const detail = { registry: id, window };
        await audited(request, trx, { action: 'endMaintenance', detail }, now);
      });
      await parts.connectionsChanged();
      return { done: true as const };
    },
  );
}

const timeOf = (now: Date, today: string, cutOver: string) => ({
  now: now.toISOString(),
  today,
  cutOver,
  isGateway: today < cutOver,
});
