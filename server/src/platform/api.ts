import type {
  FastifyBaseLogger,
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifySchemaValidationError,
} from 'fastify';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { hasZodFastifySchemaValidationErrors, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Log } from './log.ts';
import { PROBLEM_TEXTS, type ProblemCode } from './problems.ts';

/** The scope in which the portal's routes are registered: schemas are zod, and every route says who may ask it. */
export type Api = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** One thing that is wrong with what was sent, for a program (code) and for a person (what). */
export type ApiProblem = { readonly where: string; readonly code: ProblemCode; readonly what: string };

export const problemSchema = z.object({ where: z.string(), code: z.string(), what: z.string() });

/** What every refusal looks like. `error` says it in English; pages say it by `code` in their language. */
export const refusalSchema = z
  .object({ code: z.string(), error: z.string(), problems: z.array(problemSchema) })
  .meta({ id: 'Refusal' });

/** The refusals that any route may answer with, for the schema of its responses. */
export const REFUSALS = { '4xx': refusalSchema, '5xx': refusalSchema } as const;
type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 500;

type Asked = { readonly params?: z.ZodType; readonly querystring?: z.ZodType; readonly body?: z.ZodType };

/**
 * A route's schema: what it is called in the OpenAPI document (and in the portal's client), what it asks and answers. Every
 * route may refuse in the same form.
 */
export const describe = <A extends z.ZodType, R extends Asked = Record<never, never>>(
  operationId: string,
  summary: string,
  answer: A,
  asked?: R,
) => ({ operationId, summary, ...(asked as R), response: { 200: answer, ...REFUSALS } as const });

/** Thrown by a handler: the answer is a refusal, and nothing was changed. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: RefusalStatus;
  readonly code: ProblemCode;
  readonly problems: readonly ApiProblem[];

  /** @param words where there is more to say in English than the code's own text, such as which id */
  constructor(
    status: RefusalStatus,
    code: ProblemCode,
    problems: readonly ApiProblem[] = [],
    words: string = PROBLEM_TEXTS[code],
  ) {
    super(words);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

export const problem = (where: string, code: ProblemCode): ApiProblem => ({
  where,
  code,
  what: PROBLEM_TEXTS[code],
});

/** All that is wrong with a value, at once. A schema's own `error` is a problem code where it is one. */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): readonly ApiProblem[] {
  return issues.map((issue) => problem(issue.path.map(String).join('.'), codeOf(issue)));
}

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  if (isProblemCode(issue.message)) return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small') return 'required';
  if (issue.code === 'unrecognized_keys') return 'unknown-field';
  return 'invalid';
}

const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEM_TEXTS, text);

/** A schema's issue, as it was before the type provider took it apart for Fastify. */
function issueOf({ keyword, instancePath, message, params }: FastifySchemaValidationError): z.core.$ZodIssue {
  const path = instancePath.split('/').filter((step) => step !== '');
  return { ...params, code: keyword, path, message: message ?? '' } as unknown as z.core.$ZodIssue;
}

/** Every error of the portal's routes becomes a refusal here; what is ours is logged without what it failed on. */
export function refuseErrors(scope: Api, log: Log): void {
  scope.setErrorHandler((error: FastifyError | ApiError, request, reply) => {
    if (error instanceof ApiError)
      return refuse(reply, error.status, error.code, error.problems, error.message);
    if (hasZodFastifySchemaValidationErrors(error)) {
      return refuse(reply, 400, 'request-invalid', problemsOf(error.validation.map(issueOf)));
    }
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    if (status === 429) return refuse(reply, 429, 'too-many-requests');
    if (status === 413) return refuse(reply, 413, 'too-large');
    if (status < 500) return refuse(reply, 400, 'request-unreadable');
    log.error(
      {
        kind: error.name,
        route: request.routeOptions.url,
        // Not its words, which may quote what was sent and may have several lines.
        stack: error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 5),
      },
      'a request of the portal failed',
    );
    return refuse(reply, 500, 'failed');
  });
}

/** More than anybody corrects at once: what a small body can be wrong in has no end. */
const MOST_PROBLEMS = 100;

export const refuse = (
  reply: FastifyReply,
  status: RefusalStatus,
  code: ProblemCode,
  problems: readonly ApiProblem[] = [],
  error: string = PROBLEM_TEXTS[code],
): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ code, error, problems: problems.slice(0, MOST_PROBLEMS) });
