import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import type { Stage } from '../platform/database/tables.ts';
import type { StoredCredential } from './credentials.ts';

/** The organization that sends a message. */
export type Holder = {
  readonly organizationId: string;
  readonly code: string;
  readonly codeKey: string;
  readonly kind: 'site' | 'sending-facility';
  readonly stage: Stage;
  readonly mayQuery: boolean;
  readonly region?: string | undefined;
  readonly decrementFrom?: string | undefined;
  readonly routedTo?: string | undefined;
  /** In a regional registry, of the central one: what it sends may be of any site. */
  readonly sendsForAll?: true;
  /** Undefined where it sends from the portal, which asks for no credential of the exchange. */
  readonly credentialId: string | undefined;
};

/** A credential and the organization it was issued to. */
export type CredentialHolder = Holder & StoredCredential;

export function selectCredentialHolder(username: string): Statement {
  return {
    name: 'credential-holder',
    text: `select credential_id, password_hash, previous_hash, previous_until, expires_at, revoked_at,
             certificate_fingerprint, organization_id, code, code_key, kind, stage, may_query, region, decrement_from, routed_to
           from credential join organization using (organization_id)
           where username = $1`,
    values: [username],
  };
}

export function credentialHolder(rows: Rows): CredentialHolder | undefined {
  const row = rows[0];
  const holder = holderIn(rows);
  return (
    row &&
    holder && {
      ...holder,
      credentialId: row.credential_id,
      passwordHash: row.password_hash,
      previousHash: row.previous_hash ?? undefined,
      previousUntil: moment(row.previous_until),
      expiresAt: moment(row.expires_at),
      revokedAt: moment(row.revoked_at),
      certificateFingerprint: row.certificate_fingerprint ?? undefined,
    }
  );
}

/** The organization of that id, for whom somebody speaks who signed in at the portal. */
export function selectHolder(organizationId: string): Statement {
  return {
    name: 'holder',
    text: `select organization_id, code, code_key, kind, stage, may_query, region, decrement_from, routed_to
           from organization where organization_id = $1`,
    values: [organizationId],
  };
}

export function holderIn(rows: Rows): Holder | undefined {
  const row = rows[0];
  return (
    row && {
      organizationId: row.organization_id,
      code: row.code,
      codeKey: row.code_key,
      kind: row.kind,
      stage: row.stage,
      mayQuery: row.may_query,
      region: row.region ?? undefined,
      decrementFrom: row.decrement_from ?? undefined,
      routedTo: row.routed_to ?? undefined,
      credentialId: undefined,
    }
  );
}

const moment = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));
