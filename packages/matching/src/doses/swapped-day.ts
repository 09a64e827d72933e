/** The day whose date has day and month in each other's place (2024-03-05 for 2024-05-03); undefined where none differs. */
export function swappedDay(day: number): number | undefined {
  const date = new Date(day * MS_PER_DAY);
  const month = date.getUTCMonth() + 1;
  const dayOfMonth = date.getUTCDate();
  if (dayOfMonth > 12 || dayOfMonth === month) return undefined;
  return Date.UTC(date.getUTCFullYear(), dayOfMonth - 1, month) / MS_PER_DAY;
}

const MS_PER_DAY = 86_400_000;
