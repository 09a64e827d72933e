import type { Statement } from '../platform/database/pipeline.ts';
import { insertReports, restateReports } from '../registry/dose-queries.ts';
import { doseStockStatements } from '../registry/inventory/dose-state.ts';
import { entryStatements } from '../registry/inventory/enter.ts';
import {
  expectKeys,
  insertKeys,
  insertMatchRow,
  insertSource,
  lockKeys,
  type Provenance,
  restateSource,
  writePerson,
} from '../registry/person-queries.ts';
import { insertDecision, insertTask } from '../registry/review.ts';
import { type Arrival, insertArrival } from './arrival.ts';
import { insertCopy } from './copy.ts';
import {
  type Disclosure,
  insertDisclosure,
  insertMessage,
  insertMessageKey,
  type LedgerRow,
} from './ledger.ts';
import type { Effects } from './record.ts';
import { insertTestSubmission, type TestSubmission } from './test-submission.ts';

/** Everything that one message leaves in the database; committed as one. */
export type Decided = {
  readonly row: LedgerRow;
  readonly arrival: Arrival;
  readonly effects?: Effects;
  /** Set where the message took effect: a resend must find it. */
  readonly controlKey?: string;
  /** Set where another registry gets a copy of it. */
  readonly copyTo?: string | undefined;
  readonly disclosure?: Disclosure;
  /** Set on the testing address. */
  readonly test?: TestSubmission;
};

/** The statements of that transaction. The person comes first: there a message that lost a race fails early. */
export function writes({
  row,
  arrival,
  effects,
  controlKey,
  copyTo,
  disclosure,
  test,
}: Decided): readonly Statement[] {
  return [
    ...(effects && row.responsibleId !== undefined ? registryWrites(effects, row, row.responsibleId) : []),
    insertMessage(row),
    insertArrival(row, arrival),
    ...(controlKey === undefined ? [] : [insertMessageKey(controlKey, row)]),
    ...(copyTo === undefined || !effects ? [] : [insertCopy(copyTo, row, effects.person.personId)]),
    ...(disclosure ? [insertDisclosure(disclosure)] : []),
    ...(test ? [insertTestSubmission(test)] : []),
    // Lots last: all messages of a site wait for the same few, and so for no more than a commit.
    ...stockWrites(effects, row),
  ];
}

function stockWrites(effects: Effects | undefined, row: LedgerRow): readonly Statement[] {
  if (!effects?.stock || row.responsibleId === undefined) return [];
  const { doses, entries } = effects.stock;
  return [...doseStockStatements(row.responsibleId, doses, row.receivedAt), ...entryStatements(entries)];
}

function registryWrites(effects: Effects, row: LedgerRow, organizationId: string): readonly Statement[] {
  const { person, saidAt, claim, source, restated, reports, restatedReports, tasks, decisions } = effects;
  const { personId } = person;
  const from: Provenance = {
    organizationId,
    senderId: row.senderId,
    messageId: row.messageId,
    personVersion: person.version,
    at: row.receivedAt,
    saidAt,
  };
  return [
    // Locks before rows, always: then no two transactions can wait for each other.
    ...(claim ? [lockKeys(claim.locks), expectKeys(claim.keys, claim.seen)] : []),
    writePerson(person),
    ...(source
      ? [
          insertKeys(personId, source.keys),
          insertMatchRow(personId, source.match),
          insertSource(personId, source, from),
        ]
      : []),
    ...(restated === undefined ? [] : [restateSource(personId, restated, saidAt)]),
    ...(reports.length > 0 ? [insertReports(personId, reports, from)] : []),
    ...(restatedReports.length > 0 ? [restateReports(personId, restatedReports, saidAt)] : []),
    ...tasks.map((task) => insertTask(task, row.messageId)),
    ...decisions.map((decision) => insertDecision(decision, 'intake', row.messageId)),
  ];
}
