import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/fields.tsx';
import { fieldId } from '../../components/problems.tsx';

/** A password that can be shown: hidden typing is what goes wrong most. */
export function PasswordField({
  name,
  label,
  hint,
  problem,
  value,
  onChange,
  autoComplete,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
}) {
  const { t } = useTranslation('account');
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextField
        name={name}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        problem={problem}
        type={isShown ? 'text' : 'password'}
        value={value}
        onChange={onChange}
        autoComplete={autoComplete}
      />
      <button
        type="button"
        className="usa-button usa-button--unstyled margin-top-1"
        aria-controls={fieldId(name)}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? t('password.hide') : t('password.show')}
      </button>
      <span className="usa-sr-only" role="status">
        {isShown ? t('password.shown') : ''}
      </span>
    </>
  );
}
