/** A test message of which nobody has been told yet. */
export type Unreported = { readonly messageId: string; readonly receivedAt: Date };

/** How the mails of an organization come: one a message, or together for each hour. */
export type Grouping = 'each' | 'hour';

/** Who tests by the hundred gets a handful of mails, and the rest in one. */
export const MOST_SINGLE_MAILS = 10;

const HOUR_MS = 60 * 60_000;

/** The hour of the clock in which that moment lies. */
export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);

/**
 * Which messages are told of now; each group is one mail. What was received before this hour goes out together: it had been
 * waiting for the hour to end. What is in no group waits.
 * @param pending the earliest first
 * @param sentThisHour mails of this kind that those who are told have had since the hour began
 */
export function whatToReport<T extends Unreported>(
  pending: readonly T[],
  grouping: Grouping,
  sentThisHour: number,
  now: Date,
): readonly (readonly T[])[] {
  const hour = hourOf(now).getTime();
  const isOver = ({ receivedAt }: T): boolean => receivedAt.getTime() < hour;
  const earlier = pending.filter(isOver);
  const groups = earlier.length > 0 ? [earlier] : [];
  if (grouping === 'hour') return groups;
  const left = Math.max(0, MOST_SINGLE_MAILS - sentThisHour - groups.length);
  const single = pending.filter((message) => !isOver(message)).slice(0, left);
  return [...groups, ...single.map((message) => [message])];
}
