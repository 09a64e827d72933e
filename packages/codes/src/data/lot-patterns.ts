// immregistries/codebase (Apache-2.0), 2025-12-09
// regular expression, mvx
export const LOT_PATTERNS = `
^A[0-9]{5}$	PMC
^[A-Z][0-9]{5}$	PMC
^A[0-9]{5}$	SKB
^[A-Z][0-9]{5}[A-Z]$	PMC
^[A-Z][0-9]{4}-[0-9]$	PMC
^[A-Z]{2}[0-9]{3}[A-Z]{2}$	PMC
^[A-Z]{2}[0-9]{3}[A-Z]{3}$	PMC
^M[0-9]{5}$	SKB
^X[0-9]{5}$	SKB
`;
