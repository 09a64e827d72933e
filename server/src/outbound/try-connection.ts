import type { z } from 'zod';
import { DELIVERY_FAULTS } from '../exchange/delivery.ts';
import type { PortalParts } from '../portal-parts.ts';
import { checkHealth } from './client.ts';
import { Endpoints } from './endpoints.ts';
import type { testAnswer } from './schema.ts';

/** Asks another registry whether it is there, with the settings as they are saved now. Undefined where there are none. */
export async function tryConnection(
  { database: { kysely }, secretKey, clock, log }: PortalParts,
  endpointId: string,
): Promise<z.output<typeof testAnswer> | undefined> {
  const endpoints = new Endpoints({ kysely, secretKey, clock, log });
  await endpoints.refresh();
  const endpoint = endpoints.get(endpointId);
  if (!endpoint) return undefined;
  const health = await checkHealth(endpoint);
  if (health.ok) return { ok: true, fault: null, retry: null, words: '' };
  const { fault, words } = health;
  return { ok: false, fault, retry: DELIVERY_FAULTS[fault].retry, words };
}
