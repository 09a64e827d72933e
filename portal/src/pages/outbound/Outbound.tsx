import { Alert } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { StaffOnly } from '../staff/StaffOnly.tsx';
import { type Registries, registriesQuery } from './data.ts';
import { RegistryTable } from './RegistryTable.tsx';

/** The registries beside this one: how far each region is, and how the connection to each registry is. */
export function Outbound() {
  return (
    <StaffOnly>
      <Page />
    </StaffOnly>
  );
}

function Page() {
  const { t } = useTranslation('outbound');
  useTitle(t('title'));
  const query = useQuery(registriesQuery);
  return (
    <div className="cairn-main">
      <h1>{t('title')}</h1>
      <p className="cairn-lead">{t('lead')}</p>
      <Asked query={query}>{(found) => <Listed found={found} />}</Asked>
    </div>
  );
}

function Listed({ found }: { readonly found: Registries }) {
  const { t } = useTranslation('outbound');
  const { day } = useFormat();
  const { isGateway, cutOver, registries, now } = found;
  const regions = registries.filter(({ kind }) => kind === 'region');
  const partners = registries.filter(({ kind }) => kind === 'partner');
  return (
    <>
      {isGateway && (
        <Alert type="info" headingLevel="h2" slim>
          {t('gateway', { day: day(cutOver) })}
        </Alert>
      )}
      {regions.length > 0 && (
        <section className="site-section">
          <h2>{t('regions')}</h2>
          <RegistryTable registries={regions} caption={t('regions')} now={now} />
        </section>
      )}
      {partners.length > 0 && (
        <section className="site-section">
          <h2>{t('partners')}</h2>
          <RegistryTable registries={partners} caption={t('partners')} now={now} />
        </section>
      )}
    </>
  );
}
