import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { LongTextField } from '../../components/fields.tsx';
import { useFormat } from '../../components/format.ts';
import type { Deciding } from './StaffPanelAdvance.tsx';
import { StaffDecision } from './StaffPanelDecision.tsx';
import { useTyped } from './use-change.ts';

type Proposal = Site['promotions'][number];
type Each = Deciding & { readonly proposal: Proposal };

/** What a first person proposed. Whoever it was cannot approve it, and reads why. */
export function Proposed({ site, say, proposal }: Each) {
  const { t } = useTranslation('staff');
  const { moment } = useFormat();
  const { track, proposedBy, proposedAt, note, isYours } = proposal;
  const at = moment(proposedAt);
  return (
    <div className="staff-decision">
      <h3>{t(`panel.proposed.heading${track}`)}</h3>
      <p className="cairn-meta">
        {isYours
          ? t('panel.proposed.byYou', { moment: at })
          : t('panel.proposed.by', { name: proposedBy, moment: at })}
      </p>
      {note !== '' && <blockquote className="staff-quote cairn-lines">{note}</blockquote>}
      <p>{isYours ? t('panel.proposed.yours') : t('panel.proposed.other')}</p>
      <div className="staff-choices">
        {!isYours && <Approve site={site} say={say} proposal={proposal} />}
        <End site={site} say={say} proposal={proposal} />
      </div>
    </div>
  );
}

function Approve({ site, say, proposal: { track } }: Each) {
  const { t } = useTranslation('staff');
  const name = `approve-${track}`;
  const note = `${name}.note`;
  const { values, field } = useTyped({ [note]: '' });
  return (
    <StaffDecision
      code={site.code}
      name={name}
      ask={t('panel.proposed.askApprove')}
      about={t(`panel.track.${track}`)}
      title={t(`panel.proposed.title${track}`)}
      confirm={t('panel.proposed.confirm')}
      confirming={t('panel.proposed.confirming')}
      send={() =>
        answer(
          api.POST('/api/sites/{site}/promotion/approve', {
            params: { path: { site: site.code } },
            body: { track, note: values[note] ?? '' },
          }),
        )
      }
      onDone={() => say(t(`panel.proposed.approved${track}`))}
      label={() => t('panel.ownNote')}
    >
      {(problems) => (
        <>
          <p>{t(`panel.proposed.text${track}`)}</p>
          <LongTextField
            {...field(note)}
            label={t('panel.ownNote')}
            hint={t('panel.noteHint')}
            rows={3}
            isOptional
            problem={problems.get(note)}
          />
        </>
      )}
    </StaffDecision>
  );
}

/** One's own is taken back, another person's declined. */
function End({ site, say, proposal: { track, isYours } }: Each) {
  const { t } = useTranslation('staff');
  const name = `end-${track}`;
  const note = `${name}.note`;
  const { values, field } = useTyped({ [note]: '' });
  const words = isYours
    ? {
        ask: t('panel.proposed.askWithdraw'),
        title: t('panel.proposed.titleWithdraw'),
        text: t('panel.proposed.textWithdraw'),
        confirm: t('panel.proposed.confirmWithdraw'),
        confirming: t('panel.proposed.withdrawing'),
        done: t('panel.proposed.withdrawn'),
      }
    : {
        ask: t('panel.proposed.askDecline'),
        title: t('panel.proposed.titleDecline'),
        text: t('panel.proposed.textDecline'),
        confirm: t('panel.proposed.confirmDecline'),
        confirming: t('panel.proposed.declining'),
        done: t('panel.proposed.declined'),
      };
  return (
    <StaffDecision
      code={site.code}
      name={name}
      ask={words.ask}
      about={t(`panel.track.${track}`)}
      title={words.title}
      confirm={words.confirm}
      confirming={words.confirming}
      send={() =>
        answer(
          api.POST('/api/sites/{site}/promotion/withdraw', {
            params: { path: { site: site.code } },
            body: { track, note: values[note] ?? '' },
          }),
        )
      }
      onDone={() => say(words.done)}
      label={() => t('panel.ownNote')}
    >
      {(problems) => (
        <>
          <p>{words.text}</p>
          <LongTextField
            {...field(note)}
            label={t('panel.ownNote')}
            hint={t('panel.noteHint')}
            rows={3}
            isOptional
            problem={problems.get(note)}
          />
        </>
      )}
    </StaffDecision>
  );
}
