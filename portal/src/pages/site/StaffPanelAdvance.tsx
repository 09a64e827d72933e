import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { LongTextField } from '../../components/fields.tsx';
import { type Lacking, lackingForBidx, lackingUntil, type Track } from './StaffPanel-lacking.ts';
import { LackingList, StaffDecision } from './StaffPanelDecision.tsx';
import { useTyped } from './use-change.ts';

export type Deciding = { readonly site: Site; readonly say: (text: ReactNode) => void };

export function BeginRealData({ site, say }: Deciding) {
  const { t } = useTranslation('staff');
  const lacking = lackingUntil(site, 'testing');
  return (
    <Advance
      heading={t('panel.realData.heading')}
      lacking={lacking}
      notReady={t('panel.realData.notReady')}
      ready={t('panel.realData.ready')}
    >
      <StaffDecision
        code={site.code}
        name="real-data"
        ask={t('panel.realData.ask')}
        title={t('panel.realData.title')}
        confirm={t('panel.realData.confirm')}
        confirming={t('panel.realData.confirming')}
        isReady={lacking.length === 0}
        send={() =>
          answer(api.POST('/api/sites/{site}/real-data', { params: { path: { site: site.code } } }))
        }
        onDone={() => say(t('panel.realData.done'))}
      >
        {() => <p>{t('panel.realData.text')}</p>}
      </StaffDecision>
    </Advance>
  );
}

export function Propose({ site, say, track }: Deciding & { readonly track: Track }) {
  const { t } = useTranslation('staff');
  const lacking = track === 'bidx' ? lackingForBidx(site) : lackingUntil(site, 'real-data');
  const name = `propose-${track}`;
  const note = `${name}.note`;
  const { values, field } = useTyped({ [note]: '' });
  return (
    <Advance
      heading={t(`panel.propose.heading${track}`)}
      lacking={lacking}
      notReady={t(`panel.propose.notReady${track}`)}
      ready={t(`panel.propose.ready${track}`)}
    >
      <StaffDecision
        code={site.code}
        name={name}
        ask={t(`panel.propose.ask${track}`)}
        title={t(`panel.propose.title${track}`)}
        confirm={t('panel.propose.confirm')}
        confirming={t('panel.propose.confirming')}
        isReady={lacking.length === 0}
        send={() =>
          answer(
            api.POST('/api/sites/{site}/promotion', {
              params: { path: { site: site.code } },
              body: { track, note: values[note] ?? '' },
            }),
          )
        }
        onDone={() => say(t('panel.propose.done'))}
        label={() => t('panel.note')}
      >
        {(problems) => (
          <>
            <p>{t('panel.propose.text')}</p>
            <LongTextField
              {...field(note)}
              label={t('panel.note')}
              hint={t('panel.noteHint')}
              rows={3}
              isOptional
              problem={problems.get(note)}
            />
          </>
        )}
      </StaffDecision>
    </Advance>
  );
}

/** The next step: what is missing for it, or the decision. */
function Advance({
  heading,
  lacking,
  notReady,
  ready,
  children,
}: {
  readonly heading: string;
  readonly lacking: readonly Lacking[];
  readonly notReady: string;
  readonly ready: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('staff');
  const isReady = lacking.length === 0;
  return (
    <div className="staff-decision">
      <h3>{heading}</h3>
      <p>{isReady ? ready : `${notReady} ${t('panel.missing')}`}</p>
      {!isReady && <LackingList lacking={lacking} />}
      {children}
    </div>
  );
}
