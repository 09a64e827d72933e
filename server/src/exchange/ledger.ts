import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import { monthOf } from '../platform/database/migrate.ts';
import { hashKey } from '../platform/ids.ts';
import type { Finding } from '@cairn/guide';
import type { Address } from './call.ts';

/** What became of a message. */
export type Outcome =
  /** Recorded as a whole. */
  | 'accepted'
  /** Recorded, but for the doses that the findings name. */
  | 'partly-accepted'
  /** Nothing of it was recorded. */
  | 'refused'
  /** A query, answered. */
  | 'answered'
  /** Sent on to another registry, which answered it; what it says of itself is in the answer. */
  | 'forwarded'
  /** Not a message that HL7 could answer, or one that did not get to another registry; answered with a fault. */
  | 'fault';

export type LedgerRow = {
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly address: Address;
  readonly operation: string;
  readonly senderId: string;
  /** Undefined where it came from the portal. */
  readonly credentialId: string | undefined;
  readonly responsibleId: string | undefined;
  readonly type: string;
  readonly controlId: string;
  readonly bodyHash: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly ackCode: 'AA' | 'AE' | 'AR' | '';
  readonly answer: string;
  readonly findings: readonly Finding[];
  readonly personId: string | undefined;
  /** The endpoint that the answer came from, or that was to answer. */
  readonly forwardedTo?: string;
};

export function insertMessage(row: LedgerRow): Statement {
  return {
    name: 'insert-message',
    text: `insert into message (month, message_id, received_at, address, operation, sender_id, credential_id,
             responsible_id, message_type, control_id, body_hash, raw, outcome, ack_code, answer, findings, person_id, forwarded_to)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    values: [
      monthOf(row.receivedAt),
      row.messageId,
      row.receivedAt,
      row.address,
      row.operation,
      row.senderId,
      row.credentialId ?? null,
      row.responsibleId ?? null,
      row.type,
      row.controlId,
      row.bodyHash,
      Buffer.from(row.text, 'utf8'),
      row.outcome,
      row.ackCode,
      row.answer,
      JSON.stringify(row.findings),
      row.personId ?? null,
      row.forwardedTo ?? null,
    ],
  };
}

/** The name of a message: its sender and control id. The sender is MSH-4, which must be the credential's own. */
export function controlKey(senderCodeKey: string, controlId: string): string {
  return hashKey('control-id', senderCodeKey, controlId);
}

/** Marks the message as processed; fails where the same one was processed meanwhile. */
export function insertMessageKey(key: string, row: LedgerRow): Statement {
  return {
    name: 'insert-message-key',
    text: `insert into message_key (control_key, body_hash, message_id, month) values ($1, $2, $3, $4)`,
    values: [key, row.bodyHash, row.messageId, monthOf(row.receivedAt)],
  };
}

/** A message that was processed before under this control id. */
export type Processed = {
  readonly bodyHash: string;
  readonly messageId: string;
  readonly month: string;
};

export function selectProcessed(key: string): Statement {
  return {
    name: 'processed-messages',
    text: 'select body_hash, message_id, month from message_key where control_key = $1',
    values: [key],
  };
}

export function processed(rows: Rows): readonly Processed[] {
  return rows.map((row) => ({ bodyHash: row.body_hash, messageId: row.message_id, month: row.month }));
}

/**
 * The answer that a processed message had, if it was this sender's. Asked only for a resend: joined into the
 * read of every message it would open each month's partition of the ledger to find nothing.
 */
export function selectAnswer({ month, messageId }: Processed, senderId: string): Statement {
  return {
    name: 'stored-answer',
    text: 'select answer from message where month = $1 and message_id = $2 and sender_id = $3',
    values: [month, messageId, senderId],
  };
}

/** Someone was shown, or told of the absence of, someone's record. */
export type Disclosure = {
  readonly eventId: string;
  readonly at: Date;
  readonly credentialId: string | undefined;
  readonly organizationId: string;
  readonly responsibleId: string;
  readonly messageId: string;
  /** Of a query that another registry answered: nobody here knows whom. */
  readonly personIds: readonly string[];
  readonly status: string;
  /** The endpoint of that registry. */
  readonly registry?: string;
};

export function insertDisclosure(event: Disclosure): Statement {
  return {
    name: 'insert-audit-event',
    text: `insert into audit_event (month, event_id, at, action, credential_id, organization_id, responsible_id,
             message_id, person_ids, detail)
           values ($1, $2, $3, 'query', $4, $5, $6, $7, $8, $9)`,
    values: [
      monthOf(event.at),
      event.eventId,
      event.at,
      event.credentialId ?? null,
      event.organizationId,
      event.responsibleId,
      event.messageId,
      event.personIds,
      JSON.stringify({
        status: event.status,
        ...(event.registry === undefined ? {} : { registry: event.registry }),
      }),
    ],
  };
}
