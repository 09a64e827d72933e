import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import {
  type Agreement,
  agreementOf,
  HOUSEHOLD,
  nameOf,
  type Person,
  phoneText,
  reportedDay,
  type Task,
} from './data.ts';

/** In the order in which one reads of a person. Other fields are compared but not shown, such as a social security number. */
const VALUED = [
  'first',
  'middle',
  'last',
  'suffix',
  'birthDate',
  'sex',
  'mother',
  'guardian',
  'address',
  'phone',
] as const;
type Valued = (typeof VALUED)[number];
const LOUDNESS: readonly Agreement[] = ['differs', 'alike', 'same', 'unsaid'];
const TONES = { differs: 'bad', alike: 'warn', same: 'plain', unsaid: 'plain' } as const;

type Row = {
  readonly field: string;
  readonly agreement: Agreement;
  readonly points: number;
  readonly level: string;
};

/** Both persons side by side. What differs comes first: two children of one home agree in nearly everything. */
export function Compared({
  task,
  isAdministrator,
}: {
  readonly task: Task;
  readonly isAdministrator: boolean;
}) {
  const { t } = useTranslation(['review', 'reviewWords']);
  const valuesOf = useValues();
  const { persons } = task;
  const rows = rowsOf(task, (field) => persons.some((person) => valuesOf(person, field).length > 0));
  const household = task.fields.find(({ field }) => field === HOUSEHOLD);
  return (
    <section aria-labelledby="compared" className="review-part">
      <h2 id="compared">{t('compared.heading')}</h2>
      <p className="cairn-meta">{t('compared.lead')}</p>
      <table className="usa-table usa-table--borderless review-table">
        <caption className="usa-sr-only">{t('compared.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compared.field')}</th>
            {persons.map((person, index) => (
              <th scope="col" key={person.id}>
                {t('compared.person', { letter: letterOf(index) })}
                <span className="review-table__line">{nameOf(person) || t('unnamed')}</span>
              </th>
            ))}
            <th scope="col">{t('compared.agreement')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field} data-agreement={row.agreement}>
              <th scope="row">{t(`field.${row.field}` as 'field.first', { defaultValue: row.field })}</th>
              {persons.map((person, index) => (
                <td key={person.id} data-letter={letterOf(index)}>
                  <Values values={isValued(row.field) ? valuesOf(person, row.field) : undefined} />
                </td>
              ))}
              <td className="review-table__agreement">
                <StateTag tone={TONES[row.agreement]}>{t(`agreement.${row.agreement}`)}</StateTag>
                {row.agreement !== 'unsaid' && (
                  <span className="review-table__points"> ({pointsText(row.points)})</span>
                )}
                <Words row={row} />
              </td>
            </tr>
          ))}
          {(['charts', 'organizations', 'protection', 'record'] as const).map((fact) => (
            <tr key={fact}>
              <th scope="row">{t(`field.${fact}`)}</th>
              {persons.map((person, index) => (
                <td key={person.id} data-letter={letterOf(index)}>
                  <Fact fact={fact} person={person} isAdministrator={isAdministrator} />
                </td>
              ))}
              <td className="review-table__agreement" />
            </tr>
          ))}
        </tbody>
      </table>
      {household && (
        <p className="cairn-meta">
          {t('reviewWords:household.cap')} ({pointsText(household.points)})
        </p>
      )}
    </section>
  );
}

export const letterOf = (index: number): string => (index === 0 ? 'A' : 'B');

const isValued = (field: string): field is Valued => VALUED.some((each) => each === field);
const orderOf = (field: string): number => (isValued(field) ? VALUED.indexOf(field) : VALUED.length);

