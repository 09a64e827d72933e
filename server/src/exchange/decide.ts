import { ackOf, type CheckResult, type Finding, hasErrors, kindOf } from '@cairn/guide';
import type { Message } from '@cairn/hl7';
import type { Holder } from '../accounts/queries.ts';
import { localDate } from '../platform/clock.ts';
import type { Jurisdiction, ReadinessCase } from '../platform/jurisdiction.ts';
import { codeKey } from '../registry/organizations.ts';
import { saidAt } from '../registry/said-at.ts';
import { arrivalOf } from './arrival.ts';
import { type AckCode, acknowledge, acknowledgeAsAsked, type AnswerContext } from './acknowledge.ts';
import { checkLocations } from './check-locations.ts';
import { checkQuery, type HistoryQuery } from './check-query.ts';
import { type Comparison, compareWithRegistry } from './comparison.ts';
import { copyTo } from './copy.ts';
import {
  controlIdReused,
  isAnAnswer,
  notAQuery,
  notHistory,
  patientUnreadable,
  tooManyMisses,
} from './decide-findings.ts';
import { type Shown, whomToShow } from './find.ts';
import type { KnownPerson } from '../registry/person-queries.ts';
import { claimsOf, identifyIntake, type Sender } from './identify.ts';
import type { Intake } from './intake.ts';
import { controlKey, type LedgerRow, type Outcome } from './ledger.ts';
import { addressClosed, type Closed } from './old-address.ts';
import { fromStock } from './from-stock.ts';
import type { State } from './read.ts';
import type { Call, FaultReason, Reply } from './call.ts';
import { decideRecord } from './record.ts';
import { respondWithForecast } from './respond-forecast.ts';
import {
  canRespond,
  type QueryStatus,
  respondWithCandidates,
  respondWithHistory,
  respondWithout,
  type ShownPerson,
} from './respond.ts';
import { readSubmission } from './submission.ts';
import { casesShown } from './test-cases.ts';
import { stageOfRefused, testStage } from './test-submission.ts';
import type { Decided } from './write.ts';

export type DecideContext = {
  readonly now: Date;
  readonly jurisdiction: Jurisdiction;
  readonly newId: () => string;
  /** Set where the call cannot be answered by HL7: it is written down as a fault and nothing else. */
  readonly unfit: Unfit | undefined;
  /** Set where it came to an address that was given up: it is refused, whatever it says. */
  readonly closed?: Closed | undefined;
  /** False where the asker has sent too many queries that found no one: then none is looked for. */
  readonly mayMiss: boolean;
};

/** What of a call bears on its answer. */
type Arrived = Pick<Call, 'address' | 'operation'>;

export type Unfit = { readonly kind: FaultReason; readonly detail: string };

export type Decision = { readonly reply: Reply; readonly write: Decided };

/** What is decided of a message, before it is written down. */
type Verdict = {
  readonly outcome: Outcome;
  readonly code: AckCode;
  readonly answer: string;
  readonly findings: readonly Finding[];
  readonly responsibleId?: string;
  readonly personId?: string;
  /** On the testing address: what it shows of the site's readiness. */
  readonly shows?: { readonly cases: readonly ReadinessCase[]; readonly comparison?: Comparison };
} & Pick<Decided, 'effects' | 'controlKey' | 'copyTo' | 'disclosure'>;

/**
 * Decides what one message from a known sender does and how it is answered. Pure: the state was read
 * before, the effects are written after.
 */
