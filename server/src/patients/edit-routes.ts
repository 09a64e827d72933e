import { HL7_NULL } from '@cairn/hl7';
import { PATIENT_WRITERS } from '../accounts/roles.ts';
import { type Api, describe } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { PortalParts } from '../portal-parts.ts';
import type { KnownPerson } from '../registry/person-queries.ts';
import { scheduleOn } from '../registry/schedules.ts';
import { immunizationCodes } from './edit-codes.ts';
import { newChart } from './edit-chart.ts';
import { deskOf } from './edit-desk.ts';
import { compact, enteredDetails } from './edit-details.ts';
import { doseForm } from './edit-dose.ts';
import { changedOrders, deletedOrders, dosesLike, newOrders, ownReport } from './edit-dose-plan.ts';
import { alikeTo, checkEntry, enter, refuseAnother } from './edit-enter.ts';
import { entryMessage } from './edit-message.ts';
import {
  type AlikeView,
  codesAnswer,
  deleteBody,
  detailsBody,
  doseBody,
  doseFormAnswer,
  doseParams,
  enteredAnswer,
  newPatientAnswer,
  newPatientBody,
  sharingBody,
} from './edit-schema.ts';
import { demographicView } from './record-person.ts';
import { personInView } from './rights.ts';
import { withinSearchLimit } from './search-limit.ts';
import { patientParams } from './schema.ts';

const WRITING = { allow: PATIENT_WRITERS, audit: 'patients' } as const;

/**
 * What an organization adds to a record and corrects in it. Everything goes the way of a message in its name: it is checked,
 * matched, written to the ledger and consolidated as if its own system had sent it.
 */
