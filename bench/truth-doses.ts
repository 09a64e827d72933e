import type { Pool } from 'pg';
import { history, selectDoseLinks, selectHistory, doseLinks } from '../server/src/registry/dose-queries.ts';
import { vaccinationEvents } from '../server/src/registry/events.ts';
import type { Sent, SentMessage } from './truth-sent.ts';

export type DoseFaults = {
  readonly figures: {
    /** True persons looked at: of the sample, those who are one person in the registry, and alone there. */
    readonly persons: number;
    /** Doses that any message told of. */
    readonly trueDoses: number;
    readonly reports: number;
    readonly events: number;
    readonly missing: number;
    /** Events beyond the first of their dose, those that are only suspected to be another's left out. */
    readonly extra: number;
    /** Of those: parts of a combination vaccine that nobody told of as one. */
    readonly extraInParts: number;
    /** Suspected to be the same as another event: shown, annotated, and not counted in a forecast. */
    readonly suspected: number;
    /** Events that hold reports of several true doses. */
    readonly thrownTogether: number;
    readonly unknown: number;
  };
  readonly examples: Readonly<Record<string, readonly string[]>>;
};

const MOST_EXAMPLES = 20;
type Told = { readonly dose: number; readonly isPart: boolean; readonly controlId: string };

/** The vaccination events of sampled persons, against the doses that their messages told of. */
export async function judgeDoses(
  pool: Pool,
  sent: Sent,
  registryPersonsOf: ReadonlyMap<number, ReadonlySet<string>>,
): Promise<DoseFaults> {
  const holders = new Map<string, number>();
  for (const ids of registryPersonsOf.values())
    for (const id of ids) holders.set(id, (holders.get(id) ?? 0) + 1);
  const figures = {
    persons: 0,
    trueDoses: 0,
    reports: 0,
    events: 0,
    missing: 0,
    extra: 0,
    extraInParts: 0,
    suspected: 0,
    thrownTogether: 0,
    unknown: 0,
  };
  const examples = { missing: [] as string[], extra: [] as string[], thrownTogether: [] as string[] };
  for (const [number, [personId, another]] of registryPersonsOf) {
    if (!sent.isSampled(number) || personId === undefined) continue;
    if (another !== undefined || holders.get(personId) !== 1) continue;
    const told = await toldOf(pool, sent, personId);
    const lookup = { keys: [], ids: [personId] };
    const reports = history((await pool.query(unnamed(selectHistory(lookup)))).rows);
    const links = doseLinks((await pool.query(unnamed(selectDoseLinks(lookup)))).rows);
    const events = vaccinationEvents(reports, links).map((event) => ({
      isSuspected: event.suspectOf !== undefined,
      told: event.reports.flatMap(({ reportId }) => told.byReport.get(reportId) ?? []),
      text: event.reports.map(({ segments }) => rxaOf(segments)).join(' = '),
    }));
    figures.persons++;
    figures.reports += reports.length;
    figures.events += events.length;
    figures.trueDoses += told.doses.size;
    figures.suspected += events.filter(({ isSuspected }) => isSuspected).length;
    figures.unknown += events.filter((event) => event.told.length === 0).length;
    for (const event of events) {
      if (new Set(event.told.map(({ dose }) => dose)).size <= 1) continue;
      figures.thrownTogether++;
      examples.thrownTogether.push(`${controlIds(event.told)}: ${event.text}`);
    }
    for (const [dose, controlId] of told.doses) {
      const mine = events.filter((event) => event.told.some((each) => each.dose === dose));
      if (mine.length === 0) {
        figures.missing++;
        examples.missing.push(`${controlId}: dose ${dose} of person ${number}`);
      }
      const counted = mine.filter(({ isSuspected }) => !isSuspected);
      if (counted.length <= 1) continue;
      figures.extra += counted.length - 1;
      const inParts = counted.every((event) => event.told.every(({ isPart }) => isPart));
      if (inParts) figures.extraInParts += counted.length - 1;
      else
        examples.extra.push(counted.map((event) => `${controlIds(event.told)}: ${event.text}`).join(' AND '));
    }
  }
  return {
    figures,
    examples: {
      'doses missing': examples.missing.slice(0, MOST_EXAMPLES),
      'events beyond the true doses, not in parts': examples.extra.slice(0, MOST_EXAMPLES),
      'events of several true doses': examples.thrownTogether.slice(0, MOST_EXAMPLES),
    },
  };
}

