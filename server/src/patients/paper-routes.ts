import { z } from 'zod';
import { PATIENT_READERS } from '../accounts/roles.ts';
import { language } from '../accounts/schema.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { audited } from '../audit/keep.ts';
import { type Api, ApiError, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import { readPatient } from './record.ts';
import { recordPdf } from './record-pdf.ts';
import { personInView } from './rights.ts';
import { patientParams } from './schema.ts';
import { maySeeWhoSaw, seenBy } from './seen.ts';
import { seenAnswer, seenQuery } from './seen-schema.ts';

/** The record on paper, and who has seen it. */
export function patientPaperRoutes(scope: Api, parts: PortalParts): void {
  const { clock, database, jurisdiction } = parts;
  scope.get(
    '/api/patients/:patient/record.pdf',
    {
      config: { allow: PATIENT_READERS, audit: 'patients' },
      schema: describe('printPatient', 'The record of a patient as PDF, to print', z.unknown(), {
        params: patientParams,
        querystring: z.object({ language: language.default('en') }),
      }),
    },
    async (request, reply) => {
      const now = clock.now();
      const who = whoAsks(request);
      const patient = await readPatient(parts, who, request.params.patient, now);
      if (!patient) throw new ApiError(404, 'not-found');
      const pdf = await recordPdf({
        patient,
        language: request.query.language,
        registry: jurisdiction.name,
        timeZone: jurisdiction.timeZone,
        printed: { at: now, person: who.name, organization: who.acting?.name ?? jurisdiction.name },
      });
      const isEmergency = patient.emergencyUntil !== null;
      const detail = { language: request.query.language, ...(isEmergency ? { isEmergency } : {}) };
      await audited(
        request,
        database.kysely,
        { action: 'patient-print', personIds: [patient.id], detail },
        now,
      );
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'inline; filename="immunization-record.pdf"')
        .send(pdf);
    },
  );
  scope.get(
    '/api/patients/:patient/seen',
    {
      config: { allow: ['read-only', 'regular', 'power', 'administrator'], audit: 'patients' },
      schema: describe(
        'getPatientSeen',
        'Who has seen or changed the record of a patient, the latest first',
        seenAnswer,
        { params: patientParams, querystring: seenQuery },
      ),
    },
    async (request) => {
      const now = clock.now();
      const who = whoAsks(request);
      const found = await personInView(parts, who, request.params.patient, now);
      if (!found) throw new ApiError(404, 'not-found');
      if (!maySeeWhoSaw(who, found)) throw new ApiError(403, 'not-allowed');
      const { personId } = found.person;
      const seen = await seenBy(parts, who, personId, request.query.before);
      await audited(request, database.kysely, { action: 'patient-seen-by', personIds: [personId] }, now);
      return seen;
    },
  );
}

/** Access control has let nobody else come here. */
function whoAsks({ signedIn }: { readonly signedIn: SignedIn | undefined }): SignedIn {
  if (!signedIn) throw new ApiError(401, 'sign-in-needed');
  return signedIn;
}
