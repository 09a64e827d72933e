import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Client } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import { stageTone } from './stage.ts';
import { Sure } from './Sure.tsx';
import { useChange } from './use-change.ts';

type Say = (text: string) => void;

export function ClientTable({
  site,
  clients,
  isManager,
  say,
}: {
  readonly site: string;
  readonly clients: readonly Client[];
  readonly isManager: boolean;
  readonly say: Say;
}) {
  const { t } = useTranslation('siteClients');
  if (clients.length === 0) return <p>{t(isManager ? 'none' : 'noneYet')}</p>;
  return (
    <>
      <table className="usa-table usa-table--stacked-header usa-table--borderless cairn-fill">
        <caption>{t('count', { count: clients.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.name')}</th>
            <th scope="col">{t('table.stage')}</th>
            <th scope="col">{t('table.link')}</th>
            {isManager && <th scope="col">{t('table.action')}</th>}
          </tr>
        </thead>
        <tbody>
          {clients.map((client) => (
            <Row
              key={client.code ?? `${client.name} ${client.linkedAt}`}
              site={site}
              client={client}
              isManager={isManager}
              say={say}
            />
          ))}
        </tbody>
      </table>
      <p>
        <a href={`/api/sites/${site}/clients.csv`} className="usa-link">
          {t('export')}
        </a>
      </p>
    </>
  );
}

function Row({
  site,
  client: { code, name, city, stage, askedBy, linkedAt, confirmedAt },
  isManager,
  say,
}: {
  readonly site: string;
  readonly client: Client;
  readonly isManager: boolean;
  readonly say: Say;
}) {
  const { t } = useTranslation(['siteClients', 'common']);
  const { day } = useFormat();
  const about = [code, city].filter((each) => each !== null && each !== '').join(' · ');
  const link =
    confirmedAt !== null
      ? ('confirmed' as const)
      : code === null
        ? ('invited' as const)
        : askedBy === 'site'
          ? ('asks' as const)
          : ('waits' as const);
  return (
    <tr>
      <th scope="row" data-label={t('table.name')}>
        {code === null || link === 'waits' ? (
          name
        ) : (
          <Link to="/sites/$site" params={{ site: code }} className="usa-link">
            {name}
          </Link>
        )}
        {about !== '' && <span className="cairn-meta site-under">{about}</span>}
      </th>
      <td data-label={t('table.stage')}>
        <StateTag tone={stageTone(stage)}>{t(`common:stage.${stage}`)}</StateTag>
      </td>
      <td data-label={t('table.link')}>
        <StateTag tone={link === 'confirmed' ? 'good' : link === 'asks' ? 'warn' : 'plain'}>
          {t(`link.${link}`)}
        </StateTag>
        <span className="cairn-meta site-under">{day(confirmedAt ?? linkedAt)}</span>
      </td>
      {isManager && (
        <td data-label={t('table.action')}>
          {code === null ? (
            <span className="cairn-meta">{t('link.invitedText')}</span>
          ) : (
            <Decide site={site} client={code} name={name} link={link} say={say} />
          )}
        </td>
      )}
    </tr>
  );
}

function Decide({
  site,
  client: code,
  name,
  link,
  say,
}: {
  readonly site: string;
  readonly client: string;
  readonly name: string;
  readonly link: 'confirmed' | 'invited' | 'asks' | 'waits';
  readonly say: Say;
}) {
  const { t } = useTranslation('siteClients');
  const sent = { params: { path: { site } }, body: { code } };
  const confirm = useChange(site, () => answer(api.POST('/api/sites/{site}/clients/confirm', sent)));
  const end = useChange(site, () => answer(api.POST('/api/sites/{site}/clients/end', sent)));
  const ending = link === 'confirmed' ? 'end' : link === 'asks' ? 'decline' : 'withdraw';
  return (
    <div className="site-asks">
      {link === 'asks' && (
        <Sure
          ask={t('confirm.ask')}
          about={name}
          title={t('confirm.title', { name })}
          confirm={t('confirm.do')}
          confirming={t('confirm.doing')}
          change={confirm}
          run={() => confirm.mutateAsync(undefined)}
          onDone={() => say(t('confirm.done', { name }))}
        >
          <p>{t('confirm.text')}</p>
        </Sure>
      )}
      <Sure
        ask={t(`${ending}.ask`)}
        about={name}
        title={t(`${ending}.title`, { name })}
        confirm={t(`${ending}.do`)}
        confirming={t(`${ending}.doing`)}
        isGrave={ending === 'end'}
        change={end}
        run={() => end.mutateAsync(undefined)}
        onDone={() => say(t(`${ending}.done`, { name }))}
      >
        <p>{t(`${ending}.text`)}</p>
      </Sure>
    </div>
  );
}
