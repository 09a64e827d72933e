import { Alert } from '@trussworks/react-uswds';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.ts';
import { useProblemText } from '../../components/problems.tsx';

/** Why nothing was submitted: where the server names a line or a message of the text, that one is named. */
export function SubmitRefused({ error, hasOne }: { readonly error: unknown; readonly hasOne: boolean }) {
  const { t } = useTranslation('workbench');
  const text = useProblemText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) ref.current?.focus();
  }, [error]);
  if (!error) return null;
  const { code, problems } = error instanceof Refused ? error : { code: 'failed', problems: [] };
  const place = (where: string): string => {
    const [, kind, n] = /^(line|message) (\d+)$/.exec(where) ?? [];
    if (kind === undefined || n === undefined || (kind === 'message' && hasOne)) return '';
    return t(kind === 'line' ? 'submit.line' : 'submit.message', { n });
  };
  return (
    <div ref={ref} tabIndex={-1}>
      <Alert validation type="error" headingLevel="h3" heading={t('submit.failed')} role="alert">
        {problems.length === 0 ? (
          text(code)
        ) : (
          <ul className="usa-list">
            {problems.map((problem) => (
              <li key={`${problem.where} ${problem.code}`}>
                {place(problem.where)} {text(problem.code)}
              </li>
            ))}
          </ul>
        )}
      </Alert>
    </div>
  );
}
