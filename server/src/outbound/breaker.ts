import type { OutboundTimes } from './times.ts';

/** Of the way to one registry: how many messages in a row failed, and until when nothing more is sent. */
export type Breaker = {
  readonly failures: number;
  readonly closedUntil: Date | undefined;
};

export const SOUND: Breaker = { failures: 0, closedUntil: undefined };

/** open: messages may go; closed: none; probing: it was closed, and one message at a time may show whether it works again. */
export type Passage = 'open' | 'closed' | 'probing';

export function passage({ closedUntil }: Breaker, now: Date): Passage {
  if (!closedUntil) return 'open';
  return closedUntil > now ? 'closed' : 'probing';
}

type Patience = Pick<OutboundTimes, 'failuresToClose' | 'closedMs' | 'longestClosedMs'>;

/**
 * After a failure of the way there. From the fifth in a row on it is closed, each time for longer: up to a half less by chance,
 * so that several processes do not come back at once. What was under way when it closed does not close it for longer.
 * @param random from 0 to 1
 */
export function afterFailure(
  before: Breaker,
  now: Date,
  { failuresToClose, closedMs, longestClosedMs }: Patience,
  random: number,
): Breaker {
  if (passage(before, now) === 'closed') return before;
  const failures = before.failures + 1;
  if (failures < failuresToClose) return { failures, closedUntil: undefined };
  const longest = Math.min(longestClosedMs, closedMs * 2 ** Math.min(failures - failuresToClose, 20));
  return { failures, closedUntil: new Date(now.getTime() + Math.round(longest * (1 - random / 2))) };
}
