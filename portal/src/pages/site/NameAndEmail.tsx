import { TextField } from '../../components/fields.tsx';
import type { useTyped } from './use-change.ts';

type Names = 'name' | 'email';

/** Somebody else is named: by whoever fills in the form, so the browser must not offer that person's own. */
export function NameAndEmail({
  field,
  label,
  problems,
}: {
  readonly field: (name: Names) => ReturnType<ReturnType<typeof useTyped>['field']>;
  readonly label: (name: Names) => string;
  readonly problems: ReadonlyMap<string, string>;
}) {
  return (
    <>
      <TextField {...field('name')} label={label('name')} problem={problems.get('name')} autoComplete="off" />
      <TextField
        {...field('email')}
        label={label('email')}
        problem={problems.get('email')}
        type="email"
        autoComplete="off"
      />
    </>
  );
}
