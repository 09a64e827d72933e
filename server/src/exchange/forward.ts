import { kindOf } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import type { Holder } from '../accounts/queries.ts';
import { isStale } from '../platform/database/pipeline.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { codeKey } from '../registry/organizations.ts';
import { arrivalOf } from './arrival.ts';
import type { Call, Reply } from './call.ts';
import { rejectionsOf } from './decide.ts';
import { DELIVERY_FAULTS, type Delivery, type Gateway } from './delivery.ts';
import { DELIVERY_ADVICE, failureWords } from './delivery-words.ts';
import { claimsOf, type Sender } from './identify.ts';
import type { Intake } from './intake.ts';
import { controlKey, type LedgerRow } from './ledger.ts';
import type { QueryStatus } from './respond.ts';
import type { Decided } from './write.ts';

/** Where a message is decided: here, or by the registry behind that endpoint. */
export type Route =
  | { readonly kind: 'here' }
  | { readonly kind: 'forward'; readonly endpointId: string }
  /** It is to go there, and staff has set up, or enabled, no endpoint of that id. */
  | { readonly kind: 'not-set-up'; readonly endpointId: string };

const HERE: Route = { kind: 'here' };

/**
 * Where what that organization sends goes: to the partner whose registry it belongs to, always; before the cut-over to the
 * registry of its region, where there is a connection to it; else it is decided here. The registered organization decides,
 * whatever MSH-6 names.
 * @param today the civil day in the jurisdiction
 */
export function routeOf(
  { responsible: { routedTo, region } }: Pick<Sender, 'responsible'>,
  { cutOver }: Pick<Jurisdiction, 'cutOver'>,
  today: string,
  gateway: Pick<Gateway, 'isOpenTo'> | undefined,
): Route {
  const isOpenTo = (id: string): boolean => gateway?.isOpenTo(id) ?? false;
  if (routedTo !== undefined) {
    return { kind: isOpenTo(routedTo) ? 'forward' : 'not-set-up', endpointId: routedTo };
  }
  // Recorded here until its region is connected: better than to lose it, and it can be sent there later (backfill).
  return today < cutOver.day && region !== undefined && isOpenTo(region)
    ? { kind: 'forward', endpointId: region }
    : HERE;
}

/**
 * The same of a message as it came in. What was entered on a page is about the record that the page shows, so it stays here; so
 * does what is refused as a whole (AR). What is wrong in its fields is for the other registry to judge.
 */
export function routeOfIntake(
  intake: Intake,
  call: Pick<Call, 'address' | 'operation' | 'identity'>,
  sender: Sender | undefined,
  { cutOver }: Pick<Jurisdiction, 'cutOver'>,
  today: string,
  gateway: Gateway | undefined,
): Route {
  if (call.address !== 'production' || call.identity.kind !== 'password' || !sender) return HERE;
  if (!intake.parsed.ok || kindOf(intake.parsed.message) === undefined) return HERE;
  if (rejectionsOf(intake.parsed, call).length > 0) return HERE;
  return routeOf(sender, { cutOver }, today, gateway);
}

/** Sends each message once, however often it has to be written down. */
export function forwardingOnce(gateway: Gateway | undefined): Gateway['forward'] {
  let delivered: Promise<Delivery> | undefined;
  return (endpointId, text) => {
    delivered ??= gateway ? gateway.forward(endpointId, text) : Promise.resolve(notSetUp());
    return delivered;
  };
}

export const notSetUp = (): Delivery => ({
  kind: 'failed',
  fault: 'not-set-up',
  mayHaveArrived: false,
  words: 'No connection to this registry is set up, or it is switched off.',
});

/** Where a message was sent, in the words of the jurisdiction's pack. */
export type Destination = { readonly id: string; readonly name: string };

export function destinationOf(
  endpointId: string,
  { regions, partners }: Pick<Jurisdiction, 'regions' | 'partners'>,
): Destination {
  const partner = partners.find(({ id }) => id === endpointId);
  const region = regions.find(({ id }) => id === endpointId);
  const regional = region && `the registry of the region ${region.name}`;
  return { id: endpointId, name: partner?.name ?? regional ?? `the registry ${endpointId}` };
}

