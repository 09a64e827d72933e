import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { credentialQuery } from '../../api/site.ts';
import { Asked } from '../../components/states.tsx';
import { CopyButton } from '../../components/copy-button.tsx';

/** Where the EHR sends. */
export function Addresses({ site }: { readonly site: string }) {
  const { t } = useTranslation('siteOverview');
  const query = useQuery(credentialQuery(site));
  return (
    <section className="site-section">
      <h2>{t('addresses.title')}</h2>
      <Asked query={query}>
        {({ testingAddress, productionAddress }) => (
          <dl className="cairn-facts">
            <Address
              name={t('addresses.testing')}
              hint={t('addresses.testingHint')}
              address={testingAddress}
            />
            <Address
              name={t('addresses.production')}
              hint={t('addresses.productionHint')}
              address={productionAddress}
            />
          </dl>
        )}
      </Asked>
    </section>
  );
}

function Address({
  name,
  hint,
  address,
}: {
  readonly name: string;
  readonly hint: string;
  readonly address: string;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span className="cairn-row">
          <span className="cairn-code">{address}</span>
          <CopyButton text={address} what={name} />
        </span>
        <span className="cairn-meta">{hint}</span>
      </dd>
    </>
  );
}
