/** One invented patient, as the VXU that brought it. `{year-4}` is four years before the present year. */
const child = [
  'MSH|^~\\&|TEST|TEST||EX IIS|{year}0101000000-0700||VXU^V04^VXU_V04|TEST-PATIENT|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|TEST',
  'PID|1||TEST-1^^^TEST^MR||Testchild^Quilla^Fern^^^^L|Inventada^Rosalba^^^^^M|{year-4}0315|F||2131-1^Other Race^CDCREC|12 Invented Orchard^^Exampleton^CO^00101^USA^H||^PRN^PH^^^303^5550142|||||||||2186-5^Not Hispanic or Latino^CDCREC||N',
  'PD1|||||||||||02^Reminder/recall - any method^HL70215|N|{year-1}0101|||A|{year-1}0101|{year-1}0101',
  'NK1|1|Testchild^Rosalba^^^^^L|MTH^Mother^HL70063|12 Invented Orchard^^Exampleton^CO^00101^USA^H|^PRN^PH^^^303^5550142',
  'ORC|RE||C1^TEST',
  'RXA|0|1|{year-3}0322||03^MMR^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A',
];

export const testPatients: readonly string[] = [child.map((segment) => `${segment}\r`).join('')];
