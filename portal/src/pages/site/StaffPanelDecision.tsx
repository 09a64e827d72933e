import { Alert } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { problemsByField, useProblemText } from '../../components/problems.tsx';
import type { Lacking } from './StaffPanel-lacking.ts';
import { Sure } from './Sure.tsx';

/** A decision of the registry's staff: asked once more in place, and all pages that show the site are asked anew after it. */
export function StaffDecision({
  code,
  name,
  ask,
  about,
  title,
  confirm,
  confirming,
  isGrave = false,
  isReady = true,
  send,
  onDone,
  label,
  children,
}: {
  readonly code: string;
  /** Stands before the names of its fields: several decisions of a page have the same fields. */
  readonly name: string;
  readonly ask: string;
  readonly about?: string;
  readonly title: string;
  readonly confirm: string;
  readonly confirming: string;
  readonly isGrave?: boolean;
  /** Where it is not, it cannot be begun; a refusal that says so stays until it was read. */
  readonly isReady?: boolean;
  readonly send: () => Promise<Site>;
  readonly onDone: () => void;
  readonly label?: (where: string) => string;
  readonly children: (problems: ReadonlyMap<string, string>) => ReactNode;
}) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () =>
      send().catch((error: unknown) => {
        throw named(error, name);
      }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['site', code] }),
        queries.invalidateQueries({ queryKey: ['staff'] }),
      ]),
  });
  const { error } = change;
  if (!isReady && !error) return null;
  const lacking = error instanceof Refused && error.code === 'not-ready' ? error.problems : undefined;
  return (
    <Sure
      ask={ask}
      {...(about === undefined ? {} : { about })}
      title={title}
      confirm={confirm}
      confirming={confirming}
      isGrave={isGrave}
      change={{ ...change, error: lacking ? null : error }}
      run={() => change.mutateAsync()}
      onDone={onDone}
      {...(label ? { label } : {})}
    >
      {lacking && <NotReady lacking={lacking} />}
      {children(problemsByField(error))}
    </Sure>
  );
}

/** The refusal with its problems at the fields of this decision; what lacks is about no field. */
function named(error: unknown, name: string): unknown {
  if (!(error instanceof Refused) || error.code === 'not-ready') return error;
  const problems = error.problems.map((each) =>
    each.where === '' ? each : { ...each, where: `${name}.${each.where}` },
  );
  return new Refused(error.status, error.code, problems);
}

function NotReady({ lacking }: { readonly lacking: readonly Lacking[] }) {
  const { t } = useTranslation('staff');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1}>
      <Alert type="warning" headingLevel="h4" heading={t('panel.refused')} role="alert">
        <LackingList lacking={lacking} />
      </Alert>
    </div>
  );
}

export function LackingList({ lacking }: { readonly lacking: readonly Lacking[] }) {
  const { t, i18n } = useTranslation(['staff', 'site']);
  const problemText = useProblemText();
  return (
    <ul className="usa-list">
      {lacking.map(({ code, where }) => (
        <li key={`${code} ${where}`}>
          {i18n.exists(`staff:panel.lacking.${code}`)
            ? t(`staff:panel.lacking.${code}` as 'staff:panel.lacking.case-missing', {
                what: code === 'case-missing' ? t(`site:cases.${where}` as 'site:cases.refusal') : where,
              })
            : problemText(code)}
        </li>
      ))}
    </ul>
  );
}