/** Which true dose each report of a person tells of, and all doses told of, with the first message that did. */
async function toldOf(
  pool: Pool,
  sent: Sent,
  personId: string,
): Promise<{
  readonly byReport: ReadonlyMap<string, readonly Told[]>;
  readonly doses: ReadonlyMap<number, string>;
}> {
  type Row = {
    readonly report_id: string;
    readonly control_id: string;
    readonly segments: string;
    readonly filler_id: string;
  };
  const { rows } = await pool.query<Row>(
    `select d.report_id, m.control_id, d.segments, d.filler_id from dose_report d
     join message m on m.message_id = d.message_id where d.person_id = $1`,
    [personId],
  );
  const { rows: messages } = await pool.query<{ readonly control_id: string }>(
    'select control_id from message where person_id = $1 order by message_id',
    [personId],
  );
  const doses = new Map<number, string>();
  for (const { control_id: controlId } of messages)
    for (const { dose } of sent.of(controlId)?.doses ?? []) if (!doses.has(dose)) doses.set(dose, controlId);
  const byReport = new Map<string, readonly Told[]>();
  for (const { report_id: reportId, control_id: controlId, segments } of rows) {
    const message = sent.of(controlId);
    if (message) byReport.set(reportId, ordersOf(message).get(orderKey(segments.split('\r'))) ?? []);
  }
  return { byReport, doses };
}

const known = new WeakMap<SentMessage, ReadonlyMap<string, readonly Told[]>>();

/** The orders of a message by what the registry keeps of them. */
function ordersOf(message: SentMessage): ReadonlyMap<string, readonly Told[]> {
  const before = known.get(message);
  if (before) return before;
  const orders = (message.text ?? '').split('\rORC|').slice(1);
  const found = new Map<string, readonly Told[]>();
  message.doses.forEach(({ dose }, index) => {
    const isPart = message.doses.filter((other) => other.dose === dose).length > 1;
    const key = orderKey(`ORC|${orders[index] ?? ''}`.split('\r'));
    // Two orders of one number, day and vaccine cannot be told apart, nor need they be.
    const same = found.get(key) ?? [];
    found.set(key, [...same, { dose, isPart, controlId: message.controlId }]);
  });
  known.set(message, found);
  return found;
}

/** Order number, day and vaccine. */
function orderKey(segments: readonly string[]): string {
  const field = (name: string, at: number): string => {
    const fields = segments.find((segment) => segment.startsWith(`${name}|`))?.split('|') ?? [];
    return fields[at]?.split('^')[0] ?? '';
  };
  return `${field('ORC', 3)} ${field('RXA', 3)} ${field('RXA', 5)}`;
}

function rxaOf(segments: string): string {
  const rxa =
    segments
      .split('\r')
      .find((segment) => segment.startsWith('RXA|'))
      ?.split('|') ?? [];
  const cell = (at: number): string => rxa[at]?.split('^')[0] ?? '';
  return `${cell(3)} CVX ${cell(5)} ${cell(9) === '00' ? 'given' : 'history'}${cell(15) === '' ? '' : ` lot ${cell(15)}`}`;
}

const controlIds = (told: readonly Told[]): string =>
  [...new Set(told.map(({ controlId, dose }) => `${controlId} (dose ${dose})`))].join(', ');

/** On a pool that others use too nothing is prepared. */
const unnamed = ({
  text,
  values,
}: {
  readonly text: string;
  readonly values: readonly unknown[];
}): { text: string; values: unknown[] } => ({ text, values: [...values] });
