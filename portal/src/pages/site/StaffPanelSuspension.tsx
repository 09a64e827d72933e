import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { LongTextField } from '../../components/fields.tsx';
import type { Deciding } from './StaffPanelAdvance.tsx';
import { StaffDecision } from './StaffPanelDecision.tsx';
import { useTyped } from './use-change.ts';

export function Suspend({ site, say }: Deciding) {
  const post = (reason: string) =>
    answer(
      api.POST('/api/sites/{site}/suspend', { params: { path: { site: site.code } }, body: { reason } }),
    );
  return <WithReason site={site} say={say} words="suspend" isGrave send={post} />;
}

export function Lift({ site, say }: Deciding) {
  const post = (reason: string) =>
    answer(api.POST('/api/sites/{site}/lift', { params: { path: { site: site.code } }, body: { reason } }));
  return <WithReason site={site} say={say} words="lift" send={post} />;
}

function WithReason({
  site,
  say,
  words,
  isGrave = false,
  send,
}: Deciding & {
  readonly words: 'suspend' | 'lift';
  readonly isGrave?: boolean;
  readonly send: (reason: string) => Promise<Deciding['site']>;
}) {
  const { t } = useTranslation('staff');
  const reason = `${words}.reason`;
  const { values, field } = useTyped({ [reason]: '' });
  return (
    <div className="staff-decision">
      <h3>{t(`panel.${words}.heading`)}</h3>
      <p>{t(`panel.${words}.text`)}</p>
      <StaffDecision
        code={site.code}
        name={words}
        ask={t(`panel.${words}.ask`)}
        title={t(`panel.${words}.title`)}
        confirm={t(`panel.${words}.confirm`)}
        confirming={t(`panel.${words}.confirming`)}
        isGrave={isGrave}
        send={() => send(values[reason] ?? '')}
        onDone={() => say(t(`panel.${words}.done`))}
        label={() => t(`panel.${words}.reason`)}
      >
        {(problems) => (
          <>
            <p>{t(`panel.${words}.consequence`)}</p>
            <LongTextField
              {...field(reason)}
              label={t(`panel.${words}.reason`)}
              hint={t(`panel.${words}.reasonHint`)}
              rows={3}
              problem={problems.get(reason)}
            />
          </>
        )}
      </StaffDecision>
    </div>
  );
}
