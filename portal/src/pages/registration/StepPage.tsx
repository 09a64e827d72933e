import { Link, useNavigate } from '@tanstack/react-router';
import { type FocusEvent, type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Problem, Refused } from '../../api/client.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { type Registration, STEPS, type Step } from './data.ts';
import { Later } from './Later.tsx';
import { useFieldName } from './names.ts';
import { Saving } from './Saving.tsx';
import { StepForms } from './StepForms.tsx';
import type { StepProps } from './step-props.ts';
import { Steps } from './Steps.tsx';
import { useStep } from './use-step.ts';
import { useSubmit } from './use-submit.ts';
import { isSame, textOf, valueOf } from './values.ts';

/** A step: its form, what is wrong with it, and the way on and back. */
export function StepPage({
  step,
  registration,
}: {
  readonly step: Step;
  readonly registration: Registration;
}) {
  const { t } = useTranslation(['registration', 'common']);
  const nameOf = useFieldName();
  const navigate = useNavigate();
  const form = useStep(step, registration);
  const [refused, setRefused] = useState<Refused>();
  const [isGoing, setGoing] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const submit = useSubmit(step === 'agreement');
  const heading = t(`wizard.headings.${step}`);
  useTitle(t('wizard.title', { step: heading }));
  const index = STEPS.indexOf(step);
  const [before, after] = [STEPS[index - 1], STEPS[index + 1]];

  const found = problemsOf(registration, step);
  const problems = new Map(found.map(({ where, code }) => [where, code]));
  // What is empty is only called missing when somebody wants to go on; what is wrong, as soon as they have left the field.
  // The server's word holds for what it has seen: it is gone while somebody mends it.
  const seen = registration.answers[step] ?? {};
  const problem = (name: string): string | undefined => {
    const typed = valueOf(form.values, name);
    if (!isSame(typed, valueOf(seen, name))) return undefined;
    return refused || (left.has(name) && !isSame(typed, '')) ? problems.get(name) : undefined;
  };
  const text: StepProps['text'] = (name) => ({
    name,
    label: nameOf(name),
    value: textOf(form.values, name),
    onChange: (value) => form.set(name, value),
    problem: problem(name),
  });

  const goOn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isGoing) return;
    setGoing(true);
    const saved = await form.save();
    setGoing(false);
    if (!saved) return;
    const wrong = problemsOf(saved, step);
    if (wrong.length > 0) return setRefused(new Refused(400, 'request-invalid', wrong));
    setRefused(undefined);
    if (after) return void navigate({ to: '/register/$step', params: { step: after } });
    submit.send(saved);
  };
  const leave = ({ target, relatedTarget }: FocusEvent): void => {
    // Not on the way to a button: a message that appears would push it away from under the pointer.
    const isOnward = relatedTarget instanceof HTMLInputElement || relatedTarget instanceof HTMLSelectElement;
    const name = target.getAttribute('name');
    if (isOnward && name !== null && !left.has(name)) setLeft(new Set([...left, name]));
  };
  const isSending = isGoing || submit.isSending;
  return (
    <>
      <Steps current={step} registration={registration} heading={heading} />
      <ErrorSummary error={refused ?? null} label={nameOf} />
      {registration.invitedBy && step === 'place' && (
        <p className="registration-note">{t('wizard.invited', registration.invitedBy)}</p>
      )}
      <form onSubmit={(event) => void goOn(event)} onBlur={leave} noValidate className="registration-form">
        <StepForms step={step} submit={submit} props={{ form, registration, text, problem }} />
        <Saving form={form} />
        <div className="cairn-actions">
          {before && (
            <Link to="/register/$step" params={{ step: before }} className="usa-button usa-button--outline">
              {t('common:form.back')}
            </Link>
          )}
          <button type="submit" className="usa-button" disabled={isSending}>
            {isSending
              ? t(after ? 'wizard.continuing' : 'agreement.submitting')
              : t(after ? 'common:form.next' : 'agreement.submit')}
          </button>
        </div>
      </form>
      <Later registration={registration} save={form.save} />
    </>
  );
}

/**
 * What is wrong with a step. What is empty is missing, whatever form it should have; the agreement's version is no field and is
 * named together with its acceptance.
 */
const problemsOf = ({ steps, answers }: Registration, step: Step): readonly Problem[] =>
  (steps.find((each) => each.step === step)?.problems ?? [])
    .filter(({ where, code }) => step !== 'agreement' || where !== 'version' || code !== 'required')
    .map((found) =>
      valueOf(answers[step] ?? {}, found.where) === '' ? { ...found, code: 'required' } : found,
    );
