import type { AddressInfo } from 'node:net';
import { PasswordVerifier } from './accounts/credentials.ts';
import { startAcknowledgementPush } from './acknowledgements/push.ts';
import { startSealing } from './audit/seal.ts';
import { endDemoLogins, registerDemoOrganizations } from './demo.ts';
import { guideOn } from './exchange/guide.ts';
import type { Exchange } from './exchange/receive.ts';
import { MissLimit } from './exchange/miss-limit.ts';
import { soapRoutes } from './exchange/routes.ts';
import { Traffic } from './exchange/traffic.ts';
import { forecastRoutes } from './forecast/routes.ts';
import { startHistoryLoads } from './history-load/worker.ts';
import { startCorrespondence } from './correspondence.ts';
import { keepSender } from './mail/outbox.ts';
import { localDate } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database/database.ts';
import { ensurePartitions, migrate } from './platform/database/migrate.ts';
import { rekeyMissing } from './nightly/rekey.ts';
import { startNightly } from './nightly/run.ts';
import { startFold } from './monitoring/fold.ts';
import { createHttp } from './platform/http.ts';
import { metricsRoute } from './platform/metrics.ts';
import type { Log } from './platform/log.ts';
import { KeyedQueue } from './platform/queue.ts';
import { secretKeyOf } from './platform/secret-key.ts';
import { MatchKnowledge } from './registry/match-knowledge.ts';
import { Endpoints } from './outbound/endpoints.ts';
import { makeGateway } from './outbound/gateway.ts';
import { lagMetrics } from './outbound/lag-metrics.ts';
import { startOutbound } from './outbound/worker.ts';
import { CENTRAL, openToCentral, closeToCentral } from './regional-registry.ts';
import { pageRoutes } from './pages.ts';
import { portalApi } from './portal.ts';
import { installSchedules, scheduleOn } from './registry/schedules.ts';

export type Cairn = {
  /** `http://localhost:8080` */
  readonly url: string;
  readonly database: Database;
  /** Every route there is, `GET /api/session`: who may ask it is checked against a table (tests/portal/policy). */
  readonly routes: readonly string[];
  /** Those of them whose every answer must be in the audit with the patients that it names (tests/portal/audit-matrix). */
  readonly patientRoutes: readonly string[];
  /** Answers what is in flight, then closes the doors and the database. */
  readonly close: () => Promise<void>;
};

/** Listened on so, this machine reaches it by the name that people know. */
const LOCAL = new Set(['127.0.0.1', '0.0.0.0', '::', '::1']);

/** Partitions reach three months ahead; looking four times a day leaves no chance to miss a month. */
const PARTITION_CHECK_MS = 6 * 60 * 60_000;

/** Another node may have run the nightly job; until this one hears of its figures, it compares by yesterday's. */
const REFRESH_MS = 60 * 60_000;

/** An address that cannot be listened on. The message says which and what would do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Starts Cairn: database, schema, doors.
 * @throws ListenError, ScheduleFileError, EmbeddedPostgresError, DatabaseUnreachableError, or the database's own error; nothing keeps running then
 */
