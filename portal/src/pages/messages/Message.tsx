import { Alert } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { Answer } from '../workbench/Answer.tsx';
import { ownedBy, remember } from '../workbench/memory.ts';
import { MessageBody } from '../workbench/MessageBody.tsx';
import { type OneMessage, TONES } from './data.ts';
import { Effects } from './Effects.tsx';
import { Related } from './Related.tsx';

const ALERTS = { good: 'success', warn: 'warning', bad: 'error' } as const;

/** One message: what became of it and what to do, what was wrong where, what it did, and what came after it. */
export function Message() {
  const { t } = useTranslation('messages');
  useTitle(t('one.title'));
  const { message = '' } = useParams({ strict: false });
  return (
    <SignedIn>
      {() => (
        <div className="cairn-main messages-one">
          <p>
            <Link to="/exchange/messages" className="usa-link">
              ← {t('one.back')}
            </Link>
          </p>
          <h1>{t('one.title')}</h1>
          <OneOf id={message} />
        </div>
      )}
    </SignedIn>
  );
}

function OneOf({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: ['message', id],
    queryFn: () => answer(api.GET('/api/exchange/messages/{message}', { params: { path: { message: id } } })),
    // It names a patient: forgotten as soon as nobody looks at it, and each look is written down once.
    gcTime: 0,
    staleTime: Infinity,
  });
  return <Asked query={query}>{(message) => <Shown message={message} />}</Asked>;
}

function Shown({ message }: { readonly message: OneMessage }) {
  const { t } = useTranslation('messages');
  const { moment } = useFormat();
  const { outcome, at, sender, responsible, type, controlId, address, operation, isForgotten, forwardedTo } =
    message;
  const corrected = message.related.find((each) => each.id > message.id && TONES[each.outcome] === 'good');
  // Nothing is wrong with what did not get to another registry.
  const verdict = outcome === 'fault' && forwardedTo ? 'undelivered' : outcome;
  const isBad = TONES[outcome] !== 'good';
  const registry = forwardedTo?.name ?? '';
  return (
    <>
      <Alert
        type={ALERTS[outcome === 'forwarded' && message.ackCode !== 'AA' ? 'warn' : TONES[outcome]]}
        headingLevel="h2"
        heading={t(`verdict.${verdict}.title`, { registry })}
        validation
      >
        {isBad && corrected ? (
          <p>
            {t('verdict.corrected')}{' '}
            <Link to="/exchange/messages/$message" params={{ message: corrected.id }} className="usa-link">
              {t('verdict.correctedAt', { when: moment(corrected.at) })}
            </Link>
          </p>
        ) : (
          <p>{t(`verdict.${verdict}.text`)}</p>
        )}
      </Alert>
      <dl className="cairn-facts">
        <dt>{t('fact.received')}</dt>
        <dd>{moment(at)}</dd>
        <dt>{t('fact.site')}</dt>
        <dd>{responsible ? `${responsible.name}, ${responsible.code}` : t('fact.noSite')}</dd>
        {sender.code !== responsible?.code && (
          <>
            <dt>{t('fact.sender')}</dt>
            <dd>{`${sender.name}, ${sender.code}`}</dd>
          </>
        )}
        <dt>{t('fact.type')}</dt>
        <dd>{type === '' ? t('fact.noType') : type}</dd>
        <dt>{t('fact.controlId')}</dt>
        <dd className="cairn-code">{controlId === '' ? t('noControlId') : controlId}</dd>
        <dt>{t('fact.address')}</dt>
        <dd>
          {t(`address.${address}`)} <span className="cairn-meta cairn-code">{operation}</span>
        </dd>
      </dl>
      <section>
        <h2>{t('one.inside')}</h2>
        {isForgotten ? <p>{t('one.forgotten')}</p> : <MessageBody message={message} />}
        <Answer message={message} />
        {!isForgotten && <OpenInWorkbench raw={message.raw} isBad={isBad} />}
      </section>
      <Effects message={message} />
      <Related message={message} />
    </>
  );
}

/** The text goes there in the page's memory, never by an address. */
function OpenInWorkbench({ raw, isBad }: { readonly raw: string; readonly isBad: boolean }) {
  const { t } = useTranslation('messages');
  const navigate = useNavigate();
  const account = useSession()?.account?.email;
  const open = () => {
    ownedBy(account);
    remember({ text: raw.replaceAll(/\r\n?/g, '\n').trimEnd(), checked: undefined, current: 0 });
    void navigate({ to: '/workbench' });
  };
  return (
    <div className="messages-workbench">
      <button type="button" className="usa-button usa-button--outline" onClick={open}>
        {t('workbench.open')}
      </button>
      {isBad && <p className="cairn-meta">{t('workbench.text')}</p>}
    </div>
  );
}
