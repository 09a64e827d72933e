import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ownSites, useSession } from '../../api/session.ts';
import { useTitle } from '../../components/title.ts';

const NEED = ['address', 'clinician', 'ehr', 'type', 'mu'] as const;
const STEPS = ['register', 'test', 'real', 'live'] as const;

export function Home() {
  const { t } = useTranslation();
  useTitle(t('nav.home'));
  const account = useSession()?.account;
  const sites = ownSites(account?.sites ?? []);
  return (
    <div className="cairn-main">
      <h1>{t('home.title')}</h1>
      <p className="cairn-lead">{t('home.lead')}</p>
      <div className="cairn-doors">
        <section className="cairn-panel">
          <h2>{t('home.registerTitle')}</h2>
          <p>{t('home.registerText')}</p>
          <Link to="/register" className="usa-button">
            {t('home.register')}
          </Link>
        </section>
        <section className="cairn-panel">
          <h2>{t('home.checkTitle')}</h2>
          <p>{t('home.checkText')}</p>
          <Link to="/workbench" className="usa-button usa-button--outline">
            {t('home.check')}
          </Link>
        </section>
        {(!account || sites.length > 0) && (
          <section className="cairn-panel">
            <h2>{t('home.signInTitle')}</h2>
            <p>{t('home.signInText')}</p>
            {sites.length === 0 ? (
              <Link to="/sign-in" className="usa-button usa-button--outline">
                {t('home.signIn')}
              </Link>
            ) : (
              sites.slice(0, 3).map(({ code, name }) => (
                <Link
                  key={code}
                  to="/sites/$site"
                  params={{ site: code }}
                  className="usa-button usa-button--outline"
                >
                  {t('home.openSite', { name })}
                </Link>
              ))
            )}
          </section>
        )}
      </div>
      <div className="cairn-columns">
        <section>
          <h2>{t('home.stepsTitle')}</h2>
          <ol className="usa-process-list">
            {STEPS.map((step) => (
              <li className="usa-process-list__item" key={step}>
                <h3 className="usa-process-list__heading">{t(`home.steps.${step}.title`)}</h3>
                <p>{t(`home.steps.${step}.text`)}</p>
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h2>{t('home.needTitle')}</h2>
          <ul className="usa-list">
            {NEED.map((each) => (
              <li key={each}>{t(`home.need.${each}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
