import { useTranslation } from 'react-i18next';
import type { Site } from '../../api/site.ts';
import { useJurisdiction } from '../../api/jurisdiction.ts';
import { AccessRequests } from './AccessRequests.tsx';
import { AcceptAgreement } from './AcceptAgreement.tsx';
import { Addresses } from './Addresses.tsx';
import { Now } from './Now.tsx';
import { Profile } from './Profile.tsx';
import { Readiness } from './Readiness.tsx';
import { RealData } from './RealData.tsx';
import { useSaid } from '../../components/said.tsx';
import { SendingFacilities } from './SendingFacilities.tsx';
import { SiteFrame } from './SiteFrame.tsx';
import { StaffPanel } from './StaffPanel.tsx';
import { StepList } from './StepList.tsx';

/** Where a site is, whose turn it is, and what is missing; then all that belongs to it. */
export function Overview() {
  return <SiteFrame page="overview">{(site) => <Onboarding key={site.code} site={site} />}</SiteFrame>;
}

function Onboarding({ site }: { readonly site: Site }) {
  const { t } = useTranslation(['siteOverview', 'site', 'common']);
  const { manage, decide } = site.may;
  const { said, say } = useSaid();
  const region = useJurisdiction().data?.regions.find(({ id }) => id === site.region)?.name;
  const place = [
    site.county === null ? undefined : t('siteOverview:county', { county: site.county }),
    region === undefined ? undefined : t('siteOverview:region', { region }),
  ].filter((each) => each !== undefined);
  // A site that the registry took up otherwise has shown nothing here, and need not.
  const hasToShow = site.stage !== 'production' || site.readiness.some(({ shownBy }) => shownBy !== null);
  return (
    <>
      <p className="cairn-lead site-about">{[t(`common:siteType.${site.siteType}`), ...place].join(' · ')}</p>
      {said}
      <Now site={site} />
      {decide && <StaffPanel site={site} />}
      {manage && site.accessRequests.length > 0 && <AccessRequests site={site} say={say} />}
      <div className="site-overview">
        <section>
          <h2>{t('site:steps.heading')}</h2>
          <StepList site={site} />
        </section>
        <div>
          {hasToShow && (
            <section>
              <h2>{t('siteOverview:shown.title')}</h2>
              <Readiness site={site.code} cases={site.readiness} title={t('site:readiness.title')} />
            </section>
          )}
          <RealData site={site} />
        </div>
      </div>
      {manage && site.agreement?.isCurrent !== true && <AcceptAgreement site={site} say={say} />}
      {site.kind === 'site' && <SendingFacilities site={site} />}
      {(manage || decide) && site.siteType !== 2 && <Addresses site={site.code} />}
      {(manage || decide) && <Profile site={site} />}
    </>
  );
}
