import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../components/fields.tsx';
import { problemsByField } from '../../components/problems.tsx';
import { type Hidden, NOTHING } from './data.ts';
import { KINDS, type MessagesSearch, messagesSearch, OUTCOMES } from './search.ts';

/** What is looked for. Patient and control ID stay out of the address; what is seldom needed is folded away. */
export function Filters({
  search,
  hidden,
  error,
  onFind,
}: {
  readonly search: MessagesSearch;
  readonly hidden: Hidden;
  readonly error: unknown;
  readonly onFind: (search: MessagesSearch, hidden: Hidden) => void;
}) {
  const { t } = useTranslation('messages');
  const [words, setWords] = useState(hidden);
  const [filters, setFilters] = useState<Readonly<Record<string, string | undefined>>>(search);
  const problems = problemsByField(error);
  const set = (name: string) => (value: string) => setFilters({ ...filters, [name]: value });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onFind(messagesSearch(filters), { patient: words.patient.trim(), controlId: words.controlId.trim() });
  };
  const isNarrowed =
    hidden.patient !== '' ||
    hidden.controlId !== '' ||
    Object.keys(search).some((name) => name !== 'site' && name !== 'address');
  const { from, to, kind, address, code } = search;
  const isUnfolded = [from, to, kind, address, code].some((each) => each !== undefined) || problems.size > 0;
  return (
    <form role="search" aria-label={t('filter.label')} className="messages-filters" onSubmit={submit}>
      <div className="messages-filters__row">
        <TextField
          name="patient"
          label={t('filter.patient')}
          hint={t('filter.patientHint')}
          type="search"
          autoComplete="off"
          maxLength={200}
          value={words.patient}
          problem={problems.get('patient')}
          onChange={(patient) => setWords({ ...words, patient })}
        />
        <TextField
          name="controlId"
          label={t('filter.controlId')}
          hint={t('filter.controlIdHint')}
          type="search"
          autoComplete="off"
          maxLength={199}
          value={words.controlId}
          problem={problems.get('controlId')}
          onChange={(controlId) => setWords({ ...words, controlId })}
        />
      </div>
      <details className="messages-more" open={isUnfolded}>
        <summary>{t('filter.more')}</summary>
        <div className="messages-filters__row">
          <TextField
            name="from"
            label={t('filter.from')}
            type="date"
            value={filters['from'] ?? ''}
            problem={problems.get('from')}
            onChange={set('from')}
          />
          <TextField
            name="to"
            label={t('filter.to')}
            type="date"
            value={filters['to'] ?? ''}
            problem={problems.get('to')}
            onChange={set('to')}
          />
          <SelectField
            name="outcome"
            label={t('filter.outcome')}
            empty={t('filter.any')}
            value={filters['outcome'] ?? ''}
            onChange={set('outcome')}
            options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
          <SelectField
            name="kind"
            label={t('filter.kind')}
            empty={t('filter.any')}
            value={filters['kind'] ?? ''}
            onChange={set('kind')}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <SelectField
            name="address"
            label={t('filter.address')}
            value={filters['address'] ?? 'production'}
            onChange={set('address')}
            options={(['production', 'test'] as const).map((value) => ({
              value,
              label: t(`address.${value}`),
            }))}
          />
          <TextField
            name="code"
            label={t('filter.finding')}
            autoComplete="off"
            maxLength={100}
            value={filters['code'] ?? ''}
            problem={problems.get('finding')}
            onChange={set('code')}
          />
        </div>
      </details>
      <div className="cairn-row">
        <Button type="submit">{t('filter.find')}</Button>
        {isNarrowed && (
          <Button
            type="button"
            unstyled
            onClick={() => onFind(search.site === undefined ? {} : { site: search.site }, NOTHING)}
          >
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
