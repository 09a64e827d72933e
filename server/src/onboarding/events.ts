import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';

/** What can happen to an organization on its way. Pages have words for each. */
export const EVENT_KINDS = [
  'registered',
  'email-verified',
  'agreement-accepted',
  'credentials-shown',
  'credentials-rotated',
  'credentials-revoked',
  'certificate-set',
  'sending-facility-named',
  'sending-facility-confirmed',
  'sending-facility-ended',
  'client-invited',
  'contacts-changed',
  'settings-changed',
  'person-invited',
  'access-asked',
  'access-granted',
  'access-refused',
  'access-ended',
  'real-data-begun',
  'sent-back',
  'bidx-surveyed',
  'promotion-proposed',
  'promotion-withdrawn',
  'promotion-approved',
  'suspended',
  'suspension-lifted',
  'statement-made',
  'deduction-asked',
  'deduction-on',
  'deduction-off',
  'deduction-declined',
  'flat-file-refused',
  'routing-set',
  'routing-ended',
  'note',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export type Happened = {
  readonly organizationId: string;
  readonly kind: EventKind;
  /** Undefined: Cairn itself, or whoever held the link of a mail. */
  readonly actor: { readonly accountId: string; readonly name: string } | undefined;
  /** Whether the registry's staff alone see it. */
  readonly forStaff?: boolean;
  readonly detail?: Readonly<Record<string, string | number>>;
};

/** Writes down what happened, in the transaction in which it does. */
export async function noteEvent(
  db: Kysely<Tables>,
  { organizationId, kind, actor, forStaff = false, detail = {} }: Happened,
  at: Date,
): Promise<void> {
  await sql`insert into onboarding_event (event_id, organization_id, at, kind, actor_id, actor_name, for_staff, detail)
    values (${uuidv7(at.getTime())}, ${organizationId}, ${at}, ${kind}, ${actor?.accountId ?? null},
      ${actor?.name ?? ''}, ${forStaff}, ${JSON.stringify(detail)})`.execute(db);
}
