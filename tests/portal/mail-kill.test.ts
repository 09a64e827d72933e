/** kill -9 in the middle of sending mail: nothing is lost, and nothing comes twice under two names. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type CairnProcess,
  cleanUp,
  connect,
  startProcess,
  temporaryFolder,
  until,
} from '../support/process.ts';
import { type FaultySink, startFaultySink } from '../support/smtp-faults.ts';

const MAILS = 25;

let dataDir: string;
let cairn: CairnProcess | undefined;
let sink: FaultySink;
beforeEach(async () => {
  dataDir = await temporaryFolder();
  sink = await startFaultySink();
});
afterEach(async () => {
  await cleanUp(dataDir, cairn);
  await sink.close();
});

test(
  'every mail arrives, and one that comes again has the same Message-ID',
  { timeout: 180_000 },
  async () => {
    const env = { CAIRN_SMTP_URL: sink.url };
    const recipients = Array.from({ length: MAILS }, (_, n) => `r${n}@clinic.example`);
    // Killed while the server has the mail and has not answered, and while it is being given one.
    const kills = [
      { after: 3, hold: 60_000 },
      { after: 9, hold: 0 },
    ];

    let server = (cairn = await startProcess(dataDir, env));
    const db = await connect(dataDir);
    sink.hold = () => sleep(30);
    for (const recipient of recipients) {
      await db.query(
        `insert into mail (mail_id, kind, recipient, language, subject, text, html, state, attempts, created_at, next_at)
       values ($1, 'password-changed', $2, 'en', 'S', 'T', '<p>H</p>', 'waiting', 0, now(), now())`,
        [randomUUID(), recipient],
      );
    }
    await db.end();
    for (const { after, hold } of kills) {
      const isEnough = () => Promise.resolve(sink.arrived.length >= after);
      if (hold > 0)
        sink.hold = () => (sink.arrived.length >= after ? sleep(hold, undefined, { ref: false }) : sleep(30));
      await until(isEnough, 30_000);
      server.child.kill('SIGKILL');
      await server.ended;
      sink.hold = () => sleep(30);
      server = cairn = await startProcess(dataDir, env);
    }
    const after = await connect(dataDir);
    await until(async () => {
      const { rows } = await after.query(`select count(*)::int as n from mail where state = 'sent'`);
      return rows[0].n === MAILS;
    }, 60_000);
    await after.end();

    const ids = new Map<string, Set<string | undefined>>();
    for (const { mail, recipients: to } of sink.arrived) {
      for (const address of to) ids.set(address, (ids.get(address) ?? new Set()).add(mail.messageId));
    }
    expect([...ids.keys()].toSorted()).toEqual(recipients.toSorted());
    for (const messageIds of ids.values()) expect(messageIds.size).toBe(1);
    // Of each kill one at most, and the one that was held for certain.
    expect(sink.arrived.length).toBeGreaterThan(MAILS);
    expect(sink.arrived.length).toBeLessThanOrEqual(MAILS + kills.length);
  },
);
