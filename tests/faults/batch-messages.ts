import type { Client } from 'pg';
import { type LedgerEntry, ledger } from '../support/answers.ts';
import { batch, controlId, dose, patient, vxu } from '../support/messages.ts';

/** A batch of five messages, of which the third is bad and the fourth about somebody who is known already. */
export type Five = {
  readonly ids: readonly string[];
  readonly text: string;
  /** Makes the patient of the fourth message known. */
  readonly first: string;
  readonly lastName: string;
};

/** Where the batch can be held up, and how many messages come before that. */
export const HELD_AT = 3;

export function five(): Five {
  const ids = Array.from({ length: 5 }, () => controlId());
  const known = patient();
  const messages = ids.map((id, index) => {
    if (index === 2) return vxu({ controlId: id, pid: { 7: 'someday' } });
    if (index === 3)
      return vxu({ controlId: id, patient: known, orders: [dose({ vaccine: '20^DTaP^CVX' })] });
    return vxu({ controlId: id });
  });
  return { ids, text: batch(messages), first: vxu({ patient: known }), lastName: known.last };
}

/** The ledger rows of the five, in their order; a message that was refused and sent again has several. */
export async function rowsOf(db: Client, { ids }: Five): Promise<readonly (readonly LedgerEntry[])[]> {
  const rows: (readonly LedgerEntry[])[] = [];
  for (const id of ids) rows.push(await ledger(db, id));
  return rows;
}

/** Holds a person as another writer would: a message about them waits until this is undone. */
export async function hold(db: Client, { lastName }: Five): Promise<void> {
  await db.query('begin');
  const { rowCount } = await db.query('select 1 from person where last_name = $1 for update', [
    lastName.toUpperCase(),
  ]);
  if (rowCount !== 1) throw new Error(`${rowCount} persons to hold`);
}
