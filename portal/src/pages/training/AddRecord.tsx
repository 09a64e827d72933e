import { Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { SelectField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useTyped } from '../site/use-change.ts';
import type { Records } from './data.ts';

/** One completion that staff record. */
export function AddRecord({
  courses,
  say,
}: {
  readonly courses: Records['courses'];
  readonly say: (text: string) => void;
}) {
  const { t } = useTranslation('training');
  const { values, field, clear } = useTyped({ email: '', course: '', completedOn: '' });
  const queries = useQueryClient();
  const record = useMutation({
    mutationFn: () => answer(api.POST('/api/staff/training', { body: values })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['training'] }),
  });
  const problems = problemsByField(record.error);
  const label = (where: string): string =>
    t(where === 'email' ? 'records.add.email' : where === 'course' ? 'records.add.course' : 'records.add.on');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { email } = values;
    record.mutate(undefined, {
      onSuccess: ({ isNew }) => {
        clear();
        say(isNew ? t('records.add.done', { email }) : t('records.add.already'));
      },
    });
  };
  return (
    <section className="site-section">
      <h2>{t('records.add.title')}</h2>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={record.error} label={label} />
        <TextField
          {...field('email')}
          label={label('email')}
          problem={problems.get('email')}
          type="email"
          autoComplete="off"
        />
        <SelectField
          {...field('course')}
          label={label('course')}
          problem={problems.get('course')}
          empty={t('records.add.choose')}
          options={courses.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField
          {...field('completedOn')}
          label={label('completedOn')}
          problem={problems.get('completedOn')}
          type="date"
        />
        <div className="cairn-actions">
          <Button type="submit" disabled={record.isPending}>
            {record.isPending ? t('records.add.doing') : t('records.add.do')}
          </Button>
        </div>
      </form>
    </section>
  );
}
