/** What the server lets choose, in the order in which it is shown. */
export const SPECIALTIES = [
  'family',
  'pediatrics',
  'internal',
  'obstetrics',
  'pharmacy',
  'public-health',
  'school',
  'hospital',
  'urgent-care',
  'other',
] as const;

export const HL7 = ['2.5.1', '2.4', '2.3.1', 'none', 'unknown'] as const;
/** A dot divides the keys of texts. */
export const HL7_KEYS = {
  '2.5.1': 'v251',
  '2.4': 'v24',
  '2.3.1': 'v231',
  none: 'none',
  unknown: 'unknown',
} as const;
