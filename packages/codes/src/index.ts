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
