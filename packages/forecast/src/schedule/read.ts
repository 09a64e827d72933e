import type { ScheduleData } from './data.ts';

/** Schedule data from a text that the importer wrote; undefined for anything else. */
export function readSchedule(json: string): ScheduleData | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isSchedule(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Looks at the outer form only: the file is our own, and `compileSchedule` refuses what it cannot read. */
function isSchedule(value: unknown): value is ScheduleData {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    typeof fields.get('version') === 'string' &&
    typeof fields.get('vaccines') === 'object' &&
    ['antigens', 'vaccineGroups', 'conflicts', 'observations'].every((name) =>
      Array.isArray(fields.get(name)),
    )
  );
}
