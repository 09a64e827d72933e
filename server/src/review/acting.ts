import type { StaffMember } from '../accounts/staff.ts';
import type { Decider } from '../registry/linking-tasks.ts';

/** Who does something now. */
export type Acting = { readonly staff: StaffMember; readonly at: Date; readonly newId: () => string };

export const deciderOf = ({ staff, at, newId }: Acting, reason: string): Decider => ({
  by: staff.staffId,
  reason,
  at,
  newId,
});

/** There is no task, person or merge of the id. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}
