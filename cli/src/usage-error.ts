/** Something the user can mend: the message says what is wrong and what to do. Ends the command with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
