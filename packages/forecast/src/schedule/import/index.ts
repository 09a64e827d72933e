export { compareSchedules, type ScheduleChange } from './compare.ts';
export { importSchedule, type ReleaseFile, type ScheduleImport } from './import.ts';
export { decodeXml, releaseFilesInZip, versionInName } from './release-zip.ts';
export { renderBundle, renderSchedule } from './render.ts';
export type { ImportFinding, ImportReport } from './report.ts';