/** What was compared, and what is known of one of them only; of what nobody knows there is no row. */
function rowsOf({ fields }: Task, isKnown: (field: Valued) => boolean): readonly Row[] {
  const compared: Row[] = fields
    .filter(({ field }) => field !== HOUSEHOLD)
    .map(({ field, level, points }) => ({ field, level, points, agreement: agreementOf({ level, points }) }));
  const named = new Set(compared.map(({ field }) => field));
  const others: Row[] = VALUED.filter((field) => !named.has(field) && isKnown(field)).map((field) => ({
    field,
    level: '-',
    points: 0,
    agreement: 'unsaid',
  }));
  return [...compared, ...others].toSorted(
    (a, b) =>
      LOUDNESS.indexOf(a.agreement) - LOUDNESS.indexOf(b.agreement) || orderOf(a.field) - orderOf(b.field),
  );
}

const pointsText = (points: number): string =>
  `${points > 0 ? '+' : points < 0 ? '−' : '±'}${Math.abs(points)}`;

/** Of these the level says more than that they are the same. */
const MORE_THAN_SAME: readonly string[] = ['chart', 'guardian'];

/** How they agree, in words. */
function Words({ row: { field, level, agreement } }: { readonly row: Row }) {
  const { t } = useTranslation('reviewWords');
  if (agreement === 'unsaid' || (level === 'e' && !MORE_THAN_SAME.includes(field))) return null;
  return (
    <span className="review-table__words">{t(`${field}.${level}` as 'first.e', { defaultValue: '' })}</span>
  );
}

/** What a person has in a field; undefined: it is not shown. */
function Values({ values }: { readonly values: readonly string[] | undefined }) {
  const { t } = useTranslation('review');
  if (!values || values.length === 0) {
    return <span className="cairn-meta">{t(values ? 'compared.none' : 'compared.notShown')}</span>;
  }
  return values.map((value) => (
    <span key={value} className="review-table__line">
      {value}
    </span>
  ));
}

function useValues(): (person: Person, field: Valued) => readonly string[] {
  const { t } = useTranslation('review');
  const { day } = useFormat();
  const all = (person: Person, field: Valued): readonly string[] => {
    const { names, birthDate, sex } = person;
    switch (field) {
      case 'first':
      case 'middle':
      case 'last':
      case 'suffix':
        return names.map((name) => name[field]);
      case 'birthDate': {
        const known = reportedDay(birthDate);
        return [known === undefined ? birthDate : day(known)];
      }
      case 'sex':
        return [sex === 'F' || sex === 'M' || sex === 'X' ? t(`sex.${sex}`) : sex];
      case 'mother':
        return [person.mothersMaidenName];
      case 'guardian':
        return person.guardians.map(({ name, relationship }) =>
          relationship === '' ? name : `${name} (${relationship})`,
        );
      case 'address':
        return person.addresses;
      case 'phone':
        return person.phones.map(phoneText);
    }
  };
  return (person, field) => [...new Set(all(person, field))].filter((value) => value !== '');
}

function Fact({
  fact,
  person,
  isAdministrator,
}: {
  readonly fact: 'charts' | 'organizations' | 'protection' | 'record';
  readonly person: Person;
  readonly isAdministrator: boolean;
}) {
  const { t } = useTranslation('review');
  switch (fact) {
    case 'charts':
      return t('fact.charts', { count: person.charts });
    case 'organizations':
      return person.organizations.map((name) => (
        <span key={name} className="review-table__line">
          {name}
        </span>
      ));
    case 'protection':
      return [
        person.isProtected ? t('fact.protected') : '',
        person.isSealed ? t('fact.sealed') : '',
        !person.isProtected && !person.isSealed ? t('fact.open') : '',
      ]
        .filter((text) => text !== '')
        .join(', ');
    case 'record':
      return isAdministrator ? (
        <Link
          to="/patients/$patient"
          params={{ patient: person.id }}
          className="usa-link"
          aria-label={t('fact.openOf', { name: nameOf(person) || t('unnamed') })}
        >
          {t('fact.openRecord')}
        </Link>
      ) : (
        <span className="cairn-code review-table__id">{person.id}</span>
      );
  }
}
