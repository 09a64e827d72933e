/** An invented child with two doses: one given today's way, one from the history. @param site whose message it is */
export const sampleMessage = (site: string): string =>
  message(site, 'WORKBENCH-0001', {
    administered: '20250320',
    site: 'LT^Left Thigh^HL70163',
    lot: 'X100A|20280131|MSD^Merck and Co., Inc.^MVX',
  });

/** The same child; the first dose lies before the birth, has no lot number, and a site of administration that does not exist. */
export const faultySample = (site: string): string =>
  message(site, 'WORKBENCH-0002', {
    administered: '20230320',
    site: 'QQ^Nowhere^HL70163',
    lot: '||MSD^Merck and Co., Inc.^MVX',
  });

function message(
  id: string,
  controlId: string,
  dose: { readonly administered: string; readonly site: string; readonly lot: string },
): string {
  const nurse = `4411^Muster^Nora^^^^^^${id}^L^^^PRN^^^^^^^^RN`;
  const doctor = '1234567893^Muster^Theo^^^^^^NPPES^L^^^NPI^^^^^^^^MD';
  const home = '12 Example Street^^Sacramento^CA^95814^USA^H|^PRN^CP^^^916^5550142';
  return [
    `MSH|^~\\&|EXAMPLE-EHR|${id}||CAIR2|20250320111500-0800||VXU^V04^VXU_V04|${controlId}|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|${id}`,
    `PID|1||EX-2001^^^${id}^MR||Sampleton^Lia^Mae^^^^L|Example^Dora^^^^^M|20240315|F||2106-3^White^CDCREC|${home.replace('|', '||')}|||||||||2135-2^Hispanic or Latino^CDCREC||N|1|||||N`,
    'PD1|||||||||||02^Reminder/recall - any method^HL70215|N|20250320|||A|20250320|20250320',
    `NK1|1|Sampleton^Dora^^^^^L|MTH^Mother^HL70063|${home}`,
    `ORC|RE||EX-D1^${id}|||||||${nurse}||${doctor}|||||${id}^Example Clinic^HL70362`,
    `RXA|0|1|${dose.administered}||03^MMR^CVX|0.5|mL^milliliter^UCUM||00^New immunization record^NIP001|${nurse}|^^^${id}||||${dose.lot}|||CP|A`,
    `RXR|C38299^Subcutaneous^NCIT|${dose.site}`,
    'OBX|1|CE|64994-7^Vaccine funding program eligibility category^LN|1|V01^Not VFC eligible^HL70064||||||F|||20250320|||VXC40^Eligibility captured at the immunization level^CDCPHINVS',
    'OBX|2|CE|30963-3^Vaccine funding source^LN|2|PHC70^Private^CDCPHINVS||||||F|||20250320',
    'OBX|3|CE|69764-9^Document type^LN|3|253088698300012711210806^Measles/Mumps/Rubella VIS^cdcgs1vis||||||F|||20250320',
    'OBX|4|DT|29769-7^Date VIS presented^LN|3|20250320||||||F|||20250320',
    `ORC|RE||EX-D2^${id}|||||||${nurse}|||||||${id}^Example Clinic^HL70362`,
    'RXA|0|1|20240515||20^DTaP^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A',
  ].join('\n');
}
