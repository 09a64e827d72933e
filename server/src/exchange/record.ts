import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { hashKey } from '../platform/ids.ts';
import { consolidate, demographicsIdentity } from '../registry/demographics.ts';
import { decideDose, type DoseDecision, type KnownDose } from '../registry/doses.ts';
import { newestReports } from '../registry/history.ts';
import { freeSlot, findPerson } from '../registry/find-person.ts';
import {
  chartNumber,
  type Identity,
  KEY_KIND,
  nameKey,
  type PersonIdentifier,
  registryId,
  sourceIdKey,
} from '../registry/identity.ts';
import type {
  KeyWrite,
  KnownPerson,
  KnownSource,
  PersonWrite,
  ReportWrite,
  SourceWrite,
  StoredReport,
} from '../registry/queries.ts';
import type { Submission, SubmittedDose } from './submission.ts';
import type { Finding } from '@cairn/guide';
import type { Sender } from './identify.ts';

/** What the registry knows that bears on one submission. */
export type KnownState = {
  readonly persons: readonly KnownPerson[];
  readonly sources: readonly KnownSource[];
  readonly reports: readonly StoredReport[];
};

/** What recording one submission changes: all of it in one transaction, or none. */
export type Effects = {
  readonly person: PersonWrite;
  readonly newKeys: readonly KeyWrite[];
  /** Absent where the source says nothing that it had not said before. */
  readonly source?: SourceWrite;
  readonly reports: readonly ReportWrite[];
};

export type RecordDecision = {
  /** Undefined where nothing may be recorded. */
  readonly effects: Effects | undefined;
  readonly findings: readonly Finding[];
};

export type RecordContext = {
  readonly sender: Sender;
  readonly at: Date;
  readonly newId: () => string;
  readonly pack: Pick<Jurisdiction, 'registry'>;
};

/** Decides what a checked submission does to the registry. Pure: all it knows is in its arguments. */
export function decideRecord(
  submission: Submission,
  known: KnownState,
  context: RecordContext,
): RecordDecision {
  const organizationKey = context.sender.responsible.codeKey;
  const chart = chartNumber(submission.identifiers);
  const idKey = chart && sourceIdKey(organizationKey, chart);
  const found = findPerson(
    {
      identity: submission.identity,
      registryId: registryId(submission.identifiers, context.pack.registry.authority),
      idKeys: idKey === undefined ? [] : [idKey],
    },
    known.persons,
  );
  if (found.kind === 'conflict') return { effects: undefined, findings: [idNamesSomeoneElse()] };

  const person = found.kind === 'person' ? found.person : undefined;
  const personId = person?.personId ?? context.newId();
  const doses = decideDoses(submission.doses, personId, known.reports, context);
  const sources = known.sources.filter((source) => source.personId === personId);
  const demographics = consolidate(person?.demographics, submission.demographics);
  const changesPerson = JSON.stringify(demographics) !== JSON.stringify(person?.demographics);
  const { source, isProtected } = decideSource(submission, idKey, sources, changesPerson, context);
  const identity = demographicsIdentity(demographics);
  return {
    effects: {
      person: {
        personId,
        version: (person?.version ?? 0) + 1,
        lastName: identity.last,
        firstName: identity.first,
        birthDate: identity.birthDate ?? submission.identity.birthDate,
        sex: identity.sex,
        isProtected,
        demographics,
        at: context.at,
      },
      newKeys: newKeys(idKey, submission.identity, personId, known.persons),
      ...(source ? { source } : {}),
      reports: doses.reports,
    },
    findings: doses.findings,
  };
}

/** Keys to claim for the person: those that nobody holds, and a name and birth date that others share. */
function newKeys(
  idKey: string | undefined,
  identity: Identity,
  personId: string,
  persons: readonly KnownPerson[],
): readonly KeyWrite[] {
  const name = nameKey(identity);
  const slot = name === undefined ? undefined : freeSlot(name, identity, personId, persons);
  const idIsNew = idKey !== undefined && !persons.some(({ keys }) => keys.includes(idKey));
  return [
    ...(idIsNew ? [{ key: idKey, kind: KEY_KIND.sourceId, slot: 0 }] : []),
    ...(name === undefined || slot === undefined
      ? []
      : [{ key: name, kind: KEY_KIND.nameAndBirthDate, slot }]),
  ];
}

/**
 * The report of this source, unless it says what it said before and what is known anyway, and whether the
 * person is protected now.
 * Each source's word on protection stands until that source takes it back: a lock that a patient asked for
 * at one clinic must not fall because the pharmacy's software always sends N.
 */
