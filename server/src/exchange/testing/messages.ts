import { california } from '@cairn/california';
import { check } from '@cairn/guide';
import { type Message, parseMessage } from '@cairn/hl7';
import type { Holder } from '../../accounts/queries.ts';
import type { KnownOrganization } from '../../registry/organization-queries.ts';
import { guideOn } from '../guide.ts';
import { type Intake, takeIn } from '../intake.ts';

/** The moment at which the messages come in, and the day that is in California. */
export const NOW = new Date('2025-03-20T18:00:00Z');
export const TODAY = 20250320;
export const GUIDE = guideOn(california, '2025-03-20');

export const SITE: KnownOrganization = {
  organizationId: 'site',
  code: 'DE-000001',
  codeKey: 'DE000001',
  parentId: undefined,
  stage: 'production',
  mayQuery: true,
  isClient: false,
  isUnconfirmedClient: false,
};
export const HOLDER: Holder = {
  ...SITE,
  kind: 'site',
  credentialId: 'credential',
};

/** Of a submission in which nothing is wrong. Nobody in it exists. */
export const HEADER =
  'MSH|^~\\&|EHR|DE-000001|CAIRN|CAIR2|20250320100000-0700||VXU^V04^VXU_V04|77|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|DE-000001';
export const PID =
  'PID|1||1001^^^CLINIC^MR||Wren^Ana^Luz^^^^L|Lark^Rosa^^^^^M|20240315|F||2106-3^White^CDCREC|1 Example Street^^Sacramento^CA^95814^USA^H||^PRN^PH^^^916^5550100|||||||||2135-2^Hispanic or Latino^CDCREC||N|1|||||N';
export const PD1 = 'PD1|||||||||||02^Reminder/recall - any method^HL70215|N|20250320|||A|20250320|20250320';
export const NK1 =
  'NK1|1|Wren^Rosa^^^^^L|MTH^Mother^HL70063|1 Example Street^^Sacramento^CA^95814^USA^H|^PRN^PH^^^916^5550100';

const PROVIDER = '1245319599^Okafor^Ruth^^^^^^NPPES^L^^^NPI';

export type DoseParts = {
  /** ORC-3 */
  readonly id?: string;
  readonly day?: string;
  readonly vaccine?: string;
  readonly action?: string;
  /** RXA-11.4 */
  readonly place?: string;
};

/** An order of a dose that the sender gave. */
export function given(parts: DoseParts = {}): readonly string[] {
  const {
    id = 'D1^CLINIC',
    day = '20250320',
    vaccine = '03^MMR^CVX',
    action = 'A',
    place = 'DE-000001',
  } = parts;
  return [
    `ORC|RE|P1^CLINIC|${id}|||||||${PROVIDER}||${PROVIDER}|||||DE-000001^Example Clinic^HL70362`,
    `RXA|0|1|${day}||${vaccine}|0.5|mL^mL^UCUM||00^New immunization record^NIP001|${PROVIDER}|^^^${place}||||X100A|20280131|MSD^Merck and Co., Inc.^MVX|||CP|${action}`,
    'RXR|C38299^Subcutaneous^NCIT|LT^Left Thigh^HL70163',
    `OBX|1|CE|64994-7^Vaccine funding program eligibility category^LN|1|V01^Not VFC eligible^HL70064||||||F|||${day}|||VXC40^Eligibility captured at the immunization level^CDCPHINVS`,
    `OBX|2|CE|30963-3^Vaccine funding source^LN|1|PHC70^Private funds^CDCPHINVS||||||F|||${day}`,
    `OBX|3|CE|69764-9^Document type^LN|2|253088698300012711250131^MMR VIS^cdcgs1vis||||||F|||${day}`,
    `OBX|4|DT|29769-7^Date vaccine information statement presented^LN|2|${day}||||||F|||${day}`,
  ];
}

/** An order of a dose that was given elsewhere. */
export function historical(parts: DoseParts = {}): readonly string[] {
  const { id = 'D1^CLINIC', day = '20250320', vaccine = '03^MMR^CVX', action = 'A' } = parts;
  return [
    `ORC|RE||${id}`,
    `RXA|0|1|${day}||${vaccine}|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|${action}`,
  ];
}

/** A refusal. */
export function refused({ id = '9999^CLINIC', day = '20250320' }: DoseParts = {}): readonly string[] {
  return [
    `ORC|RE||${id}`,
    `RXA|0|1|${day}||140^Influenza, seasonal, injectable, preservative free^CVX|999||||||||||||00^Parental decision^NIP002||RE|A`,
  ];
}

export const message = (...lines: readonly string[]): string => `${lines.join('\r')}\r`;

/** A submission about Ana with these orders. */
export const vxu = (...orders: readonly (readonly string[])[]): string =>
  message(HEADER, PID, PD1, NK1, ...orders.flat());

/** A line with one field replaced. */
export function withField(line: string, field: number, value: string): string {
  const fields = line.split('|');
  const index = line.startsWith('MSH') ? field - 1 : field;
  while (fields.length <= index) fields.push('');
  fields[index] = value;
  return fields.join('|');
}

/** A text with one field replaced in the first segment of that name, or in the n-th of it. */
export function edit(text: string, path: string, value: string): string {
  const [, name = '', occurrence = '1', field = ''] = /^(\w{3})(?:\[(\d+)\])?-(\d+)$/.exec(path) ?? [];
  let seen = 0;
  return text
    .split('\r')
    .map((line) =>
      line.startsWith(name) && ++seen === Number(occurrence) ? withField(line, Number(field), value) : line,
    )
    .join('\r');
}

export const intake = (text: string): Intake => takeIn(text, GUIDE, TODAY);

export function parsed(text: string): Message {
  const read = parseMessage(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.message;
}

export const checked = (text: string): ReturnType<typeof check> =>
  check(parsed(text), { today: TODAY, guide: GUIDE, text });
