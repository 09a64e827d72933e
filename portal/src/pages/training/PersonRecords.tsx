import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { LongTextField } from '../../components/fields.tsx';
import { useFormat } from '../../components/format.ts';
import { problemsByField } from '../../components/problems.tsx';
import { StateTag } from '../../components/states.tsx';
import { Sure } from '../site/Sure.tsx';
import type { Records } from './data.ts';

type Person = Records['people'][number];
type Completion = Person['completions'][number];
type Say = (text: string) => void;

const TONES = {
  missing: 'warn',
  enrolled: 'info',
  completed: 'good',
  expiring: 'warn',
  expired: 'bad',
} as const;

export function PersonRecords({ person, say }: { readonly person: Person; readonly say: Say }) {
  const { t } = useTranslation(['training', 'people']);
  const { name, email, roles, courses, completions } = person;
  return (
    <section className="cairn-panel">
      <h2 className="site-name">{name}</h2>
      <p className="cairn-meta margin-y-05">
        {[
          email,
          ...(roles.length === 0 ? [t('training:records.noRoles')] : []),
          ...roles.map(({ code, userRole }) => `${t(`people:role.${userRole}`)} (${code})`),
        ].join(' · ')}
      </p>
      {courses.map(({ id, title, state }) => (
        <p key={id} className="cairn-row margin-y-05">
          {title} <StateTag tone={TONES[state]}>{t(`training:mine.state.${state}`)}</StateTag>
        </p>
      ))}
      {completions.length === 0 ? (
        <p>{t('training:records.noCompletions')}</p>
      ) : (
        <ul className="people-requests" aria-label={t('training:records.completions', { name })}>
          {completions.map((completion) => (
            <One key={completion.id} completion={completion} say={say} />
          ))}
        </ul>
      )}
    </section>
  );
}

function One({ completion, say }: { readonly completion: Completion; readonly say: Say }) {
  const { t } = useTranslation('training');
  const { day } = useFormat();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const { id, course, completedOn, expiresOn, how, recordedBy, withdrawn } = completion;
  const take = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/staff/training/{completion}/withdraw', {
          params: { path: { completion: id } },
          body: { reason },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['training'] }),
  });
  return (
    <li>
      <strong>{course}</strong>
      <p className="cairn-meta margin-y-05">
        {[
          `${t('records.on')} ${day(completedOn)}`,
          expiresOn === null ? t('records.never') : `${t('records.ends')} ${day(expiresOn)}`,
          ...(recordedBy === null && how !== 'quiz'
            ? []
            : [t(`records.hows.${how}`, { name: recordedBy ?? '' })]),
        ].join(' · ')}
      </p>
      {withdrawn ? (
        <p className="margin-y-05">
          {t('records.withdrawn', { name: withdrawn.by, reason: withdrawn.reason })}
        </p>
      ) : (
        <Sure
          ask={t('records.take.ask')}
          about={`${course}, ${day(completedOn)}`}
          title={t('records.take.title', { what: course })}
          confirm={t('records.take.do')}
          confirming={t('records.take.doing')}
          isGrave
          change={take}
          run={() => take.mutateAsync(undefined)}
          onDone={() => say(t('records.take.done'))}
          label={() => t('records.take.reason')}
        >
          <p>{t('records.take.text')}</p>
          <LongTextField
            name="reason"
            label={t('records.take.reason')}
            problem={problemsByField(take.error).get('reason')}
            value={reason}
            onChange={setReason}
            rows={2}
          />
        </Sure>
      )}
    </li>
  );
}
