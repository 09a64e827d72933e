import { CPT } from '../data/cpt.ts';
import { CVX_VIS } from '../data/cvx-vis.ts';
import { CVX } from '../data/cvx.ts';
import { MVX } from '../data/mvx.ts';
import { NDC } from '../data/ndc.ts';
import { TRADE_NAMES } from '../data/trade-names.ts';
import { VIS } from '../data/vis.ts';

/** The sets that CDC publishes; each is one file in `src/data`. */
export type SetName = 'cvx' | 'mvx' | 'trade-names' | 'ndc' | 'cpt' | 'vis' | 'cvx-vis';

type DataFile = {
  readonly constant: string;
  readonly text: string;
  /** How many of the first columns make a row's key. */
  readonly keys: readonly number[];
  readonly columns: readonly string[];
  readonly about: (date: string) => string;
};

const cdc = (what: string) => (date: string) => `CDC, ${what} (public domain), ${date}`;

export const DATA_FILES: Readonly<Record<SetName, DataFile>> = {
  cvx: {
    constant: 'CVX',
    text: CVX,
    keys: [0],
    columns: [
      'cvx',
      'name',
      'status',
      'kind',
      'groups',
      'group CVX',
      'from never',
      'from expected',
      'until expected',
      'until never',
      'age from',
      'age to (months)',
      'updated',
    ],
    about: (date) =>
      `${cdc('CVX and vaccine group tables')(date)}. Kinds, plausible dates and ages: immregistries/codebase (Apache-2.0), 2025-12-09, less what was only the day of a change to the table.`,
  },
  mvx: {
    constant: 'MVX',
    text: MVX,
    keys: [0],
    columns: ['mvx', 'name', 'status', 'updated', 'replaced by'],
    about: (date) => `${cdc('MVX table')(date)}. Successors: after its notes.`,
  },
  'trade-names': {
    constant: 'TRADE_NAMES',
    text: TRADE_NAMES,
    keys: [0, 1, 2],
    columns: ['name', 'cvx', 'mvx', 'status', 'updated'],
    about: cdc('product name table'),
  },
  ndc: {
    constant: 'NDC',
    text: NDC,
    keys: [0, 1, 2],
    columns: ['kind', 'ndc', 'cvx', 'mvx', 'name', 'from', 'until', 'routes (NCIT)'],
    about: cdc('NDC unit of sale, unit of use and their link'),
  },
  cpt: {
    constant: 'CPT',
    text: CPT,
    keys: [0, 1],
    columns: ['cpt', 'cvx'],
    about: (date) => `${cdc('CPT to CVX map')(date)}. Codes alone; CPT is a trademark of the AMA.`,
  },
  vis: {
    constant: 'VIS',
    text: VIS,
    keys: [0],
    columns: ['barcode', 'name', 'edition', 'status'],
    about: cdc('VIS table'),
  },
  'cvx-vis': {
    constant: 'CVX_VIS',
    text: CVX_VIS,
    keys: [0],
    columns: ['cvx', 'barcodes'],
    about: cdc('CVX to VIS map'),
  },
};

/** A data file as TypeScript. Tabs at the end of a line are left off, since editors would remove them. */
export function renderDataFile(set: SetName, date: string, lines: readonly string[]): string {
  const { constant, columns, about } = DATA_FILES[set];
  const body = lines.join('\n').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `// ${about(date)}\n// ${columns.join(', ')}\nexport const ${constant} = \`\n${body}\n\`;\n`;
}

/** The file that tells the day of the data. */
export function renderAsOf(date: string): string {
  return `/** Day of CDC's code sets in this package. */\nexport const CODES_AS_OF = '${date}';\n`;
}

/** One line of a data file from its cells. */
export function lineOf(cells: readonly string[]): string {
  return cells.map(plain).join('\t').replace(/\t+$/, '');
}

/** Without the blanks and line breaks that CDC's files pad and wrap their values with. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
