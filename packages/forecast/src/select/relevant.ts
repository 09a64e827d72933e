import { isInBand, type Patient } from '../patient.ts';
import type { CompiledSeries } from '../schedule/compiled.ts';

/** Whether a series is one of this patient's (logic specification 5.1). */
export function isRelevant(series: CompiledSeries, patient: Patient): boolean {
  if (series.genders.size > 0 && !series.genders.has(patient.gender)) return false;
  if (series.type !== 'risk') return true;
  return series.indications.some(
    (indication) =>
      patient.observations.has(indication.observation) && isInBand(patient, indication, patient.asOf),
  );
}
