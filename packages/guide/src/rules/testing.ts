import { type Message, parseMessage } from '@cairn/hl7';
import { expect, test } from 'vitest';
import { check } from '../check.ts';
import type { AnyRule } from '../rule.ts';

/** A message in which nothing is wrong: three orders, the first administered, the second historical, the third refused. */
export const SOUND = [
  'MSH|^~\\&|ClinicEHR^^|DE-000001|CAIRN|CAIR IIS|20261120103000-0800||VXU^V04^VXU_V04|SOUND-1|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|DE-000001^^^^^CAIRN^XX^^^DE-000001|CAIR IIS',
  'PID|1||CH-48213^^^DE-000001^MR||Delgado^Amara^Ines^^^^L|Ocampo^Ines^^^^^M|20240309|F||2106-3^White^CDCREC|418 Larkspur Ln^^Fresno^CA^93722^USA^H||^PRN^PH^^^559^5550143~^NET^Internet^amara.family@example.org|||||||||2186-5^Not Hispanic or Latino^CDCREC||N|1|||||N',
  'PD1|||||||||||02^Reminder/recall - any method^HL70215|N|20261120|||A|20261120|20261120',
  'NK1|1|Delgado^Ines^^^^^L|MTH^Mother^HL70063|418 Larkspur Ln^^Fresno^CA^93722^USA^H|^PRN^CP^^^559^5550143',
  'ORC|RE|P-9001^DE-000001|V-9001^DE-000001|||||||1245319599^Okafor^Ruth^^^^^^NPPES^L^^^NPI||1245319599^Okafor^Ruth^^^^^^NPPES^L^^^NPI|||||DE-000001^Larkspur Pediatrics^HL70362',
  'RXA|0|1|20261120||133^PCV13^CVX|0.5|mL^mL^UCUM||00^New immunization record^NIP001|1245319599^Okafor^Ruth^^^^^^NPPES^L^^^NPI|^^^DE-000001||||EX4471|20280331|PFR^Pfizer, Inc^MVX|||CP|A',
  'RXR|C28161^Intramuscular^NCIT|LT^Left Thigh^HL70163',
  'OBX|1|CE|64994-7^Vaccine funding program eligibility category^LN|1|V01^Not VFC eligible^HL70064||||||F|||20261120|||VXC40^Eligibility captured at the immunization level^CDCPHINVS',
  'OBX|2|CE|30963-3^Vaccine funding source^LN|1|PHC70^Private funds^CDCPHINVS||||||F|||20261120',
  'OBX|3|CE|69764-9^Document type^LN|2|253088698300049311250529^Pneumococcal conjugate VIS^cdcgs1vis||||||F|||20261120',
  'OBX|4|DT|29769-7^Date vaccine information statement presented^LN|2|20261120||||||F|||20261120',
  'ORC|RE||V-8120^DE-000001',
  'RXA|0|1|20240510||133^PCV13^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A',
  'ORC|RE||9999^DE-000001',
  'RXA|0|1|20261120||140^Influenza, seasonal, injectable, preservative free^CVX|999||||||||||||00^Parental decision^NIP002||RE|A',
].join('\r');

/** The day on which the examples are checked. */
export const TODAY = 20261122;

/** Changes to the sound message: values by path, or whatever is done to the message. */
export type Edits = Readonly<Record<string, string>> | ((message: Message) => void);

export type Example = {
  /** What makes the rule fail. */
  readonly fires: Edits;
  /** Where the finding points. */
  readonly at: string;
  /** Words of the finding: all of `message` that the rule says. */
  readonly says: string;
  /** Something close to it that is right. The sound message itself is always tried too. */
  readonly holds?: Edits;
};

export function edited(edits: Edits): Message {
  const parsed = parseMessage(SOUND);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { message } = parsed;
  if (typeof edits === 'function') edits(message);
  else for (const [path, value] of Object.entries(edits)) setRaw(message, path, value);
  return message;
}

/** Fields are given as HL7 writes them, delimiters and all; parts of fields as text. */
function setRaw(message: Message, path: string, value: string): void {
  const [, segment = '', occurrence = '1', field] =
    /^([A-Z][A-Z0-9]{2})(?:\[(\d+)\])?-(\d+)$/.exec(path) ?? [];
  if (field === undefined) return message.set(path, value);
  message.all(segment)[Number(occurrence) - 1]?.setRaw(Number(field), value);
}

/** Tests every rule of a file: that it fires as its example says, and not on sound messages. */
export function testRules(rules: readonly AnyRule[], examples: Readonly<Record<string, Example>>): void {
  test('every rule has an example, and every example a rule', () => {
    expect(Object.keys(examples).toSorted()).toEqual(rules.map(({ code }) => code).toSorted());
  });

  for (const rule of rules) {
    const example = examples[rule.code];
    if (!example) continue;
    test(`${rule.code}: ${rule.states}`, () => {
      const found = check(edited(example.fires), { today: TODAY }).findings.filter(
        ({ code }) => code === rule.code,
      );
      expect(found).toMatchObject([{ path: example.at, severity: rule.severity }]);
      expect(found[0]?.message).toContain(example.says);
      expect(rule.message).toBe(example.says);
      expect(found[0]?.fix).toBe(rule.fix);
      for (const edits of [{}, example.holds ?? {}]) {
        const codes = check(edited(edits), { today: TODAY }).findings.map(({ code }) => code);
        expect(codes).not.toContain(rule.code);
      }
    });
  }
}
