import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Credential as Held, credentialQuery, type NewCredentials, type Site } from '../../api/site.ts';
import { Asked } from '../../components/states.tsx';
import { Addresses } from './Addresses.tsx';
import { Certificate } from './Certificate.tsx';
import { CredentialState } from './CredentialState.tsx';
import { NewPassword } from './NewPassword.tsx';
import { RevokeCredential } from './RevokeCredential.tsx';
import { RotateCredential } from './RotateCredential.tsx';
import { useSaid } from '../../components/said.tsx';
import { SiteFrame } from './SiteFrame.tsx';

/** The credentials with which an EHR sends. The password is shown once, when it is made. */
export function Credential() {
  const { t } = useTranslation('siteAdmin');
  return (
    <SiteFrame page="credential" title={t('credential.title')}>
      {(site) => <Credentials key={site.code} site={site} />}
    </SiteFrame>
  );
}

function Credentials({ site }: { readonly site: Site }) {
  const { t } = useTranslation('siteAdmin');
  const query = useQuery(credentialQuery(site.code));
  if (site.siteType === 2) return <p>{t('credential.typeTwo')}</p>;
  return (
    <>
      <p className="cairn-lead">{t('credential.lead')}</p>
      <Asked query={query}>{(credential) => <Known site={site} credential={credential} />}</Asked>
      <Addresses site={site.code} />
    </>
  );
}

function Known({ site, credential }: { readonly site: Site; readonly credential: Held }) {
  const { t } = useTranslation('siteAdmin');
  const { said, say } = useSaid();
  // Only here, and gone with the page.
  const [shown, setShown] = useState<NewCredentials>();
  const isManager = site.may.manage;
  if (credential.username === null) {
    return (
      <>
        <p className="site-note">{t(isManager ? 'credential.none' : 'credential.noneYet')}</p>
        {isManager && <RotateCredential site={site.code} isRevoked isFirst onMade={setShown} />}
      </>
    );
  }
  return (
    <>
      {said}
      {shown && <NewPassword credentials={shown} onKept={() => setShown(undefined)} />}
      <CredentialState credential={credential} />
      {isManager && (
        <>
          <section className="site-section">
            <h2>{t('credential.rotate.heading')}</h2>
            <p>{t('credential.rotate.lead')}</p>
            <RotateCredential site={site.code} isRevoked={isOver(credential.revokedAt)} onMade={setShown} />
          </section>
          <Certificate site={site.code} fingerprint={credential.certificateFingerprint} say={say} />
          {!isOver(credential.revokedAt) && (
            <section className="site-section">
              <h2>{t('credential.revoke.heading')}</h2>
              <p>{t('credential.revoke.lead')}</p>
              <RevokeCredential
                site={site.code}
                onDone={() => {
                  setShown(undefined);
                  say(t('credential.revoke.done'));
                }}
              />
            </section>
          )}
        </>
      )}
    </>
  );
}

const isOver = (moment: string | null): boolean => moment !== null && Date.parse(moment) <= Date.now();
