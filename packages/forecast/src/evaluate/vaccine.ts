import { isInBand, type Patient, type PatientDose } from '../patient.ts';
import type { CompiledVaccine } from '../schedule/compiled.ts';

/**
 * Whether the vaccine is among those of the target dose, at the age at which it was given (logic specification 6.8,
 * 6.9). A product that the data name by its maker must be of that maker; where the dose does not say whose it was, it
 * is given the benefit of the doubt.
 */
export function isAmong(
  vaccines: ReadonlyMap<string, readonly CompiledVaccine[]>,
  dose: PatientDose,
  patient: Patient,
): boolean {
  return (
    vaccines
      .get(dose.cvx)
      ?.some((vaccine) => isInBand(patient, vaccine, dose.date) && isProduct(vaccine, dose)) ?? false
  );
}

function isProduct({ mvx, tradeName }: CompiledVaccine, dose: PatientDose): boolean {
  if (mvx !== undefined && dose.mvx !== undefined) return mvx === dose.mvx;
  if (tradeName !== undefined && dose.tradeName !== undefined) {
    return tradeName.toUpperCase() === dose.tradeName.toUpperCase();
  }
  return true;
}
