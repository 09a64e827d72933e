import type { Message, Segment } from '@cairn/hl7';
import type { Order } from './order.ts';
import { type Policies, type Treatment, treatmentOf } from './policy.ts';
import type { ProfileId } from './profile.ts';
import type { Sink } from './sink.ts';
import { type Statement, STATEMENTS } from './statements.ts';

/** The statements of a profile by segment, with their treatments. */
export type CompiledStatements = ReadonlyMap<
  string,
  readonly { readonly statement: Statement; readonly treatment: Treatment }[]
>;

/** The guide says SHALL: what does not hold is an error unless a policy says otherwise. */
const SHALL: Treatment = { severity: 'E', effect: 'none' };

export function compileStatements(id: ProfileId, policies: Policies): CompiledStatements {
  const bySegment = new Map<string, { statement: Statement; treatment: Treatment }[]>();
  for (const statement of STATEMENTS) {
    if (!statement.profiles.includes(id)) continue;
    const treatment = treatmentOf(statement.code, placeOf(statement), SHALL, policies);
    if (treatment.severity === 'off') continue;
    const list = bySegment.get(statement.segment) ?? [];
    list.push({ statement, treatment });
    bySegment.set(statement.segment, list);
  }
  return bySegment;
}

const placeOf = ({ segment, field, component }: Statement): string =>
  `${segment}-${field}${component === undefined ? '' : `.${component}`}`;

export function checkStatements(
  message: Message,
  orderOf: ReadonlyMap<Segment, Order>,
  statements: CompiledStatements,
  sink: Sink,
): void {
  const seen = new Map<string, number>();
  let observations = 0;
  for (const segment of message.segments) {
    const list = statements.get(segment.name);
    if (!list) continue;
    const inMessage = (seen.get(segment.name) ?? 0) + 1;
    seen.set(segment.name, inMessage);
    const order = orderOf.get(segment);
    // Counted from the dose on, also where the dose is in no order because its ORC is missing.
    if (segment.name === 'RXA') observations = 0;
    if (segment.name === 'OBX') observations += 1;
    const place = segment.name === 'OBX' ? observations : inMessage;
    for (const { statement, treatment } of list) {
      const { field, component } = statement;
      if (!statement.whenEmpty && segment.raw(field) === '') continue;
      if (statement.holds(segment, { rxa: order?.rxa, inMessage, inOrder: place })) continue;
      if (!statement.whenEmpty && segment.state(field) !== 'valued') continue;
      // A value that is none at all has been reported as that.
      if (sink.hasAt(segment, field)) continue;
      const spot = { segment, field, ...(component === undefined ? {} : { component }) };
      const application = statement.application === undefined ? {} : { application: statement.application };
      sink.add({ ...statement, ...application }, spot, treatment, { segment, field, repetition: 1 });
    }
  }
}
