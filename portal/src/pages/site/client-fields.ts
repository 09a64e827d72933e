import { useTranslation } from 'react-i18next';

/** The headings of a sheet of client sites, in the order of the template; the server takes any order. */
export const SHEET_HEADINGS = [
  'site id',
  'site name',
  'county',
  'street',
  'city',
  'zip',
  'npi',
  'contact name',
  'contact e-mail',
] as const;

export const CLIENT_FIELDS = [
  'siteId',
  'siteName',
  'county',
  'street',
  'city',
  'zip',
  'npi',
  'contactName',
  'contactEmail',
] as const;

/** What the pages call a field of a client site. */
export function useClientField(): (where: string) => string {
  const { t } = useTranslation('siteClients');
  return (where) => {
    const field = CLIENT_FIELDS.find((each) => each === where);
    return field ? t(`field.${field}`) : where;
  };
}
