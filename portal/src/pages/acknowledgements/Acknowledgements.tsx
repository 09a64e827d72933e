import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { useSaid } from '../../components/said.tsx';
import { Asked } from '../../components/states.tsx';
import { SiteFrame } from '../site/SiteFrame.tsx';
import { AddressForm } from './AddressForm.tsx';
import { Endpoint } from './Endpoint.tsx';
import { NewSecret } from './NewSecret.tsx';

/** Where the acknowledgements of a site are sent, and how it goes. */
export function Acknowledgements() {
  const { t } = useTranslation('acknowledgements');
  return (
    <SiteFrame page="acknowledgements" title={t('title')}>
      {(site) => <Known key={site.code} site={site} />}
    </SiteFrame>
  );
}

function Known({ site }: { readonly site: Site }) {
  const { t } = useTranslation('acknowledgements');
  const { said, say, unsay } = useSaid();
  // Only here, and gone with the page.
  const [secret, setSecret] = useState<string>();
  const show = (made: string): void => {
    unsay();
    setSecret(made);
  };
  const query = useQuery({
    queryKey: ['site', site.code, 'acknowledgements'],
    queryFn: () =>
      answer(api.GET('/api/sites/{site}/acknowledgements', { params: { path: { site: site.code } } })),
  });
  const isFacility = site.kind === 'sending-facility';
  return (
    <>
      <p className="cairn-lead">{t(isFacility ? 'leadFacility' : 'lead')}</p>
      {said}
      {secret !== undefined && <NewSecret secret={secret} onKept={() => setSecret(undefined)} />}
      <Asked query={query}>
        {({ endpoint }) => {
          if (endpoint) {
            return (
              <Endpoint
                site={site}
                endpoint={endpoint}
                say={say}
                onSecret={show}
                onRemoved={() => setSecret(undefined)}
              />
            );
          }
          if (!site.may.manage) return <p>{t('none')}</p>;
          return (
            <section className="site-section">
              <h2>{t('register.title')}</h2>
              <AddressForm
                site={site.code}
                url=""
                isEnabled
                label={{ do: t('register.do'), doing: t('register.doing') }}
                onSaved={(made) => made !== null && show(made)}
              />
            </section>
          );
        }}
      </Asked>
      {site.siteType !== 2 && <Fetch isFacility={isFacility} />}
    </>
  );
}

function Fetch({ isFacility }: { readonly isFacility: boolean }) {
  const { t } = useTranslation('acknowledgements');
  return (
    <section className="site-section">
      <h2>{t('fetch.title')}</h2>
      <p className="margin-bottom-0">{t('fetch.text')}</p>
      <p className="cairn-code acks-secret margin-top-1">
        GET {window.location.origin}/api/acknowledgements?after=0{isFacility && '&client=DE-000000'}
      </p>
      <p>{t('fetch.after')}</p>
    </section>
  );
}
