import { Button } from '@trussworks/react-uswds';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { afterwards, useChange, useTyped } from '../site/use-change.ts';

export function AddressForm({
  site,
  url,
  isEnabled,
  label,
  onSaved,
}: {
  readonly site: string;
  readonly url: string;
  readonly isEnabled: boolean;
  readonly label: { readonly do: string; readonly doing: string };
  /** With the secret, where it was made now. */
  readonly onSaved: (secret: string | null) => void;
}) {
  const { t } = useTranslation('acknowledgements');
  const { values, field } = useTyped({ url });
  const save = useChange(site, () =>
    answer(
      api.PUT('/api/sites/{site}/acknowledgements', {
        params: { path: { site } },
        body: { url: values.url, isEnabled },
      }),
    ),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void afterwards(save.mutateAsync(undefined), ({ secret }) => onSaved(secret));
  };
  return (
    <form onSubmit={submit} noValidate className="site-form">
      <ErrorSummary error={save.error} label={() => t('register.url')} />
      <TextField
        {...field('url')}
        label={t('register.url')}
        hint={t('register.hint')}
        problem={problemsByField(save.error).get('url')}
        inputMode="url"
        maxLength={500}
      />
      <div className="cairn-actions">
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? label.doing : label.do}
        </Button>
      </div>
    </form>
  );
}
