import { addDuration, type Duration } from './dates.ts';
import type { Day, DoseInput, PatientInput } from './model.ts';
import type { AgeBand, Schedule } from './schedule/compiled.ts';

/** A dose of the patient, in the order in which doses were given. */
export type PatientDose = DoseInput & { readonly order: number };

/** The gathered data of one patient (logic specification 4.6, 4.1). */
export type Patient = {
  readonly birthDate: Day;
  readonly gender: PatientInput['gender'];
  readonly birthCountry: string | undefined;
  readonly asOf: Day;
  /** By date; doses of one day in the order of the input. */
  readonly doses: readonly PatientDose[];
  /** Active observations by code, each with its most recent date where that is known. */
  readonly observations: ReadonlyMap<string, Day | undefined>;
};

export function gather(input: PatientInput): Patient {
  const observations = new Map<string, Day | undefined>();
  for (const { code, date } of input.observations) {
    const known = observations.get(code);
    observations.set(code, known === undefined || (date !== undefined && date > known) ? date : known);
  }
  return {
    birthDate: input.birthDate,
    gender: input.gender,
    birthCountry: input.birthCountry,
    asOf: input.assessmentDate,
    doses: input.doses.toSorted((a, b) => a.date - b.date).map((dose, order) => ({ ...dose, order })),
    observations,
  };
}

/** The day on which the patient reaches an age. */
export const atAge = (patient: Patient, age: Duration): Day => addDuration(patient.birthDate, age);

/** Whether a day lies in an age band: from the first age on, before the second (half open, as everywhere in CDSi). */
export function isInBand(patient: Patient, band: AgeBand, day: Day): boolean {
  if (band.from && day < atAge(patient, band.from)) return false;
  return !band.to || day < atAge(patient, band.to);
}

/**
 * The doses that each antigen sees (logic specification 4.2, organize immunization history): a combination vaccine
 * counts for several, and CVX 121 for Varicella or Zoster by age.
 */
export function organize(
  patient: Patient,
  schedule: Schedule,
): {
  readonly byAntigen: ReadonlyMap<string, readonly PatientDose[]>;
  readonly unknown: readonly PatientDose[];
} {
  const byAntigen = new Map<string, PatientDose[]>();
  const unknown: PatientDose[] = [];
  for (const dose of patient.doses) {
    const associations = schedule.vaccines.get(dose.cvx);
    if (!associations) unknown.push(dose);
    for (const association of associations ?? []) {
      if (!isInBand(patient, association, dose.date)) continue;
      const records = byAntigen.get(association.antigen);
      if (records) records.push(dose);
      else byAntigen.set(association.antigen, [dose]);
    }
  }
  return { byAntigen, unknown };
}
