import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PROGRAMS, SITE_MEMBERS, STAFF } from '../accounts/access.ts';
import type { Actor } from '../accounts/roles.ts';
import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { problemSheet } from './report.ts';
import {
  loadAnswer,
  loadsAnswer,
  newLoadBody,
  personParams,
  piecesAnswer,
  pieceTaken,
  programParams,
} from './schema.ts';
import {
  beginLoad,
  cancelLoad,
  finishUpload,
  type Owner,
  pauseLoad,
  piecesThere,
  resumeLoad,
  takePiece,
} from './uploads.ts';
import { listLoads, type LoadView, viewLoad } from './views.ts';

type Door = {
  readonly at: string;
  readonly read: readonly Actor[];
  readonly change: readonly Actor[];
  readonly params: typeof programParams | typeof personParams;
  /** How its operations are called: `createHistoryLoad`. */
  readonly name: (does: string) => string;
};

const DOORS: readonly Door[] = [
  {
    at: '/api/history-loads',
    read: PROGRAMS,
    change: PROGRAMS,
    params: programParams,
    name: (does) => `program${does.charAt(0).toUpperCase()}${does.slice(1)}`,
  },
  {
    at: '/api/sites/:site/history-loads',
    read: [...SITE_MEMBERS, ...STAFF],
    change: SITE_MEMBERS,
    params: personParams,
    name: (does) => does,
  },
];

/** History loaded in bulk: for programs by the exchange's credentials, for people at their site. */
export function historyLoadRoutes(scope: Api, parts: PortalParts): void {
  void scope.register((plain, _options, registered) => {
    const inner: Api = plain.withTypeProvider<ZodTypeProvider>();
    inner.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    for (const door of DOORS) {
      uploading(inner, door, parts);
      steering(inner, door, parts);
      reading(inner, door, parts);
    }
    registered();
  });
}

const viewOf = (request: FastifyRequest, load: string, { database, clock }: PortalParts): Promise<LoadView> =>
  viewLoad(database.kysely, ownerOf(request).organizationId, load, clock.now());

function uploading(scope: Api, { at, change, params, name }: Door, parts: PortalParts): void {
  const config = { allow: change };
  scope.post(
    at,
    {
      config,
      schema: describe(
        name('createHistoryLoad'),
        'Begin an upload of history, or go on with it',
        loadAnswer,
        {
          params: params.base,
          body: newLoadBody,
        },
      ),
    },
    async (request) => viewOf(request, await beginLoad(ownerOf(request), request.body, parts), parts),
  );
  scope.put(
    `${at}/:load/pieces/:piece`,
    {
      config,
      schema: {
        ...describe(name('putHistoryPiece'), 'Upload a piece; the first is 0', pieceTaken, {
          params: params.piece,
          body: z.unknown(),
        }),
        consumes: ['application/octet-stream'],
      },
    },
    async (request) => {
      const { body } = request;
      if (!Buffer.isBuffer(body)) {
        throw new ApiError(400, 'request-invalid', [problem('piece', 'history-piece-wrong')]);
      }
      // A thousand rows would say less than the two of the upload's begin and end.
      request.isAudited = true;
      return takePiece(ownerOf(request), request.params, body, parts);
    },
  );
  scope.get(
    `${at}/:load/pieces`,
    {
      config,
      schema: describe(name('getHistoryPieces'), 'Which pieces have been uploaded', piecesAnswer, {
        params: params.load,
      }),
    },
    (request) => piecesThere(ownerOf(request), request.params.load, parts),
  );
}

function steering(scope: Api, { at, change, params, name }: Door, parts: PortalParts): void {
  const steps = [
    ['finish', 'finishHistoryUpload', 'All pieces are there: load them', finishUpload],
    ['pause', 'pauseHistoryLoad', 'Stop loading until it is resumed', pauseLoad],
    ['resume', 'resumeHistoryLoad', 'Go on loading', resumeLoad],
    ['cancel', 'cancelHistoryLoad', 'End it; what was recorded stays', cancelLoad],
  ] as const;
  for (const [path, does, words, step] of steps) {
    scope.post(
      `${at}/:load/${path}`,
      { config: { allow: change }, schema: describe(name(does), words, loadAnswer, { params: params.load }) },
      async (request) => {
        await step(ownerOf(request), request.params.load, parts);
        return viewOf(request, request.params.load, parts);
      },
    );
  }
}

function reading(scope: Api, { at, read, params, name }: Door, parts: PortalParts): void {
  const { kysely } = parts.database;
  scope.get(
    at,
    {
      config: { allow: read },
      schema: describe(name('getHistoryLoads'), 'The loads of history, the newest first', loadsAnswer, {
        params: params.base,
      }),
    },
    async (request) => {
      const { organizationId, stage } = ownerOf(request);
      return {
        mayLoad: stage === 'production',
        loads: await listLoads(kysely, organizationId),
      };
    },
  );
  scope.get(
    `${at}/:load`,
    {
      config: { allow: read },
      schema: describe(name('getHistoryLoad'), 'How far a load is, and what was wrong', loadAnswer, {
        params: params.load,
      }),
    },
    (request) => viewOf(request, request.params.load, parts),
  );
  scope.get(
    `${at}/:load/problems.csv`,
    {
      config: { allow: read, audit: 'export' },
      schema: describe(
        name('exportHistoryProblems'),
        'All problems of a load as a sheet (CSV)',
        z.unknown(),
        {
          params: params.load,
        },
      ),
    },
    async (request, reply) => {
      const { load } = request.params;
      await viewOf(request, load, parts);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="history-problems.csv"')
        .send(Readable.from(problemSheet(kysely, load)));
    },
  );
}

function ownerOf({ holder, site, signedIn, routeOptions }: FastifyRequest): Owner {
  const organization = holder ?? site;
  if (!organization) throw new Error(`${String(routeOptions.url)} lets in whom it does not know`);
  const { organizationId, stage } = organization;
  return {
    organizationId,
    stage,
    accountId: signedIn?.accountId,
    credentialId: holder?.credentialId,
  };
}
