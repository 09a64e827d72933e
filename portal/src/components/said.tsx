import { Alert } from '@trussworks/react-uswds';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

/**
 * Says what was done. The focus goes there: the button that did it is often gone with what it changed.
 * @returns `said` for the page to hold, and `say`
 */
export function useSaid(): { readonly said: ReactNode; readonly say: (text: ReactNode) => void } {
  const [state, setState] = useState<{ readonly text: ReactNode }>();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) ref.current?.focus();
  }, [state]);
  const say = useCallback((text: ReactNode) => setState({ text }), []);
  return {
    say,
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
