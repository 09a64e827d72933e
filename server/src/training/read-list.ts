import { CsvError, parse } from 'csv-parse/sync';
import { day, email } from '../accounts/schema.ts';
import { ApiError, problem } from '../platform/api.ts';
import type { Course } from '../platform/jurisdiction.ts';
import type { ProblemCode } from '../platform/problems.ts';

export const MOST_ROWS = 2000;

export type ListRow = {
  /** As sheets count: the headings are row 1. */
  readonly row: number;
  readonly email: string;
  readonly read: { readonly course: Course; readonly completedOn: string } | ProblemCode;
};

const COLUMNS = ['email', 'course', 'completedon'] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads a list of completions, saved as CSV by whatever program: e-mail, course (its id or its title) and the day.
 * @throws ApiError request-invalid where it is no such list as a whole
 */
export function readList(csv: string, courses: readonly Course[], today: string): readonly ListRow[] {
  const [headings = [], ...records] = readRecords(csv);
  const columns = headings.map(key);
  if (COLUMNS.some((column) => columns.filter((each) => each === column).length !== 1)) {
    throw refused('list-headings');
  }
  const rows = records.flatMap((cells, index): readonly ListRow[] => {
    if (cells.every((cell) => cell === '')) return [];
    const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
    const address = cell('email');
    return [{ row: index + 2, email: address, read: readRow(cell, courses, today) }];
  });
  if (rows.length === 0) throw refused('list-empty');
  if (rows.length > MOST_ROWS) throw refused('list-too-long');
  return rows;
}

function readRow(
  cell: (column: Column) => string,
  courses: readonly Course[],
  today: string,
): ListRow['read'] {
  if (!email.safeParse(cell('email')).success) return 'email-invalid';
  const named = key(cell('course'));
  const course = courses.find(({ id, title }) =>
    [id, title.en, title.es].some((each) => key(each) === named),
  );
  if (!course) return 'course-unknown';
  const completedOn = civilDay(cell('completedon'));
  if (completedOn === undefined) return 'date-invalid';
  return completedOn > today ? 'day-to-come' : { course, completedOn };
}

/** `2016-09-30`, or `9/30/2016`, which sheets make of it. */
function civilDay(text: string): string | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [, month = '', dayOfMonth = '', year = ''] = american ?? [];
  const civil = american ? `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` : text;
  return day.safeParse(civil).success ? civil : undefined;
}

/** `Completed on`, `completed_on`: blanks, hyphens and capitals are as people type them. */
const key = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

function readRecords(csv: string): readonly (readonly string[])[] {
  const [headings = ''] = csv.split(/[\r\n]/, 1);
  const delimiter =
    [';', '\t'].find((each) => headings.split(each).length > headings.split(',').length) ?? ',';
  try {
    return parse(csv, { bom: true, delimiter, relax_column_count: true, trim: true });
  } catch (error) {
    if (error instanceof CsvError) throw refused('sheet-unreadable');
    throw error;
  }
}

const refused = (code: ProblemCode): ApiError => new ApiError(400, 'request-invalid', [problem('csv', code)]);
