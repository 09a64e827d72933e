import { hl7Timestamp } from '../platform/clock.ts';

const TIMESTAMP = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.\d{1,4})?)?)?)?([+-]\d{4})?$/;
const DAY_MS = 86_400_000;
/** A message waits in a queue for hours, sometimes days. What claims to be older has a clock that is wrong. */
const LONGEST_WAY_MS = 30 * DAY_MS;

/**
 * When the sender said what the message says (MSH-7). Messages overtake each other on their way; the newer word must
 * stand in whatever order they arrive. A time in the future or a month ago is that of a wrong clock: then it is the time
 * of arrival.
 * @param text MSH-7; without a zone it is meant in `timeZone`
 */
export function saidAt(text: string, receivedAt: Date, timeZone: string): Date {
  const said = momentOf(text.trim(), timeZone);
  if (said === undefined) return receivedAt;
  const age = receivedAt.getTime() - said;
  return age >= 0 && age <= LONGEST_WAY_MS ? new Date(said) : receivedAt;
}

function momentOf(text: string, timeZone: string): number | undefined {
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', zone] = match;
  const asUtc = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
  if (zone !== undefined) return asUtc - offsetMs(zone);
  // The zone's offset is that of the moment, which is known only with the offset; at a change of the clock the second try is right.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
}

const offsetAt = (moment: number, timeZone: string): number =>
  offsetMs(hl7Timestamp(new Date(moment), timeZone).slice(14));

/** `-0700` */
function offsetMs(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
