/** CDC's workbooks have names of vaccine groups of their own. */
const GROUPS: Readonly<Record<string, string>> = {
  dtap: 'DTaP/Tdap/Td',
  flu: 'Influenza',
  ipol: 'Polio',
  mcv: 'Meningococcal',
  menb: 'Meningococcal B',
  pcv: 'Pneumococcal',
  pol: 'Polio',
  rota: 'Rotavirus',
  var: 'Varicella',
  hib: 'Hib',
  zoster: 'Zoster',
};

/** The name of a group as the supporting data have it. */
export function groupNamed(label: string): string {
  const plain = label.trim();
  return GROUPS[plain.toLowerCase()] ?? plain;
}