export function decide(
  intake: Intake,
  call: Arrived,
  holder: Holder,
  state: State,
  context: DecideContext,
): Decision {
  const messageId = context.newId();
  const row = (
    verdict: Pick<Verdict, 'outcome' | 'findings' | 'answer' | 'responsibleId' | 'personId'>,
    code: LedgerRow['ackCode'],
  ): LedgerRow => ({
    messageId,
    receivedAt: context.now,
    address: call.address,
    operation: call.operation,
    senderId: holder.organizationId,
    credentialId: holder.credentialId,
    responsibleId: verdict.responsibleId,
    type: intake.type,
    controlId: intake.controlId,
    bodyHash: intake.bodyHash,
    text: intake.text,
    outcome: verdict.outcome,
    ackCode: code,
    answer: verdict.answer,
    findings: verdict.findings,
    personId: verdict.personId,
  });

  const tested = ({
    responsibleId,
    shows,
  }: Pick<Verdict, 'responsibleId' | 'shows'>): Pick<Decided, 'test'> => {
    if (call.address === 'production') return {};
    const responsible = state.organizations.find(({ organizationId }) => organizationId === responsibleId);
    const of = responsible ?? (responsibleId === holder.organizationId ? holder : undefined);
    return {
      test: {
        messageId,
        receivedAt: context.now,
        organizationId: (of ?? holder).organizationId,
        senderId: holder.organizationId,
        stage: of
          ? testStage(of.stage)
          : stageOfRefused(
              holder,
              state.organizations.map(({ stage }) => stage),
            ),
        cases: shows?.cases ?? [],
        comparison: shows?.comparison,
      },
    };
  };

  const today = localDate(context.now, context.jurisdiction.timeZone);
  if (context.unfit) {
    const answer = context.unfit.detail;
    const fault = row({ outcome: 'fault', findings: [], answer }, '');
    return {
      reply: context.unfit,
      write: { row: fault, arrival: arrivalOf(intake, fault, today), ...tested({}) },
    };
  }
  const verdict = judge(intake, call, holder, state, { ...context, messageId });
  const decided = row(verdict, verdict.code);
  return {
    reply: { kind: 'answer', text: verdict.answer },
    write: {
      row: decided,
      arrival: arrivalOf(intake, decided, today),
      ...(verdict.effects ? { effects: verdict.effects } : {}),
      ...(verdict.controlKey === undefined ? {} : { controlKey: verdict.controlKey }),
      ...(verdict.copyTo === undefined ? {} : { copyTo: verdict.copyTo }),
      ...(verdict.disclosure ? { disclosure: verdict.disclosure } : {}),
      ...tested(verdict),
    },
  };
}

type JudgeContext = DecideContext & { readonly messageId: string };

function judge(intake: Intake, call: Arrived, holder: Holder, state: State, context: JudgeContext): Verdict {
  const answering: AnswerContext = {
    message: intake.parsed.ok ? intake.parsed.message : undefined,
    controlId: intake.controlId,
    answerId: context.messageId,
    at: context.now,
    pack: context.jurisdiction,
    responsible: '',
  };
  if (!intake.parsed.ok) {
    const { code, message } = intake.parsed.error;
    return refuse(
      'AR',
      [{ code, severity: 'E', hl7: '100', message: `MESSAGE REJECTED. ${message}`, fix: '' }],
      answering,
    );
  }
  const { message, check } = intake.parsed;
  const isQuery = kindOf(message) === 'QBP';
  const who = identifyIntake(intake, call, holder, state.organizations);
  if (context.closed) return refuseAtOldAddress(context.closed, message, answering, who.sender);
  const rejected = rejectionsOf(intake.parsed, call);
  // 200 to 207 refuse before the content is looked at (AR); a missing field is an error in it (AE).
  if (rejected.length > 0 || who.findings.some(({ hl7 }) => hl7.startsWith('2'))) {
    return refuse('AR', [...rejected, ...who.findings], answering);
  }
  if (!who.sender) {
    // Who is identified knows better what is missing than the check does.
    const others = check.findings.filter(({ code }) =>
      who.findings.every((finding) => finding.code !== code),
    );
    return refuse('AE', [...who.findings, ...others], answering);
  }
  const known: AnswerContext = { ...answering, responsible: who.sender.responsible.code };
  return isQuery
    ? judgeQuery(intake.parsed, call, who.sender, state, context, known)
    : judgeSubmission(intake.parsed, intake, call, who.sender, state, context, known);
}

const QUERY_OPERATIONS = new Set(['submitSingleQuery', 'submitBatchQuery']);

