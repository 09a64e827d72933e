import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Letter } from './letters.ts';
import { render, type Sender } from './render.ts';

export type NewMail = {
  readonly to: string;
  readonly language: 'en' | 'es';
  readonly letter: Letter;
  readonly organizationId?: string;
  /** What it is about, where it must not go out twice: a second one of the same key is left out. */
  readonly dedupeKey?: string;
};

/**
 * Puts a mail into the outbox, in the transaction of what it tells of: it goes out if and only if that is committed. It is
 * written here once and for all: what the outbox shows is what goes out, whatever a later release words otherwise.
 */
export async function enqueueMail(db: Kysely<Tables>, mail: NewMail, now: Date): Promise<void> {
  const { subject, text, html } = render(mail.letter, mail.language, await sender(db));
  await sql`insert into mail (mail_id, dedupe_key, kind, organization_id, recipient, language, subject, text, html,
      state, attempts, created_at, next_at)
    values (${uuidv7(now.getTime())}, ${mail.dedupeKey ?? null}, ${mail.letter.kind}, ${mail.organizationId ?? null},
      ${mail.to}, ${mail.language}, ${subject}, ${text}, ${html}, 'waiting', 0, ${now}, ${now})
    on conflict (dedupe_key) do nothing`.execute(db);
}

async function sender(db: Kysely<Tables>): Promise<Sender> {
  const { rows } = await sql<Sender>`select name, time_zone as "timeZone" from mail_sender`.execute(db);
  const [first] = rows;
  if (!first) throw new Error('mail_sender is empty: Cairn writes it whenever it starts');
  return first;
}

/**
 * Writes down in whose name this database's mail is written. Letters are queued from wherever something happens, also from
 * commands, and none of these should have to know the jurisdiction to say so.
 */
export async function keepSender(db: Kysely<Tables>, { name, timeZone }: Sender): Promise<void> {
  await sql`insert into mail_sender (name, time_zone) values (${name}, ${timeZone})
    on conflict (only_one) do update set name = excluded.name, time_zone = excluded.time_zone`.execute(db);
}
