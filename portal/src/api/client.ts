import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';

/** The server's API, typed from its own description. Sessions are a cookie: nothing is kept here. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });

export type Problem = { readonly where: string; readonly code: string; readonly what: string };

/** The server refused: nothing was changed. Pages say `code` and each problem's code in the reader's language. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;
  readonly problems: readonly Problem[];

  constructor(status: number, code: string, problems: readonly Problem[]) {
    super(code);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

type Outcome<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

/**
 * The answer of a call, or its refusal thrown.
 * @throws Refused; code `unreachable` where there is no answer at all
 */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw new Refused(0, 'unreachable', []);
  });
  if (response.ok && data !== undefined) return data;
  if (isRefusal(error)) throw new Refused(response.status, error.code, error.problems);
  throw new Refused(response.status, 'failed', []);
}

function isRefusal(
  error: unknown,
): error is { readonly code: string; readonly problems: readonly Problem[] } {
  return typeof error === 'object' && error !== null && 'code' in error && 'problems' in error;
}
