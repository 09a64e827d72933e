import { Button } from '@trussworks/react-uswds';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { LongTextField, TextField } from '../../components/fields.tsx';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import type { Deciding } from './StaffPanelAdvance.tsx';
import { Sure } from './Sure.tsx';

const NAME = 'deduction';

/** Whether messages deduct from the stock of the site; it is turned on only where the site asked for it. */
export function Deduction({ site: { code }, say }: Deciding) {
  const { t } = useTranslation('staff');
  const { day } = useFormat();
  const queries = useQueryClient();
  const today = useSession()?.today ?? '';
  const [typed, setTyped] = useState<string>();
  const [reason, setReason] = useState('');
  const site = { params: { path: { site: code } } };
  const query = useQuery({
    queryKey: ['site', code, 'deduction'],
    queryFn: () => answer(api.GET('/api/sites/{site}/decrement', site)),
  });
  const onSettled = () => queries.invalidateQueries({ queryKey: ['site', code] });
  const begin = useMutation({
    mutationFn: (from: string) =>
      answer(api.PUT('/api/sites/{site}/decrement', { ...site, body: { from, reason: '' } })),
    onSettled,
  });
  const end = useMutation({
    mutationFn: () =>
      answer(api.PUT('/api/sites/{site}/decrement', { ...site, body: { from: null, reason } })),
    onSettled,
  });
  if (!query.data) return null;
  const { from, askedAt, notDeducted } = query.data;
  // Nothing was asked for: there is nothing to decide.
  if (from === null && askedAt === null) return null;
  const isOn = from !== null;
  const begins = typed ?? from ?? today;
  const problems = new Map(
    [...problemsByField(begin.error), ...problemsByField(end.error)].map(([where, problem]) => [
      `${NAME}.${where}`,
      problem,
    ]),
  );
  const label = (where: string): string =>
    t(where === 'from' ? 'panel.deduction.from' : 'panel.deduction.reason');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    begin.mutate(begins, { onSuccess: () => say(t('panel.deduction.on.done', { day: day(begins) })) });
  };
  const words = isOn ? 'off' : 'decline';
  return (
    <div className="staff-decision">
      <h3>{t('panel.deduction.heading')}</h3>
      <p>
        {isOn
          ? t('panel.deduction.isOn', { day: day(from) })
          : t('panel.deduction.asked', { day: day(askedAt ?? '') })}{' '}
        {isOn && notDeducted > 0 && t('panel.deduction.open', { count: notDeducted })}
      </p>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={begin.error} label={label} under={NAME} />
        <TextField
          name={`${NAME}.from`}
          type="date"
          label={t('panel.deduction.from')}
          hint={t('panel.deduction.fromHint')}
          value={begins}
          onChange={setTyped}
          problem={problems.get(`${NAME}.from`)}
        />
        <div className="cairn-actions">
          <Button type="submit" outline={isOn} disabled={begin.isPending}>
            {t(isOn ? 'panel.deduction.on.move' : 'panel.deduction.on.ask')}
          </Button>
        </div>
      </form>
      <Sure
        ask={t(`panel.deduction.${words}.ask`)}
        title={t(`panel.deduction.${words}.title`)}
        confirm={t(`panel.deduction.${words}.confirm`)}
        confirming={t('panel.deduction.saving')}
        isGrave={isOn}
        change={end}
        run={() => end.mutateAsync()}
        onDone={() => say(t(`panel.deduction.${words}.done`))}
        label={label}
        under={NAME}
      >
        <LongTextField
          name={`${NAME}.reason`}
          label={t('panel.deduction.reason')}
          hint={t('panel.deduction.reasonHint')}
          rows={2}
          value={reason}
          onChange={setReason}
          problem={problems.get(`${NAME}.reason`)}
        />
      </Sure>
    </div>
  );
}
