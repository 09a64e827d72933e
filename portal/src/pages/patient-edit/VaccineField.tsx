import { ErrorMessage, FormGroup, Label } from '@trussworks/react-uswds';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId, useProblemText } from '../../components/problems.tsx';
import type { Codes } from './api.ts';

export type Choice = { readonly cvx: string; readonly manufacturer: string; readonly ndc: string };

/**
 * What may be typed for a vaccine, and what it means: trade names first, then CDC's names.
 * @param group the one whose vaccines are offered; others may still be typed
 */
export function useVaccines(
  codes: Codes,
  onlyCurrent: boolean,
  group?: string,
): { readonly labels: readonly string[]; readonly find: (typed: string) => Choice | undefined } {
  return useMemo(() => {
    const names = new Map(codes.vaccines.map(({ cvx, name }) => [cvx, name]));
    const meant = new Map<string, Choice>();
    // The bare name, however it is written: MMR.
    const named = new Map<string, Choice>();
    for (const { cvx, mvx, name, ndc } of codes.products) {
      const label = `${name} – ${names.get(cvx) ?? cvx}`;
      const other = meant.get(label);
      // A name with several packages says the vaccine, and not which package.
      meant.set(label, other && other.ndc !== ndc ? { ...other, ndc: '' } : { cvx, manufacturer: mvx, ndc });
    }
    for (const { cvx, name, isCurrent } of codes.vaccines) {
      if (isCurrent || !onlyCurrent) {
        const choice = { cvx, manufacturer: '', ndc: '' };
        meant.set(`${name} (CVX ${cvx})`, choice);
        named.set(name.toLowerCase(), choice);
      }
    }
    const offered = new Set(
      codes.vaccines
        .filter(({ groups }) => group === undefined || groups.includes(group))
        .map(({ cvx }) => cvx),
    );
    return {
      labels: [...meant].filter(([, { cvx }]) => offered.has(cvx)).map(([label]) => label),
      find: (typed: string) => meant.get(typed.trim()) ?? named.get(typed.trim().toLowerCase()),
    };
  }, [codes, onlyCurrent, group]);
}

/** A vaccine, by typing a part of its name: the browser's own list can be used by keyboard and by ear. */
export function VaccineField({
  value,
  onChange,
  labels,
  group,
  problem,
}: {
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly labels: readonly string[];
  /** The vaccine group that the list is of; undefined: of all. */
  readonly group?: string | undefined;
  readonly problem: string | undefined;
}) {
  const { t } = useTranslation('patientEdit');
  const text = useProblemText();
  const id = fieldId('cvx');
  return (
    <FormGroup error={problem !== undefined}>
      <Label htmlFor={id} error={problem !== undefined}>
        {t('dose.vaccine')}
      </Label>
      <div className="usa-hint" id={`${id}-hint`}>
        {group === undefined ? t('dose.vaccineHint') : t('dose.groupHint', { group })}
      </div>
      {problem !== undefined && <ErrorMessage id={`${id}-problem`}>{text(problem)}</ErrorMessage>}
      <input
        className={`usa-input maxw-full${problem === undefined ? '' : ' usa-input--error'}`}
        id={id}
        name="cvx"
        list="vaccines"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-hint${problem === undefined ? '' : ` ${id}-problem`}`}
        aria-invalid={problem !== undefined}
      />
      <datalist id="vaccines">
        {labels.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </FormGroup>
  );
}
