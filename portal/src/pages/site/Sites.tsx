import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ownSites } from '../../api/session.ts';
import { StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { stageTone } from './stage.ts';

/** The sites that somebody acts for; of one alone its own page. */
export function Sites() {
  const { t } = useTranslation(['site', 'common']);
  useTitle(t('site:list.title'));
  return (
    <SignedIn>
      {({ sites: all }) => {
        const sites = ownSites(all);
        const [only] = sites;
        if (only && sites.length === 1)
          return <Navigate to="/sites/$site" params={{ site: only.code }} replace />;
        return (
          <div className="cairn-main">
            <h1>{t('site:list.title')}</h1>
            {sites.length === 0 ? (
              <p>{t('site:list.none')}</p>
            ) : (
              <ul className="cairn-list">
                {sites.map(({ code, name, stage, role }) => (
                  <li className="cairn-panel" key={code}>
                    <h2 className="margin-0">
                      <Link to="/sites/$site" params={{ site: code }} className="usa-link">
                        {name}
                      </Link>
                    </h2>
                    <p className="cairn-row margin-bottom-0">
                      <span className="cairn-code">{code}</span>
                      <StateTag tone={stageTone(stage)}>{t(`common:stage.${stage}`)}</StateTag>
                      <span className="cairn-meta">{t(`site:role.${role}`)}</span>
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      }}
    </SignedIn>
  );
}
