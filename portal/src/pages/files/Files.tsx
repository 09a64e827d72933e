import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { SiteFrame } from '../site/SiteFrame.tsx';
import { Closed } from './Closed.tsx';
import { Upload } from './Upload.tsx';

type Listed = components['schemas']['FlatFiles'];

/** The flat files of a site: what to do now, a file to send, what became of those that were sent. */
export function Files() {
  const { t } = useTranslation('files');
  return (
    <SiteFrame page="files" title={t('title')}>
      {(site) => <Known key={site.code} site={site} />}
    </SiteFrame>
  );
}

function Known({ site }: { readonly site: Site }) {
  const query = useQuery({
    queryKey: ['site', site.code, 'files'],
    queryFn: () => answer(api.GET('/api/sites/{site}/flat-files', { params: { path: { site: site.code } } })),
  });
  return (
    <Asked query={query}>
      {({ areTaken, until, files }) => (
        <>
          {areTaken ? <Open site={site} until={until} /> : <Closed site={site.code} since={until} />}
          {(areTaken || files.length > 0) && <List site={site.code} files={files} />}
        </>
      )}
    </Asked>
  );
}

function Open({ site, until }: { readonly site: Site; readonly until: string }) {
  const { t } = useTranslation('files');
  const { day } = useFormat();
  return (
    <>
      <p className="cairn-lead">{t('open.lead', { day: day(until) })}</p>
      <p>
        <Link to="/sites/$site" params={{ site: site.code }} className="usa-link">
          {t('open.prepare', { day: day(until) })}
        </Link>
      </p>
      {site.stage === 'production'
        ? site.may.manage && <Upload site={site.code} />
        : site.stage !== 'suspended' && (
            <Alert validation type="info" headingLevel="h2" heading={t('notReady.title')}>
              <p>{t('notReady.text')}</p>
            </Alert>
          )}
    </>
  );
}

function List({ site, files }: { readonly site: string; readonly files: Listed['files'] }) {
  const { t } = useTranslation('files');
  return (
    <section className="site-section">
      <h2>{t('list.title')}</h2>
      {files.length === 0 ? <p>{t('list.none')}</p> : <Table site={site} files={files} />}
    </section>
  );
}

function Table({ site, files }: { readonly site: string; readonly files: Listed['files'] }) {
  const { t } = useTranslation('files');
  const { moment } = useFormat();
  const label = {
    name: t('list.name'),
    received: t('list.received'),
    by: t('list.by'),
    rows: t('list.rows'),
    recorded: t('list.recorded'),
    refused: t('list.refused'),
  };
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked cairn-fill">
      <caption className="usa-sr-only">{t('list.caption')}</caption>
      <thead>
        <tr>
          {Object.values(label).map((each) => (
            <th scope="col" key={each}>
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {files.map(({ id, name, receivedAt, finishedAt, by, rows, recorded, refused }) => (
          <tr key={id}>
            <th scope="row" data-label={label.name} className="files-name">
              <Link
                to="/sites/$site/files/$file"
                params={{ site, file: id }}
                className="usa-link"
                aria-label={t('list.report', { name: name || t('list.noName'), moment: moment(receivedAt) })}
              >
                {name || t('list.noName')}
              </Link>
            </th>
            <td data-label={label.received}>{moment(receivedAt)}</td>
            <td data-label={label.by}>{by ?? t('list.program')}</td>
            <td data-label={label.rows}>{rows}</td>
            <td data-label={label.recorded}>
              {finishedAt === null ? <StateTag tone="bad">{t('list.cutShort')}</StateTag> : recorded}
            </td>
            <td data-label={label.refused}>
              {refused > 0 ? <StateTag tone="bad">{refused}</StateTag> : refused}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
