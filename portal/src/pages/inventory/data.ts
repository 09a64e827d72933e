import { queryOptions, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Inventory = components['schemas']['Inventory'];
export type Lot = components['schemas']['InventoryLot'];
export type Ledger = components['schemas']['InventoryLedger'];
export type Transfer = components['schemas']['InventoryTransfer'];
export type NotDeductedDose = components['schemas']['NotDeducted'];
export type Say = (text: string) => void;

export const inventoryQuery = queryOptions({
  queryKey: ['inventory', 'stock'],
  queryFn: () => answer(api.GET('/api/inventory')),
});

/** As it was when the counting began: what moves meanwhile must not slip into what is expected. */
export const countFormQuery = queryOptions({
  queryKey: ['count-form'],
  queryFn: () => answer(api.GET('/api/inventory')),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
});

export const lotQuery = (lot: string) =>
  queryOptions({
    queryKey: ['inventory', 'lot', lot],
    queryFn: () => answer(api.GET('/api/inventory/lots/{lot}', { params: { path: { lot } } })),
    retry: false,
  });

export const countsQuery = queryOptions({
  queryKey: ['inventory', 'counts'],
  queryFn: () => answer(api.GET('/api/inventory/counts')),
});

export const notDeductedQuery = queryOptions({
  queryKey: ['inventory', 'not-deducted'],
  queryFn: () => answer(api.GET('/api/inventory/not-deducted')),
});

/** A change of the stock. Whatever came of it, all that the pages know of the stock is asked for anew. */
export function useStockChange<Values, Answer>(
  send: (values: Values) => Promise<Answer>,
): UseMutationResult<Answer, Error, Values> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ['inventory'] }),
  });
}

/** A funding source, in the reader's language. */
export function useFundingName(funding: Inventory['funding'] | undefined): (code: string) => string {
  const { i18n } = useTranslation();
  const language = i18n.language.startsWith('es') ? 'es' : 'en';
  return (code) => funding?.find((each) => each.code === code)?.name[language] ?? code;
}

/** What was typed as a number; what is none is refused by the server, beside its field. */
export const numberOf = (typed: string): number =>
  /^[+-]?\d{1,9}$/.test(typed.trim()) ? Number(typed) : Number.NaN;

export const signed = (count: number): string => (count > 0 ? `+${count}` : String(count).replace('-', '−'));
