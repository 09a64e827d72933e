import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.d.ts';
import { StateTag } from '../../components/states.tsx';
import { MessagesLink } from './MessagesLink.tsx';
import type { ExchangeSearch } from './search.ts';

type Finding = components['schemas']['ExchangeOverview']['findings'][number];

/** As many as somebody corrects in a week. */
const SHOWN_FIRST = 5;
const TONE = { E: 'bad', W: 'warn', I: 'info' } as const;

type Props = {
  readonly findings: readonly Finding[];
  readonly search: ExchangeSearch;
  readonly from: string;
  readonly to: string;
};

/** What fails most, in the words that the sender heard, and what to do. */
export function FindingList({ findings, ...props }: Props) {
  const { t } = useTranslation('monitoring');
  const errors = findings.filter(({ severity }) => severity === 'E');
  const first = (errors.length > 0 ? errors : findings).slice(0, SHOWN_FIRST);
  const others = findings.filter((finding) => !first.includes(finding));
  return (
    <section data-part="monitoring" aria-labelledby="findings">
      <h2 id="findings">{t('dashboard.findings')}</h2>
      {findings.length === 0 ? (
        <p>{t('dashboard.noFindings')}</p>
      ) : (
        <>
          <p className="cairn-meta">{t('dashboard.findingsLead')}</p>
          <Findings findings={first} {...props} />
          {others.length > 0 && (
            <details className="monitoring-more">
              <summary>{t('dashboard.moreFindings')}</summary>
              <Findings findings={others} {...props} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Findings({ findings, search, from, to }: Props) {
  const { t } = useTranslation('monitoring');
  return (
    <ol className="monitoring-findings">
      {findings.map((finding) => (
        <li key={`${finding.severity}:${finding.code}`}>
          <p className="monitoring-findings__what">
            <StateTag tone={TONE[finding.severity]}>{t(`dashboard.severity.${finding.severity}`)}</StateTag>{' '}
            <strong>{t('dashboard.inMessages', { count: finding.messages })}</strong>{' '}
            <span className="cairn-meta">({trendOf(finding, t)})</span>
          </p>
          <p lang="en">
            {finding.what} {finding.fix}
          </p>
          <p>
            <MessagesLink
              search={search}
              from={from}
              to={to}
              code={finding.code}
              label={t('dashboard.seeMessagesWith', { code: finding.code })}
            >
              {t('dashboard.seeMessages')}
            </MessagesLink>{' '}
            <span className="cairn-meta cairn-code">{finding.code}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

type Words = ReturnType<typeof useTranslation<'monitoring'>>['t'];

function trendOf({ messages, previous }: Finding, t: Words): string {
  if (previous === 0) return t('dashboard.fresh');
  if (messages === previous) return t('dashboard.same', { count: previous });
  return messages > previous
    ? t('dashboard.more', { count: previous })
    : t('dashboard.less', { count: previous });
}
