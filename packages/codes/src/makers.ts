import { MVX } from './data/mvx.ts';
import { PRODUCTS } from './data/products.ts';
import { TRADE_NAMES } from './data/trade-names.ts';
import { lazy } from './lazy.ts';
import { products } from './ndc.ts';
import { EMPTY, groupBy, rowsOf, statusOf } from './rows.ts';
import type { Manufacturer, TradeName } from './types.ts';

const list = lazy(() =>
  Object.freeze(
    rowsOf(MVX).map((row): Manufacturer => {
      const replacedBy = row(4);
      return Object.freeze({
        mvx: row(0),
        name: row(1),
        status: statusOf(row(2)),
        ...(replacedBy !== '' && { replacedBy }),
      });
    }),
  ),
);
const byMvx = lazy(() => new Map(list().map((maker) => [maker.mvx, maker])));

const tradeNames = lazy(() =>
  rowsOf(TRADE_NAMES).map((row): TradeName =>
    Object.freeze({ name: row(0), cvx: row(1), mvx: row(2), status: statusOf(row(3)) }),
  ),
);
const namesByCvx = lazy(() => groupBy(tradeNames(), (name) => name.cvx));
const namesByMaker = lazy(
  () => new Map([...namesByCvx()].map(([cvx, names]) => [cvx, groupBy(names, (name) => name.mvx)])),
);

const makersByCvx = lazy(() => {
  const pairs = [
    ...tradeNames(),
    ...products(),
    ...rowsOf(PRODUCTS).map((row) => ({ cvx: row(1), mvx: row(2) })),
  ].filter(({ mvx }) => mvx !== '');
  const groups = groupBy(pairs, ({ cvx }) => cvx);
  return new Map(
    [...groups].map(([cvx, some]) => [cvx, Object.freeze([...new Set(some.map(({ mvx }) => mvx))])]),
  );
});

/** The manufacturer of an MVX code, in capitals as CDC writes it. */
export function manufacturerByMvx(mvx: string): Manufacturer | undefined {
  return byMvx().get(mvx);
}

export function manufacturers(): readonly Manufacturer[] {
  return list();
}

/** Every MVX code that a trade name, an NDC or a historical product names for a CVX code. */
export function makersOf(cvx: string): readonly string[] {
  return makersByCvx().get(cvx) ?? EMPTY;
}

/** CDC's trade names of a CVX code, of one manufacturer if given. */
export function tradeNamesOf(cvx: string, mvx?: string): readonly TradeName[] {
  const names = mvx === undefined ? namesByCvx().get(cvx) : namesByMaker().get(cvx)?.get(mvx);
  return names ?? EMPTY;
}
