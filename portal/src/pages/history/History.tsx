import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { SiteFrame } from '../site/SiteFrame.tsx';
import { isUnderWay, LOOK_MS, TONES } from './states.ts';
import { Upload } from './Upload.tsx';

type Loads =
  paths['/api/sites/{site}/history-loads']['get']['responses']['200']['content']['application/json'];

/** A site's history: files to upload, and what became of those that were. */
export function History() {
  const { t } = useTranslation('history');
  return (
    <SiteFrame page="history" title={t('title')}>
      {(site) => <Known key={site.code} site={site} />}
    </SiteFrame>
  );
}

function Known({ site }: { readonly site: Site }) {
  const { t } = useTranslation('history');
  const query = useQuery({
    queryKey: ['site', site.code, 'history'],
    queryFn: () =>
      answer(api.GET('/api/sites/{site}/history-loads', { params: { path: { site: site.code } } })),
    refetchInterval: ({ state }) =>
      state.data?.loads.some((load) => isUnderWay(load.state)) ? LOOK_MS : false,
  });
  return (
    <Asked query={query}>
      {({ mayLoad, loads }) => (
        <>
          <p className="cairn-lead">{t('lead')}</p>
          {mayLoad
            ? site.may.manage && <Upload site={site.code} />
            : site.stage !== 'suspended' && (
                <Alert validation type="info" headingLevel="h2" heading={t('notYet.title')}>
                  <p>{t('notYet.text')}</p>
                </Alert>
              )}
          <List site={site.code} loads={loads} />
        </>
      )}
    </Asked>
  );
}

function List({ site, loads }: { readonly site: string; readonly loads: Loads['loads'] }) {
  const { t, i18n } = useTranslation('history');
  const { moment } = useFormat();
  const number = new Intl.NumberFormat(i18n.language);
  const label = {
    name: t('list.name'),
    begun: t('list.begun'),
    state: t('list.state'),
    doses: t('list.doses'),
    problems: t('list.problems'),
  };
  return (
    <section className="site-section">
      <h2>{t('list.title')}</h2>
      {loads.length === 0 ? (
        <p>{t('list.none')}</p>
      ) : (
        <table className="usa-table usa-table--borderless usa-table--stacked cairn-fill">
          <caption className="usa-sr-only">{t('list.title')}</caption>
          <thead>
            <tr>
              {Object.entries(label).map(([key, text]) => (
                <th scope="col" key={key}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <tr key={load.id}>
                <th scope="row" data-label={label.name}>
                  <Link to="/sites/$site/history/$load" params={{ site, load: load.id }} className="usa-link">
                    {load.name}
                  </Link>
                </th>
                <td data-label={label.begun}>{moment(load.createdAt)}</td>
                <td data-label={label.state}>
                  <StateTag tone={TONES[load.state]}>{t(`state.${load.state}`)}</StateTag>
                </td>
                <td data-label={label.doses}>{number.format(load.doses)}</td>
                <td data-label={label.problems}>{number.format(load.refused + load.partlyAccepted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
