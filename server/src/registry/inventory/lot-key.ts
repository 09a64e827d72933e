/** How lot numbers are compared: as people write them, they differ in case, spaces, hyphens and points. */
export const lotKeyOf = (lot: string): string => lot.replace(/[\s.-]/g, '').toUpperCase();
