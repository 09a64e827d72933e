import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { SiteInView } from '../accounts/sites.ts';
import { ApiError, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { openSecret, sealSecret } from '../platform/secret-key.ts';
import type { PortalParts } from '../portal-parts.ts';
import { deliver, type Delivered } from './deliver.ts';
import { countAfter } from './read.ts';
import type { deliveryAnswer, endpointAnswer } from './schema.ts';

type Row = {
  readonly url: string;
  readonly secretSealed: string;
  readonly isEnabled: boolean;
  readonly position: number;
  readonly failures: number;
  readonly nextAt: Date;
  readonly lastError: string;
  readonly answeredAt: Date | null;
  readonly madeAt: Date;
};

export const ownerOf = (organizationId: string): string => `ack-endpoint ${organizationId}`;

async function rowOf(kysely: Kysely<Tables>, organizationId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select url, secret_sealed as "secretSealed", is_enabled as "isEnabled", position::float8 as position, failures,
      next_at as "nextAt", last_error as "lastError", answered_at as "answeredAt", made_at as "madeAt"
    from ack_endpoint where organization_id = ${organizationId}`.execute(kysely);
  return rows[0];
}

/** The endpoint of a site as its page shows it; the secret only where it was just made. */
export async function endpointOf(
  kysely: Kysely<Tables>,
  { organizationId, kind }: Pick<SiteInView, 'organizationId' | 'kind'>,
  secret: string | null = null,
): Promise<z.output<typeof endpointAnswer>> {
  const row = await rowOf(kysely, organizationId);
  if (!row) return { endpoint: null, secret: null };
  const { url, isEnabled, failures, lastError, position } = row;
  return {
    endpoint: {
      url,
      isEnabled,
      failures,
      lastError: lastErrorOf(lastError),
      nextAt: failures > 0 && isEnabled ? row.nextAt.toISOString() : null,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      madeAt: row.madeAt.toISOString(),
      behind: await countAfter(kysely, { organizationId, kind }, position),
    },
    secret,
  };
}

/** `http-status 500`, as it is kept. */
export const errorKept = (delivered: Delivered): string =>
  delivered.taken ? '' : [delivered.problem, delivered.status ?? ''].join(' ').trim();

const lastErrorOf = (kept: string): { readonly problem: string; readonly status: number | null } | null => {
  const [what = '', status = ''] = kept.split(' ');
  return what === '' ? null : { problem: what, status: status === '' ? null : Number(status) };
};

/** @throws ApiError 400 where nothing can, or may, be sent there */
function checkedUrl(text: string, demo: boolean): string {
  const wrong = (code: 'url-invalid' | 'url-not-https'): ApiError =>
    new ApiError(400, 'request-invalid', [problem('url', code)]);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.hostname === '' || url.username !== '' || url.password !== '') throw wrong('url-invalid');
  const isDemo = demo && url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url.protocol !== 'https:' && !isDemo) throw wrong('url-not-https');
  url.hash = '';
  return url.href;
}

/**
 * Registers the endpoint of a site, or changes it. A new one gets what comes from now on, and a secret; one that is there keeps
 * its place and its secret.
 * @returns the secret where it was made now
 * @throws ApiError 400
 */
export async function saveEndpoint(
  trx: Kysely<Tables>,
  organizationId: string,
  accountId: string,
  asked: { readonly url: string; readonly isEnabled: boolean },
  { clock, demo, secretKey }: Pick<PortalParts, 'clock' | 'demo' | 'secretKey'>,
): Promise<string | null> {
  const url = checkedUrl(asked.url, demo);
  const now = clock.now();
  const { numAffectedRows = 0n } = await sql`
    update ack_endpoint set url = ${url}, is_enabled = ${asked.isEnabled}, next_at = ${now}, failures = 0,
      last_error = case when url = ${url} then last_error else '' end
    where organization_id = ${organizationId}`.execute(trx);
  if (numAffectedRows > 0n) return null;
  const secret = newSecret();
  await sql`
    insert into ack_endpoint (organization_id, url, secret_sealed, is_enabled, position, failures, next_at, last_error,
      made_by, made_at)
    select ${organizationId}, ${url}, ${sealSecret(await secretKey(), secret, ownerOf(organizationId))}, ${asked.isEnabled},
      case when is_called then last_value else 0 end, 0, ${now}, '', ${accountId}, ${now}
    from message_position`.execute(trx);
  return secret;
}

/**
 * Gives the endpoint another secret; the one before ends at once.
 * @throws ApiError 409 where there is none
 */
export async function renewSecret(
  trx: Kysely<Tables>,
  organizationId: string,
  { clock, secretKey }: Pick<PortalParts, 'clock' | 'secretKey'>,
): Promise<string> {
  const secret = newSecret();
  const sealed = sealSecret(await secretKey(), secret, ownerOf(organizationId));
  const { numAffectedRows = 0n } = await sql`
    update ack_endpoint set secret_sealed = ${sealed}, failures = 0, next_at = ${clock.now()}
    where organization_id = ${organizationId}`.execute(trx);
  if (numAffectedRows === 0n) throw new ApiError(409, 'no-endpoint');
  return secret;
}

const newSecret = (): string => randomBytes(32).toString('base64url');

/** @throws ApiError 409 where there is none */
export async function removeEndpoint(trx: Kysely<Tables>, organizationId: string): Promise<void> {
  const { numAffectedRows = 0n } = await sql`
    delete from ack_endpoint where organization_id = ${organizationId}`.execute(trx);
  if (numAffectedRows === 0n) throw new ApiError(409, 'no-endpoint');
}

/**
 * Sends a body without acknowledgements, to try whether the endpoint takes it.
 * @throws ApiError 409 where there is none
 */
export async function tryEndpoint(
  kysely: Kysely<Tables>,
  organizationId: string,
  { clock, demo, secretKey }: Pick<PortalParts, 'clock' | 'demo' | 'secretKey'>,
): Promise<z.output<typeof deliveryAnswer>> {
  const row = await rowOf(kysely, organizationId);
  if (!row) throw new ApiError(409, 'no-endpoint');
  const secret = openSecret(await secretKey(), row.secretSealed, ownerOf(organizationId));
  const body = JSON.stringify({ test: true, acknowledgements: [] });
  const delivered = await deliver({ url: row.url, secret, demo }, body, clock.now());
  return delivered.taken
    ? { taken: true, problem: null, status: delivered.status }
    : { taken: false, problem: delivered.problem, status: delivered.status ?? null };
}
