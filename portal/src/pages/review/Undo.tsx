import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { LongTextField } from '../../components/fields.tsx';
import { problemsByField } from '../../components/problems.tsx';
import { Sure } from '../site/Sure.tsx';
import { useTyped } from '../site/use-change.ts';
import type { Task } from './data.ts';
import { atField } from './Decide.tsx';

const REASON = 'undo.reason';

/** Takes a decision back: a merge is undone by an administrator, another decision is opened again by anybody who reviews. */
export function Undo({
  task,
  isAdministrator,
  say,
}: {
  readonly task: Task;
  readonly isAdministrator: boolean;
  readonly say: (text: ReactNode) => void;
}) {
  const { t } = useTranslation('review');
  const queries = useQueryClient();
  const { values, field } = useTyped({ [REASON]: '' });
  const { merge } = task;
  const reason = values[REASON] ?? '';
  const send = async (): Promise<void> => {
    if (merge) {
      await answer(
        api.POST('/api/persons/{id}/unmerge', {
          params: { path: { id: merge.survivor } },
          body: { batchId: merge.batchId, reason },
        }),
      );
      return;
    }
    await answer(
      api.POST('/api/review/tasks/{id}/reopen', { params: { path: { id: task.id } }, body: { reason } }),
    );
  };
  const change = useMutation({
    mutationFn: () =>
      send().catch((error: unknown) => {
        throw atField(error, REASON);
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['review'] }),
  });
  const kind = merge ? 'merge' : 'decision';
  if (!merge && (task.state === 'same' || task.persons.length < 2)) return null;
  if (merge && !isAdministrator) return <p className="margin-top-3">{t('undo.administrator')}</p>;
  return (
    <section aria-labelledby="undo" className="staff-panel">
      <h2 id="undo">{t('undo.heading')}</h2>
      <div className="staff-choices margin-top-2">
        <Sure
          ask={t(`undo.${kind}.ask`)}
          title={t(`undo.${kind}.title`)}
          confirm={t(`undo.${kind}.confirm`)}
          confirming={t('decide.confirming')}
          change={change}
          run={() => change.mutateAsync()}
          onDone={() => say(t(`undo.${kind}.done`))}
          label={() => t('decide.reason')}
        >
          <p>{t(`undo.${kind}.text`)}</p>
          <LongTextField
            {...field(REASON)}
            label={t('decide.reason')}
            hint={t('decide.reasonHint')}
            problem={problemsByField(change.error).get(REASON)}
            rows={3}
          />
        </Sure>
      </div>
    </section>
  );
}
