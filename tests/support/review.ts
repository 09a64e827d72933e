/** A client of the review API. */
import { DEMO_STAFF } from '@cairn/server';
import type { TestCairn } from './cairn.ts';

export type Reply = {
  readonly status: number;
  readonly cache: string;
  // Tests say what they expect of it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
};

export async function api(
  { url }: TestCairn,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  token: string = DEMO_STAFF.token,
): Promise<Reply> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    cache: response.headers.get('cache-control') ?? '',
    body: await response.json(),
  };
}
