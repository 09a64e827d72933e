import { civilOf, dayOf, forecast } from '@cairn/forecast';
import { HL7_NULL } from '@cairn/hl7';
import { oneForEachGroup } from '../exchange/forecast-segments.ts';
import { localDate } from '../platform/clock.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import type { PortalParts } from '../portal-parts.ts';
import {
  doseLinks,
  history,
  type HistoryReport,
  type KnownDoseLink,
  selectDoseLinks,
  selectHistory,
} from '../registry/dose-queries.ts';
import { vaccinationEvents } from '../registry/events.ts';
import { historyInput } from '../registry/history-input.ts';
import { chartNumber, identifiersOf } from '../registry/identity.ts';
import { patientSegments } from '../registry/demographics.ts';
import { FOUND_PERSONS, type KnownSource, selectPersons, selectSources } from '../registry/person-queries.ts';
import { scheduleOn } from '../registry/schedules.ts';
import { doseOf, observationsOf, type Organizations } from './record-dose.ts';
import { groupView } from './record-forecast.ts';
import { demographicView } from './record-person.ts';
import { inView, lookingFor, type PersonInView, selectEmergency, type Viewer } from './rights.ts';
import type { PatientView } from './schema.ts';

type Parts = Pick<PortalParts, 'database' | 'jurisdiction'>;

/** Everything that is read of a patient. */
export type PatientRead = PersonInView & {
  readonly reports: readonly HistoryReport[];
  readonly doseLinks: readonly KnownDoseLink[];
  readonly organizations: Organizations;
};

/** Codes and names of all that told of the person. */
const selectReporters = (ids: readonly string[]): Statement => ({
  name: 'reporters',
  text: `select o.organization_id, o.code, o.name from organization o where o.organization_id in (
           select s.organization_id from (${FOUND_PERSONS}) found
           cross join lateral (
             select organization_id from person_source where person_id = found.person_id
             union select organization_id from dose_report where person_id = found.person_id offset 0
           ) s)`,
  values: [[], ids],
});

/** One read of the whole record; undefined where to the asker there is no such patient. */
export async function readWhole(
  { database }: Pick<PortalParts, 'database'>,
  viewer: Viewer,
  patientId: string,
  now: Date,
): Promise<PatientRead | undefined> {
  const lookup = { keys: [], ids: [patientId] };
  const [personRows, sourceRows, emergencyRows, historyRows, linkRows, reporterRows] =
    await database.reader.read('patient-record', [
      selectPersons(lookup),
      selectSources(lookup),
      selectEmergency(lookup.ids, viewer, now),
      selectHistory(lookup),
      selectDoseLinks(lookup),
      selectReporters(lookup.ids),
    ]);
  const found = inView(viewer, [personRows ?? [], sourceRows ?? [], emergencyRows ?? []]);
  return (
    found && {
      ...found,
      reports: history(historyRows ?? []),
      doseLinks: doseLinks(linkRows ?? []),
      organizations: organizationsIn(reporterRows ?? [], lookingFor(viewer)?.organizationId),
    }
  );
}

function organizationsIn(rows: Rows, own: string | undefined): Organizations {
  const known = new Map(
    rows.map((row) => [
      String(row.organization_id),
      { code: String(row.code), name: String(row.name), isOwn: row.organization_id === own },
    ]),
  );
  return (organizationId) =>
    known.get(organizationId) ?? { code: '', name: '', isOwn: organizationId === own };
}

/**
 * The record of a patient as the asker may see it: who it is, what was given and whether it counts, what is due today; undefined
 * where to the asker there is no such patient. The caller writes the audit.
 */
export async function readPatient(
  parts: Parts,
  viewer: Viewer,
  patientId: string,
  now: Date,
): Promise<PatientView | undefined> {
  const read = await readWhole(parts, viewer, patientId, now);
  return read && patientView(read, localDate(now, parts.jurisdiction.timeZone), parts.jurisdiction);
}

