import { Button } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/fields.tsx';
import { useSaid } from '../../components/said.tsx';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { StaffOnly } from '../staff/StaffOnly.tsx';
import { AddRecord } from './AddRecord.tsx';
import { recordsQuery } from './data.ts';
import { ListUpload } from './ListUpload.tsx';
import { PersonRecords } from './PersonRecords.tsx';

/** Who completed which course, for staff. */
export function TrainingRecords() {
  return (
    <StaffOnly>
      <Listed />
    </StaffOnly>
  );
}

function Listed() {
  const { t } = useTranslation('training');
  useTitle(t('records.title'));
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const query = useQuery(recordsQuery(q));
  const { said, say } = useSaid();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setQ(typed.trim());
  };
  return (
    <div className="cairn-main">
      <h1>{t('records.title')}</h1>
      <p className="cairn-lead">{t('records.lead')}</p>
      {said}
      <form role="search" className="staff-search" onSubmit={submit} aria-label={t('records.find')}>
        <TextField
          name="q"
          label={t('records.find')}
          hint={t('records.findHint')}
          type="search"
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit">{t('records.search')}</Button>
      </form>
      <Asked query={query}>
        {({ people, courses }) => (
          <>
            <div role="status">
              {q !== '' && people.length === 0 && (
                <p className="staff-nothing">{t('records.nobody', { q })}</p>
              )}
            </div>
            {people.map((person) => (
              <PersonRecords key={person.email} person={person} say={say} />
            ))}
            <AddRecord courses={courses} say={say} />
            <ListUpload courses={courses} />
          </>
        )}
      </Asked>
    </div>
  );
}
