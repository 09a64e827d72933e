import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LongTextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { NameAndEmail } from '../site/NameAndEmail.tsx';
import { useTyped } from '../site/use-change.ts';
import { sendRequest, useAsk } from './data.ts';
import { type Chosen, RightsFields, rightsOf } from './Rights.tsx';

const NOTHING: Chosen = { role: '', isLocalAdministrator: false };

export function AddPerson({ say }: { readonly say: (text: string) => void }) {
  const { t } = useTranslation('people');
  const { values, field, clear } = useTyped({ name: '', email: '', note: '' });
  const [chosen, setChosen] = useState(NOTHING);
  const add = useAsk(() => sendRequest({ kind: 'add', ...values, ...rightsOf(chosen) }), 'accounts');
  const problems = problemsByField(add.error);
  const label = (where: string): string =>
    t(where === 'email' ? 'update.add.email' : where === 'name' ? 'update.add.name' : 'update.add.role');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { email } = values;
    add.mutate(undefined, {
      onSuccess: () => {
        clear();
        setChosen(NOTHING);
        say(t('update.add.done', { email }));
      },
    });
  };
  return (
    <section className="site-section">
      <h2>{t('update.add.title')}</h2>
      <p>{t('update.add.text')}</p>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={add.error} label={label} />
        <NameAndEmail field={field} label={label} problems={problems} />
        <RightsFields id="" chosen={chosen} onChange={setChosen} problem={problems.get('userRole')} />
        <LongTextField
          {...field('note')}
          label={t('update.add.note')}
          problem={problems.get('note')}
          isOptional
          rows={2}
        />
        <div className="cairn-actions">
          <Button type="submit" disabled={add.isPending}>
            {add.isPending ? t('update.add.doing') : t('update.add.do')}
          </Button>
        </div>
      </form>
    </section>
  );
}
