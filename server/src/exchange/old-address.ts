import type { Finding } from '@cairn/guide';
import type { Jurisdiction } from '../platform/jurisdiction.ts';

/** An address that was given up: since when, and where the web service is now. */
export type Closed = { readonly since: string; readonly newAddress: string };

/**
 * Whether what comes in at that path is answered only by that it is closed; undefined where it is served.
 * @param today the civil day in the jurisdiction
 */
export function closedOn(
  path: string,
  { cutOver }: Pick<Jurisdiction, 'cutOver'>,
  today: string,
  newAddress: string,
): Closed | undefined {
  return cutOver.oldAddresses.includes(path) && today >= cutOver.day
    ? { since: cutOver.day, newAddress }
    : undefined;
}

export const closedWords = ({ since, newAddress }: Closed): string =>
  `This address was closed on ${since}; the web service is at ${newAddress} since.`;

/** The whole message is refused; old clients read an HL7 answer where they would show a fault to nobody. */
export const addressClosed = (closed: Closed): Finding => ({
  code: 'address-closed',
  severity: 'E',
  path: 'MSH',
  hl7: '207',
  application: '4',
  message: `MESSAGE REJECTED. ${closedWords(closed)}`,
  fix: 'Send to the new address; nothing was recorded.',
});
