/** How many days personal data are kept that nobody needs any longer; docs/portal.md says them to the people concerned. */
export const RETENTION_DAYS = {
  /** A registration that was not submitted, since it was last saved. */
  draft: 90,
  /** One that was submitted and never verified, and a request for access whose address was never confirmed. */
  unverified: 90,
  /** What was mailed as a link, after it was used or ran out. */
  token: 30,
  /** The words of a mail that was sent. */
  sentMail: 90,
  /** Messages of real patients at the testing address: after the site went to production, and in any case. */
  realDataInProduction: 90,
  realData: 180,
  /** That another registry has a message, and what it said of it: since it had it, or staff gave it up. */
  copy: 90,
} as const;

const DAY_MS = 24 * 60 * 60_000;

export const lastsMs = (days: number): number => days * DAY_MS;

/** What is older than this has been kept long enough. */
export const keptSince = (days: number, now: Date): Date => new Date(now.getTime() - lastsMs(days));
