import { sql } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { bigHash } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { openSecret } from '../platform/secret-key.ts';
import { deliver } from './deliver.ts';
import { errorKept, ownerOf } from './endpoint.ts';
import { type Acknowledgement, readAcknowledgements } from './read.ts';
import { SessionLocks } from './session-locks.ts';

export type PushParts = {
  readonly database: Pick<Database, 'kysely' | 'pool'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly demo: boolean;
  readonly secretKey: () => Promise<Buffer>;
};

const LOOK_MS = 1_000;
/** Acknowledgements in one body. */
const BATCH = 100;
/** Endpoints that are served at once. */
const LANES = 8;
/** Then it is another's turn: an endpoint that answers slowly, or has much before it, keeps no lane from others. */
const TURN_MS = 2_000;
/** More than there are lanes: some may be served by other processes. */
const CANDIDATES = 50;

/**
 * Hands acknowledgements to the endpoints of sites: in order, at least once. The place of an endpoint moves when it has answered
 * 2xx, and not before; one process at a time serves it, under a lock that ends with the process. None waits for the answer of
 * another: whoever has waited longest gets the next free lane.
 */
export function startAcknowledgementPush(parts: PushParts): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const locks = new SessionLocks(parts.database.pool.options);
  const underWay = new Map<string, Promise<void>>();
  const failed = (error: unknown): void => {
    if (!signal.aborted) parts.log.error({ err: error }, 'acknowledgements could not be handed on');
  };
  const job = repeat(
    LOOK_MS,
    async () => {
      if (underWay.size >= LANES) return;
      for (const organizationId of await dueEndpoints([...underWay.keys()], parts)) {
        if (signal.aborted || underWay.size >= LANES) return;
        const key = bigHash('ack-endpoint', organizationId);
        if (!(await locks.take(key))) continue;
        const turn = serve(organizationId, parts, signal)
          .catch(failed)
          .then(() => locks.release(key))
          .catch(failed)
          .finally(() => underWay.delete(organizationId));
        underWay.set(organizationId, turn);
      }
    },
    failed,
  );
  return {
    stop: async () => {
      stopping.abort();
      await job.stop();
      await Promise.all(underWay.values());
      await locks.end();
    },
  };
}

/** What comes to it next and is due, whoever was served longest ago first. */
async function dueEndpoints(
  underWay: readonly string[],
  { database, clock }: PushParts,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select e.organization_id as id from ack_endpoint e join organization o using (organization_id)
    where e.is_enabled and e.next_at <= ${clock.now()} and o.stage <> 'suspended'
      and e.organization_id <> all (${underWay}::uuid[]) and (
      exists (select from message_index i where i.organization_id = e.organization_id and i.position > e.position)
      or exists (select from message_index i
        where i.sender_id = e.organization_id and i.sender_id <> i.organization_id and i.position > e.position))
    order by e.next_at limit ${CANDIDATES}`.execute(database.kysely);
  return rows.map(({ id }) => id);
}

async function serve(organizationId: string, parts: PushParts, stopping: AbortSignal): Promise<void> {
  const turn = AbortSignal.timeout(TURN_MS);
  while (!stopping.aborted && (await sendBatch(organizationId, parts, stopping)) && !turn.aborted) {
    // Until it has taken all there is, takes no more, or its turn is over.
  }
}

type Endpoint = {
  readonly kind: 'site' | 'sending-facility';
  readonly url: string;
  readonly secretSealed: string;
  readonly position: number;
  readonly failures: number;
};

/** @returns whether there may be more to send now */
async function sendBatch(
  organizationId: string,
  { database, clock, log, demo, secretKey }: PushParts,
  stopping: AbortSignal,
): Promise<boolean> {
  const { kysely } = database;
  const now = clock.now();
  const { rows } = await sql<Endpoint>`
    select o.kind, e.url, e.secret_sealed as "secretSealed", e.position::float8 as position, e.failures
    from ack_endpoint e join organization o using (organization_id)
    where e.organization_id = ${organizationId} and e.is_enabled and e.next_at <= ${now}`.execute(kysely);
  const [endpoint] = rows;
  if (!endpoint) return false;
  const { kind, url, secretSealed, position, failures } = endpoint;
  // What is handed on to nobody, such as answers to queries, is passed over.
  const { acknowledgements, next, more } = await readAcknowledgements(
    kysely,
    { organizationId, kind },
    { address: 'production', after: position, limit: BATCH },
  );
  if (acknowledgements.length > 0) {
    const secret = openSecret(await secretKey(), secretSealed, ownerOf(organizationId));
    const delivered = await deliver({ url, secret, demo }, bodyOf(acknowledgements, next), now, stopping);
    if (!delivered.taken) {
      if (stopping.aborted) return false;
      const nextAt = new Date(now.getTime() + pauseAfter(failures + 1, Math.random()));
      await sql`
        update ack_endpoint set failures = failures + 1, last_error = ${errorKept(delivered)}, next_at = ${nextAt}
        where organization_id = ${organizationId} and url = ${url}`.execute(kysely);
      log.warn({ problem: delivered.problem, status: delivered.status }, 'acknowledgements were not taken');
      return false;
    }
  }
  const answeredAt = acknowledgements.length > 0 ? now : null;
  await sql`
    update ack_endpoint set position = ${next}, failures = 0, last_error = '', next_at = ${now},
      answered_at = coalesce(${answeredAt}, answered_at)
    where organization_id = ${organizationId} and position = ${position}`.execute(kysely);
  return more;
}

const bodyOf = (acknowledgements: readonly Acknowledgement[], next: number): string =>
  JSON.stringify({ test: false, acknowledgements, next });

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

/**
 * Doubles with every failure, to an hour at most; between half and all of it, so that those who failed together do not come back
 * together.
 * @param draw from 0 to 1
 */
export function pauseAfter(failures: number, draw: number): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole * (0.5 + draw / 2));
}
