import { z } from 'zod';
import { siteParams } from '../accounts/schema.ts';
import { ROW_OUTCOMES } from './outcomes.ts';

export const fileParams = z.object({ file: z.uuid() });
export const siteFileParams = siteParams.extend({ file: z.uuid() });

const file = z.object({
  id: z.string(),
  name: z.string(),
  receivedAt: z.string(),
  /** Null while it is being taken, and where it was cut short or rows failed: then the same file again goes on. */
  finishedAt: z.string().nullable(),
  rows: z.number(),
  recorded: z.number(),
  refused: z.number(),
  /** Who uploaded it; null for a program. */
  by: z.string().nullable(),
});

export const filesAnswer = z
  .object({
    /** Whether files are taken today. */
    areTaken: z.boolean(),
    /** The day from which none are. */
    until: z.string(),
    files: z.array(file),
  })
  .meta({ id: 'FlatFiles' });

const rowProblem = z.object({
  column: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['E', 'W', 'I']),
  what: z.string(),
  fix: z.string(),
});

export const reportAnswer = file
  .extend({
    outcomes: z.object({
      recorded: z.number(),
      'recorded-with-findings': z.number(),
      refused: z.number(),
      unreadable: z.number(),
    }),
    /** Rows of which there is something to say; at most 500. */
    told: z.array(
      z.object({ row: z.number(), outcome: z.enum(ROW_OUTCOMES), problems: z.array(rowProblem) }),
    ),
    /** How many rows there are to say something of. */
    toldInAll: z.number(),
  })
  .meta({ id: 'FlatFileReport' });

export const takenAnswer = reportAnswer
  .extend({
    /** The same file had come before: nothing was recorded now. */
    isRepeated: z.boolean(),
  })
  .meta({ id: 'FlatFileTaken' });
