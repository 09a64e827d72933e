/**
 * Segments of the national immunization guide (HL7 2.5.1, release 1.5 with addendum): the fields it uses.
 *
 *   field  usage  repetitions  type  length  value set  name
 *
 * Usage is R, RE, or C(a/b):condition, which reads: a where the condition holds, b elsewhere (see conditions.ts).
 * Fields that are not listed are optional (O); X lists those that the guide does not support. `*` is without limit.
 * Where NIST's computable profiles differ from the guide they are corrected here: QPD-6 holds a whole time stamp
 * (they say six characters), MSH-3 of Z23 is bound to no table of facilities.
 * `PID:Z42` is PID as profile Z42 has it; a profile without a row of its own uses the plain one.
 */
export const SEGMENTS: Readonly<Record<string, string>> = {
  MSH: `
    1  R                   1  ST     1     -                  Field Separator
    2  R                   1  ST     4     -                  Encoding Characters
    3  RE                  1  HD     227   -                  Sending Application
    4  RE                  1  HD     227   -                  Sending Facility
    5  RE                  1  HD     227   -                  Receiving Application
    6  RE                  1  HD     227   -                  Receiving Facility
    7  R                   1  TS_Z   26    -                  Date/Time Of Message
    9  R                   1  MSG    15    -                  Message Type
    10 R                   1  ST     199   -                  Message Control ID
    11 R                   1  PT     3     -                  Processing ID
    12 R                   1  VID    60    -                  Version ID
    15 R                   1  ID     2     -                  Accept Acknowledgment Type
    16 R                   1  ID     2     -                  Application Acknowledgment Type
    21 R                   *  EI     427   -                  Message Profile Identifier
    22 RE                  1  XON    *     -                  Sending Responsible Organization
    23 RE                  1  XON    *     -                  Receiving Responsible Organization
  `,
  PID: `
    1  R                   1  SI     4     -                  Set ID
    3  R                   *  CX     250   -                  Patient Identifier List
    5  R                   *  XPN    250   -                  Patient Name
    6  RE                  1  XPN_M  250   -                  Mother's Maiden Name
    7  R                   1  TS_NZ  26    -                  Date/Time of Birth
    8  R                   1  IS     1     HL70001            Administrative Sex
    10 RE                  *  CE     250   CDCREC-RACE        Race
    11 RE                  *  XAD    250   -                  Patient Address
    13 RE                  *  XTN    250   -                  Phone Number - Home
    22 RE                  1  CE     250   CDCREC-ETHNICITY   Ethnic Group
    24 RE                  1  ID     1     HL70136            Multiple Birth Indicator
    25 C(RE/O):24=Y        1  NM     2     -                  Birth Order
    29 C(RE/X):30=Y        1  TS     26    -                  Patient Death Date and Time
    30 RE                  1  ID     1     HL70136            Patient Death Indicator
    X  2 4 9 12 19 20 21
  `,
  PD1: `
    11 RE                  1  CE     250   HL70215            Publicity Code
    12 RE                  1  ID     1     HL70136            Protection Indicator
    13 C(RE/X):12          1  DT_D   8     -                  Protection Indicator Effective Date
    16 RE                  1  IS     1     HL70441            Immunization Registry Status
    17 C(RE/X):16          1  DT_D   8     -                  Immunization Registry Status Effective Date
    18 C(RE/X):11          1  DT_D   8     -                  Publicity Code Effective Date
    X  4
  `,
  NK1: `
    1  R                   1  SI     4     -                  Set ID
    2  R                   *  XPN    250   -                  Name
    3  R                   1  CE     250   HL70063            Relationship
    4  RE                  *  XAD    250   -                  Address
    5  RE                  *  XTN    250   -                  Phone Number
  `,
  ORC: `
    1  R                   1  ID     2     HL70119            Order Control
    2  RE                  1  EI     22    -                  Placer Order Number
    3  R                   1  EI     22    -                  Filler Order Number
    10 RE                  1  XCN    250   -                  Entered By
    12 RE                  1  XCN    250   -                  Ordering Provider
    17 RE                  1  CE     250   -                  Entering Organization
    X  7
  `,
  RXA: `
    1  R                   1  NM     1     -                  Give Sub-ID Counter
    2  R                   1  NM     1     -                  Administration Sub-ID Counter
    3  R                   1  TS_NZ  26    -                  Date/Time Start of Administration
    5  R                   1  CE     250   -                  Administered Code
    6  R                   1  NM     20    -                  Administered Amount
    7  C(R/X):6!=999       1  CE     250   UCUM               Administered Units
    9  C(R/O):given        *  CE     250   NIP001             Administration Notes
    10 RE                  1  XCN    250   -                  Administering Provider
    11 RE                  1  LA2    200   -                  Administered-at Location
    15 C(R/O):administered *  ST     20    -                  Substance Lot Number
    16 RE                  1  TS_M   26    -                  Substance Expiration Date
    17 C(R/O):source=00    1  CE     250   MVX                Substance Manufacturer Name
    18 C(R/X):refused      *  CE     250   NIP002             Substance/Treatment Refusal Reason
    20 RE                  1  ID     2     HL70322            Completion Status
    21 C(R/O):vaccine      1  ID     2     HL70323            Action Code
  `,
  RXR: `
    1  R                   1  CE     250   NCIT|HL70162       Route
    2  RE                  1  CWE    250   HL70163            Administration Site
  `,
  OBX: `
    1  R                   1  SI     4     -                  Set ID
    2  R                   1  ID     3     HL70125            Value Type
    3  R                   1  CE     250   NIP003             Observation Identifier
    4  R                   1  ST     20    -                  Observation Sub-ID
    5  R                   1  varies 99999 -                  Observation Value
    6  C(R/O):2=NM         1  CE     250   UCUM               Units
    11 R                   1  ID     1     HL70085            Observation Result Status
    14 RE                  1  TS_NZ  26    -                  Date/Time of the Observation
    17 RE                  1  CE     250   ELIGIBILITY-METHOD Observation Method
    X  20 21 22
  `,
  NTE: `
    3  R                   1  FT     65333 -                  Comment
  `,
  MSA: `
    1  R                   1  ID     2     HL70008            Acknowledgment Code
    2  R                   1  ST     199   -                  Message Control ID
    X  3 5 6
  `,
  ERR: `
    2  RE                  1  ERL    18    -                  Error Location
    3  R                   1  CWE    705   HL70357            HL7 Error Code
    4  R                   1  ID     1     HL70516            Severity
    5  RE                  1  CWE    705   HL70533            Application Error Code
    8  RE                  1  TX     250   -                  User Message
    X  1
  `,
  QAK: `
    1  R                   1  ST     32    -                  Query Tag
    2  R                   1  ID     2     HL70208            Query Response Status
    3  R                   1  CE     250   HL70471            Message Query Name
  `,
  QPD: `
    1  R                   1  CE     250   HL70471            Message Query Name
    2  R                   1  ST     32    -                  Query Tag
    3  RE                  *  CX     *     -                  Patient List
    4  RE                  1  XPN    *     -                  Patient Name
    5  RE                  1  XPN_M  *     -                  Patient's Mother's Maiden Name
    6  RE                  1  TS_NZ  26    -                  Patient Date of Birth
    7  RE                  1  IS     1     HL70001            Patient Sex
    8  RE                  1  XAD    *     -                  Patient Address
    9  RE                  1  XTN    *     -                  Phone
    10 RE                  1  ID     *     HL70136            Multiple Birth Indicator
    11 RE                  1  NM     *     -                  Birth Order
  `,
  RCP: `
    1  RE                  1  ID     1     -                  Query Priority
    2  R                   1  CQ     10    -                  Quantity Limited Request
  `,
  'PID:Z42': `
    1  R                   1  SI     4     -                  Set ID
    3  R                   *  CX     250   -                  Patient Identifier List
    5  R                   *  XPN    250   -                  Patient Name
    7  R                   1  TS_NZ  26    -                  Date/Time of Birth
    8  R                   1  IS     1     HL70001            Administrative Sex
    11 RE                  *  XAD    250   -                  Patient Address
    30 RE                  1  ID     1     HL70136            Patient Death Indicator
    X  2 4 9 12 19 20 21
  `,
  'ORC:Z42': `
    1  R                   1  ID     2     HL70119            Order Control
    2  RE                  1  EI     22    -                  Placer Order Number
    3  R                   1  EI     22    -                  Filler Order Number
    17 RE                  1  CE     250   -                  Entering Organization
    X  7
  `,
  'RXA:Z42': `
    1  R                   1  NM     1     -                  Give Sub-ID Counter
    2  R                   1  NM     1     -                  Administration Sub-ID Counter
    3  R                   1  TS_NZ  26    -                  Date/Time Start of Administration
    5  R                   1  CE     250   CVX                Administered Code
    6  R                   1  NM     20    -                  Administered Amount
    7  C(R/X):6!=999       1  CE     250   UCUM               Administered Units
    9  C(R/O):given        *  CE     250   NIP001             Administration Notes
    10 RE                  1  XCN    250   -                  Administering Provider
    11 RE                  1  LA2    200   -                  Administered-at Location
    17 C(R/O):source=00    1  CE     250   MVX                Substance Manufacturer Name
    18 C(R/X):refused      *  CE     250   NIP002             Substance/Treatment Refusal Reason
    20 RE                  1  ID     2     HL70322            Completion Status
  `,
  'QPD:RSP': `
    1  R                   1  CE     250   HL70471            Message Query Name
    2  R                   1  ST     32    -                  Query Tag
  `,
};
