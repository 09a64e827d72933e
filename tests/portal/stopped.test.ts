/**
 * The server is stopped in the middle of the wizard, of mail and of a promotion, again and again at random moments: what was
 * answered is there, what was not is there whole or not at all, and nothing is done twice.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TODAY } from '../support/cairn.ts';
import type { Tally } from '../support/deed.ts';
import { showing, submitting, typing, verifying } from '../support/deeds.ts';
import { approving, uploading } from '../support/deeds-signed-in.ts';
import { until } from '../support/process.ts';
import { type FaultySink, startFaultySink } from '../support/smtp-faults.ts';
import { startStoppable, stopDuring, type Stoppable } from '../support/stopping.ts';

const ROUNDS = ['SIGKILL', 'SIGTERM', 'SIGKILL'] as const;
const MAILS = 100;
/** All deeds are begun within this time, and the last of them is done soon after it. */
const WITHIN_MS = 250;

let cairn: Stoppable;
let sink: FaultySink;
beforeAll(async () => {
  sink = await startFaultySink();
  sink.hold = () => sleep(5);
  cairn = await startStoppable({ CAIRN_SMTP_URL: sink.url, CAIRN_NOW: TODAY });
});
afterAll(async () => {
  await cairn?.end();
  await sink.close();
});

test('what was answered is there, and nothing is done twice', { timeout: 240_000 }, async () => {
  const tally: Tally = { broken: 0, doneUnheard: 0 };
  await manyMails();
  for (const [round, signal] of ROUNDS.entries()) {
    const name = (what: string): string => `${what}${round}`;
    const deeds = [
      await typing(cairn, tally, name('type')),
      await typing(cairn, tally, name('write')),
      await submitting(cairn, tally, name('submit')),
      await submitting(cairn, tally, name('send')),
      await verifying(cairn, tally, name('verify')),
      await verifying(cairn, tally, name('confirm')),
      await showing(cairn, tally, name('show')),
      await approving(cairn, tally, `DE-00095${round}`),
      await uploading(cairn, tally, name('upload')),
    ];
    const afterMs = Math.round(Math.random() * WITHIN_MS);
    const problems = await stopDuring(cairn, deeds, { signal, afterMs });
    expect({ round, signal, afterMs, problems }).toEqual({ round, signal, afterMs, problems: [] });
  }
  console.log(`stopped.test.ts: ${tally.broken} unanswered, of which ${tally.doneUnheard} were done`);
  expect(tally.broken).toBeGreaterThan(ROUNDS.length);
  await everyMailArrives();
});

/** Waiting from the beginning: every stop comes in the middle of them. */
async function manyMails(): Promise<void> {
  for (let n = 0; n < MAILS; n++) {
    await cairn.db().query(
      `insert into mail (mail_id, kind, recipient, language, subject, text, html, state, attempts, created_at, next_at)
       values ($1, 'password-changed', $2, 'en', 'S', 'T', '<p>H</p>', 'waiting', 0, $3, $3)`,
      [randomUUID(), `waiting${n}@clinic.example`, TODAY],
    );
  }
}

/** Each mail of the outbox has come to its recipient under its own name; of each stop one at most came again. */
async function everyMailArrives(): Promise<void> {
  const unsent = async (): Promise<readonly unknown[]> => {
    const { rows } = await cairn
      .db()
      .query(
        `select kind, state, attempts, last_error, count(*) from mail where state <> 'sent' group by 1, 2, 3, 4`,
      );
    return rows;
  };
  const tookMs = await until(async () => (await unsent()).length === 0, 60_000).catch(() => undefined);
  expect(await unsent()).toEqual([]);
  const { rows } = await cairn
    .db()
    .query<{ id: string; recipient: string }>('select mail_id as id, recipient from mail');
  console.log(`stopped.test.ts: ${rows.length} mails, the last of them after ${tookMs} ms`);
  expect(rows.length).toBeGreaterThan(MAILS);
  const arrived = sink.arrived.map(({ mail, recipients }) => `${mail.messageId} ${recipients.join()}`);
  expect(new Set(arrived)).toEqual(
    new Set(rows.map(({ id, recipient }) => `<${id}@localhost> ${recipient}`)),
  );
  expect(arrived.length - rows.length).toBeLessThanOrEqual(ROUNDS.length);
}
