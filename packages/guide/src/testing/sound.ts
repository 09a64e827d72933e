import { type Message, parseMessage } from '@cairn/hl7';
import type { ProfileId } from '../profile.ts';
import { SOUND as SUBMISSION } from '../rules/testing.ts';

/** The day on which the examples are checked. */
export const TODAY = 20261122;

const header = (type: string, profile: string, accept: string, application: string): string =>
  `MSH|^~\\&|CAIRN|CAIR IIS|ClinicEHR|DE-000001|20261120103001-0800||${type}|ANSWER-1|P|2.5.1|||${accept}|${application}|||||${profile}^CDCPHINVS|CAIR IIS|DE-000001`;
const answer = (profile: string): string => header('RSP^K11^RSP_K11', profile, 'NE', 'NE');
const query = (profile: string): string => header('QBP^Q11^QBP_Q11', profile, 'ER', 'AL');

const Z34_NAME = 'Z34^Request Immunization History^CDCPHINVS';
const Z44_NAME = 'Z44^Request Evaluated History and Forecast^CDCPHINVS';
const ASKED = 'CH-48213^^^DE-000001^MR|Delgado^Amara^Ines^^^^L|Ocampo^Ines^^^^^M|20240309|F';
const MSA = 'MSA|AA|SOUND-1';
const PID =
  'PID|1||77^^^CAIRN^SR~CH-48213^^^DE-000001^MR||Delgado^Amara^Ines^^^^L|Ocampo^Ines^^^^^M|20240309|F||2106-3^White^CDCREC|418 Larkspur Ln^^Fresno^CA^93722^USA^H||^PRN^PH^^^559^5550143|||||||||2186-5^Not Hispanic or Latino^CDCREC||N';
const NURSE = '1245319599^Okafor^Ruth^^^^^^NPPES^L^^^NPI';

/** Four doses: administered, historical, refused, administered with an NDC as the alternate. */
const HISTORY = [
  `ORC|RE|P-1^DE-000001|V-1^DE-000001|||||||${NURSE}||${NURSE}|||||DE-000001^Larkspur Pediatrics^HL70362`,
  `RXA|0|1|20240510||133^PCV13^CVX|0.5|mL^mL^UCUM||00^New immunization record^NIP001|${NURSE}|^^^DE-000001||||EX4471|20280331|PFR^Pfizer, Inc^MVX|||CP|A`,
  'RXR|C28161^Intramuscular^NCIT|LT^Left Thigh^HL70163',
  'OBX|1|CE|64994-7^Vaccine funding program eligibility category^LN|1|V01^Not VFC eligible^HL70064||||||F|||20240510|||VXC40^Eligibility captured at the immunization level^CDCPHINVS',
  'OBX|2|CE|30963-3^Vaccine funding source^LN|1|PHC70^Private funds^CDCPHINVS||||||F|||20240510',
  'NTE|1||Given at the open day.',
  'ORC|RE||V-2^DE-000001',
  'RXA|0|1|20240710||03^MMR^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A',
  'ORC|RE||9999^DE-000001',
  'RXA|0|1|20241120||140^Influenza, seasonal, injectable, preservative free^CVX|999||||||||||||00^Parental decision^NIP002||RE|A',
  'ORC|RE||V-4^DE-000001',
  `RXA|0|1|20250510||20^DTaP^CVX^49281-0286-10^Daptacel^NDC|0.5|mL^mL^UCUM||00^New immunization record^NIP001|${NURSE}|^^^DE-000001||||EX9902|20280331|PMC^Sanofi Pasteur^MVX|||CP|A`,
  'RXR|C28161^Intramuscular^NCIT|RT^Right Thigh^HL70163',
];

