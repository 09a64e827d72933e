import { Button } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { SelectField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { Asked } from '../../components/states.tsx';
import { type Codes, codesQuery } from '../patient-edit/api.ts';
import { useVaccines, VaccineField } from '../patient-edit/VaccineField.tsx';
import { useTyped } from '../site/use-change.ts';
import { type Inventory, numberOf, type Say, useFundingName, useStockChange } from './data.ts';

type Asking = { readonly funding: Inventory['funding']; readonly say: Say };

/** A lot that has come: what is printed on it, who paid for it, and how many doses. */
export function AddLot({ isFirst, ...asking }: Asking & { readonly isFirst: boolean }) {
  const { t } = useTranslation('inventory');
  const [isOpen, setOpen] = useState(isFirst);
  const codes = useQuery({ ...codesQuery, enabled: isOpen });
  return (
    <details className="inventory-add" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('add.title')}</summary>
      {isOpen && <Asked query={codes}>{(known) => <AddForm codes={known} {...asking} />}</Asked>}
    </details>
  );
}

const FIELDS = ['cvx', 'lot', 'ndc', 'manufacturer', 'funding', 'expiresOn', 'doses', 'from'] as const;
const EMPTY = {
  cvx: '',
  lot: '',
  ndc: '',
  manufacturer: '',
  funding: '',
  expiresOn: '',
  doses: '',
  from: '',
};

function AddForm({ codes, funding, say }: Asking & { readonly codes: Codes }) {
  const { t } = useTranslation('inventory');
  const { labels, find } = useVaccines(codes, true);
  const { values, field, clear } = useTyped(EMPTY);
  const fundingName = useFundingName(funding);
  const choice = find(values.cvx);
  const add = useStockChange(() =>
    answer(
      api.POST('/api/inventory/lots', {
        body: {
          ...values,
          cvx: choice?.cvx ?? values.cvx.slice(0, 10),
          ndc: values.ndc === '' ? (choice?.ndc ?? '') : values.ndc,
          manufacturer: values.manufacturer === '' ? (choice?.manufacturer ?? '') : values.manufacturer,
          doses: numberOf(values.doses),
        },
      }),
    ),
  );
  const problems = problemsByField(add.error);
  const label = (where: string): string => {
    const known = FIELDS.find((each) => each === where);
    return known ? t(`add.${known}`) : where;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(undefined, {
      onSuccess: () => {
        say(t('add.done', { lot: values.lot }));
        clear();
      },
    });
  };
  const text = (name: (typeof FIELDS)[number]) => ({
    ...field(name),
    label: label(name),
    problem: problems.get(name),
    autoComplete: 'off',
  });
  return (
    <form onSubmit={submit} noValidate className="site-form">
      <ErrorSummary error={add.error} label={label} />
      <VaccineField {...field('cvx')} labels={labels} problem={problems.get('cvx')} />
      <TextField {...text('lot')} hint={t('add.lotHint')} maxLength={40} />
      <TextField {...text('expiresOn')} type="date" />
      <SelectField
        {...field('funding')}
        label={label('funding')}
        problem={problems.get('funding')}
        empty={t('choose')}
        options={funding.map(({ code }) => ({ value: code, label: `${fundingName(code)} (${code})` }))}
      />
      <TextField {...text('doses')} inputMode="numeric" maxLength={6} />
      <TextField {...text('from')} isOptional maxLength={300} />
      <TextField {...text('ndc')} isOptional maxLength={20} />
      <SelectField
        {...field('manufacturer')}
        label={label('manufacturer')}
        isOptional
        problem={problems.get('manufacturer')}
        empty={t('choose')}
        options={codes.manufacturers.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <div className="cairn-actions">
        <Button type="submit" disabled={add.isPending}>
          {t(add.isPending ? 'add.doing' : 'add.do')}
        </Button>
      </div>
    </form>
  );
}
