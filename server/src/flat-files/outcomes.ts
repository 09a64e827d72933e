/** What became of a row. `unreadable`: no message could be made of it. */
export const ROW_OUTCOMES = ['recorded', 'recorded-with-findings', 'refused', 'unreadable'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export type AckCode = 'AA' | 'AE' | 'AR' | '';
