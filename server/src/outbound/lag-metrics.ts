import { type Kysely } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Endpoints } from './endpoints.ts';
import { type Lag, lagOf } from './work.ts';

type LagParts = {
  readonly kysely: Kysely<Tables>;
  readonly clock: Clock;
  readonly log: Log;
  readonly endpoints: Endpoints;
};

/** Counting a million that wait costs a good part of a second: however often metrics are asked for, it is not done more often. */
const KEPT_MS = 10_000;

/** How far each registry is behind, where whoever watches the servers looks. */
export function lagMetrics(
  { gauge }: Pick<Metrics, 'gauge'>,
  { kysely, clock, log, endpoints }: LagParts,
): void {
  let counted: { readonly at: number; readonly lag: Promise<readonly Lag[]> } | undefined;
  const lag = async (): Promise<readonly Lag[]> => {
    if (!counted || performance.now() - counted.at > KEPT_MS) {
      counted = {
        at: performance.now(),
        lag: lagOf(kysely).catch((error: unknown) => {
          // The others are to be shown all the same.
          log.error({ err: error }, 'outbound: what waits could not be counted');
          return [];
        }),
      };
    }
    return counted.lag;
  };
  const each = async (value: (of: Lag) => number): Promise<readonly (readonly [string, number])[]> =>
    (await lag()).map((of) => [of.endpointId, value(of)] as const);
  const label = 'endpoint';
  gauge(
    { name: 'cairn_outbound_waiting', help: 'Messages that another registry has not answered yet.', label },
    () => each(({ waiting, unknown }) => waiting + unknown),
  );
  gauge(
    {
      name: 'cairn_outbound_oldest_seconds',
      help: 'For how long the oldest of them has been waiting.',
      label,
    },
    () =>
      each(({ oldestAt }) =>
        oldestAt ? Math.max(0, (clock.now().getTime() - oldestAt.getTime()) / 1000) : 0,
      ),
  );
  gauge(
    { name: 'cairn_outbound_dead', help: 'Messages that were given up and wait for a decision.', label },
    () => each(({ refused, undeliverable }) => refused + undeliverable),
  );
  gauge(
    {
      name: 'cairn_outbound_breaker_open',
      help: '1 where nothing is sent for a while because messages failed.',
      label,
    },
    async () => {
      const now = clock.now();
      return endpoints.all().map(({ id }) => {
        const { closedUntil } = endpoints.breakerOf(id);
        return [id, closedUntil && closedUntil > now ? 1 : 0] as const;
      });
    },
  );
}
