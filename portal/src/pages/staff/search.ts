import { mailboxSearch, type MailboxSearch } from '../mailbox/search.ts';

/** As the server has them (`workListQuery`). */
export const FILTERS = [
  'all',
  'testing',
  'real-data',
  'second-approval',
  'bidx',
  'deduction',
  'suspended',
  'production',
] as const;
export type Filter = (typeof FILTERS)[number];

export const MAIL_FILTERS = ['all', 'dead', 'waiting', 'sent'] as const;
export type MailFilter = (typeof MAIL_FILTERS)[number];

type Typed = Readonly<Record<string, unknown>>;
const MOST_SEARCHED = 100;

/** What the address of the work list may say. Names and ids of sites stand there, nothing of a patient. */
export type WorkListSearch = { readonly step?: Filter; readonly search?: string };
/** What the address of the outbox may say. */
export type OutboxSearch = MailboxSearch & { readonly state?: MailFilter };

export function workListSearch({ step, search }: Typed): WorkListSearch {
  const known = FILTERS.find((each) => each === step);
  // The router reads `?search=101` as a number.
  const words = typeof search === 'string' || typeof search === 'number' ? String(search).trim() : '';
  return {
    ...(known === undefined || known === 'all' ? {} : { step: known }),
    ...(words === '' ? {} : { search: words.slice(0, MOST_SEARCHED) }),
  };
}

export function outboxSearch(typed: Typed): OutboxSearch {
  const known = MAIL_FILTERS.find((each) => each === typed['state']);
  return { ...mailboxSearch(typed), ...(known === undefined || known === 'all' ? {} : { state: known }) };
}
