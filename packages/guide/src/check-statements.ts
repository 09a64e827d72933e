import type { Message, Segment } from '@cairn/hl7';
import { comesAgain, isStandard, mayBeKept, Memory } from './memory.ts';
import type { Order } from './order.ts';
import { type Policies, type Treatment, treatmentOf } from './policy.ts';
import type { ProfileId } from './profile.ts';
import type { Sink } from './sink.ts';
import { type Beside, type Statement, STATEMENTS } from './statements.ts';

type CompiledStatement = { readonly statement: Statement; readonly treatment: Treatment };
type OfSegment = {
  readonly all: readonly CompiledStatement[];
  readonly besides: readonly CompiledStatement[];
  /** Texts of which all holds that does not look beside them; undefined where none are kept. */
  readonly sound: Memory<true> | undefined;
};

/** The statements of a profile by segment, with their treatments. */
export type CompiledStatements = ReadonlyMap<string, OfSegment>;

/** The guide says SHALL: what does not hold is an error unless a policy says otherwise. */
const SHALL: Treatment = { severity: 'E', effect: 'none' };

export function compileStatements(id: ProfileId, policies: Policies): CompiledStatements {
  const bySegment = new Map<string, CompiledStatement[]>();
  for (const statement of STATEMENTS) {
    if (!statement.profiles.includes(id)) continue;
    const treatment = treatmentOf(statement.code, placeOf(statement), SHALL, policies);
    if (treatment.severity === 'off') continue;
    const list = bySegment.get(statement.segment) ?? [];
    list.push({ statement, treatment });
    bySegment.set(statement.segment, list);
  }
  return new Map(
    [...bySegment].map(([name, all]) => [
      name,
      {
        all,
        besides: all.filter(({ statement }) => statement.looksBeside),
        sound: comesAgain({ name }) ? new Memory() : undefined,
      },
    ]),
  );
}

const placeOf = ({ segment, field, component }: Statement): string =>
  `${segment}-${field}${component === undefined ? '' : `.${component}`}`;

export function checkStatements(
  message: Message,
  orders: readonly Order[],
  statements: CompiledStatements,
  sink: Sink,
): void {
  const seen = new Map<string, number>();
  let observations = 0;
  let order = 0;
  for (const segment of message.segments) {
    const { name } = segment;
    const list = statements.get(name);
    if (!list) continue;
    const inMessage = (seen.get(name) ?? 0) + 1;
    seen.set(name, inMessage);
    // Counted from the dose on, also where the dose is in no order because its ORC is missing.
    if (name === 'RXA') observations = 0;
    if (name === 'OBX') observations += 1;
    // Orders stand in the order of their ORCs.
    const rxa = name === 'ORC' && orders[order]?.orc === segment ? orders[order++]?.rxa : undefined;
    const beside = { rxa, inMessage, inOrder: name === 'OBX' ? observations : inMessage };
    const { all, besides } = list;
    const sound = isStandard(segment) ? list.sound : undefined;
    const text = sound ? segment.toString() : '';
    if (sound?.get(text)) checkAll(besides, segment, beside, sink);
    else if (checkAll(all, segment, beside, sink) && sound && mayBeKept(segment)) sound.keep(text, true);
  }
}

/** Whether all hold. */
function checkAll(list: readonly CompiledStatement[], segment: Segment, beside: Beside, sink: Sink): boolean {
  let allHold = true;
  for (const { statement, treatment } of list) {
    const { field, component } = statement;
    if (!statement.whenEmpty && segment.raw(field) === '') continue;
    if (statement.holds(segment, beside)) continue;
    allHold = false;
    if (!statement.whenEmpty && segment.state(field) !== 'valued') continue;
    // A value that is none at all has been reported as that.
    if (sink.hasAt(segment, field)) continue;
    const spot = { segment, field, ...(component === undefined ? {} : { component }) };
    const application = statement.application === undefined ? {} : { application: statement.application };
    sink.add({ ...statement, ...application }, spot, treatment, { segment, field, repetition: 1 });
  }
  return allHold;
}