function decideSource(
  submission: Submission,
  idKey: string | undefined,
  sources: readonly KnownSource[],
  changesPerson: boolean,
  { sender, newId }: RecordContext,
): { readonly source: SourceWrite | undefined; readonly isProtected: boolean } {
  const key = idKey ?? sourceIdKey(sender.responsible.codeKey, NO_CHART_NUMBER);
  const before = sources.find((source) => source.idKey === key);
  const protection = submission.protection === '' ? (before?.protection ?? '') : submission.protection;
  const contentHash = hashKey(submission.identifierText, JSON.stringify(submission.demographics));
  return {
    source:
      before?.contentHash === contentHash && !changesPerson
        ? undefined
        : {
            sourceId: newId(),
            idKey: key,
            identifiers: submission.identifierText,
            protection,
            demographics: submission.demographics,
            contentHash,
          },
    isProtected:
      protection === 'Y' || sources.some((source) => source !== before && source.protection === 'Y'),
  };
}

const NO_CHART_NUMBER: PersonIdentifier = { id: '', authority: '', type: '' };

function decideDoses(
  doses: readonly SubmittedDose[],
  personId: string,
  stored: readonly StoredReport[],
  { sender, newId }: RecordContext,
): { readonly reports: readonly ReportWrite[]; readonly findings: readonly Finding[] } {
  const { organizationId } = sender.responsible;
  const known = new Map<string, KnownDose>(
    newestReports(
      stored.filter((report) => report.personId === personId && report.organizationId === organizationId),
    ).map((report) => [report.doseKey, report]),
  );
  const reports: ReportWrite[] = [];
  const findings: Finding[] = [];
  for (const { dose, order } of doses) {
    const decision = decideDose(dose, [...known.values()]);
    if (decision.note) findings.push(doseNote(decision.note, order));
    if (decision.kind !== 'report') continue;
    // What this message reported before is known to what it reports next.
    known.set(decision.doseKey, { ...dose, doseKey: decision.doseKey });
    reports.push({ ...dose, doseKey: decision.doseKey, reportId: newId() });
  }
  return { reports, findings };
}

const idNamesSomeoneElse = (): Finding => ({
  code: 'patient-id-names-someone-else',
  severity: 'E',
  path: 'PID-3',
  hl7: '205',
  application: '3',
  message:
    'MESSAGE REJECTED. Your patient id is recorded here for someone else than the name and birth date say. Nothing was recorded.',
  fix: 'Send each patient under an id of their own. If the id is right, contact the registry.',
});

type DoseNote = NonNullable<DoseDecision['note']>;

const DOSE_NOTES: Readonly<Record<DoseNote, Omit<Finding, 'code' | 'path'> & { readonly field: string }>> = {
  'order-number-reused': {
    field: '3',
    severity: 'W',
    hl7: '205',
    application: '3',
    message: 'Your dose id (ORC-3) is in use for another vaccine or another day. Both doses are kept.',
    fix: 'Give each dose an id of its own. To correct the other dose, send RXA-21 = U.',
  },
  'nothing-to-update': {
    field: '3',
    severity: 'I',
    hl7: '0',
    application: '8',
    message:
      'No dose with this id (ORC-3) was known from your organization; the update was recorded as a new dose.',
    fix: 'Nothing, if the dose had not been sent before.',
  },
  'deleted-before': {
    field: '3',
    severity: 'I',
    hl7: '0',
    application: '8',
    message: 'This dose had been deleted before; nothing changed.',
    fix: 'Nothing.',
  },
  'nothing-to-delete': {
    field: '3',
    severity: 'E',
    hl7: '204',
    application: '4',
    message:
      'No dose with this id (ORC-3) is known from your organization for this patient; nothing was deleted.',
    fix: 'Send the ORC-3 and MSH-22 under which the dose was submitted.',
  },
  'delete-differs': {
    field: '3',
    severity: 'E',
    hl7: '205',
    application: '3',
    message: 'The dose with this id (ORC-3) is of another vaccine and day; nothing was deleted.',
    fix: 'Send the deletion with the vaccine and date of the dose as submitted.',
  },
  'ambiguous-order-number': {
    field: '3',
    severity: 'E',
    hl7: '205',
    application: '3',
    message: 'Several doses carry this id (ORC-3) and none fits; nothing was updated.',
    fix: 'Send the update with the vaccine or date as submitted, and give each dose an id of its own.',
  },
};

function doseNote(note: DoseNote, order: number): Finding {
  const { field, ...finding } = DOSE_NOTES[note];
  return { ...finding, code: note, path: `ORC[${order}]-${field}` };
}
