import { Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { LongTextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { Sure } from '../site/Sure.tsx';

type Filters = { readonly state?: 'refused' | 'undeliverable'; readonly code?: string };

/** Sending again and giving up: the chosen ones, or, where none is chosen, all that the filter shows. */
export function Decide({
  endpoint,
  chosen,
  shown,
  found,
  filters,
  choose,
  onDone,
}: {
  readonly endpoint: string;
  readonly chosen: ReadonlySet<string>;
  readonly shown: readonly string[];
  readonly found: number;
  readonly filters: Filters;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
  readonly onDone: (text: string) => void;
}) {
  const { t } = useTranslation('outbound');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const messages = [...chosen];
  const isAll = messages.length === 0;
  const meant = isAll ? { all: filters } : { messages };
  const params = { path: { endpoint } };
  const onSettled = () => queries.invalidateQueries({ queryKey: ['outbound'] });
  const replay = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/staff/outbound/{endpoint}/replay', { params, body: { chosen: meant } })),
    onSuccess: ({ done: count }) => onDone(t('replay.done', { count })),
    onSettled,
  });
  const discard = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/staff/outbound/{endpoint}/discard', { params, body: { chosen: meant, reason } })),
    onSettled,
  });
  const areAllChosen = shown.every((id) => chosen.has(id));
  return (
    <div className="outbound-decide">
      <div className="usa-checkbox">
        <input
          className="usa-checkbox__input"
          id="choose-shown"
          type="checkbox"
          checked={areAllChosen}
          onChange={({ target }) => choose(shown, target.checked)}
        />
        <label className="usa-checkbox__label" htmlFor="choose-shown">
          {t('work.chooseShown')}
        </label>
      </div>
      <p className="cairn-meta" role="status">
        {t('work.chosen', { count: messages.length })}
      </p>
      <ErrorSummary error={replay.error} />
      <div className="staff-choices">
        <Button
          type="button"
          className="outbound-button"
          disabled={replay.isPending}
          onClick={() => replay.mutate()}
        >
          {replay.isPending
            ? t('replay.sending')
            : isAll
              ? t('replay.all', { count: found })
              : t('replay.chosen')}
        </Button>
        <Sure
          ask={isAll ? t('discard.all', { count: found }) : t('discard.chosen')}
          title={t('discard.title')}
          confirm={t('discard.confirm')}
          confirming={t('discard.confirming')}
          isGrave
          change={discard}
          run={() => discard.mutateAsync()}
          onDone={({ done: count }) => {
            setReason('');
            onDone(t('discard.done', { count }));
          }}
          label={() => t('discard.reason')}
        >
          <p>{t('discard.text')}</p>
          <LongTextField
            name="reason"
            label={t('discard.reason')}
            hint={t('discard.reasonHint')}
            rows={2}
            value={reason}
            onChange={setReason}
            problem={problemsByField(discard.error).get('reason')}
          />
        </Sure>
      </div>
    </div>
  );
}
