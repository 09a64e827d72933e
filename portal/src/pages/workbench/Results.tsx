import { Alert } from '@trussworks/react-uswds';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { remember } from './memory.ts';
import { MessageReport } from './MessageReport.tsx';
import type { Checked } from './messages.ts';
import { useSummary } from './use-summary.ts';
import { Verdict } from './Verdict.tsx';

/** What the check found: each message for itself, with the way from one to the next. */
export function Results({
  answer,
  current,
  heading,
}: {
  readonly answer: Checked;
  readonly current: number;
  /** Gets the focus when a check is done. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { t } = useTranslation('workbench');
  const summary = useSummary();
  const { messages, unreadable } = answer;
  const message = messages[current];
  return (
    <section className="workbench-results">
      <h2 ref={heading} tabIndex={-1}>
        {t('result.title')}
        {messages.length !== 1 && <span className="workbench-summary"> {summary(answer)}</span>}
      </h2>
      {unreadable.length > 0 && (
        <Alert
          validation
          type={messages.length === 0 ? 'error' : 'warning'}
          headingLevel="h3"
          heading={t('result.unreadable')}
          className="margin-bottom-2"
        >
          <ul className="usa-list">
            {unreadable.map(({ line, what }) => (
              <li key={`${line} ${what}`}>
                {t('result.line', { line })} <span lang="en">{what}</span>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {messages.length > 1 && <Choice messages={messages} current={current} />}
      {message && <MessageReport key={current} message={message} kind="check" />}
    </section>
  );
}

function Choice({ messages, current }: { readonly messages: Checked['messages']; readonly current: number }) {
  const { t } = useTranslation('workbench');
  const position = useRef<HTMLParagraphElement>(null);
  const step = (to: number) => {
    remember({ current: to });
    // The button may have gone with the last message.
    position.current?.focus();
  };
  return (
    <nav aria-label={t('result.choose')} className="workbench-choice">
      <ol className="workbench-choice__list">
        {messages.map((message, index) => (
          <li key={index}>
            <button
              type="button"
              className="workbench-choice__one"
              aria-current={index === current}
              onClick={() => remember({ current: index })}
            >
              <span>{index + 1}.</span>
              <span className="cairn-code">
                {message.controlId === '' ? t('result.noId') : message.controlId}
              </span>
              <Verdict verdict={message.verdict} />
            </button>
          </li>
        ))}
      </ol>
      <div className="cairn-row">
        <p ref={position} tabIndex={-1} className="workbench-choice__position" role="status">
          {t('result.position', { n: current + 1, count: messages.length })}
        </p>
        {current > 0 && (
          <button type="button" className="usa-button usa-button--outline" onClick={() => step(current - 1)}>
            {t('result.previous')}
          </button>
        )}
        {current < messages.length - 1 && (
          <button type="button" className="usa-button usa-button--outline" onClick={() => step(current + 1)}>
            {t('result.next')}
          </button>
        )}
      </div>
    </nav>
  );
}
