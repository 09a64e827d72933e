import { Alert, Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { ErrorSummary, fieldId } from '../../components/problems.tsx';
import type { Course, Graded } from './data.ts';

type Given = Readonly<Record<number, number>>;

/** The questions of a course. They are graded by the server; here nobody knows what is right. */
export function Quiz({
  course,
  quiz: { questions, passAt, attemptsLeft },
}: {
  readonly course: string;
  readonly quiz: NonNullable<Course['quiz']>;
}) {
  const { t } = useTranslation('training');
  const [given, setGiven] = useState<Given>({});
  const [graded, setGraded] = useState<Graded>();
  const queries = useQueryClient();
  const open = questions.flatMap((_question, index) => (given[index] === undefined ? [index] : []));
  const send = useMutation({
    mutationFn: () => {
      if (open.length > 0) {
        const problems = open.map((index) => ({ where: `q${index}`, code: 'required', what: '' }));
        throw new Refused(400, 'request-invalid', problems);
      }
      const answers = questions.map((_question, index) => given[index] ?? 0);
      return answer(
        api.POST('/api/training/{course}/quiz', { params: { path: { course } }, body: { answers } }),
      );
    },
    onSuccess: (result) => {
      setGraded(result);
      void queries.invalidateQueries({ queryKey: ['training'] });
      if (result.isPassed) void queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setGraded(undefined);
    send.mutate();
  };
  const count = questions.length;
  const isMissing = (index: number): boolean =>
    send.error !== null && given[index] === undefined && send.error instanceof Refused;
  if (graded?.isPassed) return <Result graded={graded} />;
  return (
    <section id="quiz" className="people-lesson">
      <h2>{t('course.quiz')}</h2>
      <p>{t('course.quizLead', { passAt, count })}</p>
      {graded && <Result graded={graded} />}
      <form onSubmit={submit} noValidate>
        <ErrorSummary
          error={send.error}
          label={(where) => t('course.question', { number: Number(where.slice(1)) + 1, count })}
        />
        {questions.map(({ text, options }, index) => {
          const isWrong = graded?.wrong.includes(index) ?? false;
          const note = isWrong ? t('course.wrong') : isMissing(index) ? t('course.open') : undefined;
          const id = fieldId(`q${index}`);
          return (
            <fieldset
              key={text}
              className="usa-fieldset people-question"
              data-wrong={note !== undefined}
              id={id}
              tabIndex={-1}
              aria-describedby={note === undefined ? undefined : `${id}-note`}
            >
              <legend className="usa-legend">
                <span className="cairn-meta">{t('course.question', { number: index + 1, count })}</span>
                <br />
                {text}
              </legend>
              {note !== undefined && (
                <span className="usa-error-message" id={`${id}-note`}>
                  {note}
                </span>
              )}
              {options.map((option, number) => (
                <div className="usa-radio" key={option}>
                  <input
                    className="usa-radio__input"
                    type="radio"
                    id={`${id}-${number}`}
                    name={`q${index}`}
                    checked={given[index] === number}
                    onChange={() => setGiven((before) => ({ ...before, [index]: number }))}
                  />
                  <label className="usa-radio__label" htmlFor={`${id}-${number}`}>
                    {option}
                  </label>
                </div>
              ))}
            </fieldset>
          );
        })}
        <p className="cairn-meta">
          {attemptsLeft === 0 ? t('course.noneLeft') : t('course.left', { count: attemptsLeft })}
        </p>
        <Button type="submit" disabled={send.isPending || attemptsLeft === 0}>
          {send.isPending ? t('course.sending') : t('course.send')}
        </Button>
      </form>
    </section>
  );
}

/** What came of an attempt; the focus goes there. */
function Result({ graded: { isPassed, right, questions, passAt } }: { readonly graded: Graded }) {
  const { t } = useTranslation('training');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} role="status" className="site-said">
      <Alert
        type={isPassed ? 'success' : 'warning'}
        headingLevel="h3"
        heading={t(isPassed ? 'course.passed' : 'course.failed')}
        validation
      >
        <p>{t(isPassed ? 'course.passedText' : 'course.failedText', { right, count: questions, passAt })}</p>
        {isPassed && (
          <Link to="/training" className="usa-link">
            {t('course.back')}
          </Link>
        )}
      </Alert>
    </div>
  );
}
