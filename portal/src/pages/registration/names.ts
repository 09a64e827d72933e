import { useTranslation } from 'react-i18next';

const FIELDS = [
  'county',
  'siteName',
  'street',
  'unit',
  'city',
  'zip',
  'phone',
  'isClinical',
  'clinicianFirstName',
  'clinicianLastName',
  'license',
  'specialty',
  'npi',
  'product',
  'version',
  'hl7',
  'vendor',
  'vendorContact',
  'vendorEmail',
  'vendorPhone',
  'siteType',
  'sendingFacility',
  'stage',
  'from',
  'to',
  'name',
  'title',
  'accepted',
] as const;
export const CONTACTS = ['siteContact', 'dataExchangeContact', 'ehrSupport'] as const;
export const CONTACT_PARTS = ['name', 'title', 'email', 'phone'] as const;
export type ContactRole = (typeof CONTACTS)[number];
export type ContactPart = (typeof CONTACT_PARTS)[number];

/** What the pages call a field; `where` names it as problems do: `siteContact.email`. */
export function useFieldName(): (where: string) => string {
  const { t } = useTranslation('registration');
  return (where) => {
    const [first = '', second = ''] = where.split('.');
    const role = CONTACTS.find((each) => each === first);
    if (role) {
      const part = CONTACT_PARTS.find((each) => each === second);
      const title = t(`contacts.${role}.title`);
      return part ? `${title}, ${t(`contact.${part}`)}` : title;
    }
    const field = FIELDS.find((each) => each === first);
    return field ? t(`field.${field}`) : where;
  };
}
