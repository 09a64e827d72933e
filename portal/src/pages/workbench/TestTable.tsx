import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import type { TestRow } from './messages.ts';

const TONES = { accepted: 'good', answered: 'good', 'with-findings': 'warn', refused: 'bad' } as const;

function resultOf({ outcome, ackCode }: TestRow): keyof typeof TONES {
  if (outcome === 'refused' || outcome === 'fault') return 'refused';
  if (ackCode !== 'AA') return 'with-findings';
  return outcome === 'answered' ? 'answered' : 'accepted';
}

export function TestTable({ site, tests }: { readonly site: Site; readonly tests: readonly TestRow[] }) {
  const { t } = useTranslation(['workbench', 'site']);
  const { moment } = useFormat();
  const isFacility = site.kind === 'sending-facility';
  const label = {
    when: t('workbench:tests.when'),
    message: t('workbench:tests.message'),
    site: t('workbench:tests.site'),
    result: t('workbench:tests.result'),
    findings: t('workbench:tests.findings'),
    shows: t('workbench:tests.shows'),
  };
  const columns = [
    'message',
    'when',
    ...(isFacility ? (['site'] as const) : []),
    'result',
    'findings',
    'shows',
  ] as const;
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked cairn-fill workbench-tests">
      <caption className="usa-sr-only">{t('workbench:tests.caption')}</caption>
      <thead>
        <tr>
          {columns.map((each) => (
            <th scope="col" key={each}>
              {label[each]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tests.map((test) => (
          <tr key={test.id}>
            <th scope="row" data-label={label.message}>
              <Link
                to="/sites/$site/tests/$message"
                params={{ site: site.code, message: test.id }}
                className="usa-link cairn-code"
              >
                {test.controlId === '' ? t('workbench:result.noId') : test.controlId}
              </Link>
              <span className="cairn-meta"> {test.type}</span>
            </th>
            <td data-label={label.when}>{moment(test.at)}</td>
            {isFacility && <td data-label={label.site}>{test.site}</td>}
            <td data-label={label.result}>
              <StateTag tone={TONES[resultOf(test)]}>{t(`workbench:tests.tag.${resultOf(test)}`)}</StateTag>
              {test.stage === 'real-data' && (
                <>
                  {' '}
                  <StateTag tone="info">{t('workbench:tests.real')}</StateTag>
                </>
              )}
            </td>
            <td data-label={label.findings}>{test.findings}</td>
            <td data-label={label.shows}>
              {test.cases.length === 0
                ? '–'
                : test.cases.map((each) => t(`site:cases.${each}` as 'site:cases.historical')).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
