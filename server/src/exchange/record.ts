import type { Finding } from '@cairn/guide';
import type { NormalPerson } from '@cairn/matching';
import { hashKey } from '../platform/ids.ts';
import { type ChartWord, consolidate } from '../registry/consolidate.ts';
import { demographicsIdentity } from '../registry/demographics.ts';
import { decideDose, type DoseDecision, type KnownDose } from '../registry/doses.ts';
import type { ReportWrite, StoredReport } from '../registry/dose-queries.ts';
import type { StockEffects } from '../registry/inventory/deduct.ts';
import { allKeys, chartKey, type Found, locksOf, matchRow, type Naming } from '../registry/find-person.ts';
import { newestReports } from '../registry/history.ts';
import { chartOf, sourceIdKey } from '../registry/identity.ts';
import type { PersonKey } from '../registry/keys.ts';
import type {
  KnownCandidates,
  KnownPerson,
  KnownSource,
  MatchRow,
  PersonWrite,
  SourceWrite,
} from '../registry/person-queries.ts';
import { type DecisionWrite, decisionsOn, type TaskWrite, tasksOn } from '../registry/review.ts';
import type { Submission, SubmittedDose } from './submission.ts';
import type { Sender } from './identify.ts';

/** What the registry knows that bears on one submission. */
export type KnownState = {
  readonly found: Found;
  readonly naming: Naming | undefined;
  readonly persons: readonly KnownPerson[];
  readonly candidates: KnownCandidates | undefined;
  readonly sources: readonly KnownSource[];
  readonly reports: readonly StoredReport[];
};

/** What recording one submission changes: all of it in one transaction, or none. */
export type Effects = {
  readonly person: PersonWrite;
  /** When the sender said what it says. */
  readonly saidAt: Date;
  /** Set where the chart is new here: what must not have changed between read and write. */
  readonly claim?: Claim;
  /** Absent where the chart says nothing that it had not said before. */
  readonly source?: SourceWrite & { readonly keys: readonly PersonKey[]; readonly match: MatchRow };
  /** Set where it says again what it said. */
  readonly restated?: string;
  readonly reports: readonly ReportWrite[];
  /** Reports that are said again, word for word: now is when they were last said. */
  readonly restatedReports: readonly string[];
  /** For people to look at. */
  readonly tasks: readonly TaskWrite[];
  /** Why it is the person it is, where an id did not say so. */
  readonly decisions: readonly DecisionWrite[];
  /** What it takes out of stock and gives back. */
  readonly stock?: StockEffects;
};

export type Claim = {
  readonly locks: readonly string[];
  readonly keys: readonly PersonKey[];
  /** How many entries those keys had. */
  readonly seen: number;
};

export type RecordDecision = {
  readonly effects: Effects;
  readonly findings: readonly Finding[];
  /** What the message has the last word on: the newest of its reports of each dose, where nothing newer is known. */
  readonly standing: readonly StandingReport[];
};

export type StandingReport = { readonly submitted: SubmittedDose; readonly report: ReportWrite };

export type RecordContext = {
  readonly sender: Sender;
  readonly at: Date;
  readonly saidAt: Date;
  readonly newId: () => string;
};

/** Decides what a checked submission does to the registry. Pure: all it knows is in its arguments. */
export function decideRecord(
  submission: Submission,
  known: KnownState,
  context: RecordContext,
): RecordDecision {
  const { found } = known;
  const { codeKey } = context.sender.responsible;
  const idKey = sourceIdKey(codeKey, chartOf(submission.identifiers, submission.identity));
  const person = found.kind === 'person' ? found.person : undefined;
  const personId = person?.personId ?? context.newId();
  const doses = decideDoses(submission.doses, idKey, personId, known.reports, context);
  const sources = known.sources.filter((source) => source.personId === personId);
  const before = sources.find((source) => source.idKey === idKey);
  const said = { idKey, saidAt: context.saidAt.toISOString() };
  const demographics = consolidate(person?.demographics, submission.demographics, said, sources.map(wordOf));
  const identity = demographicsIdentity(demographics);
  // Each source's word on protection stands until that source takes it back: a lock that a patient asked for at one clinic
  // must not fall because the pharmacy's software always sends N, or because a message overtook another.
  const isOverruled = before !== undefined && before.protectionSaidAt > said.saidAt;
  const protection =
    submission.protection === '' || isOverruled ? (before?.protection ?? '') : submission.protection;
  const contentHash = hashKey(submission.identifierText, JSON.stringify(submission.demographics));
  const saysTheSame = before?.contentHash === contentHash;
  const record = known.naming?.record ?? submission.record(codeKey);
  // A chart that says what it said has its keys.
  const keys = saysTheSame ? [] : keysToClaim(record, idKey, person);
  const sourceId = saysTheSame ? before.sourceId : context.newId();
  const decided = { personId, newId: context.newId, at: context.at };
  return {
    effects: {
      person: {
        personId,
        version: (person?.version ?? 0) + 1,
        lastName: identity.last,
        firstName: identity.first,
        birthDate: identity.birthDate ?? submission.identity.birthDate,
        sex: identity.sex,
        isProtected:
          protection === 'Y' || sources.some((source) => source !== before && source.protection === 'Y'),
        isDeceased: demographics.fields['PID-30'] === 'Y',
        demographics,
        at: context.at,
      },
      saidAt: context.saidAt,
      ...(before ? {} : claimOf(person, keys, idKey, known, () => locksOf(record, idKey))),
      ...(saysTheSame
        ? { restated: sourceId }
        : {
            source: {
              sourceId,
              idKey,
              identifiers: submission.identifierText,
              protection: submission.protection,
              demographics: submission.demographics,
              contentHash,
              keys,
              match: matchRow(record, idKey),
            },
          }),
      reports: doses.reports,
      restatedReports: doses.restated,
      tasks: tasksOn(found, decided),
      decisions: decisionsOn(found, sourceId, decided),
    },
    findings: [
      ...(found.doubts.some(({ kind }) => kind === 'chart-reused') ? [chartReused()] : []),
      ...doses.findings,
    ],
    standing: doses.standing,
  };
}

