import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { LongTextField } from '../../components/fields.tsx';
import { problemsByField } from '../../components/problems.tsx';
import { Sure } from '../site/Sure.tsx';
import { useTyped } from '../site/use-change.ts';
import { agreementOf, HOUSEHOLD, nameOf, type Task } from './data.ts';

type Decision = 'same' | 'different' | 'later' | 'stays' | 'moves';

/** What can be decided, each asked once more with what will follow. */
export function Decide({ task, say }: { readonly task: Task; readonly say: (text: ReactNode) => void }) {
  const { t } = useTranslation('review');
  const decisions: readonly Decision[] =
    task.kind === 'unmerged-chart'
      ? ['stays', 'moves', 'later']
      : task.persons.length < 2
        ? ['same', 'later']
        : ['different', 'same', 'later'];
  return (
    <section aria-labelledby="decide" className="staff-panel">
      <h2 id="decide">{t('decide.heading')}</h2>
      <p className="cairn-meta">{t('decide.lead')}</p>
      <div className="staff-choices margin-top-2">
        {decisions.map((decision) => (
          <One key={decision} decision={decision} task={task} say={say} />
        ))}
      </div>
    </section>
  );
}

function One({
  decision,
  task,
  say,
}: {
  readonly decision: Decision;
  readonly task: Task;
  readonly say: (text: ReactNode) => void;
}) {
  const { t } = useTranslation('review');
  const queries = useQueryClient();
  const name = `${decision}.reason`;
  const { values, field } = useTyped({ [name]: '' });
  const change = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/review/tasks/{id}/decision', {
          params: { path: { id: task.id } },
          body: { decision, reason: values[name] ?? '' },
        }),
      ).catch((error: unknown) => {
        throw atField(error, name);
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['review'] }),
  });
  return (
    <Sure
      ask={t(`decide.${decision}.ask`)}
      title={t(`decide.${decision}.title`)}
      confirm={t(`decide.${decision}.confirm`)}
      confirming={t('decide.confirming')}
      isGrave={decision === 'same'}
      change={change}
      run={() => change.mutateAsync()}
      onDone={() => say(t(`decide.${decision}.done`))}
      label={() => t('decide.reason')}
    >
      <p>{t(`decide.${decision}.text`)}</p>
      {decision === 'same' && <Against task={task} />}
      <LongTextField
        {...field(name)}
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        problem={problemsByField(change.error).get(name)}
        rows={3}
      />
    </Sure>
  );
}

/** What speaks against one person, once more before it is said that they are one. */
function Against({ task: { fields, persons, given } }: { readonly task: Task }) {
  const { t } = useTranslation('review');
  const differing = fields.filter((each) => each.field !== HOUSEHOLD && agreementOf(each) === 'differs');
  const doses = given.reduce((sum, each) => sum + each.doses.length, 0);
  return (
    <>
      <ul className="usa-list">
        {persons.map((person) => (
          <li key={person.id}>{nameOf(person) || t('unnamed')}</li>
        ))}
        <li>{t('decide.same.doses', { count: doses })}</li>
      </ul>
      {differing.length > 0 && (
        <p className="review-against">
          <strong>{t('decide.same.differ')}</strong>{' '}
          {differing
            .map(({ field }) => t(`field.${field}` as 'field.first', { defaultValue: field }))
            .join(', ')}
        </p>
      )}
    </>
  );
}

/** The refusal with its problem at the field of this decision: several of the page have one. */
export function atField(error: unknown, name: string): unknown {
  if (!(error instanceof Refused)) return error;
  const problems = error.problems.map((each) => (each.where === 'reason' ? { ...each, where: name } : each));
  return new Refused(error.status, error.code, problems);
}
