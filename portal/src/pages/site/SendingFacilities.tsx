import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { SelectField } from '../../components/fields.tsx';
import { useFormat } from '../../components/format.ts';
import { problemsByField } from '../../components/problems.tsx';
import { Asked, StateTag } from '../../components/states.tsx';
import { useJurisdiction } from '../../api/jurisdiction.ts';
import { useSaid } from '../../components/said.tsx';
import { Sure } from './Sure.tsx';
import { useChange, useTyped } from './use-change.ts';

type Facility = Site['sendingFacilities'][number];
type Say = (text: string) => void;

/** Who sends for a site. Nothing is taken until both sides have said so, and nothing more once one side ends it. */
export function SendingFacilities({ site }: { readonly site: Site }) {
  const { t } = useTranslation('siteOverview');
  const { said, say } = useSaid();
  const { sendingFacilities: facilities, may, code } = site;
  if (facilities.length === 0 && !may.manage) return null;
  return (
    <section id="sending-facilities" className="site-section" tabIndex={-1}>
      <h2>{t('facilities.title')}</h2>
      {said}
      <p>{t(site.siteType === 2 ? 'facilities.text' : 'facilities.textDirect')}</p>
      {facilities.length > 0 && (
        <ul className="cairn-list">
          {facilities.map((facility) => (
            <Named key={facility.code} site={code} facility={facility} isOwn={may.manage} say={say} />
          ))}
        </ul>
      )}
      {may.manage && <NameOne site={code} known={facilities} say={say} />}
    </section>
  );
}

function Named({
  site,
  facility: { code, name, askedBy, confirmedAt },
  isOwn,
  say,
}: {
  readonly site: string;
  readonly facility: Facility;
  readonly isOwn: boolean;
  readonly say: Say;
}) {
  const { t } = useTranslation('siteOverview');
  const { day } = useFormat();
  const params = { path: { site } };
  const confirm = useChange(site, () =>
    answer(api.POST('/api/sites/{site}/sending-facilities', { params, body: { code } })),
  );
  const end = useChange(site, () =>
    answer(api.POST('/api/sites/{site}/sending-facilities/end', { params, body: { code } })),
  );
  const asks = confirmedAt === null && askedBy === 'sending-facility';
  const ending = confirmedAt === null ? (asks ? 'decline' : 'withdraw') : 'end';
  return (
    <li className="cairn-panel">
      <h3 className="margin-0">
        {name} <span className="cairn-meta">{code}</span>
      </h3>
      <p className="margin-y-1">
        {confirmedAt !== null ? (
          <>
            <StateTag tone="good">{t('facilities.confirmed')}</StateTag>{' '}
            {t('facilities.since', { day: day(confirmedAt) })}
          </>
        ) : asks ? (
          <>
            <StateTag tone="info">{t('facilities.asks')}</StateTag> {t('facilities.asksText')}
          </>
        ) : (
          <>
            <StateTag tone="plain">{t('facilities.waits')}</StateTag> {t('facilities.waitsText')}
          </>
        )}
      </p>
      {isOwn && (
        <div className="site-asks">
          {asks && (
            <Sure
              ask={t('facilities.confirm.ask')}
              about={name}
              title={t('facilities.confirm.title', { name })}
              confirm={t('facilities.confirm.do')}
              confirming={t('facilities.confirm.doing')}
              change={confirm}
              run={() => confirm.mutateAsync(undefined)}
              onDone={() => say(t('facilities.confirm.done', { name }))}
            >
              <p>{t('facilities.confirm.text')}</p>
            </Sure>
          )}
          <Sure
            ask={t(`facilities.${ending}.ask`)}
            about={name}
            title={t(`facilities.${ending}.title`, { name })}
            confirm={t(`facilities.${ending}.do`)}
            confirming={t(`facilities.${ending}.doing`)}
            isGrave={ending === 'end'}
            change={end}
            run={() => end.mutateAsync(undefined)}
            onDone={() => say(t(`facilities.${ending}.done`, { name }))}
          >
            <p>{t(`facilities.${ending}.text`)}</p>
          </Sure>
        </div>
      )}
    </li>
  );
}

function NameOne({
  site,
  known,
  say,
}: {
  readonly site: string;
  readonly known: readonly Facility[];
  readonly say: Say;
}) {
  const { t } = useTranslation('siteOverview');
  const query = useJurisdiction();
  const { values, field, clear } = useTyped({ code: '' });
  const name = useChange(site, () =>
    answer(api.POST('/api/sites/{site}/sending-facilities', { params: { path: { site } }, body: values })),
  );
  return (
    <Sure
      ask={t('facilities.name.title')}
      title={t('facilities.name.title')}
      confirm={t('facilities.name.do')}
      confirming={t('facilities.name.doing')}
      change={name}
      run={() => name.mutateAsync(undefined)}
      onDone={() => {
        clear();
        say(t('facilities.name.done'));
      }}
      label={() => t('facilities.name.label')}
    >
      <Asked query={query}>
        {({ sendingFacilities }) => (
          <SelectField
            {...field('code')}
            label={t('facilities.name.label')}
            hint={t('facilities.name.hint')}
            problem={problemsByField(name.error).get('code')}
            empty={t('facilities.name.choose')}
            options={sendingFacilities
              .filter(({ code }) => known.every((each) => each.code !== code))
              .map((each) => ({ value: each.code, label: `${each.name} (${each.code})` }))}
          />
        )}
      </Asked>
    </Sure>
  );
}
