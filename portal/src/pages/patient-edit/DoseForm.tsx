import { Button, Checkbox } from '@trussworks/react-uswds';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, SelectField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, fieldId } from '../../components/problems.tsx';
import type { Codes, Entry } from './api.ts';
import { Doubts } from './Doubts.tsx';
import type { DoseValues, Kind } from './dose-values.ts';
import { useOptions } from './options.ts';
import { useVaccines, VaccineField } from './VaccineField.tsx';

const KINDS: readonly Kind[] = ['given', 'historical', 'refused', 'contraindication', 'immunity'];
const NOT_INJECTED = new Set(['C38284', 'C38288']);

export type DoseFormProps<T> = {
  readonly codes: Codes;
  readonly values: DoseValues;
  readonly change: (values: Partial<DoseValues>) => void;
  readonly entry: Entry<T>;
  readonly onSubmit: () => void;
  /** Vaccine groups that are due: with one press only their vaccines are to choose from. */
  readonly due?: readonly string[];
  readonly onVaccine: (typed: string) => void;
  readonly isNew: boolean;
  readonly cancel: ReactNode;
};

/** A dose as it is entered or corrected: what a nurse has in hand first, the rest folded away. */
export function DoseForm<T>(props: DoseFormProps<T>) {
  const { codes, values, change, entry, isNew, due = [] } = props;
  const { t } = useTranslation(['patientEdit', 'common']);
  const { kind } = values;
  const problem = (name: string): string | undefined => entry.problems.get(name);
  const [group, setGroup] = useState<string>();
  const vaccines = useVaccines(codes, kind === 'given', group);
  const choose = (pressed: string): void => {
    setGroup(pressed === group ? undefined : pressed);
    props.onVaccine('');
    document.getElementById(fieldId('cvx'))?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  const hasVaccine = kind === 'given' || kind === 'historical' || kind === 'refused';
  return (
    <form onSubmit={submit} noValidate className="edit-form">
      <ErrorSummary error={entry.error} label={(where) => t(labelKey(where))} />
      {isNew && (
        <SelectField
          name="kind"
          label={t('patientEdit:dose.kind')}
          value={kind}
          onChange={(next) => change({ kind: KINDS.find((each) => each === next) ?? 'given', reason: '' })}
          options={KINDS.map((value) => ({ value, label: t(`patientEdit:kinds.${value}`) }))}
        />
      )}
      {hasVaccine && due.length > 0 && (
        <div role="group" aria-label={t('patientEdit:dose.due')} className="edit-due">
          <span aria-hidden="true">{t('patientEdit:dose.due')}</span>
          {due.map((each) => (
            <Button
              key={each}
              type="button"
              outline={each !== group}
              aria-pressed={each === group}
              onClick={() => choose(each)}
            >
              {each}
            </Button>
          ))}
        </div>
      )}
      {hasVaccine && (
        <VaccineField
          value={values.vaccine}
          onChange={props.onVaccine}
          labels={vaccines.labels}
          group={group}
          problem={problem('cvx')}
        />
      )}
      {kind === 'given' && <GivenFields {...props} problem={problem} />}
      {kind !== 'given' && (
        <TextField
          name="date"
          type="date"
          label={t(`patientEdit:dates.${kind}`)}
          value={values.date}
          onChange={(date) => change({ date })}
          problem={problem('date')}
        />
      )}
      <OtherFields {...props} problem={problem} />
      <Doubts entry={entry} />
      <div className="cairn-actions">
        <Button type="submit" disabled={entry.isPending}>
          {entry.isPending
            ? t('patientEdit:saving')
            : t(isNew ? `patientEdit:add.${kind}` : 'common:form.save')}
        </Button>
        {props.cancel}
      </div>
    </form>
  );
}

type Fields<T> = DoseFormProps<T> & { readonly problem: (name: string) => string | undefined };

function GivenFields<T>({ codes, values, change, problem }: Fields<T>) {
  const { t } = useTranslation('patientEdit');
  const options = useOptions();
  const more = ['manufacturer', 'amount', 'administeredLast', 'administeredFirst', 'funding'];
  const hasSite = !NOT_INJECTED.has(values.route);
  return (
    <>
      <div className="edit-pair">
        <TextField
          name="lot"
          label={t('dose.lot')}
          value={values.lot}
          onChange={(lot) => change({ lot })}
          problem={problem('lot')}
          autoComplete="off"
          maxLength={30}
        />
        <TextField
          name="expires"
          type="date"
          label={t('dose.expires')}
          isOptional
          value={values.expires}
          onChange={(expires) => change({ expires })}
          problem={problem('expires')}
        />
      </div>
      <div className="edit-pair">
        <SelectField
          name="route"
          label={t('dose.route')}
          empty={t('choose')}
          value={values.route}
          onChange={(route) => change(NOT_INJECTED.has(route) ? { route, site: '' } : { route })}
          options={options('route', codes.routes)}
          problem={problem('route')}
        />
        {hasSite && (
          <SelectField
            name="site"
            label={t('dose.site')}
            isOptional
            empty={t('choose')}
            value={values.site}
            onChange={(site) => change({ site })}
            options={options('site', codes.sites)}
            problem={problem('site')}
          />
        )}
      </div>
      <SelectField
        name="eligibility"
        label={t('dose.eligibility')}
        empty={t('choose')}
        value={values.eligibility}
        onChange={(eligibility) => change({ eligibility })}
        options={options('eligibility', codes.eligibility)}
        problem={problem('eligibility')}
      />
      <TextField
        name="date"
        type="date"
        label={t('dates.given')}
        value={values.date}
        onChange={(date) => change({ date })}
        problem={problem('date')}
      />
      <Checkbox
        id="field-statementGiven"
        name="statementGiven"
        label={t('dose.statement')}
        checked={values.statementGiven}
        onChange={(event) => change({ statementGiven: event.target.checked })}
        className="margin-top-2"
      />
      <details className="edit-more" open={more.some((name) => problem(name) !== undefined) || undefined}>
        <summary>{t('dose.more')}</summary>
        <div className="edit-pair">
          <SelectField
            name="manufacturer"
            label={t('dose.manufacturer')}
            isOptional
            empty={t('choose')}
            value={values.manufacturer}
            onChange={(manufacturer) => change({ manufacturer })}
            options={codes.manufacturers.map(({ code, name }) => ({ value: code, label: name }))}
            problem={problem('manufacturer')}
          />
          <TextField
            name="amount"
            label={t('dose.amount')}
            isOptional
            inputMode="decimal"
            value={values.amount}
            onChange={(amount) => change({ amount })}
            problem={problem('amount')}
          />
        </div>
        <SelectField
          name="funding"
          label={t('dose.funding')}
          isOptional
          empty={t('choose')}
          value={values.funding}
          onChange={(funding) => change({ funding })}
          options={options('funding', codes.funding)}
          problem={problem('funding')}
        />
        <div className="edit-pair">
          <TextField
            name="administeredFirst"
            label={t('dose.administeredFirst')}
            isOptional
            value={values.administeredFirst}
            onChange={(administeredFirst) => change({ administeredFirst })}
            problem={problem('administeredFirst')}
          />
          <TextField
            name="administeredLast"
            label={t('dose.administeredLast')}
            isOptional
            value={values.administeredLast}
            onChange={(administeredLast) => change({ administeredLast })}
            problem={problem('administeredLast')}
          />
        </div>
      </details>
    </>
  );
}

/** What belongs to a dose given elsewhere, a refusal, a contraindication or an immunity. */
function OtherFields<T>({ codes, values, change, problem }: Fields<T>) {
  const { t } = useTranslation('patientEdit');
  const options = useOptions();
  switch (values.kind) {
    case 'given':
      return null;
    case 'historical':
      return (
        <TextField
          name="lot"
          label={t('dose.lot')}
          isOptional
          value={values.lot}
          onChange={(lot) => change({ lot })}
          problem={problem('lot')}
        />
      );
    case 'refused':
    case 'contraindication': {
      const isRefusal = values.kind === 'refused';
      return (
        <>
          <SelectField
            name="reason"
            label={t('dose.reason')}
            empty={t('choose')}
            value={values.reason}
            onChange={(reason) => change({ reason })}
            options={
              isRefusal
                ? options('refusal', codes.refusals)
                : options('contraindication', codes.contraindications)
            }
            problem={problem('reason')}
          />
          {!isRefusal && (
            <TextField
              name="until"
              type="date"
              label={t('dose.until')}
              hint={t('dose.untilHint')}
              isOptional
              value={values.until}
              onChange={(until) => change({ until })}
              problem={problem('until')}
            />
          )}
        </>
      );
    }
    case 'immunity':
      return (
        <>
          <ChoiceField<DoseValues['evidence']>
            name="evidence"
            legend={t('dose.evidence')}
            value={values.evidence}
            onChange={(evidence) => change({ evidence, disease: '' })}
            options={(['disease', 'serology'] as const).map((value) => ({
              value,
              label: t(`evidence.${value}`),
            }))}
          />
          <SelectField
            name="disease"
            label={t('dose.disease')}
            empty={t('choose')}
            value={values.disease}
            onChange={(disease) => change({ disease })}
            options={options('disease', values.evidence === 'disease' ? codes.diseases : codes.serology)}
            problem={problem('disease')}
          />
        </>
      );
  }
}

const LABELS = {
  cvx: 'patientEdit:dose.vaccine',
  lot: 'patientEdit:dose.lot',
  expires: 'patientEdit:dose.expires',
  date: 'patientEdit:dose.date',
  route: 'patientEdit:dose.route',
  site: 'patientEdit:dose.site',
  amount: 'patientEdit:dose.amount',
  eligibility: 'patientEdit:dose.eligibility',
  funding: 'patientEdit:dose.funding',
  manufacturer: 'patientEdit:dose.manufacturer',
  reason: 'patientEdit:dose.reason',
  until: 'patientEdit:dose.until',
  disease: 'patientEdit:dose.disease',
  administeredLast: 'patientEdit:dose.administeredLast',
  administeredFirst: 'patientEdit:dose.administeredFirst',
} as const;
const labelKey = (where: string): (typeof LABELS)[keyof typeof LABELS] | 'patientEdit:entry' =>
  LABELS[where as keyof typeof LABELS] ?? 'patientEdit:entry';