export async function startCairn(
  config: Config,
  log: Log,
  parts: Partial<Pick<Exchange, 'guideOn' | 'gateway'>> = {},
): Promise<Cairn> {
  const database = await openDatabase(config, log);
  try {
    return await openDoors(config, database, log, parts);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openDoors(
  config: Config,
  database: Database,
  log: Log,
  parts: Partial<Pick<Exchange, 'guideOn' | 'gateway'>>,
): Promise<Cairn> {
  const { clock, jurisdiction } = config;
  const ran = await migrate(database.kysely);
  if (ran.length > 0) log.info({ migrations: ran }, 'the database schema was brought up to date');
  await ensurePartitions(database.kysely, clock.now());
  await keepSender(database.kysely, jurisdiction);
  const secretKey = (): Promise<Buffer> => secretKeyOf(config);
  if (config.demo) {
    await registerDemoOrganizations(database.kysely, clock.now(), jurisdiction, await secretKey());
  } else await endDemoLogins(database.kysely, clock.now());

  if (config.as === 'regional-registry') await openToCentral(database.kysely, config);
  else await closeToCentral(database.kysely, clock.now());

  await rekeyMissing(database.pool, { clock, jurisdiction, log });
  const knowledge = new MatchKnowledge(database.pool);
  await knowledge.refresh();

  const { app, routes, patientRoutes } = createHttp(database.pool, config);
  const metrics = metricsRoute(app, database.pool, config);
  const { port: chosen } = config;
  const ownUrl = (): string => {
    const at = app.server.address() as AddressInfo | null;
    return `http://${LOCAL.has(config.host) ? 'localhost' : config.host}:${at?.port ?? chosen}`;
  };
  const endpoints = new Endpoints({ kysely: database.kysely, secretKey, clock, log });
  await endpoints.refresh();
  const outbound = { pool: database.pool, kysely: database.kysely, clock, log, endpoints };
  lagMetrics(metrics, outbound);
  const exchange: Exchange = {
    pool: database.pool,
    reader: database.reader,
    clock,
    // Copies go to it; it makes none.
    jurisdiction: config.as === 'regional-registry' ? { ...jurisdiction, timeline: [] } : jurisdiction,
    passwords: new PasswordVerifier(),
    queue: new KeyedQueue(),
    matching: knowledge.current,
    misses: new MissLimit(jurisdiction.missesPerHour),
    guideOn,
    traffic: new Traffic(),
    decided: metrics.countMessage,
    gateway: makeGateway(outbound),
    ...(config.as === 'regional-registry' ? { sendsForAll: CENTRAL.key } : {}),
    ...parts,
  };
  if (config.roles.has('web')) {
    forecastRoutes(app, { clock, jurisdiction }, log);
    soapRoutes(app, exchange, log, config);
    portalApi(app, {
      database,
      clock,
      jurisdiction,
      log,
      demo: config.demo,
      dataDir: config.dataDir,
      secretKey,
      singleSignOn: config.singleSignOn,
      clientCertificateHeader: config.clientCertificateHeader,
      publicUrl: () => config.publicUrl ?? ownUrl(),
      exchange,
      connectionsChanged: () =>
        endpoints
          .refresh()
          .catch((error: unknown) => log.error({ err: error }, 'outbound: the endpoints could not be read')),
      matching: knowledge.current,
    });
    await pageRoutes(app, config);
  }
  // Made before the first message comes, which would else wait for it together with all that come beside it.
  const today = localDate(clock.now(), jurisdiction.timeZone);
  (parts.guideOn ?? guideOn)(jurisdiction, today);
  await installSchedules(config.dataDir);
  scheduleOn(jurisdiction, today);
  await listen(app.listen.bind(app), config);

  const partitions = setInterval(() => {
    ensurePartitions(database.kysely, clock.now()).catch((error: unknown) =>
      log.error({ err: error }, 'the partitions of the coming months could not be made'),
    );
  }, PARTITION_CHECK_MS);
  partitions.unref();
  const refresh = setInterval(() => {
    knowledge
      .refresh()
      .catch((error: unknown) => log.error({ err: error }, 'the figures for matching could not be read'));
  }, REFRESH_MS);
  refresh.unref();
  const following = endpoints.start();
  const publicUrl = (): string => config.publicUrl ?? ownUrl();
  const workers = config.roles.has('worker')
    ? [
        startNightly({ pool: database.pool, clock, jurisdiction, log, knowledge }),
        startFold({ database, jurisdiction, log }),
        startSealing({ kysely: database.kysely, clock, log }),
        startAcknowledgementPush({ database, clock, log, demo: config.demo, secretKey }),
        startHistoryLoads({ database, exchange, log }),
        startOutbound(outbound),
        ...startCorrespondence(config, database, log, publicUrl),
      ]
    : [];

  return {
    url: ownUrl(),
    database,
    routes,
    patientRoutes,
    close: async () => {
      clearInterval(partitions);
      clearInterval(refresh);
      following.stop();
      await Promise.all([app.close(), ...workers.map((worker) => worker.stop())]);
      await database.close();
    },
  };
}

async function listen(
  open: (at: { host: string; port: number }) => Promise<string>,
  { host, port }: Config,
): Promise<void> {
  try {
    await open({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new ListenError(
        `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with --port or CAIRN_PORT.`,
      );
    }
    if (code === 'EACCES') {
      throw new ListenError(
        `Port ${port} may not be opened by this user. Choose one from 1024 up with --port or CAIRN_PORT.`,
      );
    }
    throw error;
  }
}
