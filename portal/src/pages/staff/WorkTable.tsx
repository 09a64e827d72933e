import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../api/schema.d.ts';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import { useJurisdiction } from '../../api/jurisdiction.ts';
import { useAgo } from './ago.ts';

type WorkRow =
  paths['/api/staff/sites']['get']['responses']['200']['content']['application/json']['sites'][number];

export function WorkTable({
  sites,
  caption,
}: {
  readonly sites: readonly WorkRow[];
  readonly caption: string;
}) {
  const { t } = useTranslation('staff');
  const regions = new Map(useJurisdiction().data?.regions.map(({ id, name }) => [id, name]));
  return (
    <div className="cairn-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="usa-table usa-table--borderless usa-table--stacked staff-table">
        <caption className="usa-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.column.site')}</th>
            <th scope="col">{t('list.column.step')}</th>
            <th scope="col">{t('list.column.turn')}</th>
            <th scope="col">{t('list.column.since')}</th>
            <th scope="col">{t('list.column.waits')}</th>
          </tr>
        </thead>
        <tbody>
          {sites.map((site) => (
            <Row key={site.code} site={site} region={regions.get(site.region ?? '')} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ site, region }: { readonly site: WorkRow; readonly region: string | undefined }) {
  const { t } = useTranslation(['staff', 'common']);
  const { day } = useFormat();
  const ago = useAgo();
  const { code, name, siteType, currentStep, owner, since } = site;
  const waitsFor = whatItWaitsFor(site);
  const isRegistrys = owner === 'registry' && site.waitsFor.length > 0;
  const turn = site.waitsFor.length === 0 ? 'nobody' : owner;
  return (
    <tr>
      <th scope="row" data-label={t('staff:list.column.site')}>
        <Link to="/sites/$site" params={{ site: code }} className="usa-link">
          {name}
        </Link>
        <span className="staff-row__facts">
          <span className="cairn-code">{code}</span>
          <span>{t(`common:siteType.${siteType}` as 'common:siteType.1')}</span>
          {region !== undefined && <span>{region}</span>}
        </span>
      </th>
      <td data-label={t('staff:list.column.step')}>
        {t(`staff:list.step.${currentStep}` as 'staff:list.step.testing')}
      </td>
      <td data-label={t('staff:list.column.turn')}>
        {isRegistrys ? (
          <StateTag tone="info">{t('staff:list.turn.registry')}</StateTag>
        ) : (
          t(`staff:list.turn.${turn}`)
        )}
      </td>
      <td data-label={t('staff:list.column.since')}>
        {ago(since)}
        <span className="staff-row__facts staff-row__day">{day(since)}</span>
      </td>
      <td data-label={t('staff:list.column.waits')}>
        {waitsFor.map((each) => (
          <span key={each} className="staff-row__wait">
            {t(`staff:list.waits.${each}` as 'staff:list.waits.nothing')}
          </span>
        ))}
      </td>
    </tr>
  );
}

function whatItWaitsFor({ waitsFor, stage }: WorkRow): readonly string[] {
  if (waitsFor.length > 0) return waitsFor;
  return [stage === 'suspended' ? 'lift' : 'nothing'];
}
