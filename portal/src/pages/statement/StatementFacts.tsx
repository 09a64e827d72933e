import { useTranslation } from 'react-i18next';
import type { operations } from '../../api/schema.d.ts';
import { useFormat } from '../../components/format.ts';

type Verified = operations['verifyStatement']['responses'][200]['content']['application/json'];

/** What the statement says, in the order in which it stands on the paper. */
export function StatementFacts({ code, content }: Pick<Verified, 'code' | 'content'>) {
  const { t } = useTranslation(['statement', 'site']);
  const { day } = useFormat();
  const { registry, siteName, siteCode, from, to, accepted, total, cases, madeOn } = content;
  return (
    <section className="statement-facts">
      <h2>{t('statement:facts.title')}</h2>
      <dl className="cairn-facts">
        <dt>{t('statement:facts.code')}</dt>
        <dd className="cairn-code">{code}</dd>
        <dt>{t('statement:facts.site')}</dt>
        <dd>
          {siteName} <span className="cairn-meta">{siteCode}</span>
        </dd>
        <dt>{t('statement:facts.period')}</dt>
        <dd>{t('statement:facts.periodOf', { from: day(from), to: day(to) })}</dd>
        <dt>{t('statement:facts.accepted')}</dt>
        <dd>{t('statement:facts.acceptedOf', { accepted, total })}</dd>
        <dt>{t('statement:facts.madeOn')}</dt>
        <dd>{day(madeOn)}</dd>
        <dt>{t('statement:facts.registry')}</dt>
        <dd>{registry}</dd>
      </dl>
      {cases.length > 0 && (
        <table className="usa-table usa-table--borderless usa-table--stacked cairn-fill">
          <caption>{t('statement:facts.cases')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('statement:facts.case')}</th>
              <th scope="col">{t('statement:facts.count')}</th>
              <th scope="col">{t('statement:facts.first')}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((each) => (
              <tr key={each.case}>
                <th scope="row" data-label={t('statement:facts.case')}>
                  {t(`site:cases.${each.case}` as 'site:cases.historical')}
                </th>
                <td data-label={t('statement:facts.count')}>{each.accepted}</td>
                <td data-label={t('statement:facts.first')}>{each.first === null ? '–' : day(each.first)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
