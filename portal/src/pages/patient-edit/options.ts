import { useTranslation } from 'react-i18next';

type Table =
  | 'route'
  | 'site'
  | 'eligibility'
  | 'funding'
  | 'refusal'
  | 'contraindication'
  | 'disease'
  | 'race'
  | 'ethnicity'
  | 'relationship';

/** Codes as choices, in the reader's language where the portal has words of its own. */
export function useOptions(): (
  table: Table,
  codes: readonly { readonly code: string; readonly name: string }[],
) => readonly { readonly value: string; readonly label: string }[] {
  const { i18n } = useTranslation('patientEdit');
  return (table, codes) =>
    codes.map(({ code, name }) => {
      const key = `patientEdit:codes.${table}.${code}`;
      return { value: code, label: i18n.exists(key) ? String(i18n.t(key as 'patientEdit:choose')) : name };
    });
}