/** Why the message is refused as a whole before its content is looked at, whoever sends it; empty where it is not. */
export function rejectionsOf(
  { message, check }: Checked,
  { operation }: Pick<Arrived, 'operation'>,
): readonly Finding[] {
  const kind = kindOf(message);
  return [
    ...check.findings.filter(({ effect }) => effect === 'reject'),
    ...(kind === 'QBP' || !QUERY_OPERATIONS.has(operation) ? [] : [notAQuery()]),
    ...(kind === 'QBP' && operation === 'history-load' ? [notHistory()] : []),
    ...(check.profile !== undefined && kind === undefined ? [isAnAnswer()] : []),
  ];
}

/** Always answered, also where no acknowledgement was asked for: its sender must hear that it goes nowhere. */
function refuseAtOldAddress(
  closed: Closed,
  message: Message,
  answering: AnswerContext,
  sender: Sender | undefined,
): Verdict {
  const findings = [addressClosed(closed)];
  const known = sender ? { ...answering, responsible: sender.responsible.code } : answering;
  const isQuery = kindOf(message) === 'QBP' && canRespond(message);
  return {
    outcome: 'refused',
    code: 'AR',
    answer: isQuery ? respondWithout('AR', findings, known) : acknowledge('AR', findings, known),
    findings,
    ...(sender ? { responsibleId: sender.responsible.organizationId } : {}),
  };
}

/** A message of a known sender, and all that is wrong with it so far. */
type Checked = { readonly message: Message; readonly check: CheckResult };

function refuse(
  code: 'AE' | 'AR',
  findings: readonly Finding[],
  answering: AnswerContext,
  sender?: Sender,
): Verdict {
  return {
    outcome: 'refused',
    code,
    // A query always gets its answer; only a submission says whether it wants one.
    answer: isSubmission(answering)
      ? acknowledgeAsAsked(code, findings, answering)
      : acknowledge(code, findings, answering),
    findings,
    ...(sender ? { responsibleId: sender.responsible.organizationId } : {}),
  };
}

const NEEDS_RECORD = new Set(['nothing-to-delete', 'nothing-to-update']);

const isSubmission = ({ message }: AnswerContext): boolean =>
  message !== undefined && kindOf(message) === 'VXU';

function judgeSubmission(
  { message, check }: Checked,
  intake: Intake,
  call: Arrived,
  sender: Sender,
  state: State,
  context: JudgeContext,
  answering: AnswerContext,
): Verdict {
  const { jurisdiction, now, newId } = context;
  const today = localDate(now, jurisdiction.timeZone);
  const submission = check.isRefused ? undefined : readSubmission(message, check.orders, today);
  if (!submission) {
    const findings = check.isRefused ? check.findings : [patientUnreadable(), ...check.findings];
    return refuse('AE', findings, answering, sender);
  }

  const decision = decideRecord(submission, state, {
    sender,
    at: now,
    saidAt: saidAt(message.first('MSH')?.text(7, 1) ?? '', now, jurisdiction.timeZone),
    newId,
  });
  const recorded = call.address === 'production';
  const { messageId } = context;
  const { funding } = jurisdiction;
  const deduction = recorded
    ? fromStock(decision, state, { message, sender, messageId, at: now, newId, funding })
    : { stock: undefined, findings: [] };
  const findings = [
    ...check.findings,
    ...checkLocations(submission.doses, sender, state.organizations),
    ...deduction.findings,
    // The testing address keeps nothing, so there no dose can be known to update or delete.
    ...decision.findings.filter(({ code }) => recorded || !NEEDS_RECORD.has(code)),
    ...(state.processed.length > 0 ? [controlIdReused()] : []),
  ];
  // A message that could only have brought this person's first dose, and did not, brings nobody.
  const { person, reports } = decision.effects;
  if (person.version === 1 && reports.length === 0 && hasErrors(findings)) {
    return refuse('AE', findings, answering, sender);
  }

  const code = ackOf(false, findings);
  const outcome = hasErrors(findings) ? 'partly-accepted' : 'accepted';
  return {
    outcome,
    code,
    answer: acknowledgeAsAsked(code, findings, answering),
    findings,
    responsibleId: sender.responsible.organizationId,
    ...(recorded
      ? {
          personId: decision.effects.person.personId,
          effects: { ...decision.effects, ...(deduction.stock ? { stock: deduction.stock } : {}) },
          // One whose errors left no dose of it is decided anew when it comes again: a deletion may have overtaken its dose.
          ...(reports.length > 0 || !hasErrors(findings)
            ? { controlKey: controlKey(codeKey(claimsOf(message).sender), intake.controlId) }
            : {}),
          copyTo: copyTo(sender.responsible.region, today, jurisdiction),
        }
      : {
          shows: {
            cases: casesShown(message, outcome, undefined, today, check.orders),
            ...(testStage(sender.responsible.stage) === 'real-data'
              ? {
                  comparison: compareWithRegistry(decision.effects, state.found, submission, state.history),
                }
              : {}),
          },
        }),
  };
}

