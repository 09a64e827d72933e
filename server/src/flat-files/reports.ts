import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { ApiError } from '../platform/api.ts';
import { csvOf } from '../platform/csv.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { RowOutcome } from './outcomes.ts';
import type { RowProblem } from './row-problems.ts';
import type { filesAnswer, reportAnswer } from './schema.ts';

type FileRow = {
  readonly id: string;
  readonly name: string;
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
  readonly rows: number;
  readonly recorded: number;
  readonly refused: number;
  readonly by: string | null;
};
type Told = { readonly row: number; readonly outcome: RowOutcome; readonly problems: readonly RowProblem[] };

const MOST_FILES = 200;
const MOST_TOLD = 500;

const columns = sql`f.file_id as id, f.name, f.received_at as "receivedAt", f.finished_at as "finishedAt",
  f.data_rows as rows, f.recorded, f.refused, a.name as by`;

const viewOf = ({
  receivedAt,
  finishedAt,
  ...rest
}: FileRow): z.output<typeof filesAnswer>['files'][number] => ({
  ...rest,
  receivedAt: receivedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

/** The files of an organization, the newest first. */
export async function listFiles(
  kysely: Kysely<Tables>,
  organizationId: string,
): Promise<z.output<typeof filesAnswer>['files']> {
  const { rows } = await sql<FileRow>`
    select ${columns} from flat_file f left join account a using (account_id)
    where f.organization_id = ${organizationId} order by f.file_id desc limit ${MOST_FILES}`.execute(kysely);
  return rows.map(viewOf);
}

/**
 * What became of a file, row by row: numbers of rows and names of columns, never what stood there.
 * @throws ApiError 404
 */
export async function reportOf(
  kysely: Kysely<Tables>,
  organizationId: string,
  fileId: string,
): Promise<z.output<typeof reportAnswer>> {
  const file = await fileOf(kysely, organizationId, fileId);
  const { rows: counted } = await sql<{ readonly outcome: RowOutcome; readonly count: number }>`
    select outcome, count(*)::int as count from flat_file_row where file_id = ${fileId} group by outcome`.execute(
    kysely,
  );
  const count = (outcome: RowOutcome): number => counted.find((each) => each.outcome === outcome)?.count ?? 0;
  const { rows: told } = await sql<Told & { readonly inAll: number }>`
    select row_no as row, outcome, problems, count(*) over ()::int as "inAll" from flat_file_row
    where file_id = ${fileId} and outcome <> 'recorded'
    order by outcome not in ('refused', 'unreadable'), row_no limit ${MOST_TOLD}`.execute(kysely);
  return {
    ...viewOf(file),
    outcomes: {
      recorded: count('recorded'),
      'recorded-with-findings': count('recorded-with-findings'),
      refused: count('refused'),
      unreadable: count('unreadable'),
    },
    told: told.map(({ row, outcome, problems }) => ({ row, outcome, problems: [...problems] })),
    toldInAll: told[0]?.inAll ?? 0,
  };
}

/**
 * The whole report as a sheet: a line for each thing there is to say of a row, one for each row without.
 * @throws ApiError 404
 */
export async function reportSheet(
  kysely: Kysely<Tables>,
  organizationId: string,
  fileId: string,
): Promise<string> {
  await fileOf(kysely, organizationId, fileId);
  const { rows } = await sql<Told>`
    select row_no as row, outcome, problems from flat_file_row where file_id = ${fileId} order by row_no`.execute(
    kysely,
  );
  return csvOf([
    ['row', 'outcome', 'column', 'severity', 'code', 'what', 'what to do'],
    ...rows.flatMap(({ row, outcome, problems }) =>
      problems.length === 0
        ? [[String(row), outcome, '', '', '', '', '']]
        : problems.map(({ column, severity, code, what, fix }) => [
            String(row),
            outcome,
            column ?? '',
            severity,
            code,
            what,
            fix,
          ]),
    ),
  ]);
}

async function fileOf(kysely: Kysely<Tables>, organizationId: string, fileId: string): Promise<FileRow> {
  const { rows } = await sql<FileRow>`
    select ${columns} from flat_file f left join account a using (account_id)
    where f.organization_id = ${organizationId} and f.file_id = ${fileId}`.execute(kysely);
  if (!rows[0]) throw new ApiError(404, 'not-found');
  return rows[0];
}
