import { type Kysely, sql } from 'kysely';
import { type ApiProblem, problem } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { sealSecret } from '../platform/secret-key.ts';
import { passwordOwner } from './endpoints.ts';
import type { OtherRegistry } from './phases.ts';
import type { Settings } from './schema.ts';

const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What is wrong with the address of another registry. Passwords and patients go there, so it is https; but on this machine, or in
 * demo mode, which has neither. Addresses inside the agency's network are as good as any.
 */
export function urlProblem(url: string, demo: boolean): ApiProblem | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) {
    return problem('url', 'endpoint-url-invalid');
  }
  if (parsed.username !== '' || parsed.password !== '') return problem('url', 'endpoint-url-has-password');
  if (parsed.hash !== '') return problem('url', 'endpoint-url-invalid');
  const isAllowed = parsed.protocol === 'https:' || demo || OWN_MACHINE.has(parsed.hostname);
  return isAllowed ? undefined : problem('url', 'endpoint-url-not-https');
}

type Before = {
  readonly url: string;
  readonly username: string;
  readonly passwordSealed: string;
  readonly row: Readonly<Record<string, unknown>>;
};

/**
 * What is wrong with new settings. A password goes only to the host for which it was typed: whoever could have the kept one sent
 * elsewhere would read it there.
 */
function settingsProblems(
  settings: Settings,
  before: Pick<Before, 'url'> | undefined,
  demo: boolean,
): readonly ApiProblem[] {
  const wrongUrl = urlProblem(settings.url, demo);
  if (wrongUrl) return [wrongUrl];
  if (settings.password !== undefined) return [];
  if (!before) return [problem('password', 'required')];
  return originOf(before.url) === originOf(settings.url) ? [] : [problem('password', 'password-for-new-url')];
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

export type Saved =
  | { readonly kind: 'saved'; readonly fields: readonly string[] }
  | { readonly kind: 'wrong'; readonly problems: readonly ApiProblem[] };

/**
 * Sets up an endpoint, or changes it. Call it in a transaction.
 * @returns which fields are otherwise than before, for the audit; never what is in them
 */
export async function saveSettings(
  db: Kysely<Tables>,
  { id, kind }: Pick<OtherRegistry, 'id' | 'kind'>,
  settings: Settings,
  by: {
    readonly accountId: string;
    readonly now: Date;
    readonly demo: boolean;
    readonly key: Buffer;
  },
): Promise<Saved> {
  const { rows } = await sql<Before>`
    select url, username, password_sealed as "passwordSealed", jsonb_build_object('url', url,
      'soapVersion', soap_version, 'username', username, 'facilityId', facility_id,
      'sendingFacility', sending_facility, 'receivingApplication', receiving_application,
      'receivingFacility', receiving_facility, 'lanes', lanes,
      'timeoutSeconds', round(timeout_ms / 1000.0)::int, 'isEnabled', is_enabled) as row
    from outbound_endpoint where endpoint_id = ${id} for update`.execute(db);
  const [before] = rows;
  const problems = settingsProblems(settings, before, by.demo);
  if (problems.length > 0) return { kind: 'wrong', problems };
  const { password, timeoutSeconds, ...plain } = settings;
  const sealed =
    password === undefined ? before?.passwordSealed : sealSecret(by.key, password, passwordOwner(id));
  if (sealed === undefined) return { kind: 'wrong', problems: [problem('password', 'required')] };
  await sql`
    insert into outbound_endpoint (endpoint_id, kind, url, soap_version, username, password_sealed, facility_id,
      sending_facility, receiving_application, receiving_facility, is_enabled, lanes, timeout_ms, updated_at, updated_by)
    values (${id}, ${kind}, ${plain.url}, ${plain.soapVersion}, ${plain.username}, ${sealed}, ${plain.facilityId},
      ${plain.sendingFacility}, ${plain.receivingApplication}, ${plain.receivingFacility}, ${plain.isEnabled},
      ${plain.lanes}, ${timeoutSeconds * 1000}, ${by.now}, ${by.accountId})
    on conflict (endpoint_id) do update set url = excluded.url, soap_version = excluded.soap_version,
      username = excluded.username, password_sealed = excluded.password_sealed, facility_id = excluded.facility_id,
      sending_facility = excluded.sending_facility, receiving_application = excluded.receiving_application,
      receiving_facility = excluded.receiving_facility, is_enabled = excluded.is_enabled, lanes = excluded.lanes,
      timeout_ms = excluded.timeout_ms, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(
    db,
  );
  const fields = Object.entries({ ...plain, timeoutSeconds })
    .filter(([name, value]) => before?.row[name] !== value)
    .map(([name]) => name);
  return { kind: 'saved', fields: [...fields, ...(password === undefined ? [] : ['password'])] };
}
