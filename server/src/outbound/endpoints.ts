import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log.ts';
import { openSecret } from '../platform/secret-key.ts';
import type { SoapVersion } from '../exchange/soap/contract.ts';
import { type Breaker, SOUND } from './breaker.ts';
import { TIMES } from './times.ts';

/** As a password is sealed: in the row of another endpoint it cannot be opened. */
export const passwordOwner = (endpointId: string): string => `outbound-endpoint:${endpointId}`;

/** The web service of another registry, and how it wants to be spoken to. */
export type Endpoint = {
  /** The pack's id of the region or partner. */
  readonly id: string;
  readonly kind: 'region' | 'partner';
  readonly url: string;
  readonly soapVersion: SoapVersion;
  readonly username: string;
  readonly password: string;
  readonly facilityId: string;
  /** Put into MSH-4, MSH-5 and MSH-6; '': as it came. */
  readonly sendingFacility: string;
  readonly receivingApplication: string;
  readonly receivingFacility: string;
  readonly isEnabled: boolean;
  /** How many messages are under way at once. */
  readonly lanes: number;
  readonly timeoutMs: number;
};

type Known = {
  readonly endpoint: Endpoint;
  readonly breaker: Breaker;
  readonly maintenance: readonly { readonly beginsAt: Date; readonly endsAt: Date }[];
};

export type EndpointParts = {
  readonly kysely: Kysely<Tables>;
  readonly secretKey: () => Promise<Buffer>;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * The endpoints that staff has set up, in memory with what bears on whether anything is sent to them: maintenance, and the
 * state of the breaker as any process last wrote it down.
 */
export class Endpoints {
  private known: ReadonlyMap<string, Known> = new Map();
  /** Writes of breakers so far, and the last of each endpoint: what was read before them is older. */
  private writes = 0;
  private readonly lastWrite = new Map<string, number>();
  private readonly writing = new Map<string, Promise<void>>();
  private unreadable = '';
  private timer: NodeJS.Timeout | undefined;
  private readonly parts: EndpointParts;

  constructor(parts: EndpointParts) {
    this.parts = parts;
  }

  get(id: string): Endpoint | undefined {
    return this.known.get(id)?.endpoint;
  }

  all(): readonly Endpoint[] {
    return [...this.known.values()].map(({ endpoint }) => endpoint);
  }

  breakerOf(id: string): Breaker {
    return this.known.get(id)?.breaker ?? SOUND;
  }

  isInMaintenance(id: string, now: Date): boolean {
    return (this.known.get(id)?.maintenance ?? []).some(
      ({ beginsAt, endsAt }) => beginsAt <= now && now < endsAt,
    );
  }

  /** What this process has just learnt of the way there; `write` puts it into the database for all, one after another. */
  async setBreaker(id: string, breaker: Breaker, write: () => Promise<void>): Promise<void> {
    const known = this.known.get(id);
    if (!known) return;
    this.known = new Map(this.known).set(id, { ...known, breaker });
    const written = (this.writing.get(id) ?? Promise.resolve()).catch(() => undefined).then(write);
    this.writing.set(id, written);
    try {
      await written;
    } finally {
      this.lastWrite.set(id, ++this.writes);
      if (this.writing.get(id) === written) this.writing.delete(id);
    }
  }

  /** Takes over what is in the database now. @throws the database's error; what was known stays then */
  async refresh(): Promise<void> {
    const began = this.writes;
    const { rows } = await sql<Row>`
      select e.endpoint_id, e.kind, e.url, e.soap_version, e.username, e.password_sealed, e.facility_id, e.sending_facility,
        e.receiving_application, e.receiving_facility, e.is_enabled, e.lanes, e.timeout_ms,
        coalesce(s.failures, 0) as failures, s.closed_until,
        coalesce((select jsonb_agg(jsonb_build_array(
            (extract(epoch from w.begins_at) * 1000)::bigint, (extract(epoch from w.ends_at) * 1000)::bigint))
          from outbound_maintenance w
          where w.endpoint_id = e.endpoint_id and w.ends_at > ${this.parts.clock.now()}), '[]') as maintenance
      from outbound_endpoint e left join outbound_state s using (endpoint_id)
      order by e.endpoint_id`.execute(this.parts.kysely);
    const key = rows.length > 0 ? await this.parts.secretKey() : Buffer.alloc(0);
    const before = this.known;
    this.known = new Map(
      rows.flatMap((row): readonly [string, Known][] => {
        const known = this.read(row, key);
        if (!known) return [];
        const { endpoint_id: id } = row;
        const isOlder = this.writing.has(id) || (this.lastWrite.get(id) ?? 0) > began;
        return [[id, isOlder ? { ...known, breaker: this.breakerOf(id) } : known]];
      }),
    );
    for (const [id, { endpoint, breaker }] of this.known) {
      const changed = before.get(id);
      if (!breaker.closedUntil || !changed || isDeepStrictEqual(changed.endpoint, endpoint)) continue;
      await this.tryAgain(id, breaker.failures);
    }
  }

  /** Somebody has just mended it, perhaps: it need not wait for its time. */
  private async tryAgain(id: string, failures: number): Promise<void> {
    const closedUntil = this.parts.clock.now();
    await this.setBreaker(id, { failures, closedUntil }, async () => {
      await sql`update outbound_state set closed_until = ${closedUntil}
        where endpoint_id = ${id} and closed_until > ${closedUntil}`.execute(this.parts.kysely);
    });
  }

  /** Refreshes again and again. @returns what ends it */
  start(everyMs: number = TIMES.refreshMs): { readonly stop: () => void } {
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) =>
        this.parts.log.error({ err: error }, 'outbound: the endpoints could not be read'),
      );
    }, everyMs);
    this.timer.unref();
    return { stop: () => clearInterval(this.timer) };
  }

  private read(row: Row, key: Buffer): Known | undefined {
    try {
      const password = openSecret(key, row.password_sealed, passwordOwner(row.endpoint_id));
      return {
        endpoint: {
          id: row.endpoint_id,
          kind: row.kind,
          url: row.url,
          soapVersion: row.soap_version,
          username: row.username,
          password,
          facilityId: row.facility_id,
          sendingFacility: row.sending_facility,
          receivingApplication: row.receiving_application,
          receivingFacility: row.receiving_facility,
          isEnabled: row.is_enabled,
          lanes: row.lanes,
          timeoutMs: row.timeout_ms,
        },
        breaker: { failures: row.failures, closedUntil: row.closed_until ?? undefined },
        maintenance: row.maintenance.map(([beginsAt, endsAt]) => ({
          beginsAt: new Date(beginsAt),
          endsAt: new Date(endsAt),
        })),
      };
    } catch (error) {
      // Once is enough to hear of it.
      if (this.unreadable !== row.password_sealed) {
        this.parts.log.error(
          { err: error, endpoint: row.endpoint_id },
          'outbound: a password cannot be read',
        );
      }
      this.unreadable = row.password_sealed;
      return undefined;
    }
  }
}

type Row = {
  readonly endpoint_id: string;
  readonly kind: Endpoint['kind'];
  readonly url: string;
  readonly soap_version: SoapVersion;
  readonly username: string;
  readonly password_sealed: string;
  readonly facility_id: string;
  readonly sending_facility: string;
  readonly receiving_application: string;
  readonly receiving_facility: string;
  readonly is_enabled: boolean;
  readonly lanes: number;
  readonly timeout_ms: number;
  readonly failures: number;
  readonly closed_until: Date | null;
  readonly maintenance: readonly (readonly [number, number])[];
};
