import { useTranslation } from 'react-i18next';
import { StateTag } from '../../components/states.tsx';
import { ChoiceField } from '../../components/fields.tsx';
import { type Person, type Role, ROLES } from './data.ts';

export type Chosen = { readonly role: Role | 'none' | ''; readonly isLocalAdministrator: boolean };

/** Which rights: a role, described in plain words, and whether the person asks for accounts. */
export function RightsFields({
  chosen,
  onChange,
  problem,
  id,
}: {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly problem: string | undefined;
  /** Several forms of a page have the same fields. */
  readonly id: string;
}) {
  const { t } = useTranslation('people');
  return (
    <>
      <ChoiceField<Role | 'none'>
        name={`${id}userRole`}
        legend={t('update.add.role')}
        problem={problem}
        value={chosen.role}
        onChange={(role) => onChange({ ...chosen, role })}
        options={[...ROLES, 'none' as const].map((value) => ({
          value,
          label: t(`role.${value}`),
          description: t(`roleText.${value}`),
        }))}
      />
      <div className="usa-checkbox margin-top-2">
        <input
          className="usa-checkbox__input"
          id={`${id}local`}
          type="checkbox"
          checked={chosen.isLocalAdministrator}
          onChange={({ target }) => onChange({ ...chosen, isLocalAdministrator: target.checked })}
        />
        <label className="usa-checkbox__label" htmlFor={`${id}local`}>
          {t('local')}
          <span className="usa-checkbox__label-description">{t('localText')}</span>
        </label>
      </div>
    </>
  );
}

export const rightsOf = ({ role, isLocalAdministrator }: Chosen) => ({
  userRole: role === '' || role === 'none' ? null : role,
  isLocalAdministrator,
});

/** The rights in a few words: `Power user, local administrator`. */
export function useRights(): (rights: Pick<Person, 'userRole' | 'isLocalAdministrator'>) => string {
  const { t } = useTranslation('people');
  return ({ userRole, isLocalAdministrator }) => {
    if (userRole === null) return t(isLocalAdministrator ? 'local' : 'role.none');
    return isLocalAdministrator ? `${t(`role.${userRole}`)} + ${t('local')}` : t(`role.${userRole}`);
  };
}

export function TrainingTag({
  training,
  day,
}: {
  readonly training: NonNullable<Person['training']>;
  readonly day: (iso: string) => string;
}) {
  const { t } = useTranslation('people');
  const { state, expiresOn } = training;
  const until = expiresOn === null ? '' : day(expiresOn);
  if (state === 'completed' && expiresOn !== null) {
    return <StateTag tone="good">{t('update.trainedUntil', { day: until })}</StateTag>;
  }
  const tone = state === 'completed' ? 'good' : state === 'missing' || state === 'expired' ? 'bad' : 'warn';
  return <StateTag tone={tone}>{t(`update.training.${state}`, { day: until })}</StateTag>;
}
