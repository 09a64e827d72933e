/**
 * CDSi's vaccine groups as messages name them: the CVX code that stands for the group (CDC, vaccine groups; the
 * unspecified code where there is one).
 */
export const GROUP_CODES: Readonly<Record<string, readonly [cvx: string, name: string]>> = {
  'COVID-19': ['213', 'COVID-19, unspecified'],
  Chikungunya: ['317', 'Chikungunya'],
  Cholera: ['26', 'cholera, unspecified'],
  'DTaP/Tdap/Td': ['107', 'DTaP, Tdap or Td'],
  Dengue: ['330', 'Dengue fever, unspecified'],
  Ebola: ['214', 'Ebola, unspecified'],
  HPV: ['137', 'HPV, unspecified'],
  HepA: ['85', 'Hep A, unspecified'],
  HepB: ['45', 'Hep B, unspecified'],
  Hib: ['17', 'Hib, unspecified'],
  Influenza: ['88', 'influenza, unspecified'],
  'Japanese Encephalitis': ['129', 'Japanese Encephalitis, unspecified'],
  MMR: ['03', 'MMR'],
  Meningococcal: ['108', 'meningococcal ACWY, unspecified'],
  'Meningococcal B': ['164', 'meningococcal B, unspecified'],
  Orthopoxvirus: ['325', 'Vaccinia (smallpox, monkeypox), unspecified'],
  Pneumococcal: ['152', 'Pneumococcal Conjugate, unspecified'],
  Polio: ['89', 'polio, unspecified'],
  RSV: ['304', 'RSV, unspecified'],
  Rabies: ['90', 'rabies, unspecified'],
  Rotavirus: ['122', 'rotavirus, unspecified'],
  TBE: ['222', 'Tick-borne encephalitis, unspecified'],
  Typhoid: ['91', 'typhoid, unspecified'],
  Varicella: ['21', 'varicella'],
  'Yellow Fever': ['184', 'Yellow fever, unspecified'],
  Zoster: ['188', 'zoster, unspecified'],
};
