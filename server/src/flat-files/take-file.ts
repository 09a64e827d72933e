import type { Finding } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { receive } from '../exchange/receive.ts';
import { monthOf } from '../platform/database/migrate.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { From } from './cut-over.ts';
import { type FileHeader, groupsOf, inOrder, messageOf } from './messages.ts';
import type { AckCode, RowOutcome } from './outcomes.ts';
import { readFlatFile } from './read-file.ts';
import { type JudgedRow, rowsJudged } from './row-findings.ts';
import { type FlatRow, readRow, type ReadRow } from './read-row.ts';
import { rowProblem } from './row-problems.ts';

/** So many messages of one file are under way at once: other senders have the rest. */
const LANES = 4;

type Parts = Pick<PortalParts, 'database' | 'clock' | 'jurisdiction' | 'exchange' | 'log'>;
type File = { readonly fileId: string; readonly at: Date; readonly isFinished: boolean };
type Done = JudgedRow & { readonly row: number; readonly messageId: string | undefined };

/** A file that was taken; `personIds`: whose records it is about. */
export type Taken = {
  readonly fileId: string;
  readonly isRepeated: boolean;
  readonly personIds: readonly string[];
};

/** Files that are being taken by this process, by their ids. */
export type UnderWay = Map<string, Promise<Taken>>;

/**
 * Takes a file: each run of rows of one patient becomes one message and goes the way of any other. The same file again is
 * known by its bytes: where it had been finished, its report is all that comes; where it is under way, both wait for the same;
 * where it was cut short, it goes on, and what was recorded is not recorded twice, since its messages have the same control ids.
 * @throws ApiError 400 where it is no such file as a whole; nothing is recorded then
 */
export async function takeFile(
  bytes: Buffer,
  name: string,
  from: From,
  parts: Parts,
  underWay: UnderWay,
): Promise<Taken> {
  const rows = readFlatFile(bytes).map(readRow);
  const bodyHash = uuidOf(bytes);
  const { database, clock } = parts;
  const file = await openFile(database.kysely, { bodyHash, name, dataRows: rows.length }, from, clock.now());
  const { fileId } = file;
  if (file.isFinished) return { fileId, isRepeated: true, personIds: [] };
  const already = underWay.get(fileId);
  if (already) return already;
  const taking = takeRows(rows, file, bodyHash, from, parts).finally(() => underWay.delete(fileId));
  underWay.set(fileId, taking);
  return taking;
}

