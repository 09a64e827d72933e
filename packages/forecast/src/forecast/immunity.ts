import { isInBand, type Patient } from '../patient.ts';
import type { CompiledAntigen } from '../schedule/compiled.ts';

/** Evidence of immunity (logic specification 7.2): a history of the disease, or birth before it was rare. */
export function isImmune({ immunity }: CompiledAntigen, patient: Patient): boolean {
  for (const code of immunity.histories) if (patient.observations.has(code)) return true;
  return immunity.births.some(
    ({ before, country, except }) =>
      patient.birthDate < before &&
      (country === undefined || country === patient.birthCountry) &&
      ![...except].some((code) => patient.observations.has(code)),
  );
}

/** Whether the whole antigen is contraindicated on the assessment date (7.3). */
export const isContraindicated = ({ contraindications }: CompiledAntigen, patient: Patient): boolean =>
  contraindications.some(
    (contraindication) =>
      patient.observations.has(contraindication.observation) &&
      isInBand(patient, contraindication, patient.asOf),
  );

const NONE: ReadonlySet<string> = new Set();

/** The vaccines that are contraindicated on the assessment date (7.3). */
export function contraindicatedVaccines(
  { vaccineContraindications }: CompiledAntigen,
  patient: Patient,
): ReadonlySet<string> {
  if (patient.observations.size === 0) return NONE;
  const out = new Set<string>();
  for (const { observation, vaccines } of vaccineContraindications) {
    if (!patient.observations.has(observation)) continue;
    for (const vaccine of vaccines) if (isInBand(patient, vaccine, patient.asOf)) out.add(vaccine.cvx);
  }
  return out;
}
