import { table } from '../table.ts';

/** Where a report is shown: how wide, and whether in colour. */
export type Terminal = { readonly width: number; readonly colour: boolean };

/** Narrower, and a table has no room for words; wider, and lines are hard to follow. */
const NARROWEST = 60;
const WIDEST = 140;
/** Of a file or a pipe, which have no width. */
const USUAL = 100;

/** Of standard output. COLUMNS counts where it is no terminal; NO_COLOR is that of no-color.org. */
export function terminal(
  env: Readonly<Record<string, string | undefined>> = process.env,
  stream: { readonly isTTY?: boolean; readonly columns?: number } = process.stdout,
): Terminal {
  const asked = Number(env['COLUMNS']);
  const width = stream.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : USUAL);
  return {
    width: Math.min(Math.max(width, NARROWEST), WIDEST),
    colour: stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  };
}

const STYLES = { red: 31, yellow: 33, cyan: 36, green: 32, bold: 1, dim: 2 } as const;
export type Style = keyof typeof STYLES;

export function styled(text: string, style: Style, { colour }: Terminal): string {
  return colour ? `\u001B[${STYLES[style]}m${text}\u001B[0m` : text;
}

/** Of a table whose rows begin with a severity in words: that word in its colour, codes in brackets dimmed. */
export function colouredRows(text: string, to: Terminal): string {
  if (!to.colour) return text;
  return text
    .replaceAll(/^( {2})?(error|warning|note)(?= )/gm, (_, indent: string | undefined, word: string) => {
      const style = word === 'error' ? 'red' : word === 'warning' ? 'yellow' : 'cyan';
      return `${indent ?? ''}${styled(word, style, to)}`;
    })
    .replaceAll(/\[[a-z][\w-]*\]$/gm, (code) => styled(code, 'dim', to));
}

/** What came with a message must not move the cursor or ring the bell. */
export const printable = (text: string): string => text.replaceAll(/[^\P{C}\n]/gu, '�');

/** Rows of a table that needs no header. */
export function rows(cells: readonly (readonly string[])[], width: number): string {
  const header = (cells[0] ?? []).map(() => '');
  return table(header, cells, width).split('\n').slice(2).join('\n');
}
