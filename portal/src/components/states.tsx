import { Alert, Button } from '@trussworks/react-uswds';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client.ts';
import { useProblemText } from './problems.tsx';

export function Loading() {
  const { t } = useTranslation();
  return (
    <p className="cairn-loading" role="status">
      {t('loading')}
    </p>
  );
}

export function Failed({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Alert validation type="error" headingLevel="h2" heading={t('failed.title')} role="alert">
      <p>{text(error instanceof Refused ? error.code : 'failed')}</p>
      {again && (
        <Button type="button" outline onClick={again}>
          {t('failed.again')}
        </Button>
      )}
    </Alert>
  );
}

/** What a page shows of something that is asked for: that it comes, that it failed, or itself. */
export function Asked<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed error={query.error} again={() => void query.refetch()} />;
  return children(query.data);
}

/** A word about a state, in a colour that says the same. */
export function StateTag({
  tone,
  children,
}: {
  readonly tone: 'good' | 'warn' | 'bad' | 'info' | 'plain';
  readonly children: ReactNode;
}) {
  return (
    <span className="cairn-state" data-tone={tone}>
      {children}
    </span>
  );
}
