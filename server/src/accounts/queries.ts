import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import type { StoredCredential } from './credentials.ts';

/** A credential and the organization it was issued to. */
export type CredentialHolder = StoredCredential & {
  readonly organizationId: string;
  readonly code: string;
  readonly codeKey: string;
  readonly kind: 'site' | 'sending-facility';
  readonly stage: 'testing' | 'production' | 'suspended';
  readonly mayQuery: boolean;
};

export function selectCredentialHolder(username: string): Statement {
  return {
    name: 'credential-holder',
    text: `select credential_id, password_hash, expires_at, revoked_at,
             organization_id, code, code_key, kind, stage, may_query
           from credential join organization using (organization_id)
           where username = $1`,
    values: [username],
  };
}

export function credentialHolder(rows: Rows): CredentialHolder | undefined {
  const row = rows[0];
  return (
    row && {
      credentialId: row.credential_id,
      passwordHash: row.password_hash,
      expiresAt: moment(row.expires_at),
      revokedAt: moment(row.revoked_at),
      organizationId: row.organization_id,
      code: row.code,
      codeKey: row.code_key,
      kind: row.kind,
      stage: row.stage,
      mayQuery: row.may_query,
    }
  );
}

const moment = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));
