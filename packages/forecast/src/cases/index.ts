export { readCaseLines } from './case-lines.ts';
export { readCaseWorkbook } from './case-workbook.ts';
export { compareCase, type Difference } from './compare.ts';
export type { CasesRead, CaseSuite, TestCase } from './test-case.ts';
