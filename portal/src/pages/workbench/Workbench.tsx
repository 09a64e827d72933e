import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { ownedBy, remember, useWorkbench } from './memory.ts';
import { MessageInput } from './MessageInput.tsx';
import { MAX_TEXT } from './messages.ts';
import { Results } from './Results.tsx';
import { SubmitAsTest } from './SubmitAsTest.tsx';
import { useSummary } from './use-summary.ts';

/** Messages are checked here by whoever likes; nothing of them is kept anywhere but on this page. */
export function Workbench() {
  const { t } = useTranslation('workbench');
  useTitle(t('title'));
  const session = useSession();
  const account = session?.account?.email;
  useEffect(() => {
    if (session) ownedBy(account);
  }, [session, account]);
  const { text, checked, current } = useWorkbench();
  const summary = useSummary();
  const heading = useRef<HTMLHeadingElement>(null);
  const [problem, setProblem] = useState<'empty' | 'large'>();
  const check = useMutation({
    mutationFn: (body: { readonly text: string }) => answer(api.POST('/api/workbench/check', { body })),
    onSuccess: (found, body) => remember({ checked: { text: body.text, answer: found }, current: 0 }),
  });
  const { isSuccess, submittedAt } = check;
  useEffect(() => {
    if (isSuccess) heading.current?.focus();
  }, [isSuccess, submittedAt]);
  const send = () => {
    const found = text.trim() === '' ? 'empty' : text.length > MAX_TEXT ? 'large' : undefined;
    setProblem(found);
    if (found === undefined) check.mutate({ text });
    else document.getElementById('workbench-text')?.focus();
  };
  const isChanged = checked !== undefined && checked.text !== text;
  return (
    <div className="cairn-main">
      <h1>{t('title')}</h1>
      <p className="cairn-lead">{t('lead')}</p>
      <p className="workbench-kept">{t('nothingKept')}</p>
      <ErrorSummary error={check.error} problems={[]} />
      <MessageInput
        text={text}
        problem={problem}
        isChecking={check.isPending}
        site={session?.account?.sites[0]?.code}
        onChange={(changed) => {
          setProblem(undefined);
          remember({ text: changed });
        }}
        onCheck={send}
      />
      <p className="usa-sr-only" role="status">
        {check.isPending ? t('input.checking') : isSuccess && checked ? summary(checked.answer) : ''}
      </p>
      {checked && (
        <>
          {isChanged && <p className="workbench-changed">{t('input.changed')}</p>}
          <Results answer={checked.answer} current={current} heading={heading} />
          <SubmitAsTest key={checked.text} checked={checked} isChanged={isChanged} />
        </>
      )}
    </div>
  );
}
