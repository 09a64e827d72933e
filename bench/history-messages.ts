/** Fictional VXU messages of history: a patient of the benchmarks with eight doses that papers tell of. Nobody in them exists. */
import { vxu, type VxuOptions } from './vxu.ts';

const VACCINES = [
  '08^Hep B, adolescent or pediatric^CVX',
  '20^DTaP^CVX',
  '10^IPV^CVX',
  '49^Hib (PRP-OMP)^CVX',
  '133^Pneumococcal conjugate PCV 13^CVX',
  '03^MMR^CVX',
  '21^varicella^CVX',
  '83^Hep A, ped/adol, 2 dose^CVX',
] as const;

export const HISTORY_DOSES = VACCINES.length;

/** The message of a seed: the patient is that of `vxu`, born before the first dose was given. */
export function historyMessage(seed: number, options: VxuOptions = {}): string {
  const { responsible = options.sender ?? 'DE-000001', runId = '' } = options;
  const [msh = '', ...patient] = vxu(seed, { ...options, ofMany: true })
    .split('\r')
    .filter((segment) => /^(?:MSH|PID|PD1|NK1)\|/.test(segment));
  const orders = VACCINES.flatMap((vaccine, no) => [
    `ORC|RE||H${runId}${seed}-${no}^${responsible}`,
    `RXA|0|1|2023${String(1 + no).padStart(2, '0')}${String(1 + (seed % 27)).padStart(2, '0')}||${vaccine}|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A`,
  ]);
  return `${[msh, ...patient, ...orders].join('\r')}\r`;
}
