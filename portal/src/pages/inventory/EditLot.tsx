import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { ChoiceField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { type Lot, type Say, useStockChange } from './data.ts';

/** What is printed on it was misread, or nothing is taken from it any more. */
export function EditLot({ lot, say }: { readonly lot: Lot; readonly say: Say }) {
  const { t } = useTranslation(['inventory', 'common']);
  const [expiresOn, setExpiresOn] = useState(lot.expiresOn);
  const [use, setUse] = useState<'yes' | 'no'>(lot.isActive ? 'yes' : 'no');
  const save = useStockChange(() =>
    answer(
      api.PUT('/api/inventory/lots/{lot}', {
        params: { path: { lot: lot.id } },
        body: { expiresOn, isActive: use === 'yes' },
      }),
    ),
  );
  const problems = problemsByField(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The form begins anew with what was saved, so what follows must not wait for it.
    void save.mutateAsync(undefined).then(
      () => say(t('inventory:edit.done')),
      () => undefined,
    );
  };
  return (
    <details className="inventory-add">
      <summary>{t('inventory:edit.title')}</summary>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={save.error} label={() => t('inventory:edit.expiresOn')} />
        <TextField
          name="expiresOn"
          type="date"
          label={t('inventory:edit.expiresOn')}
          value={expiresOn}
          onChange={setExpiresOn}
          problem={problems.get('expiresOn')}
        />
        <ChoiceField<'yes' | 'no'>
          name="isActive"
          legend={t('inventory:edit.use')}
          value={use}
          onChange={setUse}
          options={[
            { value: 'yes', label: t('inventory:edit.inUse'), description: t('inventory:edit.inUseText') },
            {
              value: 'no',
              label: t('inventory:edit.notInUse'),
              description: t('inventory:edit.notInUseText'),
            },
          ]}
        />
        <div className="cairn-actions">
          <Button type="submit" outline disabled={save.isPending}>
            {t('common:form.save')}
          </Button>
        </div>
      </form>
    </details>
  );
}
