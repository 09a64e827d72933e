import { createTransport } from 'nodemailer';
import { Client, type Pool } from 'pg';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { repeat } from '../platform/repeat.ts';
import { afterFailure, type Failure, failureOf } from './retry.ts';
import { withoutTokens } from './tokens-hidden.ts';

export type OutboxParts = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly smtpUrl: string;
  readonly from: string;
  /** The portal's address; its host is the right side of every Message-ID. */
  readonly publicUrl: () => string;
  /** Whether sent mail is kept with the tokens of its links: demo mode shows it in a mailbox. */
  readonly keepsTokens: boolean;
};

const LOOK_MS = 1_000;

/** How long a stop waits for the mail that is under way. */
const GRACE_MS = 5_000;

/**
 * A server that has taken a mail may think about it for minutes, and whoever hangs up before it answers sends it twice
 * (RFC 5321 §4.5.3.2.6: 10 minutes).
 */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 30_000, socketTimeout: 10 * 60_000 };

/** Longer than any mail takes; a machine that lost its power holds its mail no longer. */
const LOCK_LASTS = '20min';

/**
 * Hands over what is due in the outbox, one mail at a time, again and again. The row stays locked, on a connection of its own,
 * while its mail is handed over: another node takes the next one, and a process that dies sets it free. So nothing is lost,
 * and a mail goes out again only where the process or the database ended between the server's 250 and our commit, under the
 * same Message-ID, by which mail programs know it for the same.
 */
export function startOutbox(parts: OutboxParts): { readonly stop: () => Promise<void> } {
  const { pool, clock, log } = parts;
  const transport = createTransport({
    url: parts.smtpUrl,
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const ending = new AbortController();
  const cutOff = new AbortController();
  const handOver: HandOver = async (mail) => {
    await transport.sendMail({
      from: parts.from,
      // As an object: a comma in an address makes no second one.
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: messageId(mail.id, parts.publicUrl()),
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      signal: cutOff.signal,
    });
  };
  const loop = repeat(
    LOOK_MS,
    async () => {
      if (!(await isAnyDue(pool, clock.now()))) return;
      await withClient(pool, async (client) => {
        while (!ending.signal.aborted && (await sendNext(client, parts, handOver))) {
          // Until none is due.
        }
      });
    },
    (error) => {
      if (!cutOff.signal.aborted) log.error({ err: error }, 'mail: the outbox could not be worked on');
    },
  );
  return {
    stop: async () => {
      ending.abort();
      const patience = setTimeout(() => cutOff.abort(), GRACE_MS);
      await loop.stop();
      clearTimeout(patience);
      transport.close();
    },
  };
}

export const messageId = (mailId: string, publicUrl: string): string =>
  `<${mailId}@${new URL(publicUrl).hostname}>`;

type Due = {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attempts: number;
};
type HandOver = (mail: Due) => Promise<void>;

async function isAnyDue(pool: Pool, now: Date): Promise<boolean> {
  const { rows } = await pool.query(`select from mail where state = 'waiting' and next_at <= $1 limit 1`, [
    now,
  ]);
  return rows.length > 0;
}

async function withClient(pool: Pool, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(pool.options);
  // A connection that breaks fails the statement that is on it, and the loop with it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select set_config('idle_in_transaction_session_timeout', $1, false)", [LOCK_LASTS]);
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @returns whether there was one */
async function sendNext(client: Client, parts: OutboxParts, handOver: HandOver): Promise<boolean> {
  const { clock, log } = parts;
  await client.query('begin');
  const { rows } = await client.query<Due>(
    `select mail_id as id, kind, recipient, language, subject, text, html, attempts from mail
     where state = 'waiting' and next_at <= $1 order by next_at, mail_id limit 1 for update skip locked`,
    [clock.now()],
  );
  const [mail] = rows;
  if (!mail) {
    await client.query('rollback');
    return false;
  }
  const failure = await outcomeOf(handOver, mail);
  // Stopped in the middle: as if it had not been begun.
  if (failure?.code === 'EABORT') {
    await client.query('rollback');
    return false;
  }
  const attempt = mail.attempts + 1;
  if (failure) await noteFailure(client, mail, attempt, failure, clock.now());
  else await noteSent(client, mail, attempt, parts);
  await client.query('commit');
  const { id, kind } = mail;
  // Replies of mail servers name the recipient: they are kept with the mail, and not logged.
  if (failure) {
    const { code, reply, command } = failure;
    log.warn({ mail: id, kind, attempt, code, reply, command }, 'mail: not taken');
  } else log.info({ mail: id, kind, attempt }, 'mail: sent');
  return true;
}

async function outcomeOf(handOver: HandOver, mail: Due): Promise<Failure | undefined> {
  try {
    await handOver(mail);
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

async function noteSent(client: Client, mail: Due, attempt: number, parts: OutboxParts): Promise<void> {
  const kept = parts.keepsTokens ? (text: string) => text : withoutTokens;
  await client.query(
    `update mail set state = 'sent', attempts = $2, sent_at = $3, last_error = null, text = $4, html = $5
     where mail_id = $1`,
    [mail.id, attempt, parts.clock.now(), kept(mail.text), kept(mail.html)],
  );
}

async function noteFailure(
  client: Client,
  { id }: Due,
  attempt: number,
  failure: Failure,
  now: Date,
): Promise<void> {
  const next = afterFailure(failure, attempt, now);
  await client.query(
    `update mail set state = $2, attempts = $3, last_error = $4, next_at = coalesce($5, next_at) where mail_id = $1`,
    [id, next.state, attempt, failure.words, next.state === 'waiting' ? next.nextAt : null],
  );
}
