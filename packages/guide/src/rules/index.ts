import type { AnyRule } from '../rule.ts';
import { addressRules } from './address.ts';
import { contactRules } from './contacts.ts';
import { doseAdministrationRules } from './dose-administration.ts';
import { doseCodeRules } from './dose-codes.ts';
import { doseDateRules } from './dose-dates.ts';
import { doseFundingRules } from './dose-funding.ts';
import { doseObservationRules } from './dose-observations.ts';
import { doseProductRules } from './dose-product.ts';
import { doseRouteRules } from './dose-routes.ts';
import { doseSourceRules } from './dose-source.ts';
import { doseVaccineRules } from './dose-vaccine.ts';
import { dosesTogetherRules } from './doses-together.ts';
import { headerRules } from './header.ts';
import { observationRules } from './observations.ts';
import { patientConsentRules } from './patient-consent.ts';
import { patientDateRules } from './patient-dates.ts';
import { patientIdentityRules } from './patient-identity.ts';
import { patientNameFormRules } from './patient-name-form.ts';
import { patientNameRules } from './patient-name.ts';
import { phoneRules } from './phone.ts';
import { senderRules } from './sender.ts';

/** The data-quality rules, by subject. */
export const RULES: readonly AnyRule[] = [
  ...addressRules,
  ...contactRules,
  ...doseAdministrationRules,
  ...doseCodeRules,
  ...doseDateRules,
  ...doseFundingRules,
  ...doseObservationRules,
  ...doseProductRules,
  ...doseRouteRules,
  ...doseSourceRules,
  ...doseVaccineRules,
  ...dosesTogetherRules,
  ...headerRules,
  ...observationRules,
  ...patientConsentRules,
  ...patientDateRules,
  ...patientIdentityRules,
  ...patientNameFormRules,
  ...patientNameRules,
  ...phoneRules,
  ...senderRules,
];
