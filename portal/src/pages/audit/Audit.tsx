import { Button } from '@trussworks/react-uswds';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { SelectField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { Loading } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { useTyped } from '../site/use-change.ts';
import { StaffOnly } from '../staff/StaffOnly.tsx';
import { CATEGORIES, type Events, save, type Typed, wantedOf, weekBefore } from './data.ts';
import { EventList } from './EventList.tsx';

export function Audit() {
  return (
    <StaffOnly isAdministrators>
      <Asking />
    </StaffOnly>
  );
}

/** Who did what. Nothing of a search stands in the address: it names patients. */
function Asking() {
  const { t } = useTranslation('audit');
  useTitle(t('title'));
  const today = useSession()?.today ?? '';
  const { values, field } = useTyped<Typed>({
    from: weekBefore(today),
    to: today,
    email: '',
    organization: '',
    category: '',
    personId: '',
    messageId: '',
  });
  const [shown, setShown] = useState<Events>();
  const [isSample, setSample] = useState(false);
  const search = useMutation({
    mutationFn: (after: string | undefined) =>
      answer(
        api.POST('/api/staff/audit/search', {
          body: { ...wantedOf(values), ...(after === undefined ? {} : { after }) },
        }),
      ),
    onSuccess: (found, after) => {
      setSample(false);
      setShown((before) =>
        after === undefined || !before
          ? found
          : { events: [...before.events, ...found.events], next: found.next },
      );
    },
  });
  const sample = useMutation({
    mutationFn: () => answer(api.POST('/api/staff/audit/sample')),
    onSuccess: (found) => {
      setSample(true);
      setShown(found);
    },
  });
  const sheet = useMutation({
    mutationFn: () => answer(api.POST('/api/staff/audit/csv', { body: wantedOf(values), parseAs: 'text' })),
    onSuccess: (text) => save(text, 'audit.csv'),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    search.mutate(undefined);
  };
  const error = search.error ?? sheet.error ?? sample.error;
  const problems = problemsByField(error);
  const isBusy = search.isPending || sample.isPending;
  return (
    <div className="cairn-main">
      <h1>{t('title')}</h1>
      <p className="cairn-lead">{t('lead')}</p>
      <form className="audit-search" onSubmit={submit} noValidate>
        <ErrorSummary error={error} label={(where) => t(`field.${where}` as 'field.from')} />
        <div className="audit-search__fields">
          <TextField {...field('from')} label={t('field.from')} type="date" problem={problems.get('from')} />
          <TextField {...field('to')} label={t('field.to')} type="date" problem={problems.get('to')} />
          <SelectField
            {...field('category')}
            label={t('field.category')}
            empty={t('everything')}
            options={CATEGORIES.map((each) => ({ value: each, label: t(`category.${each}`) }))}
          />
          <TextField
            {...field('email')}
            label={t('field.email')}
            autoComplete="off"
            problem={problems.get('email')}
          />
          <TextField
            {...field('organization')}
            label={t('field.organization')}
            autoComplete="off"
            problem={problems.get('organization')}
          />
          <TextField
            {...field('personId')}
            label={t('field.personId')}
            autoComplete="off"
            problem={problems.get('personId')}
          />
          <TextField
            {...field('messageId')}
            label={t('field.messageId')}
            autoComplete="off"
            problem={problems.get('messageId')}
          />
        </div>
        <div className="cairn-actions">
          <Button type="submit" disabled={isBusy}>
            {t('search')}
          </Button>
          <Button type="button" outline disabled={sheet.isPending} onClick={() => sheet.mutate()}>
            {t('export')}
          </Button>
          <Button type="button" outline disabled={isBusy} onClick={() => sample.mutate()}>
            {t('sample')}
          </Button>
        </div>
        <p className="cairn-meta">{t('watched')}</p>
      </form>
      {isBusy && <Loading />}
      {shown && (
        <section aria-labelledby="found" className="audit-part">
          <h2 id="found">{t(isSample ? 'sampled' : 'found')}</h2>
          <p role="status" className={shown.events.length === 0 ? 'staff-nothing' : 'cairn-meta'}>
            {shown.events.length === 0 ? t('none') : t('count', { count: shown.events.length })}
          </p>
          <EventList events={shown.events} />
          {shown.next !== null && (
            <Button
              type="button"
              outline
              disabled={isBusy}
              onClick={() => search.mutate(shown.next ?? undefined)}
            >
              {t('more')}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
