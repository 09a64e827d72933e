import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { eventsQuery, type Site, type SiteEvent, surveyQuery } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { BidxSurvey } from './BidxSurvey.tsx';
import { Readiness } from './Readiness.tsx';
import { useSaid } from '../../components/said.tsx';
import { SiteFrame } from './SiteFrame.tsx';

/** Bidirectional exchange: the EHR asks, the registry answers with history and forecast. */
export function Bidx() {
  const { t } = useTranslation('siteBidx');
  return (
    <SiteFrame page="bidx" title={t('title')}>
      {(site) => <Track key={site.code} site={site} />}
    </SiteFrame>
  );
}

function Track({ site }: { readonly site: Site }) {
  const { t } = useTranslation(['siteBidx', 'site']);
  const { said, say } = useSaid();
  const survey = useQuery(surveyQuery(site.code));
  return (
    <>
      <p className="cairn-lead">{t('siteBidx:lead')}</p>
      <Way site={site} />
      {said}
      <section className="site-section">
        <h2>{t('siteBidx:survey.title')}</h2>
        <Asked query={survey}>
          {(answered) => (
            <BidxSurvey site={site.code} survey={answered.survey} isManager={site.may.manage} say={say} />
          )}
        </Asked>
      </section>
      <section className="site-section">
        <h2>{t('siteBidx:queries.title')}</h2>
        <p>{t('siteBidx:queries.text')}</p>
        <Readiness site={site.code} cases={site.bidx.readiness} title={t('siteBidx:queries.shown')} />
        <p className="cairn-meta">{t('siteBidx:queries.patients')}</p>
      </section>
    </>
  );
}

/** The steps of this track; it has its own, beside the way to production. */
function Way({ site }: { readonly site: Site }) {
  const { t } = useTranslation(['siteBidx', 'site']);
  const { day } = useFormat();
  const events = useQuery({ ...eventsQuery(site.code), enabled: site.bidx.state === 'testing' });
  const { state, surveyedAt, approvedAt, readiness } = site.bidx;
  const isApproved = state === 'approved';
  const hasShown = isApproved || readiness.every(({ shownBy }) => shownBy !== null);
  const proposal = site.promotions.find(({ track }) => track === 'bidx');
  const dones = [surveyedAt !== null || isApproved, hasShown, isApproved];
  const current = dones.indexOf(false);
  const at = [surveyedAt, null, approvedAt];
  const sentBack = (events.data?.events ?? []).find(isSentBack);
  return (
    <>
      <ol className="cairn-steps">
        {(['survey', 'queries', 'approval'] as const).map((step, index) => {
          const standing = dones[index] === true ? 'done' : index === current ? 'current' : 'waiting';
          const when = at[index] ?? null;
          return (
            <li
              key={step}
              className="cairn-steps__step"
              data-state={standing}
              aria-current={standing === 'current' ? 'step' : undefined}
            >
              <div className="cairn-steps__head">
                <h2 className="site-name">{t(`siteBidx:way.${step}.title`)}</h2>
                <StateTag tone={standing === 'done' ? 'good' : standing === 'current' ? 'info' : 'plain'}>
                  {t(`site:steps.state.${standing}`)}
                </StateTag>
              </div>
              <p className="cairn-meta">
                {when === null ? t(`siteBidx:way.${step}.text`) : day(when)}
                {step === 'approval' && proposal && !isApproved && ` ${t('siteBidx:way.proposed')}`}
              </p>
            </li>
          );
        })}
      </ol>
      {isApproved && <p className="site-note">{t('siteBidx:approved')}</p>}
      {state === 'testing' && sentBack && (
        <blockquote className="cairn-steps__reasons">
          <strong>{t('siteBidx:sentBack', { day: day(sentBack.at) })}</strong>
          <span className="cairn-lines">{String(sentBack.detail['reasons'] ?? '')}</span>
        </blockquote>
      )}
    </>
  );
}

const isSentBack = ({ kind, detail }: SiteEvent): boolean =>
  kind === 'sent-back' && detail['step'] === 'bidx';