/** Keys by which the person is found from now on; one that is sealed by its chart numbers alone. */
function keysToClaim(
  record: NormalPerson,
  idKey: string,
  person: KnownPerson | undefined,
): readonly PersonKey[] {
  return person?.isSealed === true ? [chartKey(idKey)] : allKeys(record, [idKey]);
}

const wordOf = ({ idKey, saidAt, fields }: KnownSource): ChartWord => ({ idKey, saidAt, fields });

/**
 * Whoever makes a person must be sure that nobody made it meanwhile: all keys by which it could be found have as many
 * entries as when they were read. A chart that is new to a known person must not have become someone else's.
 */
function claimOf(
  person: KnownPerson | undefined,
  keys: readonly PersonKey[],
  idKey: string,
  known: KnownState,
  locks: () => readonly string[],
): { readonly claim: Claim } {
  if (!person) return { claim: { locks: locks(), keys, seen: known.candidates?.seen ?? 0 } };
  const key = chartKey(idKey);
  const seen = known.persons.filter((other) => other.keys.includes(key)).length;
  return { claim: { locks: locks(), keys: [key], seen } };
}

/**
 * Which doses the message speaks of. An organization's order number names one dose within a chart; a chart that does not
 * know it may speak of one that was sent under another chart of the same patient.
 */
function decideDoses(
  doses: readonly SubmittedDose[],
  idKey: string,
  personId: string,
  stored: readonly StoredReport[],
  { sender, saidAt, newId }: RecordContext,
): Pick<RecordDecision, 'findings' | 'standing'> & {
  readonly reports: readonly ReportWrite[];
  readonly restated: readonly string[];
} {
  const { organizationId } = sender.responsible;
  const known: (KnownDose & {
    readonly reportId: string;
    readonly idKey: string;
    readonly saidAt: string;
  })[] = [
    ...newestReports(
      stored.filter((report) => report.personId === personId && report.organizationId === organizationId),
    ),
  ];
  const now = saidAt.toISOString();
  const reports: ReportWrite[] = [];
  const restated: string[] = [];
  const standing = new Map<string, StandingReport>();
  const findings: Finding[] = [];
  for (const submitted of doses) {
    const { dose, order } = submitted;
    const ofChart = known.filter((other) => other.idKey === idKey);
    const isOfChart = ofChart.some(({ fillerId }) => fillerId === dose.fillerId);
    const decision = decideDose(dose, isOfChart ? ofChart : known);
    if (decision.note) findings.push(doseNote(decision.note, order));
    if (decision.kind === 'refused') continue;
    const { doseKey } = decision;
    const before = known.findIndex(
      (other) => other.doseKey === doseKey && (!isOfChart || other.idKey === idKey),
    );
    if (decision.kind === 'unchanged') {
      // What was said in between and comes later must not have the last word.
      const same = known[before];
      if (same && same.saidAt < now) {
        restated.push(same.reportId);
        known[before] = { ...same, saidAt: now };
      }
      continue;
    }
    const report = { ...dose, doseKey, idKey: known[before]?.idKey ?? idKey, reportId: newId() };
    reports.push(report);
    const isOlder = (known[before]?.saidAt ?? '') > now;
    if (isOlder) findings.push(doseNote('newer-known', order));
    // What this message reported before is known to what it reports next.
    else {
      known.splice(before < 0 ? known.length : before, before < 0 ? 0 : 1, { ...report, saidAt: now });
      standing.set(`${report.idKey} ${doseKey}`, { submitted, report });
    }
  }
  return { reports, restated, findings, standing: [...standing.values()] };
}

const chartReused = (): Finding => ({
  code: 'patient-id-names-someone-else',
  severity: 'W',
  path: 'PID-3',
  hl7: '205',
  application: '3',
  message:
    'Your patient id is recorded here for someone else than the name and birth date say. The message was recorded for a new person; the registry will look at both.',
  fix: 'Send each patient under an id of their own. If the id is right, contact the registry.',
});

type DoseNote = NonNullable<DoseDecision['note']> | 'newer-known';

const DOSE_NOTES: Readonly<Record<DoseNote, Omit<Finding, 'code' | 'path'> & { readonly field: string }>> = {
  'order-number-reused': {
    field: '3',
    severity: 'W',
    hl7: '205',
    application: '3',
    message:
      'Your dose id (ORC-3) is in use for another vaccine or another day. Both reports are kept; they count once where the days are close.',
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
  'newer-known': {
    field: '3',
    severity: 'I',
    hl7: '0',
    application: '8',
    message:
      'A report of this dose that your system sent later (MSH-7) is known already; this one was kept and does not replace it.',
    fix: 'Nothing, if messages overtook each other. If the clock of your system was wrong, send the update again.',
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
