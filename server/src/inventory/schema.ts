import { z } from 'zod';
import { day, text, textOrNone } from '../accounts/schema.ts';
import {
  CORRECTION_REASONS,
  COUNT_REASONS,
  DISMISSAL_REASONS,
  RETURN_REASONS,
  WASTE_REASONS,
} from './reasons.ts';

/** More doses than any site has of a lot. */
const MOST_DOSES = 100_000;
const NOTE = 300;
const moment = z.iso.datetime();
const doses = z
  .int({ error: 'doses-invalid' })
  .min(1, { error: 'doses-invalid' })
  .max(MOST_DOSES, { error: 'doses-invalid' });
/** As `day`, which says twice of what is no date at all that it is none. */
const expiry = z.iso
  .date({ error: 'date-invalid', abort: true })
  .refine((date) => date >= '1900', { error: 'date-invalid' });
const organization = z.object({ code: z.string(), name: z.string() });

export const lotView = z
  .object({
    id: z.uuid(),
    lot: z.string(),
    cvx: z.string(),
    vaccine: z.string(),
    ndc: z.string(),
    manufacturer: z.string(),
    manufacturerName: z.string(),
    /** A code of the pack's funding sources. */
    funding: z.string(),
    expiresOn: z.string(),
    onHand: z.int(),
    isActive: z.boolean(),
    belowZeroAt: moment.nullable(),
    warnings: z.array(z.enum(['below-zero', 'expired', 'expires-soon', 'inactive'])),
  })
  .meta({ id: 'InventoryLot' });

export const transferView = z
  .object({
    id: z.uuid(),
    direction: z.enum(['in', 'out']),
    /** To whom it goes, or from whom it comes. */
    other: organization,
    vaccine: z.string(),
    lot: z.string(),
    funding: z.string(),
    expiresOn: z.string(),
    doses: z.int(),
    sentAt: moment,
  })
  .meta({ id: 'InventoryTransfer' });

export const inventoryAnswer = z
  .object({
    organization,
    mayChange: z.boolean(),
    /** From which day doses are deducted by messages, and since when that is asked for. */
    deduction: z.object({ from: z.string().nullable(), askedAt: moment.nullable() }),
    /** How many doses wait to be settled. */
    notDeducted: z.int(),
    funding: z.array(z.object({ code: z.string(), name: z.object({ en: z.string(), es: z.string() }) })),
    lots: z.array(lotView),
    onTheWay: z.array(transferView),
  })
  .meta({ id: 'Inventory' });

export const newLotBody = z.object({
  cvx: text(10),
  lot: text(40),
  ndc: textOrNone(20).default(''),
  manufacturer: textOrNone(10).default(''),
  funding: text(20),
  expiresOn: expiry,
  doses,
  /** From whom it came. */
  from: textOrNone(NOTE).default(''),
});
export const newLotAnswer = z.object({ id: z.uuid() });
export const lotParams = z.object({ lot: z.uuid() });
export const changeLotBody = z.object({ expiresOn: expiry, isActive: z.boolean() });

export const entryView = z.object({
  id: z.uuid(),
  at: moment,
  kind: z.enum([
    'receipt',
    'administered',
    'given-back',
    'waste',
    'transfer-out',
    'transfer-in',
    'return',
    'correction',
    'count',
  ]),
  doses: z.int(),
  /** On hand after it. */
  balance: z.int(),
  reason: z.string(),
  note: z.string(),
  /** Who did it; null: a message did. */
  by: z.string().nullable(),
  messageId: z.uuid().nullable(),
});
export const lotAnswer = z
  .object({
    lot: lotView,
    mayChange: z.boolean(),
    /** The newest first. */
    entries: z.array(entryView),
    /** How many older ones are not shown. */
    older: z.int(),
  })
  .meta({ id: 'InventoryLedger' });

const note = textOrNone(NOTE).default('');
const NEEDS_NOTE = { path: ['note'], error: 'note-needed' };
const hasNote = (entry: { readonly reason: string; readonly note: string }): boolean =>
  entry.reason !== 'other' || entry.note !== '';
