import { NDC } from './data/ndc.ts';
import { lazy } from './lazy.ts';
import { EMPTY, groupBy, listOf, type Row, rowsOf } from './rows.ts';
import type { Product } from './types.ts';

const list = lazy(() => Object.freeze(rowsOf(NDC).map(readProduct)));

/** By eleven digits, with and without dashes: the forms that nearly every sender uses need no parsing. */
const byForm = lazy(() => {
  const forms = new Map<string, Product>();
  for (const [ndc, rows] of groupBy(list(), (product) => product.ndc)) {
    const product = rows.reduce(preferred);
    forms.set(ndc, product);
    forms.set(dashed(ndc), product);
  }
  return forms;
});

const routes = lazy(() => {
  const groups = groupBy(list(), (product) => product.cvx);
  return new Map(
    [...groups].map(([cvx, some]) => [
      cvx,
      Object.freeze([...new Set(some.flatMap((product) => product.routes ?? EMPTY))]),
    ]),
  );
});

/** Every row of CDC's NDC tables. A package that is both sold and used has two; so has one of two CVX codes. */
export function products(): readonly Product[] {
  return list();
}

/**
 * The product of an NDC in any form that `parseNdc` reads. Of several rows, the one for the unit of use, and of
 * these the first; Engerix-B adult has two CVX codes (43 and 44, by strength of the series): see `productsByNdc`.
 */
export function productByNdc(text: string): Product | undefined {
  const known = byForm().get(text);
  if (known) return known;
  const ndc = parseNdc(text);
  return ndc === undefined ? undefined : byForm().get(ndc);
}

const byNdc = lazy(() => groupBy(list(), (product) => product.ndc));

/** All rows of an NDC, in any form that `parseNdc` reads. */
export function productsByNdc(text: string): readonly Product[] {
  const known = byForm().get(text);
  const ndc = known ? known.ndc : parseNdc(text);
  return (ndc === undefined ? undefined : byNdc().get(ndc)) ?? EMPTY;
}

/** The routes (NCIT) by which CDC's NDC table says that products of a CVX code are given; none if it does not say. */
export function routesFor(cvx: string): readonly string[] {
  return routes().get(cvx) ?? EMPTY;
}

/**
 * The eleven digits of an NDC, from eleven digits, 5-4-2, 4-4-2, 5-3-2 or 5-4-1 with dashes or blanks, an asterisk
 * in place of the filled zero, ten digits, or a GTIN-14 with a right check digit. Ten digits can be cut in three
 * ways; they are read only if exactly one of these is a known product. Otherwise undefined.
 */
export function parseNdc(text: string): string | undefined {
  const known = byForm().get(text);
  if (known) return known.ndc;
  const trimmed = text.trim();
  const parts = /^([\d*]+)[- ]([\d*]+)[- ]([\d*]+)$/.exec(trimmed);
  if (parts) return fromParts(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
  if (/^\d{10}$/.test(trimmed)) return fromTen(trimmed);
  if (/^[\d*]{11}$/.test(trimmed))
    return fromParts(trimmed.slice(0, 5), trimmed.slice(5, 9), trimmed.slice(9));
  // GS1 company prefix 03 stands for the FDA's labelers; the first digit is the level of packaging.
  if (/^\d03\d{11}$/.test(trimmed) && hasCheckDigit(trimmed)) return fromTen(trimmed.slice(3, 13));
  return undefined;
}

/** Eleven digits as CDC and the labels print them: 5-4-2. */
export function dashed(ndc: string): string {
  return `${ndc.slice(0, 5)}-${ndc.slice(5, 9)}-${ndc.slice(9)}`;
}

function fromParts(labeler: string, product: string, pack: string): string | undefined {
  if (labeler.length > 5 || product.length > 4 || pack.length > 2) return undefined;
  const lacking = 11 - labeler.length - product.length - pack.length;
  const stars = [labeler, product, pack].filter((part) => part.includes('*')).length;
  if (lacking > 1 || lacking + stars > 1) return undefined;
  const digits = labeler.padStart(5, '0') + product.padStart(4, '0') + pack.padStart(2, '0');
  // An asterisk stands for the filled zero: at the start of its part, once.
  if (stars === 1 && !/^(?:\*\d{10}|\d{5}\*\d{5}|\d{9}\*\d)$/.test(digits)) return undefined;
  return digits.replace('*', '0');
}

function fromTen(digits: string): string | undefined {
  const readings = new Set([
    `0${digits}`,
    `${digits.slice(0, 5)}0${digits.slice(5)}`,
    `${digits.slice(0, 9)}0${digits.slice(9)}`,
  ]);
  let found: string | undefined;
  for (const ndc of readings) {
    if (!byForm().has(ndc)) continue;
    if (found !== undefined) return undefined;
    found = ndc;
  }
  return found;
}

/** GS1 General Specifications §7.9: weights 3 and 1 from the left of a GTIN-14. */
function hasCheckDigit(gtin: string): boolean {
  let sum = 0;
  for (let at = 0; at < 14; at++) sum += Number(gtin[at]) * (at % 2 === 0 ? 3 : 1);
  return sum % 10 === 0;
}

const preferred = (one: Product, other: Product): Product =>
  one.kind !== 'use' && other.kind === 'use' ? other : one;

function readProduct(row: Row): Product {
  const routesHere = listOf(row(7));
  return Object.freeze({
    ndc: row(1),
    kind: row(0) === 'use' ? 'use' : 'sale',
    cvx: row(2),
    mvx: row(3),
    name: row(4),
    ...(row(5) !== '' && { from: row(5) }),
    ...(row(6) !== '' && { until: row(6) }),
    ...(routesHere.length > 0 && { routes: routesHere }),
  });
}
