import type { ScheduleData } from '../data.ts';

/** The schedule as JSON, a record a line, so that two releases can be compared line by line. */
export function renderSchedule(data: ScheduleData): string {
  const lines = (items: readonly unknown[]): string =>
    items.map((item) => `\n${JSON.stringify(item)}`).join(',');
  const antigens = data.antigens.map(({ series, ...rest }) => {
    const head = JSON.stringify(rest).slice(0, -1);
    return `\n${head},"series":[${lines(series)}\n]}`;
  });
  const vaccines = Object.entries(data.vaccines).map(
    ([cvx, associations]) => `\n${JSON.stringify(cvx)}:${JSON.stringify(associations)}`,
  );
  return [
    `{"version":${JSON.stringify(data.version)}`,
    `,\n"antigens":[${antigens.join(',')}\n]`,
    `,\n"vaccineGroups":[${lines(data.vaccineGroups)}\n]`,
    `,\n"vaccines":{${vaccines.join(',')}\n}`,
    `,\n"conflicts":[${lines(data.conflicts)}\n]`,
    `,\n"observations":[${lines(data.observations)}\n]}\n`,
  ].join('');
}

/** The schedule as a module of this package. */
export function renderBundle(data: ScheduleData): string {
  const text = renderSchedule(data).replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `// CDC, CDSi supporting data ${data.version} (public domain): codes, ages, intervals, dates and names only.\n// Written by \`cairn schedule import\`; see README.md.\nexport const TEXT = \`${text}\`;\n`;
}
