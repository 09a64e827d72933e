import { codeTable, manufacturerByMvx, vaccineByCvx } from '@cairn/codes';
import type { DoseEvaluation, Schedule } from '@cairn/forecast';
import { HL7_NULL, type Segment } from '@cairn/hl7';
import { civilDate } from '../registry/dates.ts';
import type { HistoryReport } from '../registry/dose-queries.ts';
import type { VaccinationEvent } from '../registry/events.ts';
import { codesOf, vaccineOf } from '../registry/immunizations.ts';
import type { DoseView, PatientView } from './schema.ts';

export type OrganizationView = DoseView['reportedBy'][number];

/** What is known of the organizations that told of a person. */
export type Organizations = (organizationId: string) => OrganizationView;

type Event = VaccinationEvent<HistoryReport>;

const NOTHING_GIVEN = '998';
/** Codes of OBX-3: how the dose was paid for, and what makes the patient eligible (guide, appendix A). */
const FUNDING = ['30963-3', '64994-7'];

/** One vaccination as it is shown; its evaluations are put to it by whoever made them. */
export function doseOf(
  event: Event,
  schedule: Schedule,
  organizations: Organizations,
  evaluations: readonly DoseEvaluation[],
  notEvaluated: string,
): DoseView {
  const [report] = event.reports;
  const rxa = event.segments.find(({ name }) => name === 'RXA');
  if (!report || !rxa) throw new Error('a vaccination without report');
  const rxr = event.segments.find(({ name }) => name === 'RXR');
  const codes = codesOf(rxa);
  const found = vaccineOf(codes);
  const cvx = 'cvx' in found ? found.cvx : '';
  const reporters = distinct(event.reports.map(({ organizationId }) => organizationId)).map(organizations);
  const own = event.reports.find(({ organizationId }) => organizations(organizationId).isOwn);
  return {
    id: report.reportId,
    date: report.administeredOn,
    cvx,
    vaccine: vaccineByCvx(cvx)?.name ?? (said(rxa, 5, 2) || (codes[0]?.code ?? '')),
    groups: groupsOf(cvx, evaluations, schedule),
    status: statusOf(rxa, cvx),
    refusal: refusalOf(rxa),
    isHistorical: !['00', ''].includes(said(rxa, 9, 1)),
    manufacturer: manufacturerByMvx(said(rxa, 17, 1))?.name ?? (said(rxa, 17, 2) || said(rxa, 17, 1)),
    lot: said(rxa, 15),
    expires: civilDate(said(rxa, 16)) ?? said(rxa, 16),
    amount: amountOf(rxa),
    route: rxr ? labelOf('HL70162', rxr, 1) : '',
    bodySite: rxr ? labelOf('HL70163', rxr, 2) : '',
    administeredBy: [said(rxa, 10, 3), said(rxa, 10, 2)].filter((part) => part !== '').join(' '),
    funding: fundingOf(event.segments),
    reportedBy: reporters,
    ownReport: own?.reportId ?? null,
    suspectOf: event.suspectOf ?? null,
    evaluations: evaluations.map(({ vaccineGroup, antigen, series, status, reasons, targetDose }) => ({
      vaccineGroup,
      antigen,
      series,
      status,
      reasons: [...reasons],
      targetDose: targetDose ?? null,
    })),
    notEvaluated,
  };
}

function said(segment: Segment, field: number, component = 1): string {
  const text = segment.text(field, component);
  return text === HL7_NULL ? '' : text.trim();
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

export function groupsOf(cvx: string, evaluations: readonly DoseEvaluation[], schedule: Schedule): string[] {
  const evaluated = evaluations.map(({ vaccineGroup }) => vaccineGroup);
  const known = (schedule.vaccines.get(cvx) ?? []).flatMap(
    ({ antigen }) => schedule.groupOfAntigen.get(antigen)?.name ?? [],
  );
  return [...new Set([...evaluated, ...known])];
}

function statusOf(rxa: Segment, cvx: string): DoseView['status'] {
  const completion = said(rxa, 20).toUpperCase();
  if (completion === 'RE') return 'refused';
  if (completion === 'NA' || cvx === NOTHING_GIVEN) return 'not-given';
  return completion === 'PA' ? 'partial' : 'given';
}

function refusalOf(rxa: Segment): DoseView['refusal'] {
  const code = said(rxa, 18, 1);
  if (code === '') return null;
  return { code, text: codeTable('NIP002')?.find(code)?.label ?? said(rxa, 18, 2) };
}

function amountOf(rxa: Segment): string {
  const amount = said(rxa, 6);
  if (amount === '' || amount === '999') return '';
  return `${amount} ${said(rxa, 7, 1)}`.trim();
}

/** The words of a code; those that were sent where the table does not have it. */
function labelOf(table: string, segment: Segment, field: number): string {
  for (const component of [1, 4]) {
    const label = codeTable(table)?.find(said(segment, field, component))?.label;
    if (label !== undefined) return label;
  }
  return said(segment, field, 2) || said(segment, field, 1);
}

function fundingOf(segments: readonly Segment[]): string {
  for (const code of FUNDING) {
    const obx = segments.find((segment) => segment.name === 'OBX' && said(segment, 3) === code);
    if (obx) return said(obx, 5, 2) || said(obx, 5, 1);
  }
  return '';
}

const OBSERVED: Readonly<Record<string, PatientView['observations'][number]['kind']>> = {
  '59784-9': 'immunity',
  '75505-8': 'immunity',
  '59785-6': 'indication',
  '30945-0': 'contraindication',
  '31044-1': 'reaction',
};

/** What was said beside the doses: immunity, contraindications, reactions, special indications (OBX-3). Each once. */
export function observationsOf(
  events: readonly Event[],
  organizations: Organizations,
): PatientView['observations'] {
  const seen = new Set<string>();
  return events.flatMap(({ segments, reports: [report] }) =>
    segments.flatMap((obx) => {
      const kind = obx.name === 'OBX' ? OBSERVED[said(obx, 3)] : undefined;
      const code = said(obx, 5, 1);
      if (!kind || !report || code === '') return [];
      const date = civilDate(said(obx, 14)) ?? report.administeredOn;
      const key = `${kind} ${code} ${date}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const text = said(obx, 5, 2) || code;
      return [{ kind, code, text, date, reportedBy: organizations(report.organizationId) }];
    }),
  );
}
