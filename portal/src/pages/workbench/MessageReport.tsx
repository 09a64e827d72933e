import { Alert } from '@trussworks/react-uswds';
import { useCallback, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from './Answer.tsx';
import { Fixes, goToFix } from './Fixes.tsx';
import { byPlace, fieldOf, type Numbered, numbered } from './marks.ts';
import { isQuery, type MessageView, verdictTone } from './messages.ts';
import { Raw } from './Raw.tsx';
import type { Selection } from './selection.ts';
import { Tree } from './Tree.tsx';

const ALERTS = { good: 'success', warn: 'warning', bad: 'error' } as const;
const VIEWS = ['tree', 'raw'] as const;

/** One message: what becomes of it, what to do next, and where in it. Used for what was checked and for what was submitted. */
export function MessageReport({
  message,
  kind,
}: {
  readonly message: MessageView;
  readonly kind: 'check' | 'test';
}) {
  const { t } = useTranslation(['workbench', 'site']);
  const prefix = useId();
  const [selection, setSelection] = useState<Selection>();
  const [view, setView] = useState<(typeof VIEWS)[number]>('tree');
  const findings = useMemo(() => numbered(message.findings), [message.findings]);
  const places = useMemo(() => byPlace(findings), [findings]);
  const back = useCallback((finding: Numbered) => goToFix(prefix, finding), [prefix]);
  const { verdict, type, controlId, cases, segments } = message;
  const said = verdict === 'accepted' && isQuery(message) ? 'answered' : verdict;
  const show = (finding: Numbered) => {
    if (finding.node !== null) setSelection({ finding, place: fieldOf(finding.node) });
  };
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
      <h3>{t('workbench:fixes.title')}</h3>
      <Fixes findings={findings} prefix={prefix} onShow={show} />
      <h3>{t('workbench:message.title')}</h3>
      {findings.length > 0 && <p className="cairn-meta">{t('workbench:message.numbers')}</p>}
      <div className="cairn-row workbench-switch" role="group" aria-label={t('workbench:message.view')}>
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            className={`usa-button${each === view ? '' : ' usa-button--outline'}`}
            aria-pressed={each === view}
            onClick={() => setView(each)}
          >
            {t(`workbench:message.${each}`)}
          </button>
        ))}
      </div>
      <div className="workbench-views" data-view={view}>
        {VIEWS.map((each) => (
          <section
            key={each}
            className="workbench-panel"
            data-panel={each}
            data-alone={each === view}
            tabIndex={0}
            aria-label={t(`workbench:message.${each}`)}
            lang="en"
          >
            {each === 'raw' ? (
              <Raw message={message} places={places} selection={selection} />
            ) : (
              <Tree segments={segments} places={places} prefix={prefix} selection={selection} onBack={back} />
            )}
          </section>
        ))}
      </div>
    </div>
  );
}
