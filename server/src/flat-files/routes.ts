import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PROGRAMS, SITE_MEMBERS, STAFF } from '../accounts/access.ts';
import { limitFor } from '../accounts/limits.ts';
import { siteParams } from '../accounts/schema.ts';
import { audited } from '../audit/keep.ts';
import { type Api, ApiError, describe, problem } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { areTaken, fromOf, refuseWhereNotTaken } from './cut-over.ts';
import { MOST_BYTES } from './read-file.ts';
import { listFiles, reportOf, reportSheet } from './reports.ts';
import { fileParams, filesAnswer, reportAnswer, siteFileParams, takenAnswer } from './schema.ts';
import { takeFile, type UnderWay } from './take-file.ts';

/** Flat files, until the day from which none are taken: for people at their site, for programs by the exchange's credentials. */
export function flatFileRoutes(scope: Api, parts: PortalParts): void {
  void scope.register((plain, _options, registered) => {
    const inner: Api = plain.withTypeProvider<ZodTypeProvider>();
    inner.addContentTypeParser(
      'text/csv',
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    sending(inner, parts);
    reading(inner, parts);
    registered();
  });
}

function sending(scope: Api, parts: PortalParts): void {
  const { database, clock } = parts;
  const underWay: UnderWay = new Map();
  const rateLimit = limitFor('upload', parts);
  /** Before anything of the body is read: also a body that nobody could read gets that answer. */
  const onRequest = (request: FastifyRequest): Promise<void> => refuseWhereNotTaken(fromOf(request), parts);
  const take = async (request: FastifyRequest): Promise<z.output<typeof takenAnswer>> => {
    const { body } = request;
    if (!Buffer.isBuffer(body)) throw new ApiError(400, 'file-type', [problem('csv', 'file-type')]);
    const from = fromOf(request);
    const { fileId, isRepeated, personIds } = await takeFile(body, nameOf(request), from, parts, underWay);
    const report = await reportOf(database.kysely, from.organizationId, fileId);
    const detail = { file: fileId, rows: report.rows, recorded: report.recorded, isRepeated };
    await audited(
      request,
      database.kysely,
      { action: 'sendFlatFile', aboutId: from.organizationId, personIds, detail },
      clock.now(),
    );
    return { ...report, isRepeated };
  };
  const body = z.unknown();
  scope.post(
    '/api/flat-files',
    {
      config: { allow: PROGRAMS, rateLimit },
      onRequest,
      schema: {
        ...describe('postFlatFile', 'Send a flat file (docs/flat-files.md)', takenAnswer, { body }),
        consumes: ['text/csv'],
      },
    },
    (request) => take(request),
  );
  scope.post(
    '/api/sites/:site/flat-files',
    {
      config: { allow: SITE_MEMBERS, rateLimit },
      onRequest,
      schema: {
        ...describe('sendFlatFile', 'Upload a flat file (docs/flat-files.md)', takenAnswer, {
          params: siteParams,
          body,
        }),
        consumes: ['text/csv'],
      },
    },
    (request) => take(request),
  );
}

function reading(scope: Api, parts: PortalParts): void {
  const { database, jurisdiction } = parts;
  const { kysely } = database;
  const list = async (request: FastifyRequest) => ({
    areTaken: areTaken(parts),
    until: jurisdiction.cutOver.day,
    files: await listFiles(kysely, fromOf(request).organizationId),
  });
  const sheet = async (request: FastifyRequest, reply: FastifyReply, file: string): Promise<string> => {
    const text = await reportSheet(kysely, fromOf(request).organizationId, file);
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="flat-file-report.csv"');
    return text;
  };
  const OF_SITE = [...SITE_MEMBERS, ...STAFF];

  scope.get(
    '/api/flat-files',
    {
      config: { allow: PROGRAMS },
      schema: describe('listFlatFiles', 'The flat files that were sent', filesAnswer),
    },
    list,
  );
  scope.get(
    '/api/flat-files/:file',
    {
      config: { allow: PROGRAMS },
      schema: describe('readFlatFileReport', 'What became of a flat file', reportAnswer, {
        params: fileParams,
      }),
    },
    (request) => reportOf(kysely, fromOf(request).organizationId, request.params.file),
  );
  scope.get(
    '/api/flat-files/:file/report.csv',
    {
      config: { allow: PROGRAMS },
      schema: describe('readFlatFileSheet', 'What became of each row, as a sheet (CSV)', z.string(), {
        params: fileParams,
      }),
    },
    (request, reply) => sheet(request, reply, request.params.file),
  );
  scope.get(
    '/api/sites/:site/flat-files',
    {
      config: { allow: OF_SITE },
      schema: describe('getFlatFiles', 'The flat files of a site', filesAnswer, { params: siteParams }),
    },
    list,
  );
  scope.get(
    '/api/sites/:site/flat-files/:file',
    {
      config: { allow: OF_SITE },
      schema: describe('getFlatFileReport', 'What became of a flat file of a site', reportAnswer, {
        params: siteFileParams,
      }),
    },
    (request) => reportOf(kysely, fromOf(request).organizationId, request.params.file),
  );
  scope.get(
    '/api/sites/:site/flat-files/:file/report.csv',
    {
      config: { allow: OF_SITE, audit: 'export' },
      schema: describe('exportFlatFileReport', 'What became of each row, as a sheet (CSV)', z.string(), {
        params: siteFileParams,
      }),
    },
    (request, reply) => sheet(request, reply, request.params.file),
  );
}

const MOST_OF_NAME = 100;

/** What the sender calls the file. As a header, since addresses are logged. */
function nameOf({ headers }: FastifyRequest): string {
  const sent = headers['x-file-name'];
  if (typeof sent !== 'string') return '';
  let name = sent;
  try {
    name = decodeURIComponent(sent);
  } catch {
    // It was not encoded.
  }
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  return name.replaceAll(/[\u0000-\u001F\u007F]/g, '').slice(0, MOST_OF_NAME);
}
