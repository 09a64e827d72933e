export { type CatalogueEntry, catalogue } from './catalogue.ts';
export { ackOf, check, type CheckResult, compileGuide, type Guide, profileOf } from './check.ts';
export { conform } from './conform.ts';
export { readDay, type Ymd, ymdOf } from './dates.ts';
export {
  APPLICATION_ERRORS,
  type Effect,
  type Finding,
  hasErrors,
  HL7_ERRORS,
  type Severity,
  type ValueClass,
} from './finding.ts';
export { type Accepts, kindOf, type MessageKind } from './header.ts';
export { excessOf } from './limits.ts';
export { type Order, ordersOf } from './order.ts';
export type { Policy, Treatment } from './policy.ts';
export type { ProfileId } from './profile.ts';
