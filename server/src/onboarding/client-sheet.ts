import { CsvError, parse } from 'csv-parse/sync';
import { ApiError, type ApiProblem, problem } from '../platform/api.ts';
import type { ProblemCode } from '../platform/problems.ts';

/** The headings of a sheet of client sites, and the field of each (`clientBody`). */
export const SHEET_COLUMNS = {
  'site id': 'siteId',
  'site name': 'siteName',
  county: 'county',
  street: 'street',
  city: 'city',
  zip: 'zip',
  npi: 'npi',
  'contact name': 'contactName',
  'contact e-mail': 'contactEmail',
} as const;

export type ClientField = (typeof SHEET_COLUMNS)[keyof typeof SHEET_COLUMNS];
/** A client site as it was typed, into the form or into a sheet. */
export type ClientRow = Readonly<Record<ClientField, string>>;

export const MOST_ROWS = 2000;

export type SheetRow = {
  /** As sheets count: the headings are row 1. */
  readonly row: number;
  readonly client: ClientRow;
  /** What is wrong with the row as a row; a row without is checked further. */
  readonly problems: readonly ApiProblem[];
};

/**
 * Reads a sheet of client sites, saved as CSV by whatever program: comma, semicolon or tab, with a byte-order mark or without.
 * Rows of empty cells only are left out, and counted.
 * @throws ApiError request-invalid where it is no such sheet as a whole
 */
export function readClientSheet(csv: string): readonly SheetRow[] {
  const [headings = [], ...records] = readRecords(csv);
  const fields = fieldsOf(headings);
  const rows = records.flatMap((cells, index): readonly SheetRow[] => {
    if (cells.every((cell) => cell === '')) return [];
    const values = new Map(fields.map((field, column) => [field, cells[column] ?? '']));
    const isTooLong = cells.some((cell, column) => cell !== '' && fields[column] === undefined);
    return [
      { row: index + 2, client: clientOf(values), problems: isTooLong ? [problem('', 'row-too-long')] : [] },
    ];
  });
  if (rows.length === 0) throw refused('sheet-empty');
  if (rows.length > MOST_ROWS) throw refused('sheet-too-long');
  return rows;
}

const clientOf = (values: ReadonlyMap<ClientField | undefined, string>): ClientRow => {
  const of = (field: ClientField): string => values.get(field) ?? '';
  return {
    siteId: of('siteId'),
    siteName: of('siteName'),
    county: of('county'),
    street: of('street'),
    city: of('city'),
    zip: of('zip'),
    npi: of('npi'),
    contactName: of('contactName'),
    contactEmail: of('contactEmail'),
  };
};

function readRecords(csv: string): readonly (readonly string[])[] {
  try {
    return parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      relax_column_count: true,
      trim: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw refused('sheet-unreadable');
    throw error;
  }
}

/** Sheets separate by what their country's language leaves free; the headings show which. */
function delimiterOf(csv: string): string {
  const [headings = ''] = csv.split(/[\r\n]/, 1);
  const count = (delimiter: string): number => headings.split(delimiter).length;
  return [';', '\t'].find((delimiter) => count(delimiter) > count(',')) ?? ',';
}

/** What each column holds; cells below a column without a heading must be empty. */
function fieldsOf(headings: readonly string[]): readonly (ClientField | undefined)[] {
  const fields = headings.map((heading) => {
    if (heading === '') return undefined;
    const field = FIELD_OF.get(headingKey(heading));
    if (field === undefined) throw refused('sheet-headings');
    return field;
  });
  const named = fields.filter((field) => field !== undefined);
  if (new Set(named).size < Object.keys(SHEET_COLUMNS).length || named.length > new Set(named).size) {
    throw refused('sheet-headings');
  }
  return fields;
}

/** `Contact E-mail`, `contact_email`: hyphens, blanks and capitals are as people type them. */
const headingKey = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z]/g, '');

const FIELD_OF: ReadonlyMap<string, ClientField> = new Map(
  Object.entries(SHEET_COLUMNS).map(([heading, field]) => [headingKey(heading), field]),
);

const refused = (code: ProblemCode): ApiError => new ApiError(400, 'request-invalid', [problem('csv', code)]);
