import type { Segment } from '@cairn/hl7';
import type { ApplicationError, Effect, Finding, Hl7Error, Severity, ValueClass } from './finding.ts';
import type { Order } from './order.ts';
import type { Treatment } from './policy.ts';
import type { ProfileId } from './profile.ts';

/** What a finding points to. */
export type Spot = {
  readonly segment: Segment;
  readonly field?: number;
  readonly repetition?: number;
  readonly component?: number;
  readonly subcomponent?: number;
};

/** A value that is not recorded: a component, or without one a whole repetition. */
export type Ignored = {
  readonly segment: Segment;
  readonly field: number;
  readonly repetition: number;
  readonly component?: number;
};

export type Noted = {
  readonly code: string;
  readonly value: ValueClass;
  readonly hl7: Hl7Error;
  readonly application?: ApplicationError;
  readonly message: string;
  readonly fix: string;
};

/** Segments of which a message has one: they are named without a number. */
const SINGLE = new Set(['MSH', 'PID', 'PD1', 'MSA', 'QAK', 'QPD', 'RCP']);
/** Without these there is no message; without those no order. */
const WHOLE_MESSAGE = new Set(['MSH', 'PID', 'MSA', 'QAK', 'QPD', 'RCP']);
const WHOLE_ORDER = new Set(['ORC', 'RXA']);
const RANK: Readonly<Record<Effect, number>> = {
  none: 0,
  value: 1,
  segment: 2,
  dose: 3,
  message: 4,
  reject: 5,
};

/** A finding with what it points to. */
export type SinkEntry = { readonly finding: Finding; readonly spot?: Spot; readonly ignored?: Ignored };

const placeOf = ({ spot }: SinkEntry): number => (spot ? spot.segment.line * 1000 + (spot.field ?? 0) : 0);

export const worse = (a: Effect, b: Effect): Effect => (RANK[a] >= RANK[b] ? a : b);

/** Collects what is found in one message, and what must not be recorded because of it. */
export class Sink {
  readonly ignored: Ignored[] = [];
  readonly droppedSegments = new Set<Segment>();
  readonly droppedOrders = new Set<Order>();
  /** The worst of what happens to the message as a whole. */
  whole: 'none' | 'message' | 'reject' = 'none';
  private readonly codes = new Map<Segment, Set<string>>();
  private readonly fields = new Map<Segment, Set<number>>();
  /** In the order in which they were found. */
  readonly entries: SinkEntry[] = [];
  /** Undefined for a message that is none of the guide's. */
  readonly profile: ProfileId | undefined;
  readonly orders: readonly Order[];
  private bySegment: Map<Segment, Order> | undefined;

  constructor(profile: ProfileId | undefined, orders: readonly Order[]) {
    this.profile = profile;
    this.orders = orders;
  }

  /** The order that a segment is in. Asked for where something is found, so it is not known before. */
  orderOf(segment: Segment): Order | undefined {
    this.bySegment ??= new Map(
      this.orders.flatMap((order) => [order.orc, order.rxa, ...order.rest].map((part) => [part, order])),
    );
    return this.bySegment.get(segment);
  }

  /** Whether a code was found at a segment: what builds on it has nothing to stand on. */
  has(segment: Segment | undefined, code: string): boolean {
    return segment !== undefined && (this.codes.get(segment)?.has(code) ?? false);
  }

  /** Whether the value of a field was found to be none. */
  hasAt(segment: Segment, field: number): boolean {
    return this.fields.get(segment)?.has(field) ?? false;
  }

  /** Errors, warnings, information; each in the order of the message. */
  inOrder(): readonly Finding[] {
    const rank = { E: 0, W: 1, I: 2 } as const;
    return this.entries
      .toSorted((a, b) => rank[a.finding.severity] - rank[b.finding.severity] || placeOf(a) - placeOf(b))
      .map(({ finding }) => finding);
  }

  /** Takes down that a segment is not there at all: what cannot be without it is not recorded. */
  addMissing(noted: Noted, name: string, effect: 'none' | 'message' = 'message'): void {
    const { code, value, hl7, fix } = noted;
    const severity = effect === 'none' ? 'W' : 'E';
    const message = effect === 'none' ? noted.message : `MESSAGE REJECTED. ${noted.message}`;
    this.entries.push({ finding: { code, severity, path: name, value, effect, hl7, message, fix } });
    if (effect === 'message' && this.whole === 'none') this.whole = 'message';
  }

