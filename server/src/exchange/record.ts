import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { hashKey } from '../platform/ids.ts';
import { consolidate, type Demographics, patientSegments } from '../registry/demographics.ts';
import { decideDose, type DoseDecision, type KnownDose } from '../registry/doses.ts';
import { newestReports } from '../registry/history.ts';
import {
  chartNumber,
  contradicts,
  identityOf,
  type Identity,
  isSomeoneElse,
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
import { PID, type Submission, type SubmittedDose } from './check-submission.ts';
import type { Finding } from './findings.ts';
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
  const found = findPerson(submission, known.persons, idKey, context.pack.registry.authority);
  if (found.kind === 'someone-else') return { effects: undefined, findings: [idNamesSomeoneElse()] };

  const person = found.kind === 'person' ? found.person : undefined;
  const personId = person?.personId ?? context.newId();
  const doses = decideDoses(submission.doses, personId, known.reports, context);
  const demographics = consolidate(person?.demographics, submission.demographics);
  return {
    effects: {
      person: personWrite(
        personId,
        (person?.version ?? 0) + 1,
        demographics,
        submission.identity,
        context.at,
      ),
      newKeys: newKeys(idKey, submission.identity, known.persons),
      ...sourceWrite(submission, personId, idKey, known.sources, context),
      reports: doses.reports,
    },
    findings: doses.findings,
  };
}

type Found =
  | { readonly kind: 'person'; readonly person: KnownPerson }
  | { readonly kind: 'new' }
  | { readonly kind: 'someone-else' };

/**
 * By an id that settles it (the registry's own, or the organization's chart number), else by exact name and
 * birth date. An id under which nothing of the identity agrees any more is not followed: attaching the dose
 * there, or anywhere, would be a guess.
 */
function findPerson(
  submission: Submission,
  persons: readonly KnownPerson[],
  idKey: string | undefined,
  authority: string,
): Found {
  const ownId = registryId(submission.identifiers, authority);
  const byId =
    persons.find(({ personId }) => personId === ownId) ??
    persons.find(({ keys }) => idKey !== undefined && keys.includes(idKey));
  if (byId) {
    return isSomeoneElse(identityOfPerson(byId.demographics), submission.identity)
      ? { kind: 'someone-else' }
      : { kind: 'person', person: byId };
  }
  const name = nameKey(submission.identity);
  const byName = persons.find(({ keys }) => name !== undefined && keys.includes(name));
  return byName && !contradicts(identityOfPerson(byName.demographics), submission.identity)
    ? { kind: 'person', person: byName }
    : { kind: 'new' };
}

export function identityOfPerson(demographics: Demographics): Identity {
  return identityOf(patientSegments(demographics, '').pid, PID);
}

/** Keys that nobody holds yet; what another person holds stays with that person. */
function newKeys(
  idKey: string | undefined,
  identity: Identity,
  persons: readonly KnownPerson[],
): readonly KeyWrite[] {
  const taken = new Set(persons.flatMap(({ keys }) => keys));
  return [
    { key: idKey, kind: KEY_KIND.sourceId },
    { key: nameKey(identity), kind: KEY_KIND.nameAndBirthDate },
  ].flatMap(({ key, kind }) => (key === undefined || taken.has(key) ? [] : [{ key, kind }]));
}

function personWrite(
  personId: string,
  version: number,
  demographics: Demographics,
  reported: Submission['identity'],
  at: Date,
): PersonWrite {
  const identity = identityOfPerson(demographics);
  return {
    personId,
    version,
    lastName: identity.last,
    firstName: identity.first,
    birthDate: identity.birthDate ?? reported.birthDate,
    sex: identity.sex,
    isProtected: demographics.fields['PD1-12'] === 'Y',
    demographics,
    at,
  };
}

function sourceWrite(
  submission: Submission,
  personId: string,
  idKey: string | undefined,
  known: readonly KnownSource[],
  { sender, newId }: RecordContext,
): { readonly source?: SourceWrite } {
  const key = idKey ?? sourceIdKey(sender.responsible.codeKey, NO_CHART_NUMBER);
  const contentHash = hashKey(submission.identifierText, JSON.stringify(submission.demographics));
  const before = known.find((source) => source.personId === personId && source.idKey === key);
  if (before?.contentHash === contentHash) return {};
  return {
    source: {
      sourceId: newId(),
      idKey: key,
      identifiers: submission.identifierText,
      demographics: submission.demographics,
      contentHash,
    },
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
    'MESSAGE REJECTED. Your patient id is recorded here for someone with another name and another birth date. Nothing was recorded.',
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
