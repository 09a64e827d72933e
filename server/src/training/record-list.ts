import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { emailKey } from '../accounts/accounts.ts';
import type { Tables } from '../platform/database/tables.ts';
import { PROBLEM_TEXTS, type ProblemCode } from '../platform/problems.ts';
import { recordCompletion } from './completions.ts';
import type { ListRow } from './read-list.ts';
import type { listAnswer } from './schema.ts';

type Report = z.output<typeof listAnswer>;

/** Records a list row by row and says what became of each; uploaded again, it records nothing twice. Call it in a transaction. */
export async function recordList(
  trx: Kysely<Tables>,
  list: readonly ListRow[],
  staffId: string,
  now: Date,
): Promise<Report> {
  const accounts = await accountsOf(
    trx,
    list.map(({ email }) => emailKey(email)),
  );
  const rows: Report['rows'] = [];
  for (const { row, email, read } of list) {
    const refuse = (code: ProblemCode): void => {
      rows.push({ row, email, outcome: 'refused', problem: { code, what: PROBLEM_TEXTS[code] } });
    };
    const accountId = accounts.get(emailKey(email));
    if (typeof read === 'string') refuse(read);
    else if (accountId === undefined) refuse('account-unknown');
    else if (accountId === staffId) refuse('own-rights');
    else {
      const isNew = await recordCompletion(
        trx,
        { accountId, ...read, how: 'list', recordedBy: staffId },
        now,
      );
      rows.push({ row, email, outcome: isNew ? 'recorded' : 'already', problem: null });
    }
  }
  const count = (wanted: Report['rows'][number]['outcome']): number =>
    rows.filter(({ outcome }) => outcome === wanted).length;
  return { recorded: count('recorded'), already: count('already'), refused: count('refused'), rows };
}

async function accountsOf(
  trx: Kysely<Tables>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ readonly key: string; readonly id: string }>`
    select email_key as key, account_id as id from account
    where email_key = any(${keys.filter((each) => !each.includes('\0'))}::text[]) and ended_at is null`.execute(
    trx,
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
