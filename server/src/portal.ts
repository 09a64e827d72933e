import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { controlAccess } from './accounts/access.ts';
import { accountRoutes } from './accounts/routes.ts';
import { accountUpdateRoutes } from './account-update/routes.ts';
import { keepAudit } from './audit/keep.ts';
import { auditRoutes } from './audit/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { messageRoutes } from './monitoring/message-routes.ts';
import { monitoringRoutes } from './monitoring/routes.ts';
import { clientRoutes } from './onboarding/client-routes.ts';
import { registrationRoutes } from './onboarding/registration-routes.ts';
import { siteRoutes } from './onboarding/site-routes.ts';
import { staffRoutes } from './onboarding/staff-routes.ts';
import { statementRoutes } from './onboarding/statement-routes.ts';
import { patientEditRoutes } from './patients/edit-routes.ts';
import { patientPaperRoutes } from './patients/paper-routes.ts';
import { patientRoutes } from './patients/routes.ts';
import { inventoryRoutes } from './inventory/routes.ts';
import { outboundRoutes } from './outbound/routes.ts';
import { flatFileRoutes } from './flat-files/routes.ts';
import { acknowledgementRoutes } from './acknowledgements/routes.ts';
import { historyLoadRoutes } from './history-load/routes.ts';
import { systemClock } from './platform/clock.ts';
import { reviewRoutes } from './review/routes.ts';
import { refuseErrors } from './platform/api.ts';
import type { PortalParts } from './portal-parts.ts';
import { trainingRoutes } from './training/routes.ts';
import { workbenchRoutes } from './workbench/routes.ts';

/** The largest that is sent: a sheet of client sites, or messages of the workbench. */
const MAX_BODY_BYTES = 1024 * 1024;

/** The portal's API, all of it under `/api`: one scope with one way of access, refusal and description. */
export function portalApi(app: FastifyInstance, parts: PortalParts): void {
  void app.register(
    async (plain) => {
      const scope = plain.withTypeProvider<ZodTypeProvider>();
      scope.setValidatorCompiler(validatorCompiler);
      scope.setSerializerCompiler(serializerCompiler);
      refuseErrors(scope, parts.log);
      await scope.register(cookie);
      await scope.register(rateLimit, { global: false });
      await scope.register(swagger, {
        openapi: {
          info: { title: 'Cairn', description: 'The API of the portal.', version: '0.1.0' },
        },
        transform: jsonSchemaTransform,
        transformObject: jsonSchemaTransformObject,
      });
      controlAccess(scope, {
        kysely: parts.database.kysely,
        clock: parts.clock,
        jurisdiction: parts.jurisdiction,
        origins: () => [parts.publicUrl()],
        programs: () => ({
          reader: parts.database.reader,
          passwords: parts.exchange.passwords,
          clientCertificateHeader: parts.clientCertificateHeader,
        }),
      });
      keepAudit(scope, { kysely: parts.database.kysely, clock: parts.clock, log: parts.log });
      scope.get('/api/docs', { config: { allow: ['anonymous'] }, schema: { hide: true } }, () =>
        plain.swagger(),
      );
      accountRoutes(scope, parts);
      registrationRoutes(scope, parts);
      siteRoutes(scope, parts);
      clientRoutes(scope, parts);
      staffRoutes(scope, parts);
      statementRoutes(scope, parts);
      workbenchRoutes(scope, parts);
      mailRoutes(scope, parts);
      accountUpdateRoutes(scope, parts);
      trainingRoutes(scope, parts);
      patientRoutes(scope, parts);
      patientEditRoutes(scope, parts);
      patientPaperRoutes(scope, parts);
      monitoringRoutes(scope, parts);
      messageRoutes(scope, parts);
      auditRoutes(scope, parts);
      reviewRoutes(scope, parts);
      inventoryRoutes(scope, parts);
      outboundRoutes(scope, parts);
      flatFileRoutes(scope, parts);
      acknowledgementRoutes(scope, parts);
      historyLoadRoutes(scope, parts);
    },
    { bodyLimit: MAX_BODY_BYTES },
  );
}

/** The OpenAPI document of the portal's routes; nothing of a running Cairn is needed for it. */
export async function openApiDocument(): Promise<object> {
  const app = Fastify();
  // Routes use their parts only when they are asked, and here none is but that of the document.
  portalApi(app, { database: {}, clock: systemClock, publicUrl: () => '' } as unknown as PortalParts);
  const { body } = await app.inject('/api/docs');
  await app.close();
  return JSON.parse(body) as object;
}
