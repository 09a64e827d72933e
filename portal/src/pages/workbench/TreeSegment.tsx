import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { SeverityIcon } from './Icons.tsx';
import { type Numbered, placeName } from './marks.ts';
import type { FieldNode, SegmentNode } from './messages.ts';
import { type Selection, treeId } from './selection.ts';

type Shared = {
  readonly places: ReadonlyMap<string, readonly Numbered[]>;
  readonly prefix: string;
  readonly selected: Selection | undefined;
  readonly onBack: (finding: Numbered) => void;
};

/** A segment with what it says, field by field, and what is wrong with each. */
export const TreeSegment = memo(function TreeSegment({
  segment,
  isRepeated,
  ...shared
}: { readonly segment: SegmentNode; readonly isRepeated: boolean } & Shared) {
  const { path, name, label, fields } = segment;
  const findings = shared.places.get(path) ?? [];
  return (
    <section className="workbench-segment">
      <div
        className="workbench-place"
        id={treeId(shared.prefix, path)}
        tabIndex={-1}
        data-worst={findings[0]?.severity}
        data-selected={shared.selected?.place === path}
      >
        <h4>
          <code>
            {name}
            {isRepeated && ` ${placeName(path)?.occurrence ?? ''}`}
          </code>{' '}
          {label}
        </h4>
        <Notes findings={findings} {...shared} />
      </div>
      <div className="workbench-fields">
        {fields.map((field) => (
          <Field key={field.path} field={field} {...shared} />
        ))}
      </div>
    </section>
  );
});

function Field({ field, ...shared }: { readonly field: FieldNode } & Shared) {
  const { t } = useTranslation('workbench');
  const { path, label, components } = field;
  const findings = shared.places.get(path) ?? [];
  const repetition = Number(/\[(\d+)\]$/.exec(path)?.[1] ?? 1);
  return (
    <div
      className="workbench-place workbench-field"
      id={treeId(shared.prefix, path)}
      tabIndex={-1}
      data-worst={findings[0]?.severity}
      data-selected={shared.selected?.place === path}
    >
      <p className="workbench-field__label">
        <code>{placeName(path)?.place}</code> {label}
        {repetition > 1 && ` (${t('message.repetition', { n: repetition })})`}
      </p>
      <Value field={field} isWhole={components.length < 2} />
      <Notes findings={findings} {...shared} />
    </div>
  );
}

function Value({ field, isWhole }: { readonly field: FieldNode; readonly isWhole: boolean }) {
  const { components, value } = field;
  if (isWhole) {
    const [only] = components;
    return <p className="workbench-field__value">{only ? <Meant {...only} /> : <bdi>{value}</bdi>}</p>;
  }
  return (
    <dl className="workbench-parts">
      {components.map((part) => (
        <div key={part.path}>
          <dt>{part.label}</dt>
          <dd>
            <Meant {...part} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Meant({ value, meaning }: { readonly value: string; readonly meaning: string | null }) {
  return (
    <>
      <bdi>{value}</bdi>
      {meaning !== null && meaning !== value && <span className="workbench-meaning"> {meaning}</span>}
    </>
  );
}

function Notes({ findings, selected, onBack }: { readonly findings: readonly Numbered[] } & Shared) {
  const { t, i18n } = useTranslation('workbench');
  if (findings.length === 0) return null;
  return (
    <ul className="workbench-notes" lang={i18n.language}>
      {findings.map((finding) => (
        <li key={finding.number} data-severity={finding.severity}>
          <SeverityIcon severity={finding.severity} />
          <span>
            <strong>
              {finding.number}. {t(`fixes.severity.${finding.severity}`)}:
            </strong>{' '}
            <span lang="en">{finding.message}</span>{' '}
            {selected?.finding.number === finding.number && (
              <button
                type="button"
                className="usa-button usa-button--unstyled"
                onClick={() => onBack(finding)}
              >
                {t('fixes.back')}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
