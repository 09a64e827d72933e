import { useEffect, useMemo, useRef } from 'react';
import { type Numbered, piecesOf } from './marks.ts';
import type { MessageView } from './messages.ts';
import type { Selection } from './selection.ts';

const MOST_NUMBERS = 4;

/** Of many numbers the first, and how many more. */
function numbersOf(findings: readonly Numbered[]): string {
  const shown = findings.length > MOST_NUMBERS ? findings.slice(0, MOST_NUMBERS - 1) : findings;
  const more = findings.length - shown.length;
  return `${shown.map(({ number }) => number).join(', ')}${more === 0 ? '' : ` +${more}`}`;
}

/** The message as it was sent; what has findings is marked with their numbers. */
export function Raw({
  message,
  places,
  selection,
}: {
  readonly message: Pick<MessageView, 'raw' | 'segments'>;
  readonly places: ReadonlyMap<string, readonly Numbered[]>;
  readonly selection: Selection | undefined;
}) {
  const selected = useRef<HTMLElement>(null);
  const pieces = useMemo(() => piecesOf(message, places), [message, places]);
  useEffect(() => {
    const mark = selected.current;
    const panel = mark?.closest<HTMLElement>('.workbench-panel');
    if (!mark || !panel || mark.offsetParent === null) return;
    if (panel.scrollHeight > panel.clientHeight) {
      // Scrolls the panel alone; the page goes where the readable form is.
      const offset = mark.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      panel.scrollTop += offset - panel.clientHeight / 2;
    } else if (panel.dataset['alone'] === 'true') mark.scrollIntoView({ block: 'center' });
  }, [selection]);
  return (
    <pre className="workbench-raw">
      {pieces.map(({ text, at, findings }) => {
        if (findings.length === 0) return text;
        const isSelected =
          selection !== undefined && findings.some(({ number }) => number === selection.finding.number);
        return (
          <mark
            key={at}
            ref={isSelected ? selected : undefined}
            data-severity={findings[0]?.severity}
            data-selected={isSelected}
          >
            {text}
            <sup>{numbersOf(findings)}</sup>
          </mark>
        );
      })}
    </pre>
  );
}
