import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';

/** What must be shown by test messages, and which message shows it. */
export function Readiness({
  site,
  cases,
  title,
}: {
  readonly site: string;
  readonly cases: Site['readiness'];
  readonly title: string;
}) {
  const { t } = useTranslation('site');
  const { day } = useFormat();
  return (
    <table className="usa-table usa-table--borderless cairn-fill">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('readiness.case')}</th>
          <th scope="col" className="site-fit">
            {t('readiness.state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {cases.map(({ case: name, shownBy, at }) => (
          <tr key={name}>
            <th scope="row">{t(`cases.${name}` as 'cases.historical')}</th>
            <td>
              {shownBy === null ? (
                <StateTag tone="plain">{t('readiness.missing')}</StateTag>
              ) : (
                <>
                  <StateTag tone="good">{t('readiness.shown')}</StateTag>{' '}
                  <Link
                    to="/sites/$site/tests/$message"
                    params={{ site, message: shownBy }}
                    className="usa-link"
                  >
                    {at === null ? t('readiness.look') : day(at)}
                  </Link>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
