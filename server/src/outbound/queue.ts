import type { Client } from 'pg';
import { storable } from '../platform/database/pipeline.ts';
import type { Outcome } from './outcome.ts';

/** A message that another registry must get; the first of its patient that it has not got yet. */
export type Waiting = {
  readonly messageId: string;
  readonly month: string;
  readonly personId: string;
  readonly attempts: number;
  readonly wasUnknown: boolean;
};

/** Ids sort by time. */
export const FROM_THE_START = '00000000-0000-0000-0000-000000000000';

/** As the partial indexes have them. */
const OPEN = `state in ('waiting', 'sending', 'unknown')`;
const DUE = `state in ('waiting', 'unknown') and next_at <= `;

/**
 * The queue of one registry, in outbound_copy, worked on by whoever holds its lock; all on the connection that holds it, so that
 * whoever has lost the lock can write nothing any more. Commits are not waited for: what a crash of the database forgets is sent
 * again, and known for the same.
 */
export class Queue {
  private readonly client: Client;
  private readonly endpointId: string;

  constructor(client: Client, endpointId: string) {
    this.client = client;
    this.endpointId = endpointId;
  }

  /** Of what was under way when the last to work on it ended, nobody knows whether it arrived. @returns how many */
  async takeOver(now: Date): Promise<number> {
    const { rowCount } = await this.client.query(
      `update outbound_copy set state = 'unknown', next_at = $2 where endpoint_id = $1 and state = 'sending'`,
      [this.endpointId, now],
    );
    return rowCount ?? 0;
  }

  /**
   * Looks through a page of what is open, in order of time from `after` on, for messages that are due and the first of their
   * patients. A page costs the same however many wait behind it.
   * @returns the last message that was looked at; undefined where the end was reached
   */
  async page(
    after: string,
    now: Date,
    { looked, most }: { readonly looked: number; readonly most: number },
  ): Promise<{ readonly heads: readonly Waiting[]; readonly last: string | undefined }> {
    const { rows } = await this.client.query<PageRow>(
      `with page as materialized (
         select message_id, month, person_id, state, attempts, next_at from outbound_copy
         where endpoint_id = $1 and ${OPEN} and message_id > $2 order by message_id limit ${looked}),
       head as (
         select message_id, month, person_id, state, attempts from page p
         where ${DUE} $3 and not exists (select from outbound_copy o
           where o.endpoint_id = $1 and o.person_id = p.person_id and o.message_id < p.message_id and o.${OPEN})
         order by message_id limit ${most})
       select (select count(*)::int from page) as looked,
         (select message_id from page order by message_id desc limit 1) as last,
         coalesce((select jsonb_agg(to_jsonb(head) order by message_id) from head), '[]') as heads`,
      [this.endpointId, after, now],
    );
    const row = rows[0];
    if (!row) return { heads: [], last: undefined };
    const heads = row.heads.map(waiting);
    if (heads.length === most) return { heads, last: heads.at(-1)?.messageId };
    return { heads, last: row.looked === looked ? (row.last ?? undefined) : undefined };
  }

  /** The next message of each patient, where it is due. */
  async nextOf(personIds: readonly string[], now: Date): Promise<readonly Waiting[]> {
    if (personIds.length === 0) return [];
    const { rows } = await this.client.query<Row>(
      `select o.* from unnest($2::uuid[]) p (person_id)
       cross join lateral (
         select message_id, month, person_id, state, attempts, next_at from outbound_copy
         where endpoint_id = $1 and person_id = p.person_id and ${OPEN} order by message_id limit 1) o
       where o.${DUE} $3`,
      [this.endpointId, [...personIds], now],
    );
    return rows.map(waiting);
  }

  /** Marks them as under way, and reads them. @returns the text of each, by id; one is missing where the ledger has it no more */
  async begin(messages: readonly Waiting[], now: Date): Promise<ReadonlyMap<string, string>> {
    const ids = messages.map(({ messageId }) => messageId);
    await this.client.query(
      `update outbound_copy set state = 'sending', sent_at = $3 where endpoint_id = $1 and message_id = any($2::uuid[])`,
      [this.endpointId, ids, now],
    );
    const texts = new Map<string, string>();
    // Month by month: so the database opens one partition of the ledger, not all.
    for (const month of new Set(messages.map((message) => message.month))) {
      const { rows } = await this.client.query<{ readonly message_id: string; readonly raw: Buffer }>(
        'select message_id, raw from message where month = $1 and message_id = any($2::uuid[])',
        [month, ids],
      );
      for (const { message_id: id, raw } of rows) if (raw.length > 0) texts.set(id, raw.toString('utf8'));
    }
    return texts;
  }

  async note(outcomes: readonly (Outcome & { readonly messageId: string })[], now: Date): Promise<void> {
    if (outcomes.length === 0) return;
    const of = <K extends keyof (typeof outcomes)[number]>(name: K): unknown[] =>
      outcomes.map((outcome) => storable(outcome[name] ?? null));
    const ended = outcomes.map(({ nextAt }) => (nextAt === undefined ? now : null));
    await this.client.query(
      `update outbound_copy c
       set state = n.state, attempts = n.attempts, next_at = coalesce(n.next_at, c.next_at), code = n.code, words = n.words,
         answer = n.answer, ended_at = n.ended_at
       from unnest($2::uuid[], $3::text[], $4::int[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
         n (message_id, state, attempts, next_at, code, words, answer, ended_at)
       where c.endpoint_id = $1 and c.message_id = n.message_id and c.state = 'sending'`,
      [
        this.endpointId,
        of('messageId'),
        of('state'),
        of('attempts'),
        of('nextAt'),
        of('code'),
        of('words'),
        of('answer'),
        ended,
      ],
    );
  }
}

type Row = {
  readonly message_id: string;
  readonly month: string;
  readonly person_id: string;
  readonly state: string;
  readonly attempts: number;
};

type PageRow = { readonly looked: number; readonly last: string | null; readonly heads: readonly Row[] };

const waiting = (row: Row): Waiting => ({
  messageId: row.message_id,
  month: row.month,
  personId: row.person_id,
  attempts: row.attempts,
  wasUnknown: row.state === 'unknown',
});
