/** A fictional submission for the tests: two doses, a repetition, subcomponents, an escape, a deletion. */
export const SAMPLE = [
  'MSH|^~\\&|CLINIC|DE-000001||CAIR2|20240110101500-0800||VXU^V04^VXU_V04|77|P|2.5.1|||ER|AL|||||Z22^CDCPHINVS|DE-000001',
  'PID|1||A1^^^CLINIC^MR~B2^^^STATE&2.16.840&ISO^SR||Kestrel^Arlo^Q^^^^L|Wren^^^^^^M|20230104|M|||12 Hill St^^Fresno^CA^93721^USA^P||^PRN^PH^^^916^5550101~^NET^Internet^kestrel@example.com',
  'PD1|||||||||||02^Reminder^HL70215|N|""',
  'NK1|1|Kestrel^Wren|MTH^Mother^HL70063',
  'ORC|RE||D1^CLINIC|||||||||||||',
  'RXA|0|1|20240110||49^Hib (PRP-OMP)^CVX|0.5|mL^milliliter^UCUM||00^New^NIP001|7^Tallow^Lily|^^^DE-000001||||K1|20261231|MSD^Merck^MVX|||CP|A',
  'OBX|1|CE|64994-7^Eligibility^LN|1|V01^Not VFC eligible^HL70064||||||F',
  'OBX|2|TX|30945-0^Contraindication^LN|2|fever \\T\\ rash\\.br\\second line||||||F',
  'RXA|0|1|20240110||03^MMR^CVX|0.5|mL^milliliter^UCUM||00^New^NIP001||^^^DE-000001||||K2|20261231|MSD^Merck^MVX|||CP|A',
  'OBX|1|CE|64994-7^Eligibility^LN|1|V01^Not VFC eligible^HL70064||||||F',
]
  .map((segment) => `${segment}\r`)
  .join('');
