import { productByNdc, vaccineByCvx, type VaccineKind } from '@cairn/codes';
import type { DoseFacts } from './types.ts';
import { DOSE_RULES } from './rules.ts';

const { windows } = DOSE_RULES;

/** A report made ready to be compared with many. */
export type Prepared = {
  readonly facts: DoseFacts;
  readonly lot: string;
  readonly product: string;
  /** The product is an NDC that no list names, which cannot be compared with a name. */
  readonly isProductCode: boolean;
  readonly orderNumber: string;
  /** Complete or partial; not a refusal, nor a code for no vaccine. */
  readonly isGiven: boolean;
  /** The code names a family only. */
  readonly isUnspecified: boolean;
  /** Neither code nor group says what it was. */
  readonly isUnknown: boolean;
  /** Days that the product limits every pair to. */
  readonly limit: number;
  /** One of its groups is mistaken for others by age. */
  readonly isLookAlike: boolean;
};

export function prepareDose(facts: DoseFacts): Prepared {
  const { cvx, completion, orderNumber } = facts;
  const kind = vaccineByCvx(cvx)?.kind;
  const product = plainProduct(facts.product);
  return {
    facts,
    lot: plainLot(facts.lot),
    product,
    isProductCode: product !== '' && isCode(product),
    orderNumber: DOSE_RULES.notAnOrderNumber.includes(orderNumber) ? '' : orderNumber,
    isGiven: cvx !== NO_VACCINE && (completion === 'CP' || completion === 'PA'),
    isUnspecified: kind === 'unspecified',
    isUnknown: facts.groups.length === 0 && (cvx === '' || cvx === UNKNOWN_VACCINE),
    limit: limitOf(cvx, kind),
    isLookAlike: facts.groups.some((group) => DOSE_RULES.lookAlikes.includes(group)),
  };
}

const NO_VACCINE = '998';
const UNKNOWN_VACCINE = '999';

const BY_CVX = new Map(Object.entries(windows.byCvx));
const BY_KIND = new Map<string | undefined, number>(Object.entries(windows.byKind));
const BY_GROUP = new Map(Object.entries(windows.byGroup));

const limitOf = (cvx: string, kind: VaccineKind | undefined): number =>
  Math.min(BY_CVX.get(cvx) ?? Infinity, BY_KIND.get(kind) ?? Infinity);

/** Days up to which two reports may tell of one dose: the longest window of the groups they share, as products limit it. */
export function windowOf(a: Prepared, b: Prepared): number {
  let longest = -1;
  for (const group of a.facts.groups)
    if (b.facts.groups.includes(group)) longest = Math.max(longest, BY_GROUP.get(group) ?? windows.usual);
  return Math.min(longest < 0 ? windows.usual : longest, a.limit, b.limit);
}

/** The farthest that any two reports of one dose can be apart. */
export const LONGEST_WINDOW = Math.max(windows.usual, ...BY_GROUP.values());

/** Lots are typed from a label: case, spaces, dashes, leading zeros and O for 0 do not tell two apart. */
function plainLot(lot: string): string {
  if (lot === '') return '';
  const plain = lot.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '');
  if (DOSE_RULES.notALot.includes(plain)) return '';
  return plain.replaceAll('O', '0').replace(/^0+/, '');
}

/** A product by its name, where an NDC has one, so that code and name of it are equal. */
function plainProduct(product: string): string {
  if (product === '') return '';
  const name = isCode(product) ? (productByNdc(product)?.name ?? product) : product;
  return name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '');
}

const isCode = (product: string): boolean => /^[\d-]+$/.test(product);
