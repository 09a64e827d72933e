import { ErrorMessage, FormGroup, Label, Textarea } from '@trussworks/react-uswds';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId, useProblemText } from './problems.tsx';

type Common = {
  /** `siteContact.email`: names the field in what is sent and in problems. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly isOptional?: boolean;
};

function useField({ name, hint, problem }: Common): {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly message: string | undefined;
} {
  const text = useProblemText();
  const id = fieldId(name);
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .filter((each) => each !== '')
    .join(' ');
  return {
    id,
    describedBy: described === '' ? undefined : described,
    message: problem === undefined ? undefined : text(problem),
  };
}

function Framed({ field, children }: { readonly field: Common; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { id, message } = useField(field);
  return (
    <FormGroup error={message !== undefined}>
      <Label htmlFor={id} error={message !== undefined}>
        {field.label}
        {field.isOptional && <span className="usa-hint"> ({t('form.optional')})</span>}
      </Label>
      {field.hint !== undefined && (
        <div className="usa-hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {message !== undefined && <ErrorMessage id={`${id}-problem`}>{message}</ErrorMessage>}
      {children}
    </FormGroup>
  );
}

type TextProps = Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'search' | 'number';
  readonly autoComplete?: string;
  readonly inputMode?: ComponentProps<'input'>['inputMode'];
  readonly maxLength?: number;
  readonly onBlur?: () => void;
};

export function TextField(field: TextProps) {
  const { id, describedBy, message } = useField(field);
  return (
    <Framed field={field}>
      <input
        className={`usa-input${message === undefined ? '' : ' usa-input--error'}`}
        id={id}
        name={field.name}
        type={field.type ?? 'text'}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        onBlur={field.onBlur}
        autoComplete={field.autoComplete}
        inputMode={field.inputMode}
        maxLength={field.maxLength}
        aria-describedby={describedBy}
        aria-invalid={message !== undefined}
      />
    </Framed>
  );
}

export function LongTextField(
  field: Common & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly rows?: number;
  },
) {
  const { id, describedBy, message } = useField(field);
  return (
    <Framed field={field}>
      <Textarea
        id={id}
        name={field.name}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        rows={field.rows ?? 4}
        aria-describedby={describedBy}
        aria-invalid={message !== undefined}
        error={message !== undefined}
      />
    </Framed>
  );
}

export function SelectField(
  field: Common & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    /** What stands there before anything is chosen. */
    readonly empty?: string;
  },
) {
  const { id, describedBy, message } = useField(field);
  return (
    <Framed field={field}>
      <select
        className={`usa-select${message === undefined ? '' : ' usa-input--error'}`}
        id={id}
        name={field.name}
        value={field.value}
        onChange={(event) => field.onChange(event.target.value)}
        aria-describedby={describedBy}
        aria-invalid={message !== undefined}
      >
        {field.empty !== undefined && <option value="">{field.empty}</option>}
        {field.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Framed>
  );
}

/** One of a few: radio buttons with a line of explanation each. */
export function ChoiceField<V extends string>(field: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly value: V | '';
  readonly onChange: (value: V) => void;
  readonly options: readonly {
    readonly value: V;
    readonly label: string;
    readonly description?: ReactNode;
  }[];
}) {
  const { id, describedBy, message } = useField({ ...field, label: field.legend });
  return (
    <FormGroup error={message !== undefined}>
      <fieldset className="usa-fieldset" id={id} tabIndex={-1} aria-describedby={describedBy}>
        <legend className="usa-legend">{field.legend}</legend>
        {field.hint !== undefined && (
          <div className="usa-hint" id={`${id}-hint`}>
            {field.hint}
          </div>
        )}
        {message !== undefined && <ErrorMessage id={`${id}-problem`}>{message}</ErrorMessage>}
        {field.options.map(({ value, label, description }) => (
          <div className="usa-radio" key={value}>
            <input
              className={`usa-radio__input${description === undefined ? '' : ' usa-radio__input--tile'}`}
              id={`${id}-${value}`}
              type="radio"
              name={field.name}
              value={value}
              checked={field.value === value}
              onChange={() => field.onChange(value)}
            />
            <label className="usa-radio__label" htmlFor={`${id}-${value}`}>
              {label}
              {description !== undefined && (
                <span className="usa-radio__label-description">{description}</span>
              )}
            </label>
          </div>
        ))}
      </fieldset>
    </FormGroup>
  );
}
