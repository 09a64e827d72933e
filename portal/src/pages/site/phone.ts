/** A phone number as people write it; it is kept as ten digits. */
export const phoneOf = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
