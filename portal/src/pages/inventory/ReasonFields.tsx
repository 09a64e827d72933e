import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../components/fields.tsx';
import { REASONS } from './reasons.ts';

type Field = { readonly name: string; readonly value: string; readonly onChange: (value: string) => void };

/** Why, as a choice; in words of one's own where the choice says too little. */
export function ReasonFields({
  of,
  reason,
  note,
  label,
  noteLabel,
  problems,
  isNoteAlways = false,
}: {
  readonly of: keyof typeof REASONS;
  readonly reason: Field;
  readonly note: Field;
  readonly label: string;
  readonly noteLabel: string;
  readonly problems: ReadonlyMap<string, string>;
  /** Otherwise a note is asked for only where the reason is another one. */
  readonly isNoteAlways?: boolean;
}) {
  const { t } = useTranslation('inventory');
  const isOther = reason.value === 'other';
  return (
    <>
      <SelectField
        {...reason}
        label={label}
        problem={problems.get(reason.name)}
        empty={t('choose')}
        options={REASONS[of].map((each) => ({ value: each, label: t(`reason.${each}`) }))}
      />
      {(isOther || isNoteAlways) && (
        <TextField
          {...note}
          label={noteLabel}
          hint={t('move.noteHint')}
          isOptional={!isOther}
          problem={problems.get(note.name)}
          autoComplete="off"
          maxLength={300}
        />
      )}
    </>
  );
}
