import { Alert } from '@trussworks/react-uswds';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

/**
 * Says what was done. The focus goes there: the button that did it is often gone with what it changed.
 * @returns `said` for the page to hold, `say`, and `unsay` for what something else has overtaken
 */
export function useSaid(): {
  readonly said: ReactNode;
  readonly say: (text: ReactNode) => void;
  readonly unsay: () => void;
} {
  const [state, setState] = useState<{ readonly text: ReactNode }>();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) ref.current?.focus();
  }, [state]);
  const say = useCallback((text: ReactNode) => setState({ text }), []);
  const unsay = useCallback(() => setState(undefined), []);
  return {
    say,
    unsay,
    said: (
      <div ref={ref} tabIndex={-1} role="status" className="site-said">
        {state && (
          <Alert type="success" headingLevel="h2" slim>
            {state.text}
          </Alert>
        )}
      </div>
    ),
  };
}
