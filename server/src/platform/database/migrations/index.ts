import { firstTables } from './0001-first-tables.ts';

/** Append only: a migration that has run somewhere is never edited. */
export const migrations: Readonly<Record<string, readonly string[]>> = {
  '0001-first-tables': firstTables,
};
