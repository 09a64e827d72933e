import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { type Timeline as Answer, trainingQuery, useTimeline } from './data.ts';

const TONES = { live: 'good', training: 'info', 'before-training': 'plain' } as const;

/** When the users of each region train and go live. Anybody may read it. */
export function Timeline() {
  const { t } = useTranslation('training');
  useTitle(t('timeline.title'));
  const isSignedIn = (useSession()?.account ?? null) !== null;
  const mine = useQuery({ ...trainingQuery(), enabled: isSignedIn, retry: false });
  const own = mine.data?.organizations.map(({ region }) => region) ?? [];
  const query = useTimeline();
  return (
    <div className="cairn-main">
      <h1>{t('timeline.title')}</h1>
      <p className="cairn-lead">{t('timeline.lead')}</p>
      <Asked query={query}>
        {({ regions }) => (
          <div className="cairn-scroll" tabIndex={0} role="region" aria-label={t('timeline.caption')}>
            <table className="usa-table usa-table--borderless usa-table--stacked staff-table people-timeline">
              <caption className="usa-sr-only">{t('timeline.caption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('timeline.region')}</th>
                  <th scope="col">{t('timeline.training')}</th>
                  <th scope="col">{t('timeline.live')}</th>
                  <th scope="col">{t('timeline.state')}</th>
                </tr>
              </thead>
              <tbody>
                {regions.map((region) => (
                  <Row key={region.id} region={region} isOwn={own.includes(region.id)} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Asked>
    </div>
  );
}

function Row({
  region: { name, trainingFrom, goLive, state, daysLeft },
  isOwn,
}: {
  readonly region: Answer['regions'][number];
  readonly isOwn: boolean;
}) {
  const { t } = useTranslation('training');
  const { day } = useFormat();
  return (
    <tr data-own={isOwn}>
      <th scope="row" data-label={t('timeline.region')}>
        <strong>{name}</strong> {isOwn && <StateTag tone="warn">{t('timeline.yours')}</StateTag>}
      </th>
      <td data-label={t('timeline.training')}>{day(trainingFrom)}</td>
      <td data-label={t('timeline.live')}>{day(goLive)}</td>
      <td data-label={t('timeline.state')}>
        <StateTag tone={TONES[state]}>{t(`timeline.is.${state}`)}</StateTag>
        {daysLeft !== null && (
          <span className="people-left">
            {t(state === 'training' ? 'timeline.liveIn' : 'timeline.opensIn', { count: daysLeft })}
          </span>
        )}
      </td>
    </tr>
  );
}
