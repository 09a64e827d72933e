import { Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { Failed } from '../../components/states.tsx';
import type { Load } from './upload-file.ts';

type Step = 'pause' | 'resume' | 'cancel';

/** Pause, resume, cancel: what the state of the load allows. */
export function Steering({ site, load }: { readonly site: string; readonly load: Load }) {
  const { t } = useTranslation('history');
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isAsked) question.current?.focus();
  }, [isAsked]);
  const step = useMutation({
    mutationFn: (does: Step) => {
      const params = { params: { path: { site, load: load.id } } };
      switch (does) {
        case 'pause':
          return answer(api.POST('/api/sites/{site}/history-loads/{load}/pause', params));
        case 'resume':
          return answer(api.POST('/api/sites/{site}/history-loads/{load}/resume', params));
        case 'cancel':
          return answer(api.POST('/api/sites/{site}/history-loads/{load}/cancel', params));
      }
    },
    onSettled: () => {
      setAsked(false);
      void client.invalidateQueries({ queryKey: ['site', site, 'history'] });
    },
  });
  const { state } = load;
  if (state === 'done' || state === 'cancelled' || state === 'failed') return null;
  const button = (does: Step, outline = true) => (
    <Button type="button" outline={outline} disabled={step.isPending} onClick={() => step.mutate(does)}>
      {t(`step.${does}`)}
    </Button>
  );
  return (
    <>
      {step.isError && <Failed error={step.error} />}
      {isAsked ? (
        <div className="cairn-actions" role="group" aria-labelledby="history-sure">
          <p id="history-sure" ref={question} tabIndex={-1}>
            {t('step.sure')}
          </p>
          {button('cancel', false)}
          <Button type="button" outline onClick={() => setAsked(false)}>
            {t('step.keep')}
          </Button>
        </div>
      ) : (
        <div className="cairn-actions">
          {(state === 'waiting' || state === 'running') && button('pause')}
          {state === 'paused' && button('resume', false)}
          <Button type="button" unstyled onClick={() => setAsked(true)}>
            {t('step.cancel')}
          </Button>
        </div>
      )}
    </>
  );
}
