import { type Kysely, sql } from 'kysely';
import { csvOf } from '../platform/csv.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Problem } from './load-queries.ts';

const HEADINGS = [
  'Message',
  'Control id (MSH-10)',
  'Outcome',
  'Code',
  'Where',
  'What',
  'What to do',
  'Ledger id',
];
const PAGE = 1000;

type Row = Omit<Problem, 'messageId'> & { readonly messageId: string | null };

/** Every problem of a load as a sheet, a row for each finding, in the order of the file; read as it is sent. */
export async function* problemSheet(db: Kysely<Tables>, loadId: string): AsyncGenerator<string> {
  yield csvOf([HEADINGS]);
  let after = 0;
  for (;;) {
    const { rows } = await sql<Row>`
      select message_no as no, message_id as "messageId", control_id as "controlId", outcome, findings
      from history_problem where load_id = ${loadId} and message_no > ${after}
      order by message_no limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield csvOf(rows.flatMap(lines));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.no;
  }
}

const lines = ({ no, controlId, outcome, messageId, findings }: Row): readonly (readonly string[])[] =>
  findings.map(({ code, path = '', message, fix }) => [
    String(no),
    controlId,
    outcome,
    code,
    path,
    message,
    fix,
    messageId ?? '',
  ]);
