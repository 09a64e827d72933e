import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { dayOf } from '../cli/src/simulate/days.ts';
import {
  DEFAULTS,
  simulate,
  type SimulateOptions,
  type Simulated,
  sitesOf,
} from '../cli/src/simulate/index.ts';
import { DEMO_LOGINS, linkClientSite, registerOrganization } from '@cairn/server';
import type { Tables } from '../server/src/platform/database/tables.ts';
import { httpRequest, openConnection } from './load.ts';

export type FeedOptions = {
  readonly messages: number;
  readonly connections: number;
  readonly seed?: number;
  /** Number of the first person, to begin elsewhere in the same population. */
  readonly from?: number;
  /** With the answer as it came, envelope and all; messages of one connection one after the other. */
  readonly onAnswer?: (message: Simulated, answer: string) => void;
};

const [, FACILITY] = DEMO_LOGINS;

/**
 * Registers the simulated sites as clients of the demo's Sending Facility and sends simulated messages by SOAP, as fast
 * as they are answered. Returns the seconds that the sending took.
 * @param pool the database of the server at the address
 */
export async function feed(pool: Pool, address: URL, options: FeedOptions): Promise<number> {
  const { messages, connections, seed = 1, from = 0, onAnswer } = options;
  const population: SimulateOptions = {
    ...DEFAULTS,
    seed,
    from,
    persons: messages,
    messages,
    today: dayOf(2026, 11, 1),
    sendingFacility: FACILITY.code,
  };
  await registerSites(pool, population);
  const source = simulate(population);
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(address)));
  const start = performance.now();
  await Promise.all(
    open.map(async (connection) => {
      for (let next = source.next(); !next.done; next = source.next()) {
        const message = next.value;
        const answer = await connection.post(httpRequest(message.text, address, FACILITY));
        onAnswer?.(message, answer);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const { close } of open) close();
  return seconds;
}

/** Not closed: its pool is the caller's. */
async function registerSites(pool: Pool, population: SimulateOptions): Promise<void> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const now = new Date();
  const site = { kind: 'site', stage: 'production', mayQuery: true } as const;
  const facility = { ...site, kind: 'sending-facility', code: FACILITY.code, name: FACILITY.name } as const;
  const sendingFacilityId = await registerOrganization(db, facility, now);
  for (const { code, name } of sitesOf(population)) {
    const siteId = await registerOrganization(db, { ...site, code, name }, now);
    await linkClientSite(db, { sendingFacilityId, siteId }, now);
  }
}
