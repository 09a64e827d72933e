import type { FastifyRequest } from 'fastify';
import type { PoolClient } from 'pg';
import { audited } from '../audit/keep.ts';
import type { AuditEvent } from '../audit/write.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Decider } from '../registry/linking-tasks.ts';

/** Who does something now: somebody of the staff who is signed in, or whose program brought a token. */
export type Acting = {
  /** As it is kept beside decisions: the id of the account, or of the token. */
  readonly by: string;
  readonly at: Date;
  readonly newId: () => string;
  /** Writes to the audit, in the transaction of what is done. */
  readonly note: (db: PoolClient, event: AuditEvent) => Promise<void>;
};

export function actingBy(request: FastifyRequest, at: Date): Acting {
  const by = request.signedIn?.accountId ?? request.staff?.staffId;
  if (by === undefined) throw new Error('a route of the review let in somebody who is not known');
  return {
    by,
    at,
    newId: () => uuidv7(at.getTime()),
    note: (db, event) => audited(request, db, event, at),
  };
}

export const deciderOf = ({ by, at, newId }: Acting, reason: string): Decider => ({ by, reason, at, newId });

/** There is no task, person or merge of the id. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}
