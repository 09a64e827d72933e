import { Alert, Checkbox } from '@trussworks/react-uswds';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../components/problems.tsx';
import type { Entry } from './api.ts';

/** What to look at once more before it is saved; the focus goes here. */
export function Doubts<T>({ entry }: { readonly entry: Entry<T> }) {
  const { t } = useTranslation('patientEdit');
  const text = useProblemText();
  const ref = useRef<HTMLDivElement>(null);
  const { doubts } = entry;
  useEffect(() => {
    if (doubts.length > 0) ref.current?.focus();
  }, [doubts]);
  if (doubts.length === 0) return null;
  return (
    <div ref={ref} tabIndex={-1} className="margin-y-3">
      <Alert type="warning" headingLevel="h2" heading={t('doubts.title')} validation role="alert">
        <ul className="usa-list">
          {doubts.map(({ where, code }) => (
            <li key={`${where} ${code}`}>{text(code)}</li>
          ))}
        </ul>
        <Checkbox
          id="field-confirmed"
          name="confirmed"
          label={t('doubts.sure')}
          checked={entry.isSure}
          onChange={(event) => entry.setSure(event.target.checked)}
          className="edit-sure"
        />
      </Alert>
    </div>
  );
}