const FORECAST = [
  'ORC|RE||V-1^DE-000001',
  'RXA|0|1|20240510||133^PCV13^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP',
  'OBX|1|CE|30956-7^Vaccine type^LN|1|152^Pneumococcal, unspecified^CVX||||||F',
  'OBX|2|ID|59781-5^Dose validity^LN|1|Y||||||F',
  'ORC|RE||9999^CAIRN',
  'RXA|0|1|20261120||998^No vaccine administered^CVX|999||||||||||||||NA',
  'OBX|1|CE|30956-7^Vaccine type^LN|1|20^DTaP^CVX||||||F',
  'OBX|2|DT|30980-7^Date vaccination due^LN|1|20270310||||||F',
];

const lines = (...all: readonly string[]): string => all.join('\r');

/** A message of every profile in which nothing is wrong. Nobody in them exists. */
export const SOUND: Readonly<Record<ProfileId, string>> = {
  Z22: SUBMISSION,
  Z23: lines(
    header('ACK^V04^ACK', 'Z23', 'NE', 'NE'),
    'MSA|AE|SOUND-1',
    'ERR||PID^1^7^1|101^Required field missing^HL70357|E|7^Required data missing^HL70533|||No birth date.',
  ),
  Z31: lines(
    answer('Z31'),
    MSA,
    `QAK|tag|OK|${Z34_NAME}`,
    `QPD|${Z34_NAME}|tag|${ASKED}`,
    PID,
    'NK1|1|Delgado^Ines^^^^^L|MTH^Mother^HL70063',
    'PID|2||78^^^CAIRN^SR||Delgado^Amaro^^^^^L||20240310|M',
  ),
  Z32: lines(
    answer('Z32'),
    MSA,
    `QAK|tag|OK|${Z34_NAME}`,
    `QPD|${Z34_NAME}|tag|${ASKED}`,
    PID,
    'PD1|||||||||||02^Reminder/recall - any method^HL70215|N|20261120|||A|20261120|20261120',
    'NK1|1|Delgado^Ines^^^^^L|MTH^Mother^HL70063|418 Larkspur Ln^^Fresno^CA^93722^USA^H|^PRN^CP^^^559^5550143',
    'NK1|2|Ocampo^Luis^^^^^L|GRP^Grandparent^HL70063',
    ...HISTORY,
  ),
  Z33: lines(answer('Z33'), MSA, `QAK|tag|NF|${Z34_NAME}`, `QPD|${Z34_NAME}|tag|${ASKED}`),
  Z34: lines(query('Z34'), `QPD|${Z34_NAME}|tag|${ASKED}`, 'RCP|I|5^RD&records&HL70126'),
  Z42: lines(
    answer('Z42'),
    MSA,
    `QAK|tag|OK|${Z44_NAME}`,
    `QPD|${Z44_NAME}|tag|${ASKED}`,
    'PID|1||77^^^CAIRN^SR||Delgado^Amara^Ines^^^^L||20240309|F',
    ...FORECAST,
  ),
  Z44: lines(query('Z44'), `QPD|${Z44_NAME}|tag|${ASKED}`, 'RCP|I|5^RD&records&HL70126'),
};

export function parsed(text: string): Message {
  const read = parseMessage(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.message;
}

/** Changes to a message: fields by path, as HL7 writes them, or whatever is done to it. */
export type Edits = Readonly<Record<string, string>> | ((message: Message) => void);

/** The sound message of a profile with changes. */
export function edited(profile: ProfileId, edits: Edits = {}): Message {
  const message = parsed(SOUND[profile]);
  if (typeof edits === 'function') {
    edits(message);
    return message;
  }
  for (const [path, value] of Object.entries(edits)) {
    const [, name = '', occurrence = '1', field = ''] =
      /^([A-Z][A-Z0-9]{2})(?:\[(\d+)\])?-(\d+)$/.exec(path) ?? [];
    const segment = message.all(name)[Number(occurrence) - 1];
    if (!segment) throw new Error(`${path} is no field of the message`);
    segment.setRaw(Number(field), value);
  }
  return message;
}
