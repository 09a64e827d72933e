import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { Answer } from './Answer.tsx';
import { MessageBody } from './MessageBody.tsx';
import { isQuery, type MessageView, verdictTone } from './messages.ts';

const ALERTS = { good: 'success', warn: 'warning', bad: 'error' } as const;

/** One message: what becomes of it, what to do next, and where in it. Used for what was checked and for what was submitted. */
export function MessageReport({
  message,
  kind,
}: {
  readonly message: MessageView;
  readonly kind: 'check' | 'test';
}) {
  const { t } = useTranslation(['workbench', 'site']);
  const { verdict, type, controlId, cases } = message;
  const said = verdict === 'accepted' && isQuery(message) ? 'answered' : verdict;
  return (
    <div className="workbench-report">
      <Alert
        type={ALERTS[verdictTone(verdict)]}
        headingLevel="h3"
        heading={t(`workbench:verdict.${kind}.${said}`)}
      >
        {t(`workbench:verdict.text.${verdict}`)}
      </Alert>
      <dl className="cairn-facts workbench-facts">
        <dt>{t('workbench:facts.type')}</dt>
        <dd>{type}</dd>
        <dt>{t('workbench:facts.controlId')}</dt>
        <dd className="cairn-code">{controlId}</dd>
        <dt>{t('workbench:facts.shows')}</dt>
        <dd>
          {cases.length === 0
            ? t('workbench:facts.showsNothing')
            : cases.map((each) => t(`site:cases.${each}` as 'site:cases.historical')).join(', ')}
        </dd>
      </dl>
      <Answer message={message} />
      <MessageBody message={message} />
    </div>
  );
}
