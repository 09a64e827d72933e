export type LinkFault =
  | 'unknown-person'
  | 'same-person'
  | 'not-active'
  | 'sealed'
  | 'held-apart'
  | 'unknown-merge'
  | 'already-undone'
  | 'undo-later-first'
  | 'not-merged-so'
  | 'task-closed'
  | 'other-question';

/** Two persons cannot be linked, or parted, as asked. The message says why and what would do, without patient data. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
  readonly fault: LinkFault;

  constructor(fault: LinkFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
