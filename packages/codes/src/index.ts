export { CODES_AS_OF } from './data/as-of.ts';
export { makersOf, manufacturerByMvx, manufacturers, tradeNamesOf } from './makers.ts';
export { dashed as dashedNdc, parseNdc, productByNdc, products, productsByNdc, routesFor } from './ndc.ts';
export { isJunkFirstName, lotPatterns } from './plausibility.ts';
export type { LotPattern } from './plausibility.ts';
export { codeTable, codeTables } from './tables.ts';
export type {
  Code,
  CodeStatus,
  CodeTable,
  Manufacturer,
  Product,
  TradeName,
  Vaccine,
  VaccineKind,
  VisEdition,
} from './types.ts';
export { vaccineByCvx, vaccines, vaccinesOfCpt } from './vaccines.ts';
export { hasVis, visByBarcode, visEditions, visOf } from './vis.ts';
export type { SetReport } from './import/compare.ts';
export type { SetName } from './import/data-file.ts';
export type { Unread } from './import/records.ts';
export { CDC_FILES, refreshCodes } from './import/refresh.ts';
export type { CdcFile, Refresh } from './import/refresh.ts';
