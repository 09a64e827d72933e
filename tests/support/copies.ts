/** A Cairn whose region has not moved, the registry of that region, and what copies messages from the one to the other. */
import { Endpoints } from '../../server/src/outbound/endpoints.ts';
import { passwordOwner } from '../../server/src/outbound/endpoints.ts';
import { makeGateway } from '../../server/src/outbound/gateway.ts';
import type { OutboundTimes } from '../../server/src/outbound/times.ts';
import { startOutbound } from '../../server/src/outbound/worker.ts';
import { createLog, jurisdiction } from '@cairn/server';
import { sealSecret } from '../../server/src/platform/secret-key.ts';
import { startTestCairn, type TestCairn, TODAY } from './cairn.ts';
import { controlId, type patient, vxu } from './messages.ts';
import { until } from './process.ts';
import { type RegistryDouble, startRegistryDouble } from './registry-double.ts';
import { submit } from './soap.ts';

export const REGION = 'la-orange';
export const GO_LIVE = '2025-04-10';

/** Everything that takes seconds or minutes takes a fraction of one. */
const TIMES: Partial<OutboundTimes> = {
  connectMs: 500,
  idleMs: 50,
  anewMs: 100,
  backOffMs: 5,
  longestBackOffMs: 20,
  attempts: 4,
  closedMs: 100,
  longestClosedMs: 200,
  graceMs: 200,
  backfillPauseMs: 1,
};

type Row = {
  readonly state: string;
  readonly attempts: number;
  readonly code: string;
  readonly words: string;
  readonly answer: string;
};

export type Copies = {
  readonly cairn: TestCairn;
  readonly registry: RegistryDouble;
  readonly endpoints: Endpoints;
  readonly gateway: ReturnType<typeof makeGateway>;
  readonly setTime: (now: string) => void;
  readonly now: () => Date;
  /** Sends a message of the clinic, and returns its control id. */
  readonly send: (options?: {
    readonly patient?: ReturnType<typeof patient>;
    readonly controlId?: string;
  }) => Promise<string>;
  readonly rowOf: (controlId: string) => Promise<Row | undefined>;
  /** Waits until the copy of a message is in that state. */
  readonly becomes: (controlId: string, state: string) => Promise<Row>;
  /** Waits until nothing waits any more. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function startCopies(): Promise<Copies> {
  let base = Date.parse(TODAY);
  let since = Date.now();
  // Never behind that of the server, which starts later.
  const clock = { now: () => new Date(base + Date.now() - since) };
  const key = Buffer.alloc(32, 7);
  const registry = await startRegistryDouble();
  const pack = jurisdiction('california');
  const cairn = await startTestCairn({
    isTicking: true,
    env: { CAIRN_ROLES: 'web', CAIRN_SECRET_KEY: key.toString('base64') },
    pack: { timeline: (pack?.timeline ?? []).map((dates) => ({ ...dates, goLive: GO_LIVE })) },
  });
  const { kysely, pool } = cairn.cairn.database;
  const lines = cairn.logged() as string[];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const endpoints = new Endpoints({ kysely, secretKey: () => Promise.resolve(key), clock, log });
  await cairn.db.query(
    `insert into outbound_endpoint (endpoint_id, kind, url, soap_version, username, password_sealed, facility_id,
       sending_facility, receiving_application, receiving_facility, is_enabled, lanes, timeout_ms, updated_at)
     values ($1, 'region', $2, '1.2', 'central', $3, 'CENTRAL', 'CENTRAL', '', 'REGIONAL', true, 4, 1000, $4)`,
    [REGION, registry.url, sealSecret(key, 'secret of the region', passwordOwner(REGION)), clock.now()],
  );
  await endpoints.refresh();
  const parts = { pool, kysely, clock, log, endpoints, times: TIMES };
  const worker = startOutbound(parts);

  const rowOf = async (id: string): Promise<Row | undefined> => {
    const { rows } = await cairn.db.query<Row>(
      `select c.state, c.attempts, c.code, c.words, c.answer from message m join outbound_copy c using (month, message_id)
       where m.control_id = $1 and c.endpoint_id = $2`,
      [id, REGION],
    );
    return rows[0];
  };
  return {
    cairn,
    registry,
    endpoints,
    gateway: makeGateway(parts),
    now: () => clock.now(),
    setTime: (now) => {
      base = Date.parse(now);
      since = Date.now();
      cairn.setTime(now);
    },
    send: async (options = {}) => {
      const id = options.controlId ?? controlId();
      await submit(cairn.url, vxu({ ...options, controlId: id }));
      return id;
    },
    rowOf,
    becomes: async (id, state) => {
      let row: Row | undefined;
      await until(async () => (row = await rowOf(id))?.state === state, 15_000);
      if (!row) throw new Error('no row');
      return row;
    },
    settled: () =>
      until(async () => {
        const { rows } = await cairn.db.query(
          `select from outbound_copy where state in ('waiting', 'sending', 'unknown') limit 1`,
        );
        return rows.length === 0;
      }, 20_000).then(() => undefined),
    close: async () => {
      await worker.stop();
      await registry.close().catch(() => undefined);
      await cairn.close();
    },
  };
}
