import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { TextField } from '../../components/fields.tsx';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useSaid } from '../../components/said.tsx';
import { StateTag } from '../../components/states.tsx';
import { useNumber } from '../monitoring/numbers.ts';
import { Sure } from '../site/Sure.tsx';
import { useTyped } from '../site/use-change.ts';
import type { EndpointView } from './data.ts';

type Run = EndpointView['backfills'][number];
const TONES = { waiting: 'info', running: 'info', done: 'good', stopped: 'plain' } as const;

/** A period that the registry gets once more, and how far that is. */
export function Backfill({ view }: { readonly view: EndpointView }) {
  const { t } = useTranslation('outbound');
  const queries = useQueryClient();
  const { said, say } = useSaid();
  const endpoint = view.registry.id;
  const onSettled = () => queries.invalidateQueries({ queryKey: ['outbound'] });
  const stop = useMutation({
    mutationFn: ({ id }: Run) =>
      answer(
        api.POST('/api/staff/outbound/{endpoint}/backfill/{backfill}/stop', {
          params: { path: { endpoint, backfill: id } },
        }),
      ),
    onSuccess: () => say(t('backfill.stopped')),
    onSettled,
  });
  const isBusy = view.backfills.some(({ state }) => state === 'waiting' || state === 'running');
  if (view.registry.kind === 'partner' || (!view.may.change && view.backfills.length === 0)) return null;
  return (
    <section className="site-section">
      <h2>{t('backfill.title')}</h2>
      <p className="outbound-text">{t('backfill.lead')}</p>
      {said}
      <ErrorSummary error={stop.error} />
      {view.backfills.length > 0 && (
        <ul className="outbound-list">
          {view.backfills.map((run) => (
            <RunLine
              key={run.id}
              run={run}
              isStopping={stop.isPending}
              {...(view.may.change ? { onStop: () => stop.mutate(run) } : {})}
            />
          ))}
        </ul>
      )}
      {view.may.change && !isBusy && (
        <Begin view={view} onSettled={onSettled} onDone={() => say(t('backfill.begun'))} />
      )}
    </section>
  );
}

function RunLine({
  run,
  isStopping,
  onStop,
}: {
  readonly run: Run;
  readonly isStopping: boolean;
  readonly onStop?: () => void;
}) {
  const { t } = useTranslation('outbound');
  const { day } = useFormat();
  const number = useNumber();
  const period = t('backfill.period', { from: day(run.from), to: day(run.to) });
  const isOpen = run.state === 'waiting' || run.state === 'running';
  return (
    <li>
      <span className="cairn-row">
        <StateTag tone={TONES[run.state]}>{t(`backfill.state.${run.state}`)}</StateTag>
        <span>{period}</span>
        {isOpen && onStop && (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-label={`${t('backfill.stop')}: ${period}`}
            disabled={isStopping}
            onClick={onStop}
          >
            {isStopping ? t('backfill.stopping') : t('backfill.stop')}
          </button>
        )}
      </span>
      <span className="staff-row__facts" role="status">
        {t('backfill.queued', { count: run.queued, n: number(run.queued) })}
      </span>
    </li>
  );
}

function Begin({
  view,
  onSettled,
  onDone,
}: {
  readonly view: EndpointView;
  readonly onSettled: () => Promise<void>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('outbound');
  const { day } = useFormat();
  const { values, field } = useTyped({ from: view.today, to: view.today });
  const begin = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/staff/outbound/{endpoint}/backfill', {
          params: { path: { endpoint: view.registry.id } },
          body: { from: values.from, to: values.to },
        }),
      ),
    onSettled,
  });
  const problems = problemsByField(begin.error);
  const said = (typed: string): string => (typed === '' ? '–' : day(typed));
  return (
    <>
      <div className="site-pair">
        <TextField {...field('from')} type="date" label={t('backfill.from')} problem={problems.get('from')} />
        <TextField {...field('to')} type="date" label={t('backfill.to')} problem={problems.get('to')} />
      </div>
      <Sure
        ask={t('backfill.begin')}
        title={t('backfill.sure')}
        confirm={t('backfill.confirm')}
        confirming={t('backfill.confirming')}
        change={begin}
        run={() => begin.mutateAsync()}
        onDone={onDone}
        label={(where) => t(where === 'to' ? 'backfill.to' : 'backfill.from')}
      >
        <p>{t('backfill.sureText', { from: said(values.from), to: said(values.to) })}</p>
      </Sure>
    </>
  );
}
