import { Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useSaid } from '../../components/said.tsx';
import { StateTag } from '../../components/states.tsx';
import { useFormat } from '../../components/format.ts';
import { useTyped } from '../site/use-change.ts';
import type { EndpointView } from './data.ts';

/** When nothing is sent, because the other registry is not there. */
export function Maintenance({ view }: { readonly view: EndpointView }) {
  const { t } = useTranslation('outbound');
  const { moment } = useFormat();
  const queries = useQueryClient();
  const { said, say } = useSaid();
  const endpoint = view.registry.id;
  const end = useMutation({
    mutationFn: ({ id }: EndpointView['maintenance'][number]) =>
      answer(
        api.POST('/api/staff/outbound/{endpoint}/maintenance/{window}/end', {
          params: { path: { endpoint, window: id } },
        }),
      ),
    onSuccess: (_done, { isNow }) => say(t(isNow ? 'maintenance.ended' : 'maintenance.tookBack')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbound'] }),
  });
  return (
    <section className="site-section">
      <h2>{t('maintenance.title')}</h2>
      <p className="outbound-text">{t('maintenance.lead')}</p>
      {said}
      <ErrorSummary error={end.error} />
      {view.maintenance.length === 0 ? (
        <p>{t('maintenance.none')}</p>
      ) : (
        <ul className="outbound-list">
          {view.maintenance.map((window) => {
            const period = t('maintenance.window', {
              from: moment(window.beginsAt),
              to: moment(window.endsAt),
            });
            const doing = window.isNow ? t('maintenance.end') : t('maintenance.takeBack');
            return (
              <li key={window.id}>
                <span className="cairn-row">
                  {window.isNow && <StateTag tone="info">{t('maintenance.now')}</StateTag>}
                  <span>{period}</span>
                  {view.may.change && (
                    <button
                      type="button"
                      className="usa-button usa-button--unstyled"
                      aria-label={`${doing}: ${period}`}
                      disabled={end.isPending}
                      onClick={() => end.mutate(window)}
                    >
                      {doing}
                    </button>
                  )}
                </span>
                {window.note !== '' && <span className="staff-row__facts">{window.note}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {view.may.change && (
        <details className="outbound-more">
          <summary>{t('maintenance.plan')}</summary>
          <Plan view={view} say={say} />
        </details>
      )}
    </section>
  );
}

function Plan({ view, say }: { readonly view: EndpointView; readonly say: (text: string) => void }) {
  const { t } = useTranslation('outbound');
  const zone = useSession()?.timeZone ?? '';
  const queries = useQueryClient();
  const { values, clear, field } = useTyped({
    day: view.today,
    time: '',
    lastDay: view.today,
    lastTime: '',
    note: '',
  });
  const plan = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/staff/outbound/{endpoint}/maintenance', {
          params: { path: { endpoint: view.registry.id } },
          body: {
            beginsAt: `${values.day}T${twoDigits(values.time)}`,
            endsAt: `${values.lastDay}T${twoDigits(values.lastTime)}`,
            note: values.note,
          },
        }),
      ),
    onSuccess: () => {
      clear();
      say(t('maintenance.saved'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbound'] }),
  });
  const problems = problemsByField(plan.error);
  const hint = t('maintenance.timeHint', { zone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    plan.mutate();
  };
  return (
    <form className="site-form" onSubmit={submit} noValidate>
      <ErrorSummary
        error={plan.error}
        label={(where) =>
          t(
            where === 'beginsAt'
              ? 'maintenance.time'
              : where === 'endsAt'
                ? 'maintenance.lastTime'
                : 'maintenance.note',
          )
        }
      />
      <div className="site-pair">
        <TextField {...field('day')} type="date" label={t('maintenance.day')} />
        <TextField
          {...field('time')}
          name="beginsAt"
          label={t('maintenance.time')}
          hint={hint}
          problem={problems.get('beginsAt')}
        />
      </div>
      <div className="site-pair">
        <TextField {...field('lastDay')} type="date" label={t('maintenance.lastDay')} />
        <TextField
          {...field('lastTime')}
          name="endsAt"
          label={t('maintenance.lastTime')}
          hint={hint}
          problem={problems.get('endsAt')}
        />
      </div>
      <TextField
        {...field('note')}
        label={t('maintenance.note')}
        isOptional
        maxLength={200}
        problem={problems.get('note')}
      />
      <div className="cairn-actions">
        <Button type="submit" disabled={plan.isPending}>
          {plan.isPending ? t('maintenance.saving') : t('maintenance.save')}
        </Button>
      </div>
    </form>
  );
}

/** `9:30` is typed as well as `09:30`. */
const twoDigits = (time: string): string => time.trim().padStart(5, '0');
