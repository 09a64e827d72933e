import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientsQuery, type SheetReport, type Site } from '../../api/site.ts';
import { Asked } from '../../components/states.tsx';
import { AddClient } from './AddClient.tsx';
import { ClientReport } from './ClientReport.tsx';
import { ClientSheet } from './ClientSheet.tsx';
import { ClientTable } from './ClientTable.tsx';
import { useSaid } from '../../components/said.tsx';
import { SiteFrame } from './SiteFrame.tsx';

/** The sites for which a Sending Facility sends. */
export function Clients() {
  const { t } = useTranslation('siteClients');
  return (
    <SiteFrame page="clients" title={t('title')}>
      {(site) => <All key={site.code} site={site} />}
    </SiteFrame>
  );
}

function All({ site }: { readonly site: Site }) {
  const { t } = useTranslation('siteClients');
  const { said, say } = useSaid();
  const query = useQuery(clientsQuery(site.code));
  const [report, setReport] = useState<SheetReport>();
  const isManager = site.may.manage;
  if (site.kind !== 'sending-facility') return <p>{t('notFacility')}</p>;
  return (
    <>
      <p className="cairn-lead">{t('lead')}</p>
      {said}
      <Asked query={query}>
        {({ clients }) => <ClientTable site={site.code} clients={clients} isManager={isManager} say={say} />}
      </Asked>
      {isManager && (
        <>
          {report && <ClientReport report={report} />}
          <AddClient site={site.code} onAdded={setReport} />
          <ClientSheet site={site.code} onAdded={setReport} />
        </>
      )}
    </>
  );
}
