/** Which dose is meant, and by which report it became known, as pages hand it back; it says nothing of the patient that could be read. */
export type DoseName = {
  readonly organizationId: string;
  readonly idKey: string;
  readonly doseKey: string;
  /** A chart's number, and a dose's, may have been given to somebody else since: only with it one dose is meant. */
  readonly reportId: string;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const doseName = ({ organizationId, idKey, reportId, doseKey }: DoseName): string =>
  [organizationId, idKey, reportId, Buffer.from(doseKey, 'utf8').toString('base64url')].join('.');

export function readDoseName(text: string): DoseName | undefined {
  const [organizationId = '', idKey = '', reportId = '', encoded = '', ...rest] = text.split('.');
  if (rest.length > 0 || ![organizationId, idKey, reportId].every((id) => UUID.test(id))) return undefined;
  const doseKey = Buffer.from(encoded, 'base64url').toString('utf8');
  return doseKey === '' || doseKey.includes('\0') ? undefined : { organizationId, idKey, doseKey, reportId };
}
