import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { MailFilter } from '../staff/search.ts';

export type MailRow =
  paths['/api/mailbox']['get']['responses']['200']['content']['application/json']['mails'][number];
export type Mail = paths['/api/mailbox/{mail}']['get']['responses']['200']['content']['application/json'];

/** What the server lists at once (`server/src/mail/queries.ts`). */
export const MAILS_SHOWN = 200;
/** Whoever waits for an e-mail in the demo sees it come. */
const LOOK_AGAIN = 5000;

export const mailboxQuery = queryOptions({
  queryKey: ['mail', 'mailbox'],
  queryFn: () => answer(api.GET('/api/mailbox')),
  refetchInterval: LOOK_AGAIN,
});
export const mailboxMailQuery = (mail: string) =>
  queryOptions({
    queryKey: ['mail', 'mailbox', mail],
    queryFn: () => answer(api.GET('/api/mailbox/{mail}', { params: { path: { mail } } })),
  });

export const outboxQuery = (state: MailFilter) =>
  queryOptions({
    queryKey: ['mail', 'outbox', state],
    queryFn: () => answer(api.GET('/api/staff/mail', { params: { query: { state } } })),
  });
export const outboxMailQuery = (mail: string) =>
  queryOptions({
    queryKey: ['mail', 'outbox', 'one', mail],
    queryFn: () => answer(api.GET('/api/staff/mail/{mail}', { params: { path: { mail } } })),
  });

/** What somebody has to do something about comes first; the order is kept otherwise. */
export const deadFirst = (mails: readonly MailRow[]): readonly MailRow[] => [
  ...mails.filter(({ state }) => state === 'dead'),
  ...mails.filter(({ state }) => state !== 'dead'),
];
