import { Button, Checkbox } from '@trussworks/react-uswds';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { Failed } from '../../components/states.tsx';
import type { filtersOf } from './data.ts';

/** The list as a sheet. It is asked for by a body, so that no address holds whom was looked for. */
export function Download({ filters }: { readonly filters: ReturnType<typeof filtersOf> }) {
  const { t } = useTranslation('messages');
  const [withPatients, setWithPatients] = useState(false);
  const download = useMutation({
    mutationFn: async () => {
      const body = { ...filters, withPatients };
      const text = await answer(api.POST('/api/exchange/messages/export', { body, parseAs: 'text' }));
      save(String(text), 'messages.csv');
    },
  });
  return (
    <details className="messages-more">
      <summary>{t('download.title')}</summary>
      <p>{t('download.text')}</p>
      <Checkbox
        id="with-patients"
        name="withPatients"
        label={t('download.withPatients')}
        checked={withPatients}
        onChange={({ target }) => setWithPatients(target.checked)}
      />
      {download.isError && <Failed error={download.error} />}
      <Button type="button" outline disabled={download.isPending} onClick={() => download.mutate()}>
        {t(download.isPending ? 'download.wait' : 'download.button')}
      </Button>
    </details>
  );
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
