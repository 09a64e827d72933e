import type { Finding } from '@cairn/guide';
import type { StockClaim } from './claim.ts';

/** Why a dose that was given where stock is deducted from was not deducted. */
export const NOT_DEDUCTED = [
  'responsible-missing',
  'location-missing',
  'location-unknown',
  'location-not-yours',
  'lot-missing',
  'lot-unknown',
  'vaccine-differs',
  'lot-inactive',
  'eligibility-missing',
  'eligibility-differs',
  'funding-differs',
  'several-lots',
] as const;
export type NotDeducted = (typeof NOT_DEDUCTED)[number];

type Words = { readonly why: string; readonly fix: string };

/** An answer has 250 characters for both. */
const WORDS: Readonly<Record<NotDeducted, Words>> = {
  'responsible-missing': {
    why: 'the message does not name the organization whose stock it is (MSH-22).',
    fix: 'Send its id in MSH-22, or settle the dose in the inventory of the portal.',
  },
  'location-missing': {
    why: 'the site that gave it is missing (RXA-11.4).',
    fix: 'Send the update with the id of the site, or settle the dose in the inventory of the portal.',
  },
  'location-unknown': {
    why: 'RXA-11.4 is no id that is registered here.',
    fix: 'Send the update with the id of the site, or settle the dose in the inventory of the portal.',
  },
  'location-not-yours': {
    why: 'RXA-11.4 names an organization that does not belong to that of MSH-22.',
    fix: 'Send the update with the right id, or settle the dose in the inventory of the portal.',
  },
  'lot-missing': {
    why: 'the lot number is missing (RXA-15).',
    fix: 'Send the update with the lot number, or settle the dose in the inventory of the portal.',
  },
  'lot-unknown': {
    why: 'no lot of this number is in the stock of the site.',
    fix: 'Correct RXA-15 and send the update, or add the lot and settle the dose in the inventory of the portal.',
  },
  'vaccine-differs': {
    why: 'the lot of this number in stock is of another vaccine.',
    fix: 'Correct RXA-5 or RXA-15 and send the update, or settle the dose in the inventory of the portal.',
  },
  'lot-inactive': {
    why: 'the lot is not in use any more.',
    fix: 'Correct RXA-15 and send the update, or settle the dose in the inventory of the portal.',
  },
  'eligibility-missing': {
    why: "the patient's eligibility is missing (OBX 64994-7).",
    fix: 'Send the update with it, or settle the dose in the inventory of the portal.',
  },
  'eligibility-differs': {
    why: 'doses of the lot in stock are not for patients of this eligibility.',
    fix: 'Correct OBX 64994-7 or RXA-15 and send the update, or settle the dose in the inventory of the portal.',
  },
  'funding-differs': {
    why: 'the lot in stock is of another funding source than OBX 30963-3 says.',
    fix: 'Correct it or RXA-15 and send the update, or settle the dose in the inventory of the portal.',
  },
  'several-lots': {
    why: 'several lots in stock fit it.',
    fix: 'Send the update with the funding source (OBX 30963-3), or settle the dose in the inventory of the portal.',
  },
};

/** Which RXA it is, and what is said of its stock. */
type Dose = { readonly occurrence: number; readonly claim: StockClaim | undefined };

export function notDeducted(reason: NotDeducted, dose: Dose): Finding {
  const { why, fix } = WORDS[reason];
  return {
    code: 'inventory-not-deducted',
    severity: 'I',
    path: pathOf(reason, dose),
    hl7: '0',
    application: reason.endsWith('-missing') ? '7' : '4',
    message: `Recorded, but not deducted from stock: ${why}`,
    fix,
  };
}

function pathOf(reason: NotDeducted, { occurrence, claim }: Dose): string {
  const rxa = `RXA[${occurrence}]`;
  switch (reason) {
    case 'responsible-missing':
      return 'MSH-22';
    case 'location-missing':
    case 'location-unknown':
    case 'location-not-yours':
      return `${rxa}-11.4`;
    case 'vaccine-differs':
      return `${rxa}-5`;
    case 'lot-missing':
    case 'lot-unknown':
    case 'lot-inactive':
    case 'several-lots':
      return `${rxa}-15`;
    case 'eligibility-missing':
      return rxa;
    case 'eligibility-differs':
      return claim?.eligibilityAt ?? rxa;
    case 'funding-differs':
      return claim?.fundingAt ?? rxa;
  }
}

export const belowZero = (occurrence: number): Finding => ({
  code: 'inventory-lot-below-zero',
  severity: 'I',
  path: `RXA[${occurrence}]-15`,
  hl7: '0',
  application: '3',
  message: 'The dose was deducted from stock, though no dose of this lot was left there.',
  fix: 'Count the lot and enter what is missing in the inventory of the portal.',
});

export const expired = (occurrence: number): Finding => ({
  code: 'inventory-lot-expired',
  severity: 'I',
  path: `RXA[${occurrence}]-15`,
  hl7: '0',
  application: '3',
  message: 'The dose was deducted from stock; by the inventory the lot had expired when it was given.',
  fix: 'Check the lot number, the date, and the expiration date that the inventory has.',
});
