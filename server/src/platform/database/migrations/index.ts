import { firstTables } from './0001-first-tables.ts';
import { onePerson } from './0002-one-person.ts';
import { portal } from './0003-portal.ts';
import { people } from './0004-people.ts';
import { exchangeBeyond } from './0005-exchange-beyond.ts';

/** Append only: a migration that has run somewhere is never edited. */
export const migrations: Readonly<Record<string, readonly string[]>> = {
  '0001-first-tables': firstTables,
  '0002-one-person': onePerson,
  '0003-portal': portal,
  '0004-people': people,
  '0005-exchange-beyond': exchangeBeyond,
};
