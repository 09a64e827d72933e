import { CompiledQuery, type Kysely } from 'kysely';
import { monthOf } from '../platform/database/migrate.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';

/** Who did something: a person who is signed in, a token of staff, a credential of the exchange, or nobody who is known. */
export type Doer = {
  readonly accountId?: string | undefined;
  readonly staffId?: string | undefined;
  readonly credentialId?: string | undefined;
  /** The organization that was acted for. */
  readonly organizationId?: string | undefined;
};

export type AuditEvent = {
  /** What was done, as `audit/actions.ts` lists it, or the operation of the API. */
  readonly action: string;
  /** Everybody whose record was shown, found or changed. */
  readonly personIds?: readonly string[];
  readonly messageId?: string | undefined;
  /** The site it is about, where that is not the one acted for. */
  readonly aboutId?: string | undefined;
  /** Ids, codes, counts and what people gave as a reason; never what is known of a patient. */
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
};

/** A connection of the driver itself, in whose transaction something is done. */
export type Connection = {
  readonly query: (text: string, values: unknown[]) => Promise<unknown>;
};

/** Adds to the audit, in the transaction of what it tells of where there is one. Nothing there is ever changed. */
export async function writeAudit(
  db: Kysely<Tables> | Connection,
  doer: Doer,
  event: AuditEvent,
  now: Date,
): Promise<void> {
  const { text, values } = insertEvent(doer, event, now);
  await ('executeQuery' in db
    ? db.executeQuery(CompiledQuery.raw(text, [...values]))
    : db.query(text, [...values]));
}

function insertEvent(
  { accountId, staffId, credentialId, organizationId }: Doer,
  { action, personIds = [], messageId, aboutId, detail = {} }: AuditEvent,
  now: Date,
): { readonly text: string; readonly values: readonly unknown[] } {
  return {
    text: `insert into audit_event (month, event_id, at, action, account_id, staff_id, organization_id, responsible_id,
             message_id, person_ids, detail, credential_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      monthOf(now),
      uuidv7(now.getTime()),
      now,
      action,
      accountId ?? null,
      staffId ?? null,
      organizationId ?? null,
      aboutId ?? null,
      messageId ?? null,
      [...new Set(personIds)],
      JSON.stringify(detail),
      credentialId ?? null,
    ],
  };
}
