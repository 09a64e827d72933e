const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** After the first attempt, the second, …; then it is dead. Mail servers that hold strangers off for a while ask for minutes. */
const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 8 * HOUR, 8 * HOUR];

/** What a mail server, or the way to it, said when it did not take a mail; as nodemailer tells it. */
export type Failure = {
  readonly code: string | undefined;
  /** The server's reply code: 4xx for now, 5xx for good (RFC 5321 §4.2.1). */
  readonly reply: number | undefined;
  /** In answer to which command. */
  readonly command: string | undefined;
  readonly words: string;
};

export function failureOf(error: unknown): Failure {
  const at = (name: string): unknown =>
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
  const text = (name: string): string | undefined => {
    const value = at(name);
    return typeof value === 'string' ? value : undefined;
  };
  const reply = at('responseCode');
  return {
    code: text('code'),
    reply: typeof reply === 'number' ? reply : undefined,
    command: text('command'),
    words: (text('response') ?? text('message') ?? 'unknown').slice(0, 500),
  };
}

/**
 * Whether it is of no use to try again: the recipient or the mail itself was refused for good. A refused login or sender is
 * the setup's fault, which somebody mends while the mail waits.
 */
export const isFinal = ({ code, reply, command }: Failure): boolean =>
  command === 'RCPT TO' || command === 'DATA'
    ? reply !== undefined && reply >= 500
    : command === 'API' && code === 'EENVELOPE';

/** What becomes of a mail after that attempt, counted from 1. */
export function afterFailure(
  failure: Failure,
  attempt: number,
  now: Date,
): { readonly state: 'dead' } | { readonly state: 'waiting'; readonly nextAt: Date } {
  const pause = PAUSES[attempt - 1];
  if (pause === undefined || isFinal(failure)) return { state: 'dead' };
  return { state: 'waiting', nextAt: new Date(now.getTime() + pause) };
}
