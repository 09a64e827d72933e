import type { Order } from '@cairn/guide';
import type { Segment } from '@cairn/hl7';
import { codesOf, vaccineOf } from '../immunizations.ts';

/** What an order says of the dose that was taken out of stock for it. */
export type StockClaim = {
  /** CVX of RXA-5; '' where its codes name no single vaccine. */
  readonly vaccine: string;
  /** RXA-15, as sent. */
  readonly lot: string;
  /** HL7 table 0064, of OBX 64994-7; '' where it is not said. */
  readonly eligibility: string;
  /** Of OBX 30963-3; '' where it is not said. */
  readonly funding: string;
  /** Where the last two are said, for findings. */
  readonly eligibilityAt: string;
  readonly fundingAt: string;
};

const ELIGIBILITY = '64994-7';
const FUNDING = '30963-3';
const GIVEN_HERE = '00';
const GIVEN = new Set(['', 'CP', 'PA']);
const NO_VACCINE = '998';

/** Undefined where the order reports no dose that its sender gave: taken over from elsewhere, refused, deleted, none at all. */
export function stockClaimOf({ rxa, rest }: Order): StockClaim | undefined {
  const said = (field: number): string => rxa.text(field).trim().toUpperCase();
  if (said(9) !== GIVEN_HERE || !GIVEN.has(said(20)) || said(21) === 'D') return undefined;
  const found = vaccineOf(codesOf(rxa));
  const vaccine = 'cvx' in found ? found.cvx : '';
  if (vaccine === NO_VACCINE) return undefined;
  const eligibility = observed(rest, ELIGIBILITY);
  const funding = observed(rest, FUNDING);
  return {
    vaccine,
    lot: rxa.text(15).trim(),
    eligibility: eligibility.value,
    funding: funding.value,
    eligibilityAt: eligibility.path,
    fundingAt: funding.path,
  };
}

type Observed = { readonly value: string; readonly path: string };

function observed(segments: readonly Segment[], identifier: string): Observed {
  for (const segment of segments) {
    if (segment.name !== 'OBX' || segment.text(3).trim() !== identifier) continue;
    const value = segment.text(5).trim().toUpperCase();
    if (value !== '') return { value, path: `OBX[${segment.occurrence}]-5` };
  }
  return { value: '', path: '' };
}
