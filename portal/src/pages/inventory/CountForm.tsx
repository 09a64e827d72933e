import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, fieldId, problemsByField, useProblemText } from '../../components/problems.tsx';
import {
  type Inventory,
  type Lot,
  numberOf,
  type Say,
  signed,
  useFundingName,
  useStockChange,
} from './data.ts';
import { ReasonFields } from './ReasonFields.tsx';
import type { Reason } from './reasons.ts';

type Counted = { readonly counted: string; readonly reason: string; readonly note: string };
const NOTHING: Counted = { counted: '', reason: '', note: '' };

/** A line for each lot; those that are left empty were not counted. */
export function CountForm({
  lots,
  funding,
  again,
  say,
}: {
  readonly lots: readonly Lot[];
  readonly funding: Inventory['funding'];
  /** Asks anew what is expected. */
  readonly again: () => Promise<void>;
  readonly say: Say;
}) {
  const { t } = useTranslation('inventory');
  const [typed, setTyped] = useState<Readonly<Record<string, Counted>>>({});
  const lines = lots.flatMap((lot) => {
    const line = typed[lot.id] ?? NOTHING;
    return line.counted.trim() === '' ? [] : [{ lot, ...line, count: numberOf(line.counted) }];
  });
  const record = useStockChange(() =>
    answer(
      api.POST('/api/inventory/counts', {
        body: {
          lines: lines.map(({ lot, count, reason, note }) => ({
            lotId: lot.id,
            expected: lot.onHand,
            counted: count,
            reason: count === lot.onHand ? ('' as const) : (reason as Reason<'count'> | ''),
            note: count === lot.onHand || reason !== 'other' ? '' : note,
          })),
        },
      }),
    ).catch(async (error: unknown) => {
      const named = byLot(
        error,
        lines.map(({ lot }) => lot.id),
      );
      if (named instanceof Refused && named.code === 'counted-meanwhile') {
        const moved = new Set(named.problems.map(({ where }) => where.replace('lines.', '')));
        setTyped((before) =>
          Object.fromEntries(Object.entries(before).filter(([lotId]) => !moved.has(lotId))),
        );
        await again();
      }
      throw named;
    }),
  );
  const problems = problemsByField(record.error);
  const label = (where: string): string => {
    const lot = lots.find(({ id }) => where.startsWith(`lines.${id}`));
    return lot ? t('lotOf', lot) : t('count.lines');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    record.mutate(undefined, {
      onSuccess: async () => {
        setTyped({});
        await again();
        say(t('count.done'));
      },
    });
  };
  const differing = lines.filter(({ lot, count }) => count !== lot.onHand).length;
  return (
    <form onSubmit={submit} noValidate className="inventory-count">
      <ErrorSummary error={record.error} label={label} />
      <ul className="cairn-list" id={fieldId('lines')} tabIndex={-1}>
        {lots.map((lot) => (
          <Line
            key={lot.id}
            lot={lot}
            funding={funding}
            value={typed[lot.id] ?? NOTHING}
            onChange={(value) => setTyped((before) => ({ ...before, [lot.id]: value }))}
            problems={problems}
          />
        ))}
      </ul>
      <p role="status">{t('count.summary', { count: differing })}</p>
      <div className="cairn-actions">
        <Button type="submit" disabled={record.isPending}>
          {t(record.isPending ? 'count.doing' : 'count.do')}
        </Button>
      </div>
    </form>
  );
}

/** What the server finds in the third line is a problem of the lot that stood there. */
function byLot(error: unknown, ids: readonly string[]): unknown {
  if (!(error instanceof Refused)) return error;
  const problems = error.problems.map((each) => ({
    ...each,
    where: each.where.replace(/^lines\.(\d+)(?=\.|$)/, (all, index: string) => {
      const id = ids[Number(index)];
      return id === undefined ? all : `lines.${id}`;
    }),
  }));
  return new Refused(error.status, error.code, problems);
}

function Line({
  lot,
  funding,
  value,
  onChange,
  problems,
}: {
  readonly lot: Lot;
  readonly funding: Inventory['funding'];
  readonly value: Counted;
  readonly onChange: (value: Counted) => void;
  readonly problems: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation('inventory');
  const problemText = useProblemText();
  const fundingName = useFundingName(funding);
  const where = `lines.${lot.id}`;
  const count = numberOf(value.counted);
  const difference = Number.isNaN(count) ? 0 : count - lot.onHand;
  const moved = problems.get(where);
  const field = (name: keyof Counted) => ({
    name: `${where}.${name}`,
    value: value[name],
    onChange: (text: string) => onChange({ ...value, [name]: text }),
  });
  return (
    <li>
      <fieldset className="usa-fieldset" id={fieldId(where)} tabIndex={-1}>
        <legend className="usa-legend">
          <strong>{t('lotOf', lot)}</strong>, {fundingName(lot.funding)}
        </legend>
        {moved !== undefined && <p className="usa-error-message">{problemText(moved)}</p>}
        <div className="inventory-line">
          <p>{t('count.expected', { count: lot.onHand })}</p>
          <TextField
            {...field('counted')}
            label={t('count.counted')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            problem={problems.get(`${where}.counted`)}
          />
          {value.counted !== '' && difference === 0 && !Number.isNaN(count) && <p>{t('count.agrees')}</p>}
        </div>
        {difference !== 0 && (
          <ReasonFields
            of="count"
            reason={field('reason')}
            note={field('note')}
            label={t('count.reason', { difference: signed(difference) })}
            noteLabel={t('count.note')}
            problems={problems}
          />
        )}
      </fieldset>
    </li>
  );
}
