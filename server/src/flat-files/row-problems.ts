import type { Column } from './columns.ts';

/** What is wrong with a row before it can be a message; pages say it in the reader's language by its code. */
export const ROW_PROBLEMS = {
  'cell-needed': { what: 'The cell is empty.', fix: 'Fill it in and send the file again.' },
  'cell-needed-when-given': {
    what: 'The cell is empty, and a dose that was given needs it.',
    fix: 'Fill it in. For a dose that was given elsewhere write Y in historical.',
  },
  'cell-too-long': { what: 'The cell is too long.', fix: 'Shorten it and send the file again.' },
  'cell-not-a-date': {
    what: 'This is no date.',
    fix: 'Write it as 2016-09-30 or 9/30/2016, with four digits of the year.',
  },
  'cell-not-a-choice': {
    what: 'This is none of the values that the column may hold.',
    fix: 'Use one of the values that docs/flat-files.md lists for the column.',
  },
  'cell-not-a-phone': { what: 'This is no phone number.', fix: 'Write ten digits, such as 916-555-0100.' },
  'cell-not-an-amount': { what: 'This is no amount.', fix: 'Write milliliters as a number, such as 0.5.' },
  'cell-unreadable': {
    what: 'The cell holds a line break or another sign that cannot stand there.',
    fix: 'Take it out and send the file again.',
  },
  'row-too-long': {
    what: 'The row has more cells than there are headings.',
    fix: 'Put cells that hold a comma in quotes.',
  },
  'row-failed': {
    what: 'The row could not be processed.',
    fix: 'Send the same file again: what was recorded is not recorded twice.',
  },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly fix: string }>>;

export type RowProblemCode = keyof typeof ROW_PROBLEMS;

/** One thing that is to say of a row. Never holds what stood in it. */
export type RowProblem = {
  readonly column: Column | null;
  readonly code: string;
  readonly severity: 'E' | 'W' | 'I';
  readonly what: string;
  readonly fix: string;
};

export const rowProblem = (column: Column | null, code: RowProblemCode): RowProblem => ({
  column,
  code,
  severity: 'E',
  ...ROW_PROBLEMS[code],
});
