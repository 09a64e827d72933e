import { useTranslation } from 'react-i18next';
import type { Site } from '../../api/site.ts';
import { useSaid } from '../../components/said.tsx';
import { tracksToPropose } from './StaffPanel-lacking.ts';
import { BeginRealData, Propose } from './StaffPanelAdvance.tsx';
import { Deduction } from './StaffPanelDeduction.tsx';
import { Routing } from './StaffPanelRouting.tsx';
import { StaffNotes } from './StaffPanelNotes.tsx';
import { Proposed } from './StaffPanelProposed.tsx';
import { SendBack } from './StaffPanelSendBack.tsx';
import { Lift, Suspend } from './StaffPanelSuspension.tsx';

/** What the registry's staff decide of a site, what can be decided first on top, and what they note of it. */
export function StaffPanel({ site }: { readonly site: Site }) {
  const { t } = useTranslation('staff');
  const { said, say } = useSaid();
  const each = { site, say };
  return (
    <section className="staff-panel" aria-labelledby="staff-panel">
      <h2 id="staff-panel">{t('panel.title')}</h2>
      <p className="cairn-meta">{t('panel.lead')}</p>
      {said}
      {site.stage === 'suspended' && <Lift {...each} />}
      {site.promotions.map((proposal) => (
        <Proposed key={proposal.track} proposal={proposal} {...each} />
      ))}
      {site.stage === 'testing' && <BeginRealData {...each} />}
      {tracksToPropose(site).map((track) => (
        <Propose key={track} track={track} {...each} />
      ))}
      <Deduction {...each} />
      <Routing {...each} />
      <SendBack key={`${site.stage} ${site.bidx.state}`} {...each} />
      {site.stage !== 'suspended' && <Suspend {...each} />}
      <StaffNotes {...each} />
    </section>
  );
}
