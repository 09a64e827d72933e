/** What the address of the mailbox may say: which e-mail is open. */
export type MailboxSearch = { readonly mail?: string };

export const mailboxSearch = ({ mail }: Readonly<Record<string, unknown>>): MailboxSearch =>
  typeof mail === 'string' && mail !== '' ? { mail } : {};
