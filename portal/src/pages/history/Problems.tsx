import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import type { Load } from './upload-file.ts';

/** What was wrong, by kind, the most frequent first: in the words that the ledger has, and what to do. */
export function Problems({ site, load }: { readonly site: string; readonly load: Load }) {
  const { t } = useTranslation('history');
  const maySeeMessages = useSession()?.account?.may.watchExchange === true;
  if (load.problems.length === 0) {
    return load.state === 'done' ? <p>{t('problems.none')}</p> : null;
  }
  const sheet = `/api/sites/${encodeURIComponent(site)}/history-loads/${load.id}/problems.csv`;
  return (
    <section className="site-section" aria-labelledby="history-problems">
      <h2 id="history-problems">{t('problems.title')}</h2>
      <p>
        <a href={sheet} className="usa-link" download>
          {t('problems.csv')}
        </a>
      </p>
      <ul className="history-problems">
        {load.problems.map(({ code, refused, partly, what, fix, examples }) => (
          <li key={code}>
            <h3>{t('problems.count', { count: refused + partly })}</h3>
            <p>
              <span lang="en">{what}</span> <code>{code}</code>
            </p>
            <p lang="en">{fix}</p>
            <p className="cairn-meta">
              {t('problems.examples')}{' '}
              {examples.map(({ no, controlId, messageId }, index) => (
                <span key={no}>
                  {index > 0 && ', '}
                  {messageId === null || !maySeeMessages ? (
                    t('problems.message', { no })
                  ) : (
                    <Link
                      to="/exchange/messages/$message"
                      params={{ message: messageId }}
                      className="usa-link"
                    >
                      {t('problems.message', { no })}
                    </Link>
                  )}
                  {controlId !== '' && ` (MSH-10 ${controlId})`}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
