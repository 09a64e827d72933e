import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { fieldId, problemsByField, useProblemText } from '../../components/problems.tsx';
import { Sure } from '../site/Sure.tsx';
import { useTyped } from '../site/use-change.ts';
import {
  type Inventory,
  type Lot,
  type NotDeductedDose,
  type Say,
  useFundingName,
  useStockChange,
} from './data.ts';
import { ReasonFields } from './ReasonFields.tsx';
import type { Reason } from './reasons.ts';

type Settling = { readonly dose: NotDeductedDose; readonly name: string; readonly say: Say };

/** Takes the dose from a lot that is chosen; those that it may be of stand first. */
export function Deduct({
  dose: { dose, candidates },
  name,
  lots,
  funding,
  say,
}: Settling & { readonly lots: readonly Lot[]; readonly funding: Inventory['funding'] }) {
  const { t } = useTranslation('inventory');
  const problemText = useProblemText();
  const fundingName = useFundingName(funding);
  const [lotId, setLotId] = useState(candidates.length === 1 ? (candidates[0] ?? '') : '');
  const resolve = useStockChange(() =>
    answer(api.POST('/api/inventory/not-deducted/resolve', { body: { dose, lotId } })),
  );
  const problem = problemsByField(resolve.error).get('lotId');
  // Several doses of the page have the same field.
  const under = `deduct-${useId().replaceAll(':', '')}`;
  const id = fieldId(`${under}.lotId`);
  const likely = candidates.flatMap((each) => lots.filter((lot) => lot.id === each));
  const others = lots.filter((lot) => lot.isActive && !candidates.includes(lot.id));
  const option = (lot: Lot) => (
    <option key={lot.id} value={lot.id}>
      {t('open.option', {
        vaccine: lot.vaccine,
        lot: lot.lot,
        funding: fundingName(lot.funding),
        count: lot.onHand,
      })}
    </option>
  );
  const chosen = lots.find((lot) => lot.id === lotId)?.lot ?? '';
  return (
    <Sure
      ask={t('open.choose')}
      about={name}
      title={t('open.chooseTitle')}
      confirm={t('open.deduct')}
      confirming={t('open.deducting')}
      change={resolve}
      run={() => resolve.mutateAsync(undefined)}
      onDone={() => say(t('open.deducted', { lot: chosen }))}
      label={() => t('open.lotId')}
      under={under}
    >
      <label className="usa-label" htmlFor={id}>
        {t('open.lotId')}
      </label>
      {problem !== undefined && (
        <span className="usa-error-message" id={`${id}-problem`}>
          {problemText(problem)}
        </span>
      )}
      <select
        id={id}
        className="usa-select"
        value={lotId}
        onChange={(event) => setLotId(event.target.value)}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
      >
        <option value="">{t('choose')}</option>
        {likely.length > 0 && <optgroup label={t('open.likely')}>{likely.map(option)}</optgroup>}
        {others.length > 0 && <optgroup label={t('open.otherLots')}>{others.map(option)}</optgroup>}
      </select>
    </Sure>
  );
}

/** Says why it is not to be deducted. */
export function Dismiss({ dose: { dose }, name, say }: Settling) {
  const { t } = useTranslation('inventory');
  // Several doses of the page have the same fields.
  const prefix = `dismiss-${useId().replaceAll(':', '')}`;
  const [reasonName, noteName] = [`${prefix}.reason`, `${prefix}.note`];
  const { values, field } = useTyped({ [reasonName]: '', [noteName]: '' });
  const dismiss = useStockChange(() =>
    answer(
      api.POST('/api/inventory/not-deducted/dismiss', {
        body: {
          dose,
          reason: values[reasonName] as Reason<'dismissal'>,
          note: values[reasonName] === 'other' ? (values[noteName] ?? '') : '',
        },
      }),
    ),
  );
  const problems = new Map(
    [...problemsByField(dismiss.error)].map(([where, code]) => [`${prefix}.${where}`, code]),
  );
  return (
    <Sure
      ask={t('open.dismiss')}
      about={name}
      title={t('open.dismissTitle')}
      confirm={t('open.dismissDo')}
      confirming={t('open.dismissing')}
      change={dismiss}
      run={() => dismiss.mutateAsync(undefined)}
      onDone={() => say(t('open.dismissed'))}
      label={(where) => t(where === 'note' ? 'open.note' : 'open.reason')}
      under={prefix}
    >
      <ReasonFields
        of="dismissal"
        reason={field(reasonName)}
        note={field(noteName)}
        label={t('open.reason')}
        noteLabel={t('open.note')}
        problems={problems}
      />
    </Sure>
  );
}
