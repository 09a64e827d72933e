import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { eventsQuery, type Site, type SiteEvent } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { useEventWords } from './event-words.ts';
import { SiteFrame } from './SiteFrame.tsx';

/** What happened to a site, the newest first. */
export function Events() {
  const { t } = useTranslation('siteEvents');
  return (
    <SiteFrame page="events" title={t('title')}>
      {(site) => <History key={site.code} site={site} />}
    </SiteFrame>
  );
}

function History({ site }: { readonly site: Site }) {
  const { t } = useTranslation('siteEvents');
  const query = useQuery(eventsQuery(site.code));
  return (
    <Asked query={query}>
      {({ events }) =>
        events.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <ol className="site-events">
            {events.map((event) => (
              <Happened key={event.id} site={site} event={event} />
            ))}
          </ol>
        )
      }
    </Asked>
  );
}

function Happened({ site, event }: { readonly site: Site; readonly event: SiteEvent }) {
  const { t } = useTranslation('siteEvents');
  const { moment } = useFormat();
  const words = useEventWords(site);
  const { what, said } = words(event);
  return (
    <li className="site-events__event">
      <p className="cairn-meta margin-0">
        <time dateTime={event.at}>{moment(event.at)}</time>
        {event.actor !== '' && ` · ${event.actor}`}{' '}
        {event.forStaff && <StateTag tone="plain">{t('forStaff')}</StateTag>}
      </p>
      <p className="margin-y-05">{what}</p>
      {said !== '' && <blockquote className="site-quote cairn-lines">{said}</blockquote>}
    </li>
  );
}
