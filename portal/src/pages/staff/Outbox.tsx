import { Button } from '@trussworks/react-uswds';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { Asked, StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { deadFirst, type Mail, outboxMailQuery, outboxQuery } from '../mailbox/data.ts';
import { Letter } from '../mailbox/Letter.tsx';
import { MAIL_TONES, MailList } from '../mailbox/MailList.tsx';
import { useSaid } from '../../components/said.tsx';
import { MAIL_FILTERS, type MailFilter, type OutboxSearch } from './search.ts';
import { StaffOnly } from './StaffOnly.tsx';
import { FilterLinks } from './WorkFilters.tsx';

export function Outbox() {
  return (
    <StaffOnly isAdministrators>
      <Listed />
    </StaffOnly>
  );
}

function Listed() {
  const { t } = useTranslation('mail');
  useTitle(t('outbox.title'));
  const { state = 'all', mail }: OutboxSearch = useSearch({ from: '/staff/mail' });
  const query = useQuery(outboxQuery(state));
  return (
    <div className="cairn-main">
      <h1>{t('outbox.title')}</h1>
      <p className="cairn-lead">{t('outbox.lead')}</p>
      <FilterLinks
        label={t('outbox.filters')}
        links={MAIL_FILTERS.map((each) => ({
          name: each,
          label: t(`outbox.filter.${each}`),
          isCurrent: each === state,
          to: '/staff/mail',
          search: each === 'all' ? {} : { state: each },
        }))}
      />
      <Asked query={query}>
        {({ mails }) =>
          mails.length === 0 && mail === undefined ? (
            <p className="staff-nothing">{t(`outbox.none.${state}`)}</p>
          ) : (
            <div className="mail-columns" data-open={mail !== undefined}>
              <MailList mails={deadFirst(mails)} open={mail} place={{ to: '/staff/mail', state }} />
              <div className="mail-reading">
                {mail === undefined ? <p>{t('choose')}</p> : <Opened mail={mail} state={state} />}
              </div>
            </div>
          )
        }
      </Asked>
    </div>
  );
}

function Opened({ mail, state }: { readonly mail: string; readonly state: MailFilter }) {
  const query = useQuery(outboxMailQuery(mail));
  return (
    <Letter query={query} place={{ to: '/staff/mail', state }}>
      {(opened) => <Delivery mail={opened} />}
    </Letter>
  );
}

/** How its delivery goes, and another try where it was given up. */
function Delivery({ mail }: { readonly mail: Mail }) {
  const { t } = useTranslation('mail');
  const { moment } = useFormat();
  const queries = useQueryClient();
  const { said, say } = useSaid();
  const retry = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/staff/mail/{mail}/retry', { params: { path: { mail: mail.id } } })),
    onSuccess: () => say(t('outbox.retried')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail'] }),
  });
  const { state, attempts, sentAt, nextAt, lastError } = mail;
  return (
    <>
      <dl className="cairn-facts margin-top-1">
        <dt>{t('delivery')}</dt>
        <dd>
          <StateTag tone={MAIL_TONES[state]}>{t(`state.${state}`)}</StateTag>
          {state === 'sent' && sentAt !== null && ` ${moment(sentAt)}`}
        </dd>
        {state === 'waiting' && (
          <>
            <dt>{t('next')}</dt>
            <dd>{moment(nextAt)}</dd>
          </>
        )}
        <dt>{t('attempts')}</dt>
        <dd>{attempts}</dd>
        {lastError !== null && state !== 'sent' && (
          <>
            <dt>{t('error')}</dt>
            <dd>{lastError}</dd>
          </>
        )}
      </dl>
      {said}
      <ErrorSummary error={retry.error} />
      {state === 'dead' && (
        <>
          <p>{t('outbox.dead')}</p>
          <Button type="button" disabled={retry.isPending} onClick={() => retry.mutate()}>
            {retry.isPending ? t('outbox.retrying') : t('outbox.retry')}
          </Button>
        </>
      )}
      <p className="cairn-meta">{t('outbox.hidden')}</p>
    </>
  );
}