/** What is answered, and written down, of a message that another registry was to answer. */
export function forwarded(
  delivery: Delivery,
  intake: Intake,
  call: Pick<Call, 'address' | 'operation'>,
  { holder, responsible }: Sender,
  {
    destination,
    ...context
  }: {
    readonly destination: Destination;
    readonly now: Date;
    readonly today: string;
    readonly messageId: string;
    readonly eventId: string;
  },
): { readonly reply: Reply; readonly write: Decided } {
  const words = delivery.kind === 'failed' ? failureWords(delivery, destination.name) : '';
  const row: LedgerRow = {
    messageId: context.messageId,
    receivedAt: context.now,
    address: call.address,
    operation: call.operation,
    senderId: holder.organizationId,
    credentialId: holder.credentialId,
    responsibleId: responsible.organizationId,
    type: intake.type,
    controlId: intake.controlId,
    bodyHash: intake.bodyHash,
    text: intake.text,
    forwardedTo: destination.id,
    personId: undefined,
    ...(delivery.kind === 'answered'
      ? { outcome: 'forwarded', ackCode: delivery.code, answer: delivery.text, findings: [] }
      : {
          outcome: 'fault',
          ackCode: '',
          answer: words,
          findings: [
            {
              code: `delivery-${delivery.fault}`,
              severity: 'E',
              hl7: '207',
              message: delivery.words,
              fix: DELIVERY_ADVICE[DELIVERY_FAULTS[delivery.fault].retry],
            },
          ],
        }),
  };
  const key = delivery.kind === 'answered' ? keyOf(delivery.code, intake) : undefined;
  return {
    reply:
      delivery.kind === 'answered'
        ? { kind: 'answer', text: delivery.text }
        : {
            kind: 'delivery',
            fault: delivery.fault,
            destinationId: destination.id,
            mayHaveArrived: delivery.mayHaveArrived,
            detail: words,
          },
    write: {
      row,
      arrival: arrivalOf(intake, row, context.today),
      ...(key === undefined ? {} : { controlKey: key }),
      ...(delivery.kind === 'answered' && isQuery(intake)
        ? {
            disclosure: {
              eventId: context.eventId,
              at: context.now,
              credentialId: holder.credentialId,
              organizationId: holder.organizationId,
              responsibleId: responsible.organizationId,
              messageId: context.messageId,
              personIds: [],
              status: statusIn(delivery),
              registry: destination.id,
            },
          }
        : {}),
    },
  };
}

const isQuery = ({ parsed }: Intake): boolean => parsed.ok && kindOf(parsed.message) === 'QBP';

/** QAK-2 (HL7 table 0208, and what the CDC added), where it says one; else the code of the acknowledgement. */
function statusIn({ text, code }: Extract<Delivery, { readonly kind: 'answered' }>): string {
  const read = parseMessage(text);
  const said = read.ok ? (read.message.first('QAK')?.text(2).trim() ?? '') : '';
  return STATUSES.has(said) ? said : code;
}
const STATUSES: ReadonlySet<string> = new Set<QueryStatus>(['OK', 'NF', 'TM', 'PD', 'AE', 'AR']);

/**
 * By which a resend finds its answer. One that was refused before it was looked at (AR), or never arrived, is sent on again, since
 * what was in its way may be mended; a query is asked anew, since there may be a newer history.
 */
function keyOf(code: 'AA' | 'AE' | 'AR', { parsed, controlId }: Intake): string | undefined {
  return parsed.ok && code !== 'AR' && kindOf(parsed.message) === 'VXU'
    ? controlKey(codeKey(claimsOf(parsed.message).sender), controlId)
    : undefined;
}

/**
 * The other registry has answered and it could not be written down. The sender hears that there is no answer at the moment and
 * sends again: the message goes there once more, where its control id says that it is the same.
 */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
}

/** @throws AnswerLost; where the state moved on in between the error as it came, to be tried again */
export async function writtenDown(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isStale(error)) throw error;
    throw new AnswerLost('the answer of another registry could not be written down', { cause: error });
  }
}

/** The holder as a regional registry sees it: the credential of the central one speaks for every site. */
export const speakingForAll = (holder: Holder, sendsForAll: string | undefined): Holder =>
  sendsForAll === holder.codeKey ? { ...holder, sendsForAll: true } : holder;
