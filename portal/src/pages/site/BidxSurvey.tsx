import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import type { Survey } from '../../api/site.ts';
import { ChoiceField, LongTextField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { QUESTIONS, useSurveyName } from './survey-questions.ts';
import { SurveyAnswers } from './SurveyAnswers.tsx';
import { afterwards, useChange, useTyped } from './use-change.ts';

/** The BiDX Interest/Readiness Survey: answered once, and corrected whenever something changes. */
export function BidxSurvey({
  site,
  survey,
  isManager,
  say,
}: {
  readonly site: string;
  readonly survey: Survey | null;
  readonly isManager: boolean;
  readonly say: (text: string) => void;
}) {
  const { t } = useTranslation('siteBidx');
  const [isOpen, setOpen] = useState(false);
  if (!survey && !isManager) return <p>{t('survey.notYet')}</p>;
  if (survey && !isOpen) {
    return (
      <>
        <SurveyAnswers survey={survey} />
        {isManager && (
          <div className="cairn-actions">
            <Button type="button" outline onClick={() => setOpen(true)}>
              {t('survey.change')}
            </Button>
          </div>
        )}
      </>
    );
  }
  return (
    <Form
      site={site}
      survey={survey}
      onSaved={() => {
        setOpen(false);
        say(t('survey.done'));
      }}
      {...(survey ? { onCancel: () => setOpen(false) } : {})}
    />
  );
}

function Form({
  site,
  survey,
  onSaved,
  onCancel,
}: {
  readonly site: string;
  readonly survey: Survey | null;
  readonly onSaved: () => void;
  readonly onCancel?: () => void;
}) {
  const { t } = useTranslation(['siteBidx', 'common']);
  const nameOf = useSurveyName();
  const me = useSession()?.account;
  const [answers, setAnswers] = useState<Partial<Survey>>(survey ?? {});
  const { values, field } = useTyped({
    queriesPerDay: survey ? String(survey.queriesPerDay) : '',
    technicalContact: survey?.technicalContact ?? me?.name ?? '',
    technicalEmail: survey?.technicalEmail ?? me?.email ?? '',
    comments: survey?.comments ?? '',
  });
  const save = useChange(site, async () => {
    const { ehrCanQuery, ehrShowsForecast, queryTiming, historySubmitted } = answers;
    const perDay = /^\d{1,7}$/.test(values.queriesPerDay.trim()) ? Number(values.queriesPerDay) : undefined;
    if (
      ehrCanQuery === undefined ||
      ehrShowsForecast === undefined ||
      queryTiming === undefined ||
      historySubmitted === undefined ||
      perDay === undefined
    ) {
      const empty = QUESTIONS.filter(({ name }) => answers[name] === undefined).map(({ name }) => name);
      throw new Refused(400, 'request-invalid', [
        ...empty.map((where) => ({ where, code: 'required', what: '' })),
        ...(perDay === undefined ? [{ where: 'queriesPerDay', code: 'invalid', what: '' }] : []),
      ]);
    }
    const body = {
      ...values,
      ehrCanQuery,
      ehrShowsForecast,
      queryTiming,
      historySubmitted,
      queriesPerDay: perDay,
    };
    return answer(api.PUT('/api/sites/{site}/bidx', { params: { path: { site } }, body }));
  });
  const problems = problemsByField(save.error);
  const text = (name: keyof typeof values) => ({
    ...field(name),
    label: nameOf(name),
    problem: problems.get(name),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void afterwards(save.mutateAsync(undefined), onSaved);
  };
  return (
    <form onSubmit={submit} noValidate className="site-form">
      <ErrorSummary error={save.error} label={nameOf} />
      <p>{t('siteBidx:survey.text')}</p>
      {QUESTIONS.map(({ name, options }) => (
        <ChoiceField
          key={name}
          name={name}
          legend={nameOf(name)}
          problem={problems.get(name)}
          value={answers[name] ?? ''}
          onChange={(value) => setAnswers((before) => ({ ...before, [name]: value }))}
          options={options.map((value) => ({
            value,
            label: t(`siteBidx:survey.${name}.${value}` as 'siteBidx:survey.ehrCanQuery.yes'),
          }))}
        />
      ))}
      <TextField
        {...text('queriesPerDay')}
        inputMode="numeric"
        hint={t('siteBidx:survey.perDayHint')}
        maxLength={7}
      />
      <TextField {...text('technicalContact')} autoComplete="name" hint={t('siteBidx:survey.contactHint')} />
      <TextField {...text('technicalEmail')} type="email" autoComplete="email" />
      <LongTextField {...text('comments')} isOptional rows={3} hint={t('siteBidx:survey.commentsHint')} />
      <div className="cairn-actions">
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? t('siteBidx:survey.saving') : t('siteBidx:survey.save')}
        </Button>
        {onCancel && (
          <Button type="button" outline onClick={onCancel}>
            {t('common:form.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
