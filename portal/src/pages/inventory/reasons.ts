/** As the server has them (`inventory/reasons.ts`). */
export const REASONS = {
  waste: ['broken', 'expired', 'temperature', 'not-given', 'lost', 'other'],
  return: ['manufacturer', 'program', 'other'],
  correction: ['counted-wrong', 'entered-wrong', 'wrong-lot', 'other'],
  count: [
    'given-not-reported',
    'waste-not-entered',
    'receipt-not-entered',
    'entered-wrong',
    'lost',
    'unexplained',
    'other',
  ],
  dismissal: ['in-count', 'entered-by-hand', 'not-our-stock', 'sent-wrong', 'other'],
} as const;

export type Reason<Of extends keyof typeof REASONS> = (typeof REASONS)[Of][number];
