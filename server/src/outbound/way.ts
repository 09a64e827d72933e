import { type Kysely, sql } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log.ts';
import { afterFailure, passage, type Passage, SOUND } from './breaker.ts';
import type { Health } from './client.ts';
import type { Endpoints } from './endpoints.ts';
import type { Failure } from './failure.ts';
import { TIMES, type OutboundTimes } from './times.ts';

export type WayParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly log: Log;
  readonly endpoints: Endpoints;
  readonly times?: Partial<OutboundTimes>;
  /** From 0 to 1. */
  readonly random?: () => number;
};

/** Successes come by the hundred; that there are some is written down now and then. */
const NOTE_EVERY_MS = 5_000;

/** Whether messages may go to a registry, and what was learnt by sending them: in memory, and in outbound_state for all to see. */
export class Way {
  readonly id: string;
  private readonly parts: WayParts;
  private notedAt = Number.NEGATIVE_INFINITY;

  constructor(id: string, parts: WayParts) {
    this.id = id;
    this.parts = parts;
  }

  passage(): Passage | 'maintenance' {
    const { endpoints, clock } = this.parts;
    const now = clock.now();
    return endpoints.isInMaintenance(this.id, now)
      ? 'maintenance'
      : passage(endpoints.breakerOf(this.id), now);
  }

  /** Which closing it is that is being probed. */
  closedUntil(): number | undefined {
    return this.parts.endpoints.breakerOf(this.id).closedUntil?.getTime();
  }

  /** The registry read a message and answered it. */
  works(): void {
    const now = this.parts.clock.now();
    const before = this.parts.endpoints.breakerOf(this.id);
    const wasSound = before.failures === 0 && !before.closedUntil;
    if (wasSound && Math.abs(now.getTime() - this.notedAt) < NOTE_EVERY_MS) return;
    this.notedAt = now.getTime();
    if (before.closedUntil)
      this.parts.log.info({ endpoint: this.id }, 'outbound: messages get through again');
    this.set(
      SOUND,
      sql`
      insert into outbound_state (endpoint_id, failures, reason, last_error, answered_at, healthy)
      values (${this.id}, 0, '', '', ${now}, true)
      on conflict (endpoint_id) do update set failures = 0, closed_until = null, reason = '',
        answered_at = excluded.answered_at, healthy = true`,
    );
  }

  fails({ fault, words }: Pick<Failure, 'fault' | 'words'>): void {
    const { clock, endpoints, log, random = Math.random } = this.parts;
    const now = clock.now();
    const before = endpoints.breakerOf(this.id);
    const after = afterFailure(before, now, { ...TIMES, ...this.parts.times }, random());
    if (after === before) return;
    if (after.closedUntil) {
      log.warn(
        { endpoint: this.id, fault, failures: after.failures },
        'outbound: nothing is sent for a while',
      );
    }
    this.set(
      after,
      // Another process may know of more failures, and have closed it: only a success, or new settings, open it.
      sql`
      insert into outbound_state (endpoint_id, failures, closed_until, reason, last_error, failed_at)
      values (${this.id}, ${after.failures}, ${after.closedUntil ?? null}, ${fault}, ${words}, ${now})
      on conflict (endpoint_id) do update set failures = greatest(outbound_state.failures, excluded.failures),
        closed_until = greatest(outbound_state.closed_until, excluded.closed_until),
        reason = excluded.reason, last_error = excluded.last_error, failed_at = excluded.failed_at`,
    );
  }

  /** What a health check found: it is shown, and says nothing of messages. */
  async checked(health: Health): Promise<void> {
    const lastError = health.ok ? null : health.words;
    await sql`
      insert into outbound_state (endpoint_id, failures, reason, last_error, healthy, checked_at)
      values (${this.id}, 0, '', ${lastError ?? ''}, ${health.ok}, ${this.parts.clock.now()})
      on conflict (endpoint_id) do update set healthy = excluded.healthy, checked_at = excluded.checked_at,
        last_error = coalesce(${lastError}, outbound_state.last_error)`.execute(this.parts.kysely);
  }

  private set(breaker: Parameters<Endpoints['setBreaker']>[1], write: ReturnType<typeof sql>): void {
    const { endpoints, kysely, log } = this.parts;
    endpoints
      .setBreaker(this.id, breaker, async () => void (await write.execute(kysely)))
      .catch((error: unknown) =>
        log.error(
          { err: error, endpoint: this.id },
          'outbound: the state of the connection could not be noted',
        ),
      );
  }
}
