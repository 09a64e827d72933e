/** The seven regions of the registry, and who serves the ten counties that are in none of them. */
export const regions = [
  { id: 'northern', name: 'Northern California' },
  { id: 'sacramento', name: 'Greater Sacramento' },
  { id: 'bay-area', name: 'Bay Area' },
  { id: 'central-valley', name: 'Central Valley' },
  { id: 'central-coast', name: 'Central Coast' },
  { id: 'la-orange', name: 'LA–Orange' },
  { id: 'inland-empire', name: 'Inland Empire' },
] as const;

/** Addresses as publicly known; a registry checks them before it goes live. */
export const partners = [
  {
    id: 'ride',
    name: 'Regional Immunization Data Exchange (RIDE / Healthy Futures)',
    website: 'https://www.myhealthyfutures.org/',
  },
  { id: 'san-diego', name: 'San Diego Immunization Registry (SDIR)', website: 'https://www.sdiz.org/' },
  {
    id: 'imperial',
    name: 'Imperial County Public Health Department, Immunization Registry',
    website: 'https://www.icphd.org/',
  },
] as const;
