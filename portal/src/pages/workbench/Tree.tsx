import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Numbered, placeName, WINDOW, windowAround } from './marks.ts';
import type { MessageView } from './messages.ts';
import { type Selection, treeId } from './selection.ts';
import { TreeSegment } from './TreeSegment.tsx';

const segmentOf = (place: string): string => place.replace(/-.*$/, '');

/** The message by its segments and fields. Of a long one a part is shown; a finding that is asked for brings its own part. */
export function Tree({
  segments,
  places,
  prefix,
  selection,
  onBack,
}: {
  readonly segments: MessageView['segments'];
  readonly places: ReadonlyMap<string, readonly Numbered[]>;
  readonly prefix: string;
  readonly selection: Selection | undefined;
  readonly onBack: (finding: Numbered) => void;
}) {
  const { t } = useTranslation('workbench');
  const [moved, setMoved] = useState<{ readonly from: number; readonly by: Selection | undefined }>();
  const asked = selection ? segments.findIndex(({ path }) => path === segmentOf(selection.place)) : -1;
  // Paging counts until the next finding is asked for, and that only moves what it does not find.
  const before = moved?.from ?? 0;
  const isMoved = moved?.by === selection;
  const from =
    isMoved || asked < 0 || (asked >= before && asked < before + WINDOW) ? before : windowAround(asked);
  const to = Math.min(segments.length, from + WINDOW);
  useEffect(() => {
    setMoved({ from, by: selection });
    if (!selection) return;
    const element = document.getElementById(treeId(prefix, selection.place));
    // Where only the raw text is shown, there is nothing to go to here.
    if (!element || element.offsetParent === null) return;
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
    // Where to go is asked once for each selection.
  }, [selection]);
  if (segments.length === 0) return <p>{t('message.noTree')}</p>;
  const page = (next: number) => setMoved({ from: Math.max(0, next), by: selection });
  const range = t('message.range', { from: from + 1, to, count: segments.length });
  return (
    <>
      {segments.length > WINDOW && (
        <p className="cairn-meta" role="status">
          {range}
        </p>
      )}
      {from > 0 && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => page(from - WINDOW)}>
          {t('message.before')}
        </button>
      )}
      {segments.slice(from, to).map((segment) => (
        <TreeSegment
          key={segment.path}
          segment={segment}
          isRepeated={(placeName(segment.path)?.occurrence ?? 1) > 1}
          places={places}
          prefix={prefix}
          selected={selection && segmentOf(selection.place) === segment.path ? selection : undefined}
          onBack={onBack}
        />
      ))}
      {to < segments.length && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => page(to)}>
          {t('message.after')}
        </button>
      )}
    </>
  );
}
