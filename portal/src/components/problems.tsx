import { Alert } from '@trussworks/react-uswds';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Problem, Refused } from '../api/client.ts';

/** Says what a problem's code means, in the reader's language. */
export function useProblemText(): (code: string) => string {
  const { t, i18n } = useTranslation(['problems', 'common']);
  return (code) =>
    i18n.exists(`problems:${code}`)
      ? t(`problems:${code}` as 'problems:invalid')
      : t(code === 'unreachable' ? 'common:unreachable' : 'problems:failed');
}

/** The problems of a refusal by the field they are about; '' for those about none. */
export function problemsByField(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof Refused)) return new Map();
  return new Map(error.problems.map(({ where, code }) => [where, code]));
}

/** Where a problem stands on the page: the field of that id is what its link leads to. */
export const fieldId = (where: string): string => `field-${where.replaceAll('.', '-')}`;

/**
 * What went wrong with what was just sent, at the top of the form: the focus goes here, and each problem leads to its field.
 * @param label what the page calls a field
 * @param under what the names of the form's fields begin with, where several forms of a page have the same fields
 */
export function ErrorSummary({
  error,
  problems = error instanceof Refused ? error.problems : [],
  label,
  under,
}: {
  readonly error: unknown;
  readonly problems?: readonly Problem[];
  readonly label?: (where: string) => string;
  readonly under?: string;
}) {
  const { t } = useTranslation();
  const text = useProblemText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) ref.current?.focus();
  }, [error]);
  if (!error) return null;
  const heading =
    problems.length > 0
      ? t('form.problems', { count: problems.length })
      : text(error instanceof Refused ? error.code : 'failed');
  return (
    <div ref={ref} tabIndex={-1} className="margin-bottom-3">
      <Alert type="error" headingLevel="h2" heading={heading} validation role="alert">
        {problems.length > 0 && (
          <ul className="usa-list">
            {problems.map(({ where, code }) => (
              <li key={`${where} ${code}`}>
                {where !== '' && label ? (
                  <a
                    href={`#${fieldId(under === undefined ? where : `${under}.${where}`)}`}
                    className="usa-link"
                  >
                    {label(where)}
                  </a>
                ) : null}
                {where !== '' && label ? ': ' : null}
                {text(code)}
              </li>
            ))}
          </ul>
        )}
      </Alert>
    </div>
  );
}
