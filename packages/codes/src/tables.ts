import { CDC_TABLES } from './data/cdc-tables.ts';
import { HL7_TABLES } from './data/hl7-tables.ts';
import { LISTS } from './data/lists.ts';
import { lazy } from './lazy.ts';
import { manufacturers } from './makers.ts';
import { linesOf, rowOf, statusOf } from './rows.ts';
import type { Code, CodeTable } from './types.ts';
import { vaccines } from './vaccines.ts';
import { visEditions } from './vis.ts';

const list = lazy(() =>
  Object.freeze([
    ...readTables(HL7_TABLES),
    ...readTables(CDC_TABLES),
    ...readTables(LISTS),
    makeTable(
      'CVX',
      'Vaccines administered',
      vaccines().map(({ cvx, name, status }) => ({ code: cvx, label: name, status })),
    ),
    makeTable(
      'MVX',
      'Manufacturers of vaccines',
      manufacturers().map(({ mvx, name, ...rest }) => ({ code: mvx, label: name, ...rest })),
    ),
    makeTable(
      'VIS-BARCODES',
      'Vaccine Information Statements',
      visEditions().map(({ barcode, name, status }) => ({
        code: barcode,
        label: name,
        status: status === 'current' ? 'active' : 'inactive',
      })),
    ),
  ]),
);
const byId = lazy(() => new Map(list().map((table) => [table.id, table])));

/** A value set, under the id by which fields are bound to it: `HL70163`, `NIP001`, `CDCREC-RACE`. */
export function codeTable(id: string): CodeTable | undefined {
  return byId().get(id);
}

export function codeTables(): readonly CodeTable[] {
  return list();
}

function readTables(text: string): readonly CodeTable[] {
  const tables: CodeTable[] = [];
  let head: { id: string; name: string } | undefined;
  let codes: Code[] = [];
  const finish = (): void => {
    if (head) tables.push(makeTable(head.id, head.name, codes));
    codes = [];
  };
  for (const line of linesOf(text)) {
    const row = rowOf(line);
    if (line.startsWith('#')) {
      finish();
      head = { id: row(0).slice(1), name: row(1) };
    } else {
      const replacedBy = row(3);
      codes.push({
        code: row(0),
        label: row(1),
        status: statusOf(row(2)),
        ...(replacedBy !== '' && { replacedBy }),
      });
    }
  }
  finish();
  return tables;
}

function makeTable(id: string, name: string, codes: readonly Code[]): CodeTable {
  const frozen = Object.freeze(codes.map((code) => Object.freeze(code)));
  const byCode = new Map(frozen.map((code) => [code.code, code]));
  return Object.freeze({ id, name, codes: frozen, find: (code: string) => byCode.get(code) });
}
