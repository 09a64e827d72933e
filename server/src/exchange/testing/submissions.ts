import { ordersOf } from '@cairn/guide';
import type { Naming } from '../../registry/find-person.ts';
import { chartNumber, registryId, sourceIdKey } from '../../registry/identity.ts';
import type { Sender } from '../identify.ts';
import { decideRecord, type RecordDecision } from '../record.ts';
import { readSubmission, type Submission } from '../submission.ts';
import { HOLDER, parsed, SITE } from './messages.ts';
import type { KnownOfPersons, MemoryRegistry } from './registry.ts';

/** The organization itself, which sends for itself. */
export function senderOf(organizationId: string): Sender {
  const organization = {
    ...SITE,
    organizationId,
    code: organizationId,
    codeKey: organizationId.toUpperCase(),
  };
  return { holder: { ...HOLDER, ...organization }, responsible: organization };
}

/** What these segments (PID, PD1, NK1, orders) submit. */
export function submissionOf(...lines: readonly string[]): Submission {
  const message = parsed(['MSH|^~\\&|EHR', ...lines].join('\r'));
  const submission = readSubmission(message, ordersOf(message), '2025-03-20');
  if (!submission) throw new Error('the segments name no patient');
  return submission;
}

/** How a submission names its person. */
export function namingOf(submission: Submission, { responsible: { codeKey } }: Sender): Naming {
  const chart = chartNumber(submission.identifiers);
  return {
    record: submission.record(codeKey),
    registryId: registryId(submission.identifiers, 'CAIRN'),
    charts: chart ? [sourceIdKey(codeKey, chart)] : [],
    purpose: 'record',
  };
}

export type Recorded = { readonly before: KnownOfPersons; readonly decision: RecordDecision };

/** Reads, decides and writes one submission. */
export function record(
  registry: MemoryRegistry,
  submission: Submission,
  { sender, saidAt, newId }: { readonly sender: Sender; readonly saidAt: Date; readonly newId: () => string },
): Recorded {
  const before = registry.look(namingOf(submission, sender));
  const decision = decideRecord(submission, before, { sender, at: saidAt, saidAt, newId });
  registry.write(decision.effects, sender.responsible.organizationId);
  return { before, decision };
}
