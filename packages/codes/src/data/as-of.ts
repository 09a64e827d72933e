/** Day of CDC's code sets in this package. */
export const CODES_AS_OF = '2025-12-09';
