import { PATIENT_READERS } from '../accounts/roles.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { audited } from '../audit/keep.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { openInEmergency } from './emergency.ts';
import { readPatient } from './record.ts';
import { readWhy } from './record-why.ts';
import { searchPatients } from './search.ts';
import { fieldsOf } from './search-asked.ts';
import { withinSearchLimit } from './search-limit.ts';
import {
  emergencyAnswer,
  emergencyBody,
  patientAnswer,
  patientParams,
  searchAnswer,
  searchBody,
  whyAnswer,
} from './schema.ts';

/** Who may say that it is an emergency: those who treat patients, and the registry. */
const EMERGENCY = ['regular', 'power', 'administrator'] as const;

/** Patients are looked for and looked at. */
export function patientRoutes(scope: Api, parts: PortalParts): void {
  const { database, clock } = parts;

  scope.post(
    '/api/patients/search',
    {
      config: { allow: PATIENT_READERS, audit: 'patients' },
      schema: describe('searchPatients', 'Who fits a name and birth date, phone or id.', searchAnswer, {
        body: searchBody,
      }),
    },
    async (request) => {
      const now = clock.now();
      const who = whoAsks(request);
      return withinSearchLimit(parts, who, now, async () => {
        const found = await searchPatients(parts, who, request.body);
        const personIds = found.patients.map(({ id }) => id);
        const detail = { by: fieldsOf(request.body), results: personIds.length };
        await audited(request, database.kysely, { action: 'patient-search', personIds, detail }, now);
        return found;
      });
    },
  );

  scope.post(
    '/api/patients/emergency',
    {
      config: { allow: EMERGENCY, audit: 'patients' },
      schema: describe('openInEmergency', 'A protected record is opened in an emergency.', emergencyAnswer, {
        body: emergencyBody,
      }),
    },
    (request) =>
      database.kysely.transaction().execute(async (trx) => {
        const now = clock.now();
        const opened = await openInEmergency(trx, parts, whoAsks(request), request.body, now);
        const granted = opened.filter(({ until }) => until !== undefined).map(({ id }) => id);
        const detail = { reason: request.body.reason, results: granted.length };
        await audited(request, trx, { action: 'patient-emergency', personIds: granted, detail }, now);
        const found = opened.filter(({ until }) => until === undefined).map(({ id }) => id);
        if (found.length > 0) {
          const by = { by: ['last', 'first', 'birthDate'], results: found.length };
          await audited(request, trx, { action: 'patient-search', personIds: found, detail: by }, now);
        }
        return { patients: opened.map(({ id, until }) => ({ id, until: until?.toISOString() ?? null })) };
      }),
  );

  scope.get(
    '/api/patients/:patient',
    {
      config: { allow: PATIENT_READERS, audit: 'patients' },
      schema: describe('readPatient', 'The record of a patient.', patientAnswer, { params: patientParams }),
    },
    async (request) => {
      const now = clock.now();
      const patient = await readPatient(parts, whoAsks(request), request.params.patient, now);
      if (!patient) throw new ApiError(404, 'not-found');
      const detail = patient.emergencyUntil === null ? {} : { isEmergency: true };
      await audited(
        request,
        database.kysely,
        { action: 'patient-view', personIds: [patient.id], detail },
        now,
      );
      return patient;
    },
  );

  scope.get(
    '/api/patients/:patient/why',
    {
      config: { allow: PATIENT_READERS, audit: 'patients' },
      schema: describe('readWhy', 'Why doses count and what is due, in English.', whyAnswer, {
        params: patientParams,
      }),
    },
    async (request) => {
      const now = clock.now();
      const why = await readWhy(parts, whoAsks(request), request.params.patient, now);
      if (!why) throw new ApiError(404, 'not-found');
      const { personId, groups } = why;
      await audited(request, database.kysely, { action: 'patient-why', personIds: [personId] }, now);
      return {
        groups: groups.map(({ vaccineGroup, sentences }) => ({ vaccineGroup, sentences: [...sentences] })),
      };
    },
  );
}

/** Access control has let nobody else come here. */
function whoAsks({ signedIn }: { readonly signedIn: SignedIn | undefined }): SignedIn {
  if (!signedIn) throw new ApiError(401, 'sign-in-needed');
  return signedIn;
}
