import { monthOf } from '../platform/database/migrate.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { LedgerRow } from './ledger.ts';

/**
 * The registry that gets a copy of what is recorded for an organization: that of its region, from the day of the cut-over until
 * the region moves. Before, messages are forwarded there; afterwards its users work here. Whether anybody has set up the
 * connection yet does not matter: what is to be sent waits.
 * @param today the civil day in the jurisdiction
 */
export function copyTo(
  region: string | undefined,
  today: string,
  { cutOver, timeline }: Pick<Jurisdiction, 'cutOver' | 'timeline'>,
): string | undefined {
  if (region === undefined || today < cutOver.day) return undefined;
  return timeline.some((dates) => dates.region === region && dates.goLive > today) ? region : undefined;
}

/** Written with the message: what is acknowledged here will reach the other registry. */
export function insertCopy(endpointId: string, row: LedgerRow, personId: string): Statement {
  return {
    name: 'insert-outbound-copy',
    text: `insert into outbound_copy (endpoint_id, message_id, month, person_id, organization_id, state, attempts, next_at,
             code, words, answer, created_at)
           values ($1, $2, $3, $4, $5, 'waiting', 0, $6, '', '', '', $6)`,
    values: [
      endpointId,
      row.messageId,
      monthOf(row.receivedAt),
      personId,
      row.responsibleId ?? row.senderId,
      row.receivedAt,
    ],
  };
}