  /**
   * Takes a finding down. An effect on a segment becomes one on the order or the message that cannot be without it
   * (guide table 3-1), and what is not recorded makes the finding an error.
   */
  add(noted: Noted, spot: Spot | undefined, treatment: Treatment, ignored?: Ignored): void {
    if (treatment.severity === 'off') return;
    const effect = this.effectOn(spot?.segment, treatment.effect);
    const severity: Severity = RANK[effect] >= RANK.segment ? 'E' : treatment.severity;
    const what = treatment.message ?? noted.message;
    const application = treatment.application ?? noted.application;
    const found: Finding = {
      code: noted.code,
      severity,
      ...(spot ? { path: pathOf(spot) } : {}),
      value: noted.value,
      effect,
      hl7: treatment.hl7 ?? noted.hl7,
      ...(application === undefined ? {} : { application }),
      message: worded(what, effect, spot?.segment.name, treatment.readAs),
      fix: treatment.fix ?? noted.fix,
    };
    this.entries.push({ finding: found, ...(spot ? { spot } : {}), ...(ignored ? { ignored } : {}) });
    if (effect === 'message' && this.whole === 'none') this.whole = 'message';
    if (effect === 'reject') this.whole = 'reject';
    if (!spot) return;
    const { segment } = spot;
    const known = this.codes.get(segment);
    if (known) known.add(noted.code);
    else this.codes.set(segment, new Set([noted.code]));
    // A code that is no longer in use is a value all the same, which a statement may exclude.
    if (spot.field !== undefined && noted.code !== 'code-retired') {
      const fields = this.fields.get(segment);
      if (fields) fields.add(spot.field);
      else this.fields.set(segment, new Set([spot.field]));
    }
    if (effect === 'value' && ignored) this.ignored.push(ignored);
    if (effect === 'segment') this.drop(segment);
    if (effect === 'dose') {
      const order = this.orderOf(segment);
      if (order) this.droppedOrders.add(order);
    }
  }

  /** With an observation go its notes: they would read as notes on the one before. */
  private drop(segment: Segment): void {
    this.droppedSegments.add(segment);
    const rest = this.orderOf(segment)?.rest ?? [];
    for (const next of segment.name === 'OBX' ? rest.slice(rest.indexOf(segment) + 1) : []) {
      if (next.name !== 'NTE') return;
      this.droppedSegments.add(next);
    }
  }

  private effectOn(segment: Segment | undefined, effect: Effect): Effect {
    if (!segment) return effect === 'segment' || effect === 'dose' ? 'message' : effect;
    if (effect !== 'segment') return effect;
    if (WHOLE_MESSAGE.has(segment.name)) return 'message';
    return WHOLE_ORDER.has(segment.name) ? 'dose' : 'segment';
  }
}

export function pathOf({ segment, field, repetition = 1, component, subcomponent }: Spot): string {
  let path =
    SINGLE.has(segment.name) && segment.occurrence === 1
      ? segment.name
      : `${segment.name}[${segment.occurrence}]`;
  if (field === undefined) return path;
  path += `-${field}`;
  if (repetition > 1) path += `[${repetition}]`;
  if (component === undefined) return path;
  path += `.${component}`;
  return subcomponent === undefined ? path : `${path}.${subcomponent}`;
}

const NOT_RECORDED: Readonly<Record<string, string>> = {
  NK1: 'This contact was not recorded.',
  OBX: 'This observation was not recorded.',
  RXR: 'Route and site were not recorded.',
  NTE: 'This note was not recorded.',
};

/** Says what became of the data, in words after what is wrong. */
function worded(
  what: string,
  effect: Effect,
  segment: string | undefined,
  readAs: string | undefined,
): string {
  switch (effect) {
    case 'none':
      return readAs === undefined ? what : `${what} It was taken as ${readAs}.`;
    case 'value':
      return readAs === undefined ? `${what} The value was ignored.` : `${what} It was taken as ${readAs}.`;
    case 'segment':
      return `${what} ${NOT_RECORDED[segment ?? ''] ?? 'This segment was ignored.'}`;
    case 'dose':
      return `${what} This dose was not recorded.`;
    case 'message':
    case 'reject':
      return what.startsWith('MESSAGE REJECTED') ? what : `MESSAGE REJECTED. ${what}`;
  }
}
