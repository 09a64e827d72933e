import { Button } from '@trussworks/react-uswds';
import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/problems.tsx';
import { afterwards } from './use-change.ts';

/**
 * Something with consequences: a button that first says what will follow and asks whether that is meant. The focus goes to the
 * question, and back to the button where it is answered with no.
 */
export function Sure<Answer>({
  ask,
  about,
  title,
  confirm,
  confirming,
  isGrave = false,
  change,
  run,
  onDone,
  label,
  under,
  children,
}: {
  /** What the button says, and of what: several of a page say the same. */
  readonly ask: string;
  readonly about?: string;
  readonly title: string;
  readonly confirm: string;
  readonly confirming: string;
  /** What cannot be taken back. */
  readonly isGrave?: boolean;
  readonly change: Pick<UseMutationResult<Answer, Error, never>, 'error' | 'isPending' | 'reset'>;
  readonly run: () => Promise<Answer>;
  readonly onDone?: (answer: Answer) => void;
  readonly label?: (where: string) => string;
  /** As `ErrorSummary` has it. */
  readonly under?: string;
  /** The consequences, and what is asked beside them. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const id = useId();
  useEffect(() => {
    if (isOpen) question.current?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const close = (): void => {
    change.reset();
    setOpen(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void afterwards(run(), (done) => {
      // What was done says so itself, and takes the focus.
      wasOpen.current = false;
      close();
      onDone?.(done);
    });
  };
  if (!isOpen) {
    return (
      <button
        type="button"
        ref={opener}
        className="usa-button usa-button--outline site-ask"
        aria-label={about === undefined ? undefined : `${ask}: ${about}`}
        onClick={() => setOpen(true)}
      >
        {ask}
      </button>
    );
  }
  return (
    <form className="site-sure" data-grave={isGrave} onSubmit={submit} noValidate aria-labelledby={id}>
      <p ref={question} tabIndex={-1} id={id} className="site-sure__title">
        {title}
      </p>
      <ErrorSummary
        error={change.error}
        {...(label ? { label } : {})}
        {...(under === undefined ? {} : { under })}
      />
      {children}
      <div className="cairn-actions">
        <Button type="submit" secondary={isGrave} disabled={change.isPending}>
          {change.isPending ? confirming : confirm}
        </Button>
        <Button type="button" outline onClick={close}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
