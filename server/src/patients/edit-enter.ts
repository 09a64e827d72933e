import { ymdOf } from '@cairn/guide';
import { mayShareChart, unpackPerson } from '@cairn/matching';
import { sql } from 'kysely';
import type { Finding } from '@cairn/guide';
import { type Intake, takeIn } from '../exchange/intake.ts';
import { identifyIntake } from '../exchange/identify.ts';
import type { Outcome } from '../exchange/ledger.ts';
import { questionsOf, readState, settle } from '../exchange/read.ts';
import { receive } from '../exchange/receive.ts';
import { readSubmission } from '../exchange/submission.ts';
import { ApiError, type ApiProblem, problem } from '../platform/api.ts';
import { monthOf } from '../platform/database/migrate.ts';
import type { PortalParts } from '../portal-parts.ts';
import { codeKey } from '../registry/organizations.ts';
import type { KnownPerson } from '../registry/person-queries.ts';
import { maySee } from '../registry/visibility.ts';
import { judged } from './edit-findings.ts';

export type Entered = { readonly messageId: string; readonly personId: string };

/** An entry that would be taken as it stands. */
export type Checked = { readonly text: string; readonly intake: Intake };

/**
 * Checks what was entered as the exchange will, before anything of it is recorded.
 * @param doubts what else somebody should look at once more
 * @throws ApiError with the fields to correct, or with those to look at once more and confirm
 */
export function checkEntry(
  text: string,
  { exchange, jurisdiction }: Pick<PortalParts, 'exchange' | 'jurisdiction'>,
  today: string,
  confirmed: readonly string[] = [],
  doubts: readonly ApiProblem[] = [],
): Checked {
  const intake = takeIn(text, exchange.guideOn(jurisdiction, today), ymdOf(today));
  if (!intake.parsed.ok) throw new ApiError(400, 'entry-refused');
  const { refused, doubted } = judged(intake.parsed.check.findings, intake.parsed.message);
  if (refused.length > 0) throw new ApiError(400, 'request-invalid', refused);
  const open = [...doubted, ...doubts].filter(({ code }) => !confirmed.includes(code));
  if (open.length > 0) throw new ApiError(409, 'confirmation-needed', open);
  return { text, intake };
}

/** @throws ApiError where what was entered describes somebody else: the exchange would make a person of it */
export function refuseAnother({ intake }: Checked, person: KnownPerson, code: string, today: string): void {
  const { parsed } = intake;
  const said = parsed.ok ? readSubmission(parsed.message, parsed.check.orders, today) : undefined;
  const record = said?.record(codeKey(code));
  const known = person.records.map(unpackPerson);
  if (record && known.length > 0 && !known.some((other) => mayShareChart(record, other))) {
    throw new ApiError(400, 'request-invalid', [problem('last', 'another-patient')]);
  }
}

/**
 * Those who may be the patient that was entered, whom the organization may know of. Nothing is recorded.
 * @throws ApiError where the organization may not enter anything now
 */
export async function alikeTo(
  { intake }: Checked,
  { exchange, jurisdiction }: Pick<PortalParts, 'exchange' | 'jurisdiction'>,
  organizationId: string,
  today: string,
): Promise<readonly KnownPerson[]> {
  const context = { jurisdiction, today, matching: exchange.matching() };
  // As at the testing address: there nobody is found of whom the organization may not know.
  const questions = questionsOf(
    intake,
    {
      address: 'test',
      operation: 'submitSingleMessage',
      identity: { kind: 'portal', organizationId },
      facilityId: '',
      text: intake.text,
    },
    context,
  );
  const read = await readState(exchange.reader, questions);
  if (!read.holder) throw new ApiError(403, 'not-allowed');
  const call = { address: 'production', operation: 'portal-entry' } as const;
  const { sender, findings } = identifyIntake(intake, call, read.holder, read.organizations);
  if (!sender) throw refusalOf(findings);
  const state = await settle(exchange.reader, questions, read, sender, context);
  const { found } = state;
  const ids = new Set([
    ...(found.kind === 'person' ? [found.person.personId] : []),
    ...found.doubts.map(({ personId }) => personId),
  ]);
  return state.persons.filter(
    (person) => ids.has(person.personId) && maySee(person, state.sources, organizationId),
  );
}

/**
 * Hands an entry to the exchange, as a message of the organization.
 * @throws ApiError where it was not recorded
 */
export async function enter(
  { text }: Pick<Checked, 'text'>,
  { exchange, database, clock }: Pick<PortalParts, 'exchange' | 'database' | 'clock'>,
  organizationId: string,
): Promise<Entered> {
  const since = monthOf(clock.now());
  const received = await receive(
    {
      address: 'production',
      operation: 'portal-entry',
      identity: { kind: 'portal', organizationId },
      facilityId: '',
      text,
    },
    exchange,
  );
  const { messageId } = received;
  if (received.kind !== 'answer' || messageId === undefined) throw new ApiError(400, 'entry-refused');
  const { rows } = await sql<{
    readonly outcome: Outcome;
    readonly findings: readonly Finding[];
    readonly personId: string | null;
  }>`select outcome, findings, person_id as "personId" from message
     where month >= ${since} and message_id = ${messageId}`.execute(database.kysely);
  const row = rows[0];
  if (!row || row.personId === null || row.outcome !== 'accepted') throw refusalOf(row?.findings ?? []);
  if (row.findings.some(({ code }) => OVERTAKEN.has(code))) throw new ApiError(409, 'changed-meanwhile');
  return { messageId, personId: row.personId };
}

/** The exchange's own system said something newer of the dose meanwhile. */
const OVERTAKEN = new Set([
  'newer-known',
  'deleted-before',
  'nothing-to-delete',
  'delete-differs',
  'ambiguous-order-number',
]);

function refusalOf(findings: readonly Finding[]): ApiError {
  if (findings.some(({ code }) => code === 'organization-suspended')) {
    return new ApiError(403, 'organization-suspended');
  }
  if (findings.some(({ code }) => OVERTAKEN.has(code))) return new ApiError(409, 'changed-meanwhile');
  return new ApiError(400, 'entry-refused', judged(findings, undefined).refused);
}
