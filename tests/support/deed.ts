/** What deeds share: asking a server that may be gone, and counting what it did. */
import type { PortalReply } from './portal.ts';
import { orBroken, type Stoppable } from './stopping.ts';

/** How often a stop came before an answer, and how often what was asked had been done all the same. */
export type Tally = { broken: number; doneUnheard: number };

export type Counted = Readonly<Record<string, number>>;

export async function countsOf(
  cairn: Stoppable,
  sql: string,
  ...values: readonly unknown[]
): Promise<Counted> {
  const { rows } = await cairn.db().query<Counted>(sql, [...values]);
  return rows[0] ?? {};
}

/** What differs between figures as they are and as they must be. */
export function differences(about: string, is: Counted, must: Counted): readonly string[] {
  return Object.entries(must)
    .filter(([name, figure]) => Number(is[name]) !== figure)
    .map(([name, figure]) => `${about}: ${name} is ${is[name]}, not ${figure}`);
}

/** Asks several times at once; the replies that came. */
export async function ask(
  tally: Tally,
  times: number,
  once: () => Promise<PortalReply>,
): Promise<readonly PortalReply[]> {
  const replies = await Promise.all(Array.from({ length: times }, () => orBroken(once())));
  const heard = replies.filter((reply) => reply !== undefined);
  tally.broken += replies.length - heard.length;
  return heard;
}
