import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { SiteFrame } from '../site/SiteFrame.tsx';

type Report = components['schemas']['FlatFileReport'];
type Told = Report['told'][number];

/** What became of a flat file, row by row. */
export function File() {
  const { t } = useTranslation('files');
  return (
    <SiteFrame page="files" title={t('report.title')}>
      {(site) => <Known site={site} />}
    </SiteFrame>
  );
}

function Known({ site }: { readonly site: Site }) {
  const { t } = useTranslation('files');
  const { file = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['site', site.code, 'files', file],
    queryFn: () =>
      answer(api.GET('/api/sites/{site}/flat-files/{file}', { params: { path: { site: site.code, file } } })),
  });
  return (
    <>
      <p>
        <Link to="/sites/$site/files" params={{ site: site.code }} className="usa-link">
          {t('report.back')}
        </Link>
      </p>
      <Asked query={query}>{(report) => <Shown site={site.code} report={report} />}</Asked>
    </>
  );
}

const ORDER = ['recorded', 'recorded-with-findings', 'refused', 'unreadable'] as const;
const TONES = {
  recorded: 'good',
  'recorded-with-findings': 'warn',
  refused: 'bad',
  unreadable: 'bad',
} as const;

function Shown({ site, report }: { readonly site: string; readonly report: Report }) {
  const { t } = useTranslation('files');
  const { moment } = useFormat();
  const { id, name, receivedAt, by, rows, refused, outcomes, told, toldInAll } = report;
  return (
    <>
      <Alert
        validation
        type={refused > 0 ? 'error' : 'success'}
        headingLevel="h2"
        heading={refused > 0 ? t('report.toDo', { count: refused }) : t('report.allGood', { count: rows })}
      >
        {refused > 0 && <p>{t('report.toDoText')}</p>}
      </Alert>
      <dl className="cairn-facts">
        <dt>{t('list.name')}</dt>
        <dd>{name || t('list.noName')}</dd>
        <dt>{t('list.received')}</dt>
        <dd>{moment(receivedAt)}</dd>
        <dt>{t('list.by')}</dt>
        <dd>{by ?? t('list.program')}</dd>
        {ORDER.filter((outcome) => outcomes[outcome] > 0).map((outcome) => (
          <div key={outcome} className="files-count">
            <dt>{t(`outcome.${outcome}`)}</dt>
            <dd>{outcomes[outcome]}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a
          href={`/api/sites/${encodeURIComponent(site)}/flat-files/${encodeURIComponent(id)}/report.csv`}
          className="usa-link"
          download
        >
          {t('report.csv')}
        </a>
      </p>
      {told.length > 0 && (
        <section className="site-section">
          <h2>{t('report.told')}</h2>
          {toldInAll > told.length && (
            <p className="cairn-meta">{t('report.shown', { count: told.length, all: toldInAll })}</p>
          )}
          <Rows told={told} />
        </section>
      )}
    </>
  );
}

function Rows({ told }: { readonly told: readonly Told[] }) {
  const { t } = useTranslation('files');
  const label = { row: t('report.row'), outcome: t('report.outcome'), problems: t('report.problems') };
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked cairn-fill files-rows">
      <caption className="usa-sr-only">{t('report.caption')}</caption>
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
        {told.map(({ row, outcome, problems }) => (
          <tr key={row}>
            <th scope="row" data-label={label.row}>
              {row}
            </th>
            <td data-label={label.outcome}>
              <StateTag tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</StateTag>
            </td>
            <td data-label={label.problems}>
              <ul className="usa-list usa-list--unstyled">
                {problems.map((problem) => (
                  <li key={`${problem.column ?? ''} ${problem.code}`}>
                    {problem.column !== null && <span className="cairn-code">{problem.column}: </span>}
                    <Words problem={problem} />
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the exchange finds in a message it says in English, as in its acknowledgement. */
function Words({ problem: { code, what, fix } }: { readonly problem: Told['problems'][number] }) {
  const { t, i18n } = useTranslation('files');
  const key = `problem.${code}`;
  if (i18n.exists(`files:${key}`)) return <>{t(key as 'problem.cell-needed')}</>;
  return (
    <span lang="en">
      {what} {fix}
    </span>
  );
}
