import { Alert } from '@trussworks/react-uswds';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { idleState, PULSE_MS } from './idle.ts';

const LOOK_MS = 5_000;
const SIGNS = ['pointerdown', 'keydown', 'scroll'] as const;

/**
 * Signs out whoever has left an open record on a screen (45 CFR 164.312(a)(2)(iii)), and says so a minute before. Work in one window
 * counts for all of them, and keeps the session on the server alive while somebody fills in a long form.
 */
export function IdleSignOut({ minutes }: { readonly minutes: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isWarned, setWarned] = useState(false);
  useEffect(() => {
    const windows = new BroadcastChannel('cairn-at-work');
    let seenAt = Date.now();
    let saidAt = seenAt;
    let over = false;
    const work = (): void => {
      seenAt = Date.now();
      if (seenAt - saidAt < PULSE_MS) return;
      saidAt = seenAt;
      windows.postMessage('at work');
      void queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
    };
    windows.addEventListener('message', () => (seenAt = Date.now()));
    for (const sign of SIGNS) window.addEventListener(sign, work, { passive: true, capture: true });
    const timer = setInterval(() => {
      const state = idleState(Date.now() - seenAt, minutes);
      setWarned(state === 'warned');
      if (state !== 'over' || over) return;
      over = true;
      void answer(api.DELETE('/api/session'))
        .catch(() => undefined)
        .finally(() => {
          queries.clear();
          void navigate({ to: '/sign-in', search: { next: location.pathname } });
        });
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      windows.close();
      for (const sign of SIGNS) window.removeEventListener(sign, work, { capture: true });
    };
  }, [minutes, navigate, queries]);
  if (!isWarned) return null;
  return (
    <Alert type="warning" slim headingLevel="h2" className="cairn-hold-up" role="alert">
      {t('idle')}
    </Alert>
  );
}