function judgeQuery(
  { message, check }: Checked,
  call: Arrived,
  sender: Sender,
  state: State,
  context: JudgeContext,
  answering: AnswerContext,
): Verdict {
  const { query, status, findings: missed } = checkQuery(message, check, context.jurisdiction);
  const findings = [...missed, ...check.findings];
  const responsibleId = sender.responsible.organizationId;
  if (!query || status !== 'OK') {
    const refused = status === 'AR' ? 'AR' : 'AE';
    return {
      outcome: 'refused',
      code: refused,
      answer: canRespond(message)
        ? respondWithout(refused, findings, answering)
        : acknowledge(refused, findings, answering),
      findings,
      responsibleId,
    };
  }
  const disclosed = (persons: readonly KnownPerson[], told: QueryStatus): Pick<Verdict, 'disclosure'> =>
    call.address === 'production'
      ? {
          disclosure: {
            eventId: context.newId(),
            at: context.now,
            credentialId: sender.holder.credentialId,
            organizationId: sender.holder.organizationId,
            responsibleId,
            messageId: context.messageId,
            personIds: persons.map(({ personId }) => personId),
            status: told,
          },
        }
      : {};
  if (!context.mayMiss) {
    const stopped = [tooManyMisses(), ...findings];
    const answer = respondWithout('AR', stopped, answering);
    return {
      outcome: 'refused',
      code: 'AR',
      answer,
      findings: stopped,
      responsibleId,
      ...disclosed([], 'AR'),
    };
  }
  const shown = whomToShow(query, state.found, state, sender, context.jurisdiction);
  const { answer, status: told } = answerQuery(query, shown, state, sender, context, answering);
  const persons = shown.kind === 'person' ? [shown.person] : shown.kind === 'candidates' ? shown.persons : [];
  const answered = { outcome: 'answered', code: 'AA', answer, findings, responsibleId } as const;
  if (call.address === 'test') {
    // Whom it shows is invented: the ledger names no person.
    const today = localDate(context.now, context.jurisdiction.timeZone);
    const heard = shown.kind === 'candidates' ? 'several' : told;
    return { ...answered, shows: { cases: casesShown(message, 'answered', heard, today) } };
  }
  return {
    ...answered,
    ...(shown.kind === 'person' ? { personId: shown.person.personId } : {}),
    ...disclosed(persons, told),
  };
}

type Answered = { readonly answer: string; readonly status: QueryStatus };

function answerQuery(
  query: HistoryQuery,
  shown: Shown,
  state: State,
  sender: Sender,
  context: JudgeContext,
  answering: AnswerContext,
): Answered {
  const askedBy = sender.responsible.organizationId;
  const of = (person: KnownPerson): ShownPerson => ({
    person,
    sources: state.sources,
    reports: state.history.filter(({ personId }) => personId === person.personId),
    doseLinks: state.doseLinks.filter(({ personId }) => personId === person.personId),
    askedBy,
  });
  switch (shown.kind) {
    case 'person': {
      const respond = query.kind === 'Z44' ? respondWithForecast : respondWithHistory;
      return { answer: respond(of(shown.person), answering, context.jurisdiction), status: 'OK' };
    }
    case 'candidates':
      return { answer: respondWithCandidates(shown.persons.map(of), answering), status: 'OK' };
    case 'too-many':
      return { answer: respondWithout('TM', [], answering), status: 'TM' };
    case 'not-shared':
      return { answer: respondWithout('PD', [], answering), status: 'PD' };
    case 'nobody':
      return { answer: respondWithout('NF', [], answering), status: 'NF' };
  }
}
