import { monthOf } from '../platform/database/migrate.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Stage } from '../platform/database/tables.ts';
import type { ReadinessCase } from '../platform/jurisdiction.ts';
import type { Comparison } from './comparison.ts';

/** What a message to the testing address showed, beside its row in the ledger. */
export type TestSubmission = {
  readonly messageId: string;
  readonly receivedAt: Date;
  /** For whom it was sent; where that could not be told, who sent it. */
  readonly organizationId: string;
  readonly senderId: string;
  readonly stage: 'testing' | 'real-data';
  readonly cases: readonly ReadinessCase[];
  /** At the stage with real patients: what the registry would have done. */
  readonly comparison: Comparison | undefined;
};

/** Sites in production may keep testing; they test like those that still do. */
export const testStage = (stage: Stage): TestSubmission['stage'] =>
  stage === 'real-data' ? 'real-data' : 'testing';

/**
 * The stage of a message that is not taken to be anybody's. Where one of those whom it names tests with real patients, or is
 * suspended, maybe while it did, or where a Sending Facility past testing sent it for somebody unknown, it is kept like a message
 * of a real patient (ADR 0018): looks are written down, and it is forgotten in time.
 */
export function stageOfRefused(
  holder: { readonly kind: 'site' | 'sending-facility'; readonly stage: Stage },
  named: readonly Stage[],
): TestSubmission['stage'] {
  const mayBeReal =
    (holder.kind === 'sending-facility' && holder.stage !== 'testing') ||
    [holder.stage, ...named].some((stage) => stage === 'real-data' || stage === 'suspended');
  return mayBeReal ? 'real-data' : 'testing';
}

export function insertTestSubmission(test: TestSubmission): Statement {
  return {
    name: 'insert-test-submission',
    text: `insert into test_submission (message_id, month, organization_id, sender_id, received_at, stage, cases, comparison)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      test.messageId,
      monthOf(test.receivedAt),
      test.organizationId,
      test.senderId,
      test.receivedAt,
      test.stage,
      test.cases,
      test.comparison ? JSON.stringify(test.comparison) : null,
    ],
  };
}
