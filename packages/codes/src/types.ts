/** What the code sets say of one thing. All dates are civil dates, `YYYY-MM-DD`; ages are whole months. */

/** Active: in use. Inactive: was in use, valid for history. Never: assigned and never used, or not of the US. */
export type CodeStatus = 'active' | 'inactive' | 'never' | 'non-us';

/** One row of a code table. */
export type Code = {
  readonly code: string;
  readonly label: string;
  readonly status: CodeStatus;
  /** The code that took its place, where one did. */
  readonly replacedBy?: string;
};

/** A value set of the guide: an HL7 table, or one of CDC's. */
export type CodeTable = {
  /** As fields are bound to it: `HL70163`, `NIP001`, `CDCREC-RACE`. */
  readonly id: string;
  readonly name: string;
  /** In the order of the source. */
  readonly codes: readonly Code[];
  /** Codes are compared exactly; undefined for one that the table does not have. */
  readonly find: (code: string) => Code | undefined;
};

/** What a CVX code names. */
export type VaccineKind =
  | 'vaccine'
  /** A vaccine of a family without saying which (88 influenza, unspecified): expected in histories only. */
  | 'unspecified'
  | 'foreign'
  | 'immune-globulin'
  | 'antitoxin'
  | 'skin-test'
  /** 998 no vaccine administered, 999 unknown */
  | 'no-vaccine';

/** One CVX code (CDC, CVX table; dates and ages of plausible use: immregistries code base). */
export type Vaccine = {
  readonly cvx: string;
  /** CDC's short description */
  readonly name: string;
  readonly status: CodeStatus;
  readonly kind: VaccineKind;
  /** CDC's vaccine groups; a combination vaccine has several. */
  readonly groups: readonly string[];
  /** CVX codes that stand for those groups. */
  readonly groupCvx: readonly string[];
  /** Cannot have been given before (`never`), is not expected before (`expected`); the same for after. */
  readonly from?: { readonly never?: string; readonly expected?: string };
  readonly until?: { readonly never?: string; readonly expected?: string };
  /** Age range in which a dose is plausible. */
  readonly ageMonths?: { readonly from?: number; readonly to?: number };
  /** Day of CDC's last change to the row. */
  readonly updated?: string;
};

/** One National Drug Code of a vaccine: package that is used, or package that is sold. */
export type Product = {
  /** Eleven digits, without dashes. */
  readonly ndc: string;
  readonly kind: 'use' | 'sale';
  readonly cvx: string;
  readonly mvx: string;
  readonly name: string;
  readonly from?: string;
  readonly until?: string;
  /** NCIT codes; CDC states them for packages sold only. */
  readonly routes?: readonly string[];
};

export type Manufacturer = {
  readonly mvx: string;
  readonly name: string;
  readonly status: CodeStatus;
  /** MVX code of the company that took it over, where CDC's notes name one. */
  readonly replacedBy?: string;
};

export type TradeName = {
  readonly name: string;
  readonly cvx: string;
  readonly mvx: string;
  readonly status: CodeStatus;
};

/** One edition of a Vaccine Information Statement. */
export type VisEdition = {
  /** 24 digits as in OBX-5 (LOINC 69764-9) */
  readonly barcode: string;
  readonly name: string;
  /** day of the edition */
  readonly edition: string;
  readonly status: 'current' | 'historic';
};
