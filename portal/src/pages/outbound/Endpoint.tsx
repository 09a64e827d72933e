import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { NotFound } from '../../layout/NotFound.tsx';
import { StaffOnly } from '../staff/StaffOnly.tsx';
import { Backfill } from './Backfill.tsx';
import { type EndpointView, endpointQuery } from './data.ts';
import { Maintenance } from './Maintenance.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import { Standing } from './Standing.tsx';
import { TestConnection } from './TestConnection.tsx';
import { Unknown } from './Unknown.tsx';
import { WorkPart } from './WorkPart.tsx';

/** One registry beside this one: what it has not taken, how the connection is, how it is set up. */
export function Endpoint() {
  const { endpoint } = useParams({ from: '/staff/outbound/$endpoint' });
  return (
    <StaffOnly>
      <Asking key={endpoint} endpoint={endpoint} />
    </StaffOnly>
  );
}

function Asking({ endpoint }: { readonly endpoint: string }) {
  const query = useQuery(endpointQuery(endpoint));
  if (query.error instanceof Refused && query.error.status === 404) return <NotFound />;
  return (
    <div className="cairn-main">
      <Asked query={query}>{(view) => <Page view={view} />}</Asked>
    </div>
  );
}

function Page({ view }: { readonly view: EndpointView }) {
  const { t } = useTranslation('outbound');
  const { registry, settings } = view;
  useTitle(registry.name);
  const { refused, undeliverable, unknown } = registry.counts;
  const hasWork = refused + undeliverable > 0;
  return (
    <>
      <p>
        <Link to="/staff/outbound" className="usa-link">
          {t('back')}
        </Link>
      </p>
      <h1>{registry.name}</h1>
      <Standing view={view} />
      {settings === null && <SettingsPart view={view} />}
      {(settings !== null || hasWork) && <WorkPart view={view} />}
      {unknown > 0 && <Unknown view={view} />}
      {settings !== null && (
        <>
          <TestConnection endpoint={registry.id} />
          <Maintenance view={view} />
          <Backfill view={view} />
          <SettingsPart view={view} />
        </>
      )}
    </>
  );
}
