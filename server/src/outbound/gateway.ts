import type { Delivery, Gateway } from '../exchange/delivery.ts';
import { deliver } from './client.ts';
import { failure } from './failure.ts';
import { signOf } from './outcome.ts';
import { prepared } from './prepare.ts';
import { TIMES } from './times.ts';
import { Way, type WayParts } from './way.ts';

/** Senders wait in memory, each with a connection: to a registry that has become slow no more are added. */
const MOST_UNDER_WAY = 256;

/**
 * Hands messages on to other registries while their sender waits. CDC's contract has one operation for submissions and queries;
 * those beside it are California's own.
 */
export function makeGateway(parts: WayParts): Gateway {
  const { endpoints } = parts;
  const { connectMs } = { ...TIMES, ...parts.times };
  const ways = new Map<string, Way>();
  const probing = new Set<string>();
  const underWay = new Map<string, number>();

  const wayTo = (id: string): Way => {
    const way = ways.get(id) ?? new Way(id, parts);
    ways.set(id, way);
    return way;
  };

  const send = async (id: string, text: string): Promise<Delivery> => {
    const endpoint = endpoints.get(id);
    if (!endpoint?.isEnabled) return failure('not-set-up', false);
    const others = underWay.get(id) ?? 0;
    if (others >= MOST_UNDER_WAY) {
      return failure('connect-timeout', false, `${others} messages wait for its answers already.`);
    }
    underWay.set(id, others + 1);
    const delivery = await deliver(endpoint, prepared(text, endpoint), 'submitSingleMessage', { connectMs });
    underWay.set(id, (underWay.get(id) ?? 1) - 1);
    const sign = signOf(delivery);
    if (sign === 'works') wayTo(id).works();
    else if (delivery.kind === 'failed') wayTo(id).fails(delivery);
    return delivery;
  };

  return {
    isOpenTo: (id) => endpoints.get(id)?.isEnabled === true,
    forward: async (id, text) => {
      if (endpoints.get(id)?.isEnabled !== true) return failure('not-set-up', false);
      switch (wayTo(id).passage()) {
        case 'maintenance':
          return failure('maintenance', false);
        case 'closed':
          return failure('breaker-open', false);
        case 'open':
          return send(id, text);
        case 'probing': {
          if (probing.has(id)) return failure('breaker-open', false);
          probing.add(id);
          try {
            return await send(id, text);
          } finally {
            probing.delete(id);
          }
        }
      }
    },
  };
}
