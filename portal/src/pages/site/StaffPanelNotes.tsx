import { Button } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { eventsQuery, type SiteEvent } from '../../api/site.ts';
import { LongTextField } from '../../components/fields.tsx';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { Asked } from '../../components/states.tsx';
import type { Deciding } from './StaffPanelAdvance.tsx';
import { useChange, useTyped } from './use-change.ts';

/** How many stand there before older ones are asked for. */
const NOTES_SHOWN = 5;

/** What colleagues tell each other of a site; it sees none of it. */
export function StaffNotes({ site: { code }, say }: Deciding) {
  const { t } = useTranslation('staff');
  const events = useQuery(eventsQuery(code));
  const { values, field, clear } = useTyped({ text: '' });
  const add = useChange(code, (text: string) =>
    answer(api.POST('/api/sites/{site}/notes', { params: { path: { site: code } }, body: { text } })),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (add.isPending) return;
    add.mutate(values.text, {
      onSuccess: () => {
        clear();
        say(t('panel.notes.added'));
      },
    });
  };
  return (
    <div className="staff-decision">
      <h3>{t('panel.notes.heading')}</h3>
      <Asked query={events}>
        {({ events: all }) => (
          <Notes notes={all.filter(({ kind, forStaff }) => forStaff && kind === 'note')} />
        )}
      </Asked>
      <form onSubmit={submit} noValidate>
        <ErrorSummary error={add.error} label={() => t('panel.notes.label')} />
        <LongTextField
          {...field('text')}
          label={t('panel.notes.label')}
          hint={t('panel.notes.hint')}
          rows={3}
          problem={problemsByField(add.error).get('text')}
        />
        <div className="cairn-actions">
          <Button type="submit" outline disabled={add.isPending}>
            {add.isPending ? t('panel.notes.adding') : t('panel.notes.add')}
          </Button>
        </div>
      </form>
    </div>
  );
}

function Notes({ notes }: { readonly notes: readonly SiteEvent[] }) {
  const { t } = useTranslation('staff');
  const { moment } = useFormat();
  const [isAll, setAll] = useState(false);
  if (notes.length === 0) return <p>{t('panel.notes.none')}</p>;
  const shown = isAll ? notes : notes.slice(0, NOTES_SHOWN);
  const older = notes.length - shown.length;
  return (
    <>
      <ul className="staff-notes">
        {shown.map(({ id, actor, at, detail }) => (
          <li key={id}>
            <span className="cairn-meta">{t('panel.notes.by', { name: actor, moment: moment(at) })}</span>
            <div className="cairn-lines">{typeof detail['text'] === 'string' ? detail['text'] : ''}</div>
          </li>
        ))}
      </ul>
      {older > 0 && (
        <Button type="button" unstyled onClick={() => setAll(true)}>
          {t('panel.notes.all', { count: older })}
        </Button>
      )}
    </>
  );
}
