import type { Statement } from '../platform/database/pipeline.ts';
import {
  insertKeys,
  insertReports,
  insertSource,
  type Provenance,
  writePerson,
} from '../registry/queries.ts';
import {
  type Disclosure,
  insertDisclosure,
  insertMessage,
  insertMessageKey,
  type LedgerRow,
} from './ledger.ts';
import type { Effects } from './record.ts';

/** Everything that one message leaves in the database; committed as one. */
export type Decided = {
  readonly row: LedgerRow;
  readonly effects?: Effects;
  /** Set where the message took effect: a resend must find it. */
  readonly controlKey?: string;
  readonly disclosure?: Disclosure;
};

/** The statements of that transaction. The person comes first: there a message that lost a race fails early. */
export function writes({ row, effects, controlKey, disclosure }: Decided): readonly Statement[] {
  return [
    ...(effects && row.responsibleId !== undefined ? registryWrites(effects, row, row.responsibleId) : []),
    insertMessage(row),
    ...(controlKey === undefined ? [] : [insertMessageKey(controlKey, row)]),
    ...(disclosure ? [insertDisclosure(disclosure)] : []),
  ];
}

function registryWrites(effects: Effects, row: LedgerRow, organizationId: string): readonly Statement[] {
  const { person, newKeys, source, reports } = effects;
  const from: Provenance = {
    organizationId,
    senderId: row.senderId,
    messageId: row.messageId,
    personVersion: person.version,
    at: row.receivedAt,
  };
  return [
    writePerson(person),
    ...(newKeys.length > 0 ? [insertKeys(person.personId, newKeys)] : []),
    ...(source ? [insertSource(person.personId, source, from)] : []),
    ...(reports.length > 0 ? [insertReports(person.personId, reports, from)] : []),
  ];
}
