import { useCallback, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fixes, goToFix } from './Fixes.tsx';
import { byPlace, fieldOf, type Numbered, numbered } from './marks.ts';
import type { MessageView } from './messages.ts';
import { Raw } from './Raw.tsx';
import type { Selection } from './selection.ts';
import { Tree } from './Tree.tsx';

const VIEWS = ['tree', 'raw'] as const;

/** What to do about a message, and the message itself, with the numbers of that list at the places it is about. */
export function MessageBody({
  message,
}: {
  readonly message: Pick<MessageView, 'raw' | 'segments' | 'findings'>;
}) {
  const { t } = useTranslation('workbench');
  const prefix = useId();
  const [selection, setSelection] = useState<Selection>();
  const [view, setView] = useState<(typeof VIEWS)[number]>('tree');
  const findings = useMemo(() => numbered(message.findings), [message.findings]);
  const places = useMemo(() => byPlace(findings), [findings]);
  const back = useCallback((finding: Numbered) => goToFix(prefix, finding), [prefix]);
  const { segments } = message;
  const show = (finding: Numbered) => {
    if (finding.node !== null) setSelection({ finding, place: fieldOf(finding.node) });
  };
  return (
    <>
      <h3>{t('fixes.title')}</h3>
      <Fixes findings={findings} prefix={prefix} onShow={show} />
      <h3>{t('message.title')}</h3>
      {findings.length > 0 && <p className="cairn-meta">{t('message.numbers')}</p>}
      <div className="cairn-row workbench-switch" role="group" aria-label={t('message.view')}>
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            className={`usa-button${each === view ? '' : ' usa-button--outline'}`}
            aria-pressed={each === view}
            onClick={() => setView(each)}
          >
            {t(`message.${each}`)}
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
            aria-label={t(`message.${each}`)}
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
    </>
  );
}
