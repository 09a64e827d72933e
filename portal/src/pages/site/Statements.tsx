import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Site, type Statement, statementsQuery } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import { MakeStatement } from './MakeStatement.tsx';
import { useSaid } from '../../components/said.tsx';
import { SiteFrame } from './SiteFrame.tsx';

/** Signed statements of successful tests, for auditors and incentive programs. */
export function Statements() {
  const { t } = useTranslation('siteAdmin');
  return (
    <SiteFrame page="statements" title={t('statements.title')}>
      {(site) => <All key={site.code} site={site} />}
    </SiteFrame>
  );
}

function All({ site }: { readonly site: Site }) {
  const { t } = useTranslation('siteAdmin');
  const { said, say } = useSaid();
  const query = useQuery(statementsQuery(site.code));
  return (
    <>
      <p className="cairn-lead">{t('statements.lead')}</p>
      {said}
      {site.may.manage && <MakeStatement site={site} say={say} />}
      <section className="site-section">
        <h2>{t('statements.list')}</h2>
        <Asked query={query}>
          {({ statements }) =>
            statements.length === 0 ? (
              <p>{t('statements.none')}</p>
            ) : (
              <Table site={site.code} statements={statements} />
            )
          }
        </Asked>
      </section>
    </>
  );
}

function Table({ site, statements }: { readonly site: string; readonly statements: readonly Statement[] }) {
  const { t } = useTranslation(['siteAdmin', 'registration']);
  const { day } = useFormat();
  return (
    <table className="usa-table usa-table--stacked-header usa-table--borderless cairn-fill">
      <caption className="usa-sr-only">{t('siteAdmin:statements.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('siteAdmin:statements.period')}</th>
          <th scope="col">{t('siteAdmin:statements.accepted')}</th>
          <th scope="col">{t('siteAdmin:statements.made')}</th>
          <th scope="col">{t('siteAdmin:statements.code')}</th>
          <th scope="col">{t('siteAdmin:statements.file')}</th>
        </tr>
      </thead>
      <tbody>
        {statements.map(({ code, from, to, accepted, madeOn }) => (
          <tr key={code}>
            <th scope="row" data-label={t('siteAdmin:statements.period')}>
              {t('registration:review.to', { from: day(from), to: day(to) })}
            </th>
            <td data-label={t('siteAdmin:statements.accepted')}>{accepted}</td>
            <td data-label={t('siteAdmin:statements.made')}>{day(madeOn)}</td>
            <td data-label={t('siteAdmin:statements.code')}>
              <Link
                to="/statement/$code"
                params={{ code }}
                className="usa-link cairn-code"
                aria-label={t('siteAdmin:statements.page', { code })}
              >
                {code}
              </Link>
            </td>
            <td data-label={t('siteAdmin:statements.file')}>
              <a
                href={`/api/sites/${site}/statements/${code}/pdf`}
                className="usa-link"
                aria-label={t('siteAdmin:statements.pdfOf', { code })}
              >
                PDF
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
