import { CVX_VIS } from './data/cvx-vis.ts';
import { VIS } from './data/vis.ts';
import { lazy } from './lazy.ts';
import { EMPTY, listOf, rowsOf } from './rows.ts';
import type { VisEdition } from './types.ts';

const list = lazy(() =>
  Object.freeze(
    rowsOf(VIS).map((row): VisEdition =>
      Object.freeze({
        barcode: row(0),
        name: row(1),
        edition: row(2),
        status: row(3) === 'current' ? 'current' : 'historic',
      }),
    ),
  ),
);
const byBarcode = lazy(() => new Map(list().map((edition) => [edition.barcode, edition])));
const byCvx = lazy(
  () =>
    new Map(
      rowsOf(CVX_VIS).map((row) => {
        const editions = listOf(row(1)).flatMap((barcode) => byBarcode().get(barcode) ?? EMPTY);
        return [row(0), Object.freeze(editions)];
      }),
    ),
);
const withCurrent = lazy(
  () =>
    new Set(
      [...byCvx()].flatMap(([cvx, editions]) =>
        editions.some(({ status }) => status === 'current') ? cvx : EMPTY,
      ),
    ),
);

/** All editions of Vaccine Information Statements. */
export function visEditions(): readonly VisEdition[] {
  return list();
}

/** The edition of the 24 digits that OBX-5 carries with LOINC 69764-9; blanks around them are passed over. */
export function visByBarcode(text: string): VisEdition | undefined {
  return byBarcode().get(text) ?? byBarcode().get(text.trim());
}

/** The editions that CDC lists for a CVX code; a combination vaccine has those of all its parts. */
export function visOf(cvx: string): readonly VisEdition[] {
  return byCvx().get(cvx) ?? EMPTY;
}

/** Whether a current edition exists for a CVX code. */
export function hasVis(cvx: string): boolean {
  return withCurrent().has(cvx);
}
