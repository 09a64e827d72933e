import { ymdOf } from '@cairn/guide';
import type { Holder } from '../accounts/queries.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Rows } from '../platform/database/reader.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { KnownOrganization } from '../registry/organization-queries.ts';
import type { PersonKey } from '../registry/keys.ts';
import { guideOn } from './guide.ts';
import { takeIn } from './intake.ts';
import { NOTHING_KNOWN, type RowReader } from './read.ts';
import { decideRecord, type Effects } from './record.ts';
import { readSubmission } from './submission.ts';

type Row = Rows[number];

/**
 * The pack's test patients as a reader: it answers what is asked of persons for a query (`settleAmong`) as a database would in
 * which there are these persons and nobody else. So a test is answered as the same query in production is.
 * @param today the civil day in the jurisdiction
 */
export function testPatientsReader(pack: Jurisdiction, today: string): RowReader {
  const answers = answersOn(pack, today);
  return {
    read: (_name, statements) =>
      Promise.resolve(
        statements.map(({ name, values }) => {
          const answer = answers[name];
          if (!answer) throw new Error(`nothing is kept of test patients that answers ${name}`);
          return answer(values);
        }),
      ),
  };
}

/** By the name of the statement: its rows, as the database would give them. */
type Answers = Readonly<Record<string, (values: Statement['values']) => Rows>>;

let made: { readonly pack: Jurisdiction; readonly today: string; readonly answers: Answers } | undefined;

/** Made anew each day: the patients stay as old as they are meant to be. */
function answersOn(pack: Jurisdiction, today: string): Answers {
  if (made?.pack === pack && made.today === today) return made.answers;
  const answers = answersOf(pack.testPatients.map((text, index) => admit(text, index, pack, today)));
  made = { pack, today, answers };
  return answers;
}

/** The message of a test patient, with its years: `{year-4}` is four years before this one. */
export function testPatientMessage(text: string, today: string): string {
  const year = Number(today.slice(0, 4));
  return text.replace(/\{year(?:-(\d{1,3}))?\}/g, (_mark, ago: string | undefined) =>
    String(year - Number(ago ?? 0)),
  );
}

/** @throws Error where the pack's text is no submission: that is a mistake in the pack, which its tests show */
function admit(text: string, index: number, pack: Jurisdiction, today: string): Effects {
  const intake = takeIn(testPatientMessage(text, today), guideOn(pack, today), ymdOf(today));
  const submission =
    intake.parsed.ok && !intake.parsed.check.isRefused
      ? readSubmission(intake.parsed.message, intake.parsed.check.orders, today)
      : undefined;
  if (!submission) throw new Error(`test patient ${index + 1} of ${pack.id} is no submission that is taken`);
  const at = new Date(`${today}T00:00:00Z`);
  let given = 0;
  return decideRecord(submission, NOTHING_KNOWN, {
    sender: { holder: NOBODY, responsible: NOBODY },
    at,
    saidAt: at,
    newId: () => testId(index + 1, given++),
  }).effects;
}

/** The same on every day and every server, so that test scripts can hold them: the person is number 0 of its ids. */
const testId = (patient: number, number: number): string =>
  `00000000-0000-7000-8000-${String(patient).padStart(6, '0')}${String(number).padStart(6, '0')}`;

/** The organization that reported the test patients: nobody can ask in its name. */
const NOBODY: Holder & KnownOrganization = {
  organizationId: '00000000-0000-7000-8000-000000000000',
  code: 'TEST',
  codeKey: 'TEST',
  kind: 'site',
  parentId: undefined,
  stage: 'testing',
  mayQuery: false,
  isClient: false,
  isUnconfirmedClient: false,
  credentialId: undefined,
};

function answersOf(patients: readonly Effects[]): Answers {
  const found = (values: Statement['values']): readonly Effects[] =>
    patients.filter((patient) => lookedUpAs(patient, values).length > 0);
  return {
    persons: (values) =>
      patients.flatMap((patient) =>
        lookedUpAs(patient, values).map((as) => ({ ...personRow(patient), ...as })),
      ),
    'person-sources': (values) => found(values).flatMap(sourceRows),
    history: (values) => found(values).flatMap(reportRows),
    'dose-links': () => [],
    candidates: ([keys]) => candidateRows(patients, keysIn(keys)),
  };
}

type LookedUp = { readonly key: PersonKey | null; readonly asked: string | null };

/** By which of the keys and ids that are asked for somebody is found. */
function lookedUpAs(patient: Effects, [keys, ids]: Statement['values']): readonly LookedUp[] {
  const { personId } = patient.person;
  return [
    ...keysIn(keys)
      .filter((key) => keysOf(patient).includes(key))
      .map((key) => ({ key, asked: null })),
    ...keysIn(ids)
      .filter((id) => id === personId)
      .map((id) => ({ key: null, asked: id })),
  ];
}

const keysIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const keysOf = ({ source }: Effects): readonly PersonKey[] => source?.keys ?? [];
const recordsOf = ({ source }: Effects): readonly string[] => (source ? [source.match.record] : []);

const personRow = (patient: Effects): Row => ({
  person_id: patient.person.personId,
  version: patient.person.version,
  protected: patient.person.isProtected,
  sealed: false,
  demographics: patient.person.demographics,
  records: recordsOf(patient),
});

function sourceRows({ person, source, saidAt }: Effects): Rows {
  if (!source) return [];
  const said = saidAt.toISOString();
  const { fields } = source.demographics;
  return [
    {
      person_id: person.personId,
      source_id: source.sourceId,
      organization_id: NOBODY.organizationId,
      id_key: source.idKey,
      identifiers: source.identifiers,
      content_hash: source.contentHash,
      said_at: said,
      protection: source.protection === '' ? null : [source.protection, said],
      fields: Object.fromEntries(['PID-5', 'PID-7', 'PID-8'].map((path) => [path, fields[path] ?? null])),
    },
  ];
}

const reportRows = ({ person, reports, saidAt }: Effects): Rows =>
  reports.map((report) => ({
    person_id: person.personId,
    report_id: report.reportId,
    organization_id: NOBODY.organizationId,
    id_key: report.idKey,
    filler_id: report.fillerId,
    dose_key: report.doseKey,
    action: report.action,
    administered_on: report.administeredOn,
    vaccine_codes: report.codes.join(' '),
    completion: report.completion,
    content_hash: report.contentHash,
    person_version: person.version,
    said_at: saidAt.toISOString(),
    segments: report.segments,
  }));

function candidateRows(patients: readonly Effects[], keys: readonly PersonKey[]): Rows {
  const shared = patients.map((patient) => ({
    patient,
    count: keys.filter((key) => keysOf(patient).includes(key)).length,
  }));
  const seen = shared.reduce((sum, { count }) => sum + count, 0);
  return shared
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ patient }) => ({
      seen,
      person_id: patient.person.personId,
      records: recordsOf(patient),
    }));
}
