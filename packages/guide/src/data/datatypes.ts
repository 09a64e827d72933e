/**
 * Data types of the national immunization guide (HL7 2.5.1, release 1.5), to the component.
 *
 *   component  usage  type  length  value set  name
 *
 * Usage as in segments.ts; conditions speak of components of the same value. Optional components are not listed.
 */
export const DATATYPES: Readonly<Record<string, string>> = {
  CE: `
    1  R                   ST     50    -          Identifier
    2  RE                  ST     999   -          Text
    3  R                   ID     20    HL70396    Name of Coding System
    5  C(RE/X):4           ST     999   -          Alternate Text
    6  C(R/X):4            ID     20    HL70396    Name of Alternate Coding System
  `,
  CWE: `
    1  R                   ST     999   -          Identifier
    2  RE                  ST     999   -          Text
    3  C(R/X):1            ID     20    HL70396    Name of Coding System
    5  C(RE/X):4           ST     999   -          Alternate Text
    6  C(R/X):4            ID     20    HL70396    Name of Alternate Coding System
  `,
  CQ: `
    1  R                   NM     16    -          Quantity
    2  R                   ST     483   HL70126    Units
  `,
  CX: `
    1  R                   ST     15    -          ID Number
    3  C(O/X):2            ID     3     HL70061    Check Digit Scheme
    4  R                   HD     227   -          Assigning Authority
    5  R                   ID     5     HL70203    Identifier Type Code
  `,
  EI: `
    1  R                   ST     199   -          Entity Identifier
    2  C(R/O):!3           IS     20    -          Namespace ID
    3  C(R/O):!2           ST     199   -          Universal ID
    4  C(R/X):3            ID     6     HL70301    Universal ID Type
  `,
  ERL: `
    1  R                   ST     3     -          Segment ID
    2  R                   NM     2     -          Segment Sequence
    3  C(R/RE):4           NM     2     -          Field Position
    4  C(R/RE):5           NM     2     -          Field Repetition
    5  C(R/RE):6           NM     2     -          Component Number
    6  RE                  NM     2     -          Sub-Component Number
  `,
  HD: `
    1  C(R/O):!2           IS     20    -          Namespace ID
    2  C(R/O):!1           ST     199   -          Universal ID
    3  C(R/X):2            ID     6     HL70301    Universal ID Type
  `,
  LA2: `
    4  R                   HD     227   -          Facility
  `,
  MSG: `
    1  R                   ID     3     HL70076    Message Code
    2  R                   ID     3     HL70003    Trigger Event
    3  R                   ID     7     HL70354    Message Structure
  `,
  PT: `
    1  R                   ID     1     HL70103    Processing ID
  `,
  SAD: `
    1  R                   ST     120   -          Street or Mailing Address
  `,
  VID: `
    1  R                   ID     5     HL70104    Version ID
  `,
  XAD: `
    1  RE                  SAD    184   -          Street Address
    2  RE                  ST     120   -          Other Designation
    3  RE                  ST     50    -          City
    4  RE                  ST     50    -          State or Province
    5  RE                  ST     12    -          Zip or Postal Code
    6  RE                  ID     3     HL70399    Country
    7  R                   ID     3     HL70190    Address Type
  `,
  XCN: `
    1  C(R/RE):!2&!3       ST     15    -          ID Number
    2  RE                  FN     194   -          Family Name
    3  RE                  ST     30    -          Given Name
    4  RE                  ST     30    -          Second Given Names
    9  C(R/X):1            HD     227   -          Assigning Authority
    10 RE                  ID     1     HL70200    Name Type Code
    12 C(O/X):11           ID     3     HL70061    Check Digit Scheme
    13 C(R/X):1            ID     5     HL70203    Identifier Type Code
  `,
  XON: `
    1  RE                  ST     50    -          Organization Name
    6  C(R/O):10           HD     227   -          Assigning Authority
    7  C(R/X):10           ID     5     HL70203    Identifier Type Code
    10 C(R/RE):!1          ST     20    -          Organization Identifier
  `,
  XPN: `
    1  R                   FN     194   -          Family Name
    2  R                   ST     30    -          Given Name
    3  RE                  ST     30    -          Second Given Names
    7  R                   ID     1     HL70200    Name Type Code
  `,
  XPN_M: `
    1  R                   FN     194   -          Family Name
    7  R                   ID     1     HL70200    Name Type Code
  `,
  XTN: `
    2  R                   ID     3     HL70201    Telecommunication Use Code
    3  RE                  ID     8     HL70202    Telecommunication Equipment Type
    4  C(R/X):2=NET        ST     199   -          Email Address
    6  C(RE/X):2!=NET      NM     3     -          Area/City Code
    7  C(R/X):2!=NET       NM     9     -          Local Number
  `,
};