/** What evaluation and forecast are made of, of a record that was read. */
export function evaluated(
  { person, reports, doseLinks: links }: PatientRead,
  today: string,
  jurisdiction: Parts['jurisdiction'],
) {
  const schedule = scheduleOn(jurisdiction, today);
  const events = vaccinationEvents(reports, links);
  return { schedule, events, ...historyInput(person.demographics, events, dayOf(today), schedule) };
}

export function patientView(
  read: PatientRead,
  today: string,
  jurisdiction: Parts['jurisdiction'],
): PatientView {
  const { person, right, organizations } = read;
  const { details, contacts, otherNames, ...who } = demographicView(person.demographics);
  const { schedule, events, input, given, unread, isSuspect } = evaluated(read, today, jurisdiction);
  const result = input && forecast(input, schedule);
  const whyNot = new Map(unread.map(({ id, why }) => [id, why]));
  const notKnown = new Set(result?.unknownDoses);
  const doses = events.map((event, index) => {
    const id = String(index + 1);
    const evaluations = result?.evaluations.filter(({ doseId }) => doseId === id) ?? [];
    const notEvaluated =
      !given.has(id) || isSuspect(id) || evaluations.length > 0
        ? ''
        : (whyNot.get(id) ?? (notKnown.has(id) ? NO_RULES : NO_SERIES));
    return doseOf(event, schedule, organizations, evaluations, notEvaluated);
  });
  const whole = {
    id: person.personId,
    ...who,
    otherNames,
    isProtected: person.isProtected,
    isSealed: person.isSealed,
    emergencyUntil: right.emergencyUntil?.toISOString() ?? null,
    view: right.view,
    mayChange: right.mayChange,
    details,
    contacts,
    sources: read.sources.map((source) => sourceView(source, organizations)),
    doses,
    observations: observationsOf(events, organizations),
    // Nothing is due to someone who has died.
    forecast:
      result && !who.isDeceased
        ? {
            asOf: civilOf(dayOf(today)),
            version: result.version,
            groups: oneForEachGroup(result.forecasts).map((each) => groupView(each, dayOf(today))),
          }
        : null,
  };
  return right.view === 'school' ? forSchool(whole) : whole;
}

const NO_RULES = 'The schedule has no rules for this vaccine.';
const NO_SERIES = 'No series of the schedule that the patient follows has a place for this vaccine.';

/**
 * Who it is, what was given and what is due: what a school or a day care checks, and no more. Names of series say why somebody is
 * at risk.
 */
const forSchool = (patient: PatientView): PatientView => ({
  ...patient,
  otherNames: [],
  details: null,
  contacts: [],
  sources: [],
  observations: [],
  doses: patient.doses.map((dose) => ({
    ...dose,
    administeredBy: '',
    funding: '',
    reportedBy: dose.reportedBy.filter(({ isOwn }) => isOwn),
    evaluations: dose.evaluations.map((evaluation) => ({ ...evaluation, series: '' })),
  })),
  forecast: patient.forecast && {
    ...patient.forecast,
    groups: patient.forecast.groups.map((group) => ({ ...group, seriesType: 'standard', series: [] })),
  },
});

function sourceView(
  { organizationId, identifiers, saidAt, protection }: KnownSource,
  organizations: Organizations,
): PatientView['sources'][number] {
  const organization = organizations(organizationId);
  return {
    organization,
    chartNumber: organization.isOwn ? chartNumberIn(identifiers) : '',
    lastSaidAt: saidAt,
    isProtected: protection === 'Y',
  };
}

function chartNumberIn(identifiers: string): string {
  const raw = identifiers === HL7_NULL ? '' : identifiers;
  const { pid } = patientSegments({ fields: {}, nextOfKin: [] }, raw);
  return chartNumber(identifiersOf(pid, 3))?.id ?? '';
}
