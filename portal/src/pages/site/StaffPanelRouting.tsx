import { Button } from '@trussworks/react-uswds';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { SelectField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import type { Deciding } from './StaffPanelAdvance.tsx';

const HERE = '';

/** Which registry answers the messages of the site; nothing to choose where no other is connected. */
export function Routing({ site: { code }, say }: Deciding) {
  const { t } = useTranslation('staff');
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string>();
  const site = { params: { path: { site: code } } };
  const query = useQuery({
    queryKey: ['site', code, 'routing'],
    queryFn: () => answer(api.GET('/api/sites/{site}/routing', site)),
  });
  const change = useMutation({
    mutationFn: (to: string) =>
      answer(api.PUT('/api/sites/{site}/routing', { ...site, body: { to: to === HERE ? null : to } })),
    onSuccess: () => say(t('panel.routing.done')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['site', code] }),
  });
  if (!query.data) return null;
  const { to, registries } = query.data;
  if (registries.length === 0 && to === null) return null;
  const chosen = typed ?? to?.id ?? HERE;
  const gone = to && registries.every(({ id }) => id !== to.id) ? [to] : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(chosen);
  };
  return (
    <div className="staff-decision">
      <h3>{t('panel.routing.heading')}</h3>
      <p>{to === null ? t('panel.routing.here') : t('panel.routing.there', { registry: to.name })}</p>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={change.error} label={() => t('panel.routing.label')} />
        <SelectField
          name="to"
          label={t('panel.routing.label')}
          hint={t('panel.routing.hint')}
          value={chosen}
          onChange={setTyped}
          problem={problemsByField(change.error).get('to')}
          empty={t('panel.routing.thisOne')}
          options={[...registries, ...gone].map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div className="cairn-actions">
          <Button type="submit" outline disabled={change.isPending}>
            {t('panel.routing.save')}
          </Button>
        </div>
      </form>
    </div>
  );
}
