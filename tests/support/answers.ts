/** Reading HL7 answers, and what the registry holds after them. */
import { STANDARD_DELIMITERS, unescapeText } from '@cairn/hl7';
import type { Client } from 'pg';
import { segments } from './soap.ts';

export type AckError = {
  /** ERR-2 */
  readonly location: string;
  /** ERR-3.1 and its words */
  readonly hl7: string;
  /** ERR-4 */
  readonly severity: string;
  /** ERR-5.1 */
  readonly application: string;
  /** ERR-8: what a person reads */
  readonly text: string;
};

export type Ack = {
  readonly code: string;
  readonly controlId: string;
  readonly errors: readonly AckError[];
};

const part = (field: string | undefined, count: number): string =>
  (field ?? '').split('^').slice(0, count).join('^');

export function ackOf(answer: string): Ack {
  const [msa] = segments(answer, 'MSA');
  return {
    code: msa?.[1] ?? '',
    controlId: msa?.[2] ?? '',
    errors: segments(answer, 'ERR').map((fields) => ({
      location: fields[2] ?? '',
      hl7: part(fields[3], 2),
      severity: fields[4] ?? '',
      application: part(fields[5], 1),
      text: unescapeText(fields[8] ?? '', STANDARD_DELIMITERS),
    })),
  };
}

/** How many rows there are of persons, what was said of them, and doses: what a refusal must leave alone. */
export async function registryCounts(db: Client): Promise<Readonly<Record<string, number>>> {
  const { rows } = await db.query(
    `select (select count(*)::int from person) as person,
       (select count(*)::int from person_key) as person_key,
       (select count(*)::int from person_source) as person_source,
       (select coalesce(sum(version), 0)::int from person) as person_versions,
       (select count(*)::int from dose_report) as dose_report`,
  );
  return rows[0];
}

export type LedgerEntry = {
  readonly messageId: string;
  readonly address: string;
  readonly operation: string;
  readonly type: string;
  readonly outcome: string;
  readonly ackCode: string;
  readonly sender: string;
  readonly responsible: string | null;
  readonly raw: string;
  readonly answer: string;
  /** `code severity path` of each finding */
  readonly findings: readonly string[];
  readonly personId: string | null;
};

type StoredFinding = { readonly code: string; readonly severity: string; readonly path?: string };

/** The ledger rows of a control id in the order in which they came; of all messages where none is given. */
export async function ledger(db: Client, controlId?: string): Promise<readonly LedgerEntry[]> {
  const { rows } = await db.query(
    `select m.*, s.code as sender, r.code as responsible from message m
     join organization s on s.organization_id = m.sender_id
     left join organization r on r.organization_id = m.responsible_id
     where $1::text is null or control_id = $1 order by message_id`,
    [controlId ?? null],
  );
  return rows.map((row) => ({
    messageId: row.message_id,
    address: row.address,
    operation: row.operation,
    type: row.message_type,
    outcome: row.outcome,
    ackCode: row.ack_code,
    sender: row.sender,
    responsible: row.responsible,
    raw: (row.raw as Buffer).toString('utf8'),
    answer: row.answer,
    findings: (row.findings as readonly StoredFinding[]).map(({ code, severity, path }) =>
      [code, severity, path ?? 'message'].join(' '),
    ),
    personId: row.person_id,
  }));
}

/** The newest ledger row. */
export async function lastEntry(db: Client): Promise<LedgerEntry | undefined> {
  return (await ledger(db)).at(-1);
}

/** The doses that a message reported, as stored: action, day, codes. */
export async function reportsOf(db: Client, controlId: string): Promise<readonly string[]> {
  const { rows } = await db.query(
    `select action, administered_on::text as day, vaccine_codes from dose_report
     join message using (message_id) where control_id = $1 order by report_id`,
    [controlId],
  );
  return rows.map((row) => `${row.action} ${row.day} ${row.vaccine_codes}`);
}

/** The doses in a query's answer: day, vaccine, lot, completion and action of each RXA. */
export const dosesShown = (answer: string): readonly string[] =>
  segments(answer, 'RXA').map((rxa) =>
    [rxa[3], part(rxa[5], 1), rxa[15] ?? '', rxa[20], rxa[21]].join(' ').replaceAll(/ +/g, ' '),
  );
