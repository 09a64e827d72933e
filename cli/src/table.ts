/** A plain table for people: columns as wide as needed, the last one wrapped to the terminal. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width = terminalWidth(),
): string {
  const last = header.length - 1;
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const before = widths.slice(0, last).reduce((sum, size) => sum + size + 2, 0);
  const room = Math.max(24, width - before);
  const line = (cells: readonly string[]): string => {
    const start = cells
      .slice(0, last)
      .map((cell, column) => `${cell.padEnd(widths[column] ?? 0)}  `)
      .join('');
    return wrap(cells[last] ?? '', room)
      .map((text, index) => (index === 0 ? start : ' '.repeat(before)) + text)
      .join('\n')
      .trimEnd();
  };
  const rule = widths
    .map((size, column) => '─'.repeat(column === last ? Math.min(size, room) : size))
    .join('  ');
  return [line(header), rule, ...rows.map(line)].join('\n');
}

function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > room) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

function terminalWidth(): number {
  return Math.min(process.stdout.columns ?? 110, 140);
}

/** Progress of long work on standard error, where someone is watching it. */
export function progress(
  what: string,
  total: number,
): { readonly step: () => void; readonly end: () => void } {
  const shown = process.stderr.isTTY && total > 1;
  let done = 0;
  let next = 0;
  return {
    step: () => {
      done++;
      if (!shown || (Date.now() < next && done < total)) return;
      next = Date.now() + 100;
      process.stderr.write(`\r${what} ${done} of ${total}\u001B[K`);
    },
    end: () => {
      if (shown) process.stderr.write('\r\u001B[K');
    },
  };
}