export function patientEditRoutes(scope: Api, parts: PortalParts): void {
  const { clock, jurisdiction } = parts;

  scope.get(
    '/api/codes/immunization',
    {
      config: { allow: ['signed-in'] },
      schema: describe(
        'readImmunizationCodes',
        'The codes that patients and doses are entered with.',
        codesAnswer,
      ),
    },
    () => {
      const today = localDate(clock.now(), jurisdiction.timeZone);
      return immunizationCodes(today, scheduleOn(jurisdiction, today));
    },
  );

  scope.post(
    '/api/patients',
    {
      config: WRITING,
      schema: describe('addPatient', 'Adds a patient, unless one like it is known.', newPatientAnswer, {
        body: newPatientBody,
      }),
    },
    async (request) => {
      const desk = deskOf(request, parts);
      const { acting, today } = desk;
      const { addAnyway, ...entry } = request.body;
      const { fields, nextOfKin = [] } = enteredDetails(entry, {});
      // A new chart has nothing to take away.
      const said = Object.fromEntries(Object.entries(fields).filter(([, raw]) => raw !== HL7_NULL));
      const chart = newChart(acting.code, desk.newNumber());
      const text = entryMessage(desk.header, chart, { fields: said, nextOfKin }, []);
      const checked = checkEntry(text, parts, today);
      const alikeNow = () => alikeTo(checked, parts, acting.organizationId, today);
      const personsOf = (alike: Awaited<ReturnType<typeof alikeTo>>) => alike.map(({ personId }) => personId);
      const alike = await (addAnyway
        ? alikeNow()
        : withinSearchLimit(parts, desk.viewer, desk.now, async () => {
            const found = await alikeNow();
            if (found.length > 0) {
              await desk.audit({ action: 'patients-alike', personIds: personsOf(found) });
            }
            return found;
          }));
      if (alike.length > 0 && !addAnyway) {
        return { patient: null, wasKnown: false, alike: alike.map(alikeView) };
      }
      const { messageId, personId } = await enter(checked, parts, acting.organizationId);
      await desk.audit({ action: 'patient-added', personIds: [personId], messageId });
      // A record that was there, and is not shared with this organization, stays closed to it.
      const seen = await personInView(parts, desk.viewer, personId, desk.now);
      return { patient: seen ? personId : null, wasKnown: personsOf(alike).includes(personId), alike: [] };
    },
  );

  scope.put(
    '/api/patients/:patient/details',
    {
      config: WRITING,
      schema: describe('changePatient', 'Changes what the organization says of a patient.', enteredAnswer, {
        params: patientParams,
        body: detailsBody,
      }),
    },
    async (request) => {
      const desk = deskOf(request, parts);
      const { acting, today } = desk;
      const read = await desk.open(request.params.patient);
      const chart = desk.chart(read);
      const { fields, nextOfKin } = enteredDetails(request.body, {
        ...read.person.demographics.fields,
        ...chart.said.fields,
      });
      const said = {
        fields: { ...chart.said.fields, ...fields },
        nextOfKin: nextOfKin ?? chart.said.nextOfKin,
      };
      const checked = checkEntry(entryMessage(desk.header, chart.identifiers, said, []), parts, today);
      refuseAnother(checked, read.person, acting.code, today);
      return desk.record(checked, read, 'patient-changed', { fields: Object.keys(request.body) });
    },
  );

  scope.put(
    '/api/patients/:patient/sharing',
    {
      config: WRITING,
      schema: describe(
        'changeSharing',
        'Whether the patient lets the record be shown to other organizations (PD1-12).',
        enteredAnswer,
        { params: patientParams, body: sharingBody },
      ),
    },
    async (request) => {
      const desk = deskOf(request, parts);
      const { today } = desk;
      const read = await desk.open(request.params.patient);
      const { identifiers, said } = desk.chart(read);
      const { refuses } = request.body;
      const indicator = { 'PD1-12': refuses ? 'Y' : 'N', 'PD1-13': compact(today) };
      const text = entryMessage(
        desk.header,
        identifiers,
        { ...said, fields: { ...said.fields, ...indicator } },
        [],
      );
      return desk.record(checkEntry(text, parts, today), read, 'patient-sharing', { refuses });
    },
  );

  scope.post(
    '/api/patients/:patient/doses',
    {
      config: WRITING,
      schema: describe(
        'addDose',
        'Adds a dose, a refusal, or why none is given, as reported by the organization.',
        enteredAnswer,
        { params: patientParams, body: doseBody },
      ),
    },
    async (request) => {
      const desk = deskOf(request, parts);
      const { acting, today } = desk;
      const read = await desk.open(request.params.patient);
      const { body } = request;
      const { identifiers, said } = desk.chart(read);
      const number = body.entry ?? desk.newId();
      const orders = newOrders(body, acting.code, number, compact(today));
      const text = entryMessage(desk.header, identifiers, said, orders);
      const checked = checkEntry(text, parts, today, body.confirmed, dosesLike(body, read, { number }));
      return desk.record(checked, read, 'dose-added', { kind: body.kind });
    },
  );

  scope.get(
    '/api/patients/:patient/doses/:dose',
    {
      config: WRITING,
      schema: describe('readDose', 'A dose as the organization reported it, to change it.', doseFormAnswer, {
        params: doseParams,
      }),
    },
    async (request) => {
      const desk = deskOf(request, parts);
      const read = await desk.open(request.params.patient);
      const report = ownReport(read, request.params.dose, desk.acting.organizationId);
      await desk.audit({
        action: 'dose-opened',
        personIds: [read.person.personId],
        detail: { dose: report.reportId },
      });
      return { dose: doseForm(report.order) };
    },
  );

  scope.put(
    '/api/patients/:patient/doses/:dose',
    {
      config: WRITING,
      schema: describe('changeDose', 'Corrects a dose that the organization reported.', enteredAnswer, {
        params: doseParams,
        body: doseBody,
      }),
    },
    async (request) => {
      const desk = deskOf(request, parts);
      const { acting, today } = desk;
      const read = await desk.open(request.params.patient);
      const { body } = request;
      const report = ownReport(read, request.params.dose, acting.organizationId);
      const { identifiers, said } = desk.chart(read, report.idKey);
      const orders = changedOrders(body, report, acting.code, compact(today));
      const text = entryMessage(desk.header, identifiers, said, orders);
      const doubts = dosesLike(body, read, { reportId: report.reportId });
      const checked = checkEntry(text, parts, today, body.confirmed, doubts);
      return desk.record(checked, read, 'dose-changed', { kind: body.kind, dose: report.reportId });
    },
  );

  scope.delete(
    '/api/patients/:patient/doses/:dose',
    {
      config: WRITING,
      schema: describe('deleteDose', 'Deletes a dose that the organization reported.', enteredAnswer, {
        params: doseParams,
        body: deleteBody,
      }),
    },
    async (request) => {
      const desk = deskOf(request, parts);
      const { acting } = desk;
      const read = await desk.open(request.params.patient);
      const report = ownReport(read, request.params.dose, acting.organizationId);
      const { identifiers, said } = desk.chart(read, report.idKey);
      const text = entryMessage(desk.header, identifiers, said, deletedOrders(report));
      const { reason } = request.body;
      // Not checked before: what is deleted may be wrong in any way.
      return desk.record({ text }, read, 'dose-deleted', { dose: report.reportId, reason });
    },
  );
}

function alikeView({ personId, demographics }: KnownPerson): AlikeView {
  const { name, birthDate } = demographicView(demographics);
  return { id: personId, last: name.last, first: name.first, birthDate };
}