async function takeRows(
  rows: readonly ReadRow[],
  file: File,
  bodyHash: string,
  from: From,
  parts: Parts,
): Promise<Taken> {
  const { kysely } = parts.database;
  await keep(
    kysely,
    file.fileId,
    rows.flatMap((read): readonly Done[] =>
      read.ok
        ? []
        : [{ row: read.row, messageId: undefined, outcome: 'unreadable', problems: read.problems }],
    ),
  );
  const header: FileHeader = { sender: from.code, at: file.at, bodyHash, jurisdiction: parts.jurisdiction };
  const patients = inOrder(groupsOf(rows.flatMap((read) => (read.ok ? [read.row] : [])))).values();
  const personIds = new Set<string>();
  let isFinished = true;
  const work = async (): Promise<void> => {
    // The lanes take from the same list.
    for (const groups of patients) {
      for (const group of groups) {
        const { done, personId } = await send(group, header, from, parts);
        if (personId !== undefined) personIds.add(personId);
        if (done.some(({ messageId }) => messageId === undefined)) isFinished = false;
        await keep(kysely, file.fileId, done);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  // Where rows failed the same file again goes on.
  await sql`
    update flat_file set finished_at = ${isFinished ? parts.clock.now() : null}::timestamptz,
      recorded = (select count(*) from flat_file_row r where r.file_id = f.file_id and r.outcome like 'recorded%'),
      refused = (select count(*) from flat_file_row r where r.file_id = f.file_id and r.outcome not like 'recorded%')
    from flat_file f where flat_file.file_id = f.file_id and f.file_id = ${file.fileId}`.execute(kysely);
  return { fileId: file.fileId, isRepeated: false, personIds: [...personIds] };
}

function uuidOf(bytes: Buffer): string {
  const hex = hash('sha256', bytes, 'hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** The file as it is known; made known where it is not. */
async function openFile(
  kysely: Kysely<Tables>,
  {
    bodyHash,
    name,
    dataRows,
  }: { readonly bodyHash: string; readonly name: string; readonly dataRows: number },
  { organizationId, accountId, credentialId }: From,
  now: Date,
): Promise<File> {
  return kysely.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('flat-file ' || ${organizationId}, 0))`.execute(
      trx,
    );
    const { rows } = await sql<File>`
      select file_id as "fileId", received_at as at, finished_at is not null as "isFinished" from flat_file
      where organization_id = ${organizationId} and body_hash = ${bodyHash}`.execute(trx);
    if (rows[0]) return rows[0];
    const fileId = uuidv7(now.getTime());
    await sql`insert into flat_file (file_id, organization_id, received_at, account_id, credential_id, name, body_hash,
        data_rows, recorded, refused)
      values (${fileId}, ${organizationId}, ${now}, ${accountId ?? null}, ${credentialId ?? null}, ${name}, ${bodyHash},
        ${dataRows}, 0, 0)`.execute(trx);
    return { fileId, at: now, isFinished: false };
  });
}

async function send(
  group: readonly FlatRow[],
  header: FileHeader,
  { organizationId }: From,
  { exchange, database, log }: Parts,
): Promise<{ readonly done: readonly Done[]; readonly personId: string | undefined }> {
  const [first, ...others] = group;
  if (!first) return { done: [], personId: undefined };
  const text = messageOf([first, ...others], header);
  const each = (outcome: RowOutcome, judged: readonly JudgedRow[], messageId?: string): readonly Done[] =>
    group.map(({ row }, index) => ({
      row,
      messageId,
      ...(judged[index] ?? { outcome, problems: [rowProblem(null, 'row-failed')] }),
    }));
  const messageId = await receive(
    {
      address: 'production',
      operation: 'flat-file',
      identity: { kind: 'portal', organizationId },
      facilityId: '',
      text,
    },
    exchange,
  ).then(
    (received) => received.messageId,
    // Its words may quote what was sent.
    (error: unknown) =>
      void log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'a row failed'),
  );
  const parsed = parseMessage(text);
  const decided =
    messageId === undefined ? undefined : await decidedOn(database.kysely, messageId, header.at);
  if (!decided || !parsed.ok) {
    log.error({ messageId }, 'a row of a flat file was not decided on');
    return { done: each('refused', []), personId: undefined };
  }
  return {
    done: each('refused', rowsJudged(group.length, parsed.message, decided), messageId),
    personId: decided.personId ?? undefined,
  };
}

async function decidedOn(
  kysely: Kysely<Tables>,
  messageId: string,
  since: Date,
): Promise<
  | {
      readonly outcome: string;
      readonly ackCode: AckCode;
      readonly findings: readonly Finding[];
      readonly personId: string | null;
    }
  | undefined
> {
  const { rows } = await sql<{
    readonly outcome: string;
    readonly ackCode: AckCode;
    readonly findings: readonly Finding[];
    readonly personId: string | null;
  }>`select outcome, ack_code as "ackCode", findings, person_id as "personId" from message
     where month >= ${monthOf(since)} and message_id = ${messageId}`.execute(kysely);
  return rows[0];
}

async function keep(kysely: Kysely<Tables>, fileId: string, rows: readonly Done[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into flat_file_row (file_id, row_no, message_id, outcome, problems)
    select ${fileId}, row_no, message_id, outcome, problems
    from jsonb_to_recordset(${JSON.stringify(
      rows.map(({ row, messageId, outcome, problems }) => ({
        row_no: row,
        message_id: messageId,
        outcome,
        problems,
      })),
    )}::jsonb) as r (row_no integer, message_id uuid, outcome text, problems jsonb)
    on conflict (file_id, row_no) do update
      set message_id = excluded.message_id, outcome = excluded.outcome, problems = excluded.problems
      where flat_file_row.message_id is null and excluded.message_id is not null`.execute(kysely);
}