/** Given by the page to a form: sent twice with it, it is entered once. */
const askId = z.uuid().optional();
const reasonOf = <const R extends readonly string[]>(reasons: R) => z.enum(reasons, { error: 'required' });

export const transactionBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receipt'), doses, note, askId }),
  z
    .object({ kind: z.literal('waste'), doses, reason: reasonOf(WASTE_REASONS), note, askId })
    .refine(hasNote, NEEDS_NOTE),
  z
    .object({ kind: z.literal('return'), doses, reason: reasonOf(RETURN_REASONS), note, askId })
    .refine(hasNote, NEEDS_NOTE),
  z
    .object({
      kind: z.literal('correction'),
      /** What it adds; negative where it takes away. */
      doses: z
        .int({ error: 'doses-zero' })
        .min(-MOST_DOSES, { error: 'doses-invalid' })
        .max(MOST_DOSES, { error: 'doses-invalid' })
        .refine((count) => count !== 0, { error: 'doses-zero' }),
      reason: reasonOf(CORRECTION_REASONS),
      note,
      askId,
    })
    .refine(hasNote, NEEDS_NOTE),
]);

export const countBody = z.object({
  lines: z
    .array(
      z.object({
        lotId: z.uuid(),
        /** What the form said was on hand. */
        expected: z.int(),
        counted: z
          .int({ error: 'count-invalid' })
          .min(0, { error: 'count-invalid' })
          .max(MOST_DOSES, { error: 'count-invalid' }),
        reason: z.enum(['', ...COUNT_REASONS]).default(''),
        note,
      }),
    )
    .min(1, { error: 'count-empty' })
    .max(2000, { error: 'too-long' }),
});
export const countView = z.object({
  id: z.uuid(),
  at: moment,
  by: z.string(),
  lots: z.int(),
  /** How many lots differed, and by how many doses in all. */
  differing: z.int(),
  difference: z.int(),
});
export const countsAnswer = z.object({ counts: z.array(countView) });

export const transferBody = z.object({ lotId: z.uuid({ error: 'lot-unknown' }), to: text(40), doses, askId });
export const transferParams = z.object({ transfer: z.uuid() });

export const notDeductedView = z
  .object({
    /** Names the dose in what is asked next; opaque. */
    dose: z.string(),
    at: moment,
    administeredOn: z.string(),
    vaccine: z.string(),
    lot: z.string(),
    /** HL7 table 0064; '' where it was not sent. */
    eligibility: z.string(),
    eligibilityName: z.string(),
    funding: z.string(),
    reason: z.string(),
    /** By another organization, whose messages are not the asker's to read. */
    reportedBy: organization.nullable(),
    messageId: z.uuid().nullable(),
    /** Own lots of that lot number or vaccine, the likeliest first. */
    candidates: z.array(z.uuid()),
  })
  .meta({ id: 'NotDeducted' });
export const notDeductedAnswer = z.object({
  mayChange: z.boolean(),
  total: z.int(),
  doses: z.array(notDeductedView),
  lots: z.array(lotView),
  funding: inventoryAnswer.shape.funding,
});
const dose = z.string().max(2_000);
export const resolveBody = z.object({ dose, lotId: z.uuid({ error: 'lot-unknown' }) });
export const dismissBody = z
  .object({ dose, reason: reasonOf(DISMISSAL_REASONS), note })
  .refine(hasNote, NEEDS_NOTE);

export const ledgerQuery = z.object({ from: day.optional(), to: day.optional() });

export const deductionAnswer = z.object({
  from: z.string().nullable(),
  askedAt: moment.nullable(),
  notDeducted: z.int(),
});
export const deductionBody = z.object({
  /** From which day doses are deducted; null: none are. */
  from: day.nullable(),
  /** What the site reads where none are. */
  reason: textOrNone(500).default(''),
});
