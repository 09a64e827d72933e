import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SeverityIcon } from './Icons.tsx';
import type { Numbered } from './marks.ts';
import type { Finding } from './messages.ts';
import { usePlace } from './use-place.ts';

const GROUPS = ['E', 'W', 'I'] as const;
const AT_ONCE = 30;

export const fixId = (prefix: string, number: number): string => `${prefix}fix-${number}`;

/** Back to a finding of the list, where need be by unfolding its group. */
export function goToFix(prefix: string, { number }: Numbered): void {
  const link = document.getElementById(fixId(prefix, number));
  link?.closest('details')?.setAttribute('open', '');
  link?.focus();
}

/** What to do next, the most important first; each leads to its place in the message. */
export function Fixes({
  findings,
  prefix,
  onShow,
}: {
  readonly findings: readonly Numbered[];
  /** Of the ids on this page. */
  readonly prefix: string;
  readonly onShow: (finding: Numbered) => void;
}) {
  const { t, i18n } = useTranslation('workbench');
  if (findings.length === 0) return <p>{t('fixes.nothing')}</p>;
  return (
    <>
      {i18n.language !== 'en' && <p className="cairn-meta">{t('fixes.english')}</p>}
      {GROUPS.map((severity) => {
        const group = findings.filter((finding) => finding.severity === severity);
        if (group.length === 0) return null;
        return (
          <Group
            key={severity}
            severity={severity}
            isFolded={severity === 'I' && group.length < findings.length}
            group={group}
            prefix={prefix}
            onShow={onShow}
          />
        );
      })}
    </>
  );
}

function Group({
  severity,
  isFolded,
  group,
  prefix,
  onShow,
}: {
  readonly severity: Finding['severity'];
  readonly isFolded: boolean;
  readonly group: readonly Numbered[];
  readonly prefix: string;
  readonly onShow: (finding: Numbered) => void;
}) {
  const { t } = useTranslation('workbench');
  const [shown, setShown] = useState(AT_ONCE);
  const rest = group.length - shown;
  const title = (
    <>
      <SeverityIcon severity={severity} />
      {t(`fixes.${severity}`)} ({group.length})
    </>
  );
  const list = (
    <>
      <ol className="workbench-fixes" start={group[0]?.number}>
        {group.slice(0, shown).map((finding) => (
          <Fix key={finding.number} finding={finding} prefix={prefix} onShow={onShow} />
        ))}
      </ol>
      {rest > 0 && (
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => setShown(shown + 10 * AT_ONCE)}
        >
          {t('fixes.rest', { count: Math.min(rest, 10 * AT_ONCE) })}
        </button>
      )}
    </>
  );
  // Notes cost nothing: where there is something to correct they stay out of the way.
  return isFolded ? (
    <details className="workbench-group">
      <summary>{title}</summary>
      {list}
    </details>
  ) : (
    <section className="workbench-group">
      <h4>{title}</h4>
      {list}
    </section>
  );
}

function Fix({
  finding,
  prefix,
  onShow,
}: {
  readonly finding: Numbered;
  readonly prefix: string;
  readonly onShow: (finding: Numbered) => void;
}) {
  const { t } = useTranslation('workbench');
  const place = usePlace();
  const { number, severity, message, fix, effect, path, node, code } = finding;
  return (
    <li className="workbench-fix" data-severity={severity} value={number}>
      <span className="workbench-number" aria-hidden="true">
        {number}
      </span>
      <div className="workbench-fix__text">
        {effect !== 'none' && <p className="workbench-effect">{t(`fixes.effect.${effect}`)}</p>}
        <p lang="en">{message}</p>
        <p>
          <strong>{t('fixes.toDo')}</strong> <span lang="en">{fix}</span>
        </p>
        <p className="workbench-fix__foot">
          {node === null ? (
            <span className="cairn-meta">{t('fixes.whole')}</span>
          ) : (
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              id={fixId(prefix, number)}
              onClick={() => onShow(finding)}
            >
              {t('fixes.show', { place: place(path) })}
            </button>
          )}
          <code className="cairn-meta">{code}</code>
        </p>
      </div>
    </li>
  );
}
