import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { SelectField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useTyped } from '../site/use-change.ts';
import { type Lot, numberOf, type Say, useStockChange } from './data.ts';
import { ReasonFields } from './ReasonFields.tsx';
import type { Reason } from './reasons.ts';

const KINDS = ['receipt', 'waste', 'return', 'correction', 'transfer'] as const;
type Kind = (typeof KINDS)[number];

const EMPTY = { kind: 'receipt', doses: '', reason: '', note: '', to: '' };

/** What happened to the lot, entered by hand. */
export function MoveForm({ lot, say }: { readonly lot: Lot; readonly say: Say }) {
  const { t } = useTranslation('inventory');
  const { values, field, clear } = useTyped(EMPTY);
  const kind = KINDS.find((each) => each === values.kind) ?? 'receipt';
  // Of one form: what is sent twice, by two clicks or after a lost answer, is entered once.
  const [askId, setAskId] = useState(() => crypto.randomUUID());
  const move = useStockChange(() => send({ askId, lot: lot.id, kind }, values));
  const problems = problemsByField(move.error);
  const label = (where: string): string => {
    if (where === 'doses') return t(kind === 'correction' ? 'move.byDoses' : 'move.doses');
    if (where === 'note') return t(kind === 'receipt' ? 'move.from' : 'move.note');
    return t(where === 'to' ? 'move.to' : where === 'reason' ? 'move.reason' : 'move.kind');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const doses = t('doses', { count: numberOf(values.doses) });
    move.mutate(undefined, {
      onSuccess: (done) => {
        clear();
        setAskId(crypto.randomUUID());
        say(done.to ? t('move.sent', { doses, ...done.to }) : t('move.done', { count: done.onHand }));
      },
    });
  };
  return (
    <section className="inventory-move">
      <h2>{t('move.title')}</h2>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={move.error} label={label} />
        <SelectField
          {...field('kind')}
          label={t('move.kind')}
          options={KINDS.map((each) => ({ value: each, label: t(`move.kinds.${each}`) }))}
        />
        <TextField
          {...field('doses')}
          label={label('doses')}
          {...(kind === 'correction' ? { hint: t('move.byDosesHint') } : { inputMode: 'numeric' as const })}
          problem={problems.get('doses')}
          autoComplete="off"
          maxLength={7}
        />
        {kind === 'transfer' && (
          <TextField
            {...field('to')}
            label={label('to')}
            hint={t('move.toHint')}
            problem={problems.get('to')}
            autoComplete="off"
            maxLength={40}
          />
        )}
        {(kind === 'waste' || kind === 'return' || kind === 'correction') && (
          <ReasonFields
            of={kind}
            reason={field('reason')}
            note={field('note')}
            label={label('reason')}
            noteLabel={label('note')}
            problems={problems}
            isNoteAlways
          />
        )}
        {kind === 'receipt' && (
          <TextField
            {...field('note')}
            label={label('note')}
            isOptional
            problem={problems.get('note')}
            autoComplete="off"
            maxLength={300}
          />
        )}
        <div className="cairn-actions">
          <Button type="submit" disabled={move.isPending}>
            {t(move.isPending ? 'move.doing' : 'move.do')}
          </Button>
        </div>
      </form>
    </section>
  );
}

type Sent =
  | { readonly to: { readonly code: string; readonly name: string } }
  | { readonly to: undefined; readonly onHand: number };

async function send(
  { askId, lot, kind }: { readonly askId: string; readonly lot: string; readonly kind: Kind },
  { doses: typed, reason, note, to }: typeof EMPTY,
): Promise<Sent> {
  const doses = numberOf(typed);
  if (kind === 'transfer') {
    return answer(api.POST('/api/inventory/transfers', { body: { lotId: lot, to, doses, askId } }));
  }
  const { lot: after } = await answer(
    api.POST('/api/inventory/lots/{lot}/transactions', {
      params: { path: { lot } },
      body: { ...bodyOf(kind, doses, reason, note), askId },
    }),
  );
  return { to: undefined, onHand: after.onHand };
}

/** A reason that was not chosen is refused by the server, beside its field. */
function bodyOf(kind: Exclude<Kind, 'transfer'>, doses: number, reason: string, note: string) {
  switch (kind) {
    case 'receipt':
      return { kind, doses, note };
    case 'waste':
      return { kind, doses, reason: reason as Reason<'waste'>, note };
    case 'return':
      return { kind, doses, reason: reason as Reason<'return'>, note };
    case 'correction':
      return { kind, doses, reason: reason as Reason<'correction'>, note };
  }
}
