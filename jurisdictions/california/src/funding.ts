/**
 * Sources of funding (CDC PHIN VS, OBX 30963-3) and who is eligible for doses of each (HL7 table 0064, OBX 64994-7). VFC stock is
 * for V02 to V05; which codes count for the state's other public stock is a working assignment: a registry checks it.
 */
export const funding = [
  {
    code: 'PHC70',
    name: { en: 'Private', es: 'Privado' },
    eligibilities: ['V01'],
  },
  {
    code: 'VXC51',
    name: { en: 'Public, VFC', es: 'Público, VFC' },
    eligibilities: ['V02', 'V03', 'V04', 'V05'],
  },
  {
    code: 'VXC52',
    name: { en: 'Public, not VFC', es: 'Público, no VFC' },
    eligibilities: ['V01', 'V06', 'V07', 'V08', 'V22', 'V23', 'V24', 'V25'],
  },
  {
    code: 'VXC50',
    name: { en: 'Public', es: 'Público' },
    eligibilities: ['V02', 'V03', 'V04', 'V05', 'V06', 'V07', 'V08', 'V22', 'V23', 'V24', 'V25'],
  },
] as const;
