import type { Message, Segment } from '@cairn/hl7';
import { checkFields } from './check-fields.ts';
import { cutOff, endsOpen, perhapsCutOff, wasCutOff } from './cut-off.ts';
import type { Ymd } from './dates.ts';
import { readMessage } from './facts/read-message.ts';
import type { Finding } from './finding.ts';
import { type Accepts, checkHeader, kindOf } from './header.ts';
import { excessOf } from './limits.ts';
import { messageFinding } from './message-findings.ts';
import { type Order, ordersOf } from './order.ts';
import type { Policies, Policy } from './policy.ts';
import { compileProfile, type Profile, type ProfileId, PROFILES } from './profile.ts';
import { RECEIVING } from './receiving.ts';
import { RULES } from './rules/index.ts';
import { type CompiledRules, compileRules, runRules } from './run-rules.ts';
import { type Ignored, Sink } from './sink.ts';
import { checkStatements, compileStatements, type CompiledStatements } from './check-statements.ts';
import { noteMisplaced } from './note-structure.ts';
import { checkStructure } from './structure.ts';

/** The guide made ready for one registry: its profiles, statements and rules with that registry's treatments. */
export type Guide = {
  readonly accepts: Accepts;
  readonly profiles: ReadonlyMap<ProfileId, Profile>;
  readonly statements: ReadonlyMap<ProfileId, CompiledStatements>;
  readonly rules: CompiledRules;
  readonly policies: Policies;
};

export type CheckResult = {
  /** Undefined for a message that is none of the guide's. */
  readonly profile: ProfileId | undefined;
  /** What a registry that knows the sender would answer. */
  readonly ack: 'AA' | 'AE' | 'AR';
  /** Errors first; then in the order of the message. */
  readonly findings: readonly Finding[];
  /** Whether nothing of the message may be recorded. */
  readonly isRefused: boolean;
  /** What of an accepted message is not recorded. */
  readonly ignored: readonly Ignored[];
  readonly droppedSegments: ReadonlySet<Segment>;
  /** The orders that may be recorded, without the segments that are not. */
  readonly orders: readonly Order[];
};

/** Profiles that a registry receives; the others it sends, and those keep to the guide to the letter. */
const RECEIVED = new Set<ProfileId>(['Z22', 'Z34', 'Z44']);
const NATIONAL: Accepts = { processingIds: ['P', 'T', 'D'], versions: ['2.5.1'] };

/**
 * Makes the guide ready for checking; takes milliseconds, so do it once.
 * @param policy what the jurisdiction treats differently from `RECEIVING`
 */
export function compileGuide(accepts: Accepts = NATIONAL, policy: Policy = {}): Guide {
  const policies: Policies = [RECEIVING, policy];
  const own = (id: ProfileId): Policies => (RECEIVED.has(id) ? policies : []);
  return {
    accepts,
    policies,
    profiles: new Map(PROFILES.map((id) => [id, compileProfile(id, own(id))])),
    statements: new Map(PROFILES.map((id) => [id, compileStatements(id, own(id))])),
    rules: compileRules(RULES, policies),
  };
}

/**
 * Checks a message against the guide, and a VXU against the data-quality rules. Finds everything in one pass; what
 * builds on something that is wrong is not reported too.
 * @param today the civil day on which it is checked
 * @param text the message as it was received, where that is known: by its end is seen whether it was cut off
 */
export function check(
  message: Message,
  options: { readonly today: Ymd; readonly guide?: Guide; readonly text?: string },
): CheckResult {
  const { guide = nationalGuide(), today, text } = options;
  const sink = examine(message, guide, today, text);
  const findings = sink.inOrder();
  return {
    profile: sink.profile,
    ack: ackOf(sink.whole === 'reject', findings),
    findings,
    isRefused: sink.whole !== 'none',
    ignored: sink.ignored,
    droppedSegments: sink.droppedSegments,
    orders: sink.orders
      .filter((order) => !sink.droppedOrders.has(order))
      .map((order) => withoutDropped(order, sink)),
  };
}

let national: Guide | undefined;

/** The guide as a registry without a jurisdiction of its own treats it. */
export const nationalGuide = (): Guide => (national ??= compileGuide());

/** Looks at everything that there is to look at; without a day, at what the guide alone says. */
export function examine(message: Message, guide: Guide, today?: Ymd, text?: string): Sink {
  const { accepts, profiles, statements, rules } = guide;
  const orders = ordersOf(message);
  const id = profileOf(message);
  const sink = new Sink(id, orders);
  const profile = id && profiles.get(id);
  const excess = excessOf(message);
  if (excess !== undefined) {
    const finding = messageFinding('message-excessive', { excess });
    sink.add(finding, undefined, finding);
    return sink;
  }
  const isReceived = id === undefined || RECEIVED.has(id);
  if (isReceived) checkHeader(message, accepts, sink);
  if (id === 'Z22' && text !== undefined && wasCutOff(message, text)) {
    cutOff(message, sink);
    return sink;
  }
  if (!profile) return sink;

  noteMisplaced(checkStructure(message, profile.structure), isReceived, sink);
  for (const segment of message.segments) {
    const spec = profile.segments.get(segment.name);
    if (spec) checkFields(segment, spec, sink);
  }
  const said = statements.get(profile.id);
  if (said) checkStatements(message, orders, said, sink);
  if (id === 'Z22' && today !== undefined) {
    runRules(readMessage(message, orders, today), message, rules, sink);
    if (text !== undefined && endsOpen(text) && !mentionsDoses(message)) perhapsCutOff(sink);
  }
  return sink;
}

const mentionsDoses = ({ segments }: Message): boolean =>
  segments.some(({ name }) => name === 'ORC' || name === 'RXA');

/** The profile that a message is of: by its type, and by MSH-21 or what it asks where the type has several. */
export function profileOf(message: Message): ProfileId | undefined {
  const msh = message.first('MSH');
  const type = msh?.text(9, 1).trim().toUpperCase();
  const named = msh?.text(21, 1).trim().toUpperCase();
  switch (kindOf(message) ?? type) {
    case 'VXU':
      return 'Z22';
    case 'QBP': {
      const asked = (message.first('QPD')?.text(1).trim().toUpperCase() ?? '') || named;
      if (asked === 'Z44') return 'Z44';
      // A query that names nothing is held against the one for a history; one that names something else is neither.
      return asked === 'Z34' || asked === '' || asked === undefined ? 'Z34' : undefined;
    }
    case 'ACK':
      return 'Z23';
    case 'RSP':
      if (named === 'Z31' || named === 'Z32' || named === 'Z33' || named === 'Z42') return named;
      return message.first('PID') ? 'Z32' : 'Z33';
    default:
      return undefined;
  }
}

function withoutDropped(order: Order, { droppedSegments }: Sink): Order {
  if (!order.rest.some((segment) => droppedSegments.has(segment))) return order;
  return { ...order, rest: order.rest.filter((segment) => !droppedSegments.has(segment)) };
}

/**
 * MSA-1 for what was found (guide, acknowledgement; AIRA): AA with nothing or with information only, AE with any
 * warning or error. AR is for what was refused before its content was looked at.
 */
export function ackOf(isRejected: boolean, findings: readonly Finding[]): 'AA' | 'AE' | 'AR' {
  if (isRejected) return 'AR';
  return findings.every(({ severity }) => severity === 'I') ? 'AA' : 'AE';
}
