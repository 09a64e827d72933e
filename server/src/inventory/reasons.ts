/** Why stock changes by hand, as coded lists; pages have words for each. `other` is said in words of one's own. */
export const WASTE_REASONS = ['broken', 'expired', 'temperature', 'not-given', 'lost', 'other'] as const;
export const RETURN_REASONS = ['manufacturer', 'program', 'other'] as const;
export const CORRECTION_REASONS = ['counted-wrong', 'entered-wrong', 'wrong-lot', 'other'] as const;
/** Why a count differs from what was expected. */
export const COUNT_REASONS = [
  'given-not-reported',
  'waste-not-entered',
  'receipt-not-entered',
  'entered-wrong',
  'lost',
  'unexplained',
  'other',
] as const;
/** Why a dose that was not deducted stays so. */
export const DISMISSAL_REASONS = [
  'in-count',
  'entered-by-hand',
  'not-our-stock',
  'sent-wrong',
  'other',
] as const;

/** Of a transaction that gives back what was on the way to another organization. */
export const WITHDRAWN = 'withdrawn';
/** Of a deduction that somebody chose the lot for. */
export const RESOLVED = 'resolved';
