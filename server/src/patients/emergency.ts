import { normalisePerson, type NormalPerson, unpackPerson } from '@cairn/matching';
import { type Kysely, sql } from 'kysely';
import type { SignedIn } from '../accounts/sessions.ts';
import { enqueueMail } from '../mail/outbox.ts';
import { ApiError } from '../platform/api.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { PortalParts } from '../portal-parts.ts';
import { nameKeysOf } from '../registry/find-person.ts';
import { lookingFor } from './rights.ts';
import { actionsSince, administrators } from './search-limit.ts';
import { isVisible } from './search.ts';
import { type FoundRow, readCandidates } from './search-read.ts';

/** How long a record is open that was opened in an emergency. */
export const EMERGENCY_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** How many records an account may open so in a day, and how often it may try. */
const MOST_GRANTS = 5;
const MOST_TRIES = 10;
/** More than so many of one name and birth date: more must be known of whom is meant than an emergency waits for. */
const MOST_MEANT = 3;

export type Emergency = {
  readonly last: string;
  readonly first: string;
  readonly birthDate: string;
  readonly reason: string;
};

/** `until` is undefined where no emergency was needed: the asker may see the record anyway. */
export type Opened = { readonly id: string; readonly until: Date | undefined };

/**
 * Opens, for an hour and for reading, the records of exactly that name and birth date that protection keeps from the asker. What
 * is sealed stays closed (see {@link rightTo}). Every grant is mailed to the administrators at once and looked at afterwards. What
 * the asker may see anyway needs none: it is just found.
 * @param trx the transaction in which the caller writes the audit
 * @returns those found; also such as the asker could have found by a search
 * @throws ApiError 429 `emergency-limit`
 */
export async function openInEmergency(
  trx: Kysely<Tables>,
  { publicUrl }: Pick<PortalParts, 'publicUrl'>,
  who: SignedIn,
  { reason, ...asked }: Emergency,
  now: Date,
): Promise<readonly Opened[]> {
  await withinLimits(trx, who.accountId, now);
  const { organizationId } = lookingFor(who) ?? {};
  const record = normalisePerson({
    names: [{ last: asked.last, first: asked.first }],
    birthDate: asked.birthDate,
  });
  const plan = { keys: nameKeysOf(record), certain: [], ids: [], beginnings: [] };
  const rows = plan.keys.length === 0 ? [] : await readCandidates(trx, plan, organizationId);
  const meant = rows.filter((row) => !isClosed(row, organizationId) && isExactly(record, row));
  if (meant.length > MOST_MEANT) return [];
  const until = new Date(now.getTime() + EMERGENCY_MS);
  const closed = new Set(
    meant.filter((row) => !isVisible(row, organizationId)).map(({ personId }) => personId),
  );
  for (const personId of closed) {
    await sql`insert into break_glass (grant_id, account_id, organization_id, person_id, reason, at, until)
      values (${uuidv7(now.getTime())}, ${who.accountId}, ${organizationId ?? null}, ${personId}, ${reason}, ${now},
        ${until})`.execute(trx);
  }
  if (closed.size > 0) await tellAdministrators(trx, publicUrl(), who, now);
  return meant.map(({ personId }) => ({ id: personId, until: closed.has(personId) ? until : undefined }));
}

/** One account's emergencies come one after the other, so that none slips by the limit. */
async function withinLimits(trx: Kysely<Tables>, accountId: string, now: Date): Promise<void> {
  await sql`select 1 from account where account_id = ${accountId} for update`.execute(trx);
  const since = new Date(now.getTime() - DAY_MS);
  const tries = await actionsSince(trx, accountId, ['patient-emergency'], since, now);
  const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count from break_glass
    where account_id = ${accountId} and at > ${since}`.execute(trx);
  if (tries >= MOST_TRIES || (rows[0]?.count ?? 0) >= MOST_GRANTS) throw new ApiError(429, 'emergency-limit');
}

/** Sealed, and the organization has no chart of it. */
const isClosed = (row: FoundRow, organizationId: string | undefined): boolean =>
  row.isSealed && (organizationId === undefined || row.own.length === 0);

function isExactly(wanted: NormalPerson, { records }: FoundRow): boolean {
  const [name] = wanted.names;
  return records
    .map(unpackPerson)
    .some(
      ({ names, birthDate }) =>
        birthDate === wanted.birthDate &&
        names.some(({ last, first }) => last === name?.last && first === name.first),
    );
}

async function tellAdministrators(
  trx: Kysely<Tables>,
  url: string,
  { name, email, acting }: SignedIn,
  now: Date,
): Promise<void> {
  const organization = acting ? `${acting.name} (${acting.code})` : '';
  const letter = {
    kind: 'patient-emergency',
    name,
    email,
    organization,
    at: now,
    link: `${url}/staff/emergencies`,
  } as const;
  for (const { email: to, language } of await administrators(trx)) {
    await enqueueMail(trx, { to, language, letter }, now);
  }
}
