import { CPT } from './data/cpt.ts';
import { CVX } from './data/cvx.ts';
import { lazy } from './lazy.ts';
import { EMPTY, groupBy, listOf, type Row, rowsOf, statusOf } from './rows.ts';
import type { Vaccine, VaccineKind } from './types.ts';

const KINDS: readonly VaccineKind[] = [
  'vaccine',
  'unspecified',
  'foreign',
  'immune-globulin',
  'antitoxin',
  'skin-test',
  'no-vaccine',
];

const list = lazy(() => Object.freeze(rowsOf(CVX).map(readVaccine)));
const byCvx = lazy(() => new Map(list().map((vaccine) => [vaccine.cvx, vaccine])));
const byCpt = lazy(() => {
  const groups = groupBy(rowsOf(CPT), (row) => row(0));
  return new Map([...groups].map(([cpt, rows]) => [cpt, Object.freeze(rows.map((row) => row(1)))]));
});

/** The vaccine of a CVX code, written exactly as CDC does (`08`, not `8`). */
export function vaccineByCvx(cvx: string): Vaccine | undefined {
  return byCvx().get(cvx);
}

/** All CVX codes, in numerical order. */
export function vaccines(): readonly Vaccine[] {
  return list();
}

/** The CVX codes that CDC maps a CPT code to; none for one it does not map. */
export function vaccinesOfCpt(cpt: string): readonly string[] {
  return byCpt().get(cpt) ?? EMPTY;
}

function readVaccine(row: Row): Vaccine {
  const from = period(row(6), row(7));
  const until = period(row(9), row(8));
  const ageMonths = Object.freeze({
    ...(row(10) !== '' && { from: Number(row(10)) }),
    ...(row(11) !== '' && { to: Number(row(11)) }),
  });
  return Object.freeze({
    cvx: row(0),
    name: row(1),
    status: statusOf(row(2)),
    kind: KINDS.find((kind) => kind === row(3)) ?? 'vaccine',
    groups: listOf(row(4)),
    groupCvx: listOf(row(5)),
    ...(from && { from }),
    ...(until && { until }),
    ...(row(10) + row(11) !== '' && { ageMonths }),
    ...(row(12) !== '' && { updated: row(12) }),
  });
}

function period(never: string, expected: string): Vaccine['from'] {
  if (never === '' && expected === '') return undefined;
  return Object.freeze({ ...(never !== '' && { never }), ...(expected !== '' && { expected }) });
}
