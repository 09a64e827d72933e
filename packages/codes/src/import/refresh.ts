import type { SetImport, SetReport } from './compare.ts';
import { DATA_FILES, renderAsOf, type SetName } from './data-file.ts';
import { importNdc } from './ndc-set.ts';
import { importCpt, importCvx, importMvx, importTradeNames } from './vaccine-sets.ts';
import { importCvxVis, importVis } from './vis-sets.ts';

const HOST = 'https://www2a.cdc.gov/vaccines/iis/iisstandards/';

/** CDC's files: where they are, and under which names a folder may hold them. */
export const CDC_FILES = {
  cvx: { url: `${HOST}XML2.asp?rpt=cvx`, names: ['cvx.xml'] },
  vax2vg: { url: `${HOST}XML.asp?rpt=vax2vg`, names: ['vax2vg.xml', 'vac2vg.xml'] },
  mvx: { url: `${HOST}XML.asp?rpt=mvx`, names: ['mvx.xml'] },
  tradename: { url: `${HOST}XML.asp?rpt=tradename`, names: ['tradename.xml'] },
  cpt: { url: `${HOST}XML.asp?rpt=cpt`, names: ['cpt.xml'] },
  vis: { url: `${HOST}VIS_xml.asp`, names: ['vis.xml'] },
  cvxvis: { url: `${HOST}XML2.asp?rpt=cvxvis`, names: ['cvxvis.xml'] },
  ndcSale: { url: `${HOST}downloads/NDC/NDC_Unit_sale.txt`, names: ['NDC_Unit_sale.txt'] },
  ndcUse: { url: `${HOST}downloads/NDC/NDC_Unit_use.txt`, names: ['NDC_Unit_use.txt'] },
  ndcLink: { url: `${HOST}downloads/NDC/NDC_Linker.txt`, names: ['NDC_Linker.txt'] },
} as const;

export type CdcFile = keyof typeof CDC_FILES;

export type Refresh = {
  readonly reports: readonly SetReport[];
  /** Sets whose files were not given, and which these are. */
  readonly skipped: readonly { readonly set: SetName; readonly missing: readonly CdcFile[] }[];
  /** New contents for `src/data`. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

/** The data files from the texts of CDC's. A set is imported when all its files are there. */
export function refreshCodes(texts: ReadonlyMap<CdcFile, string>, date: string): Refresh {
  const imports: readonly [SetName, readonly CdcFile[], (...given: string[]) => SetImport][] = [
    ['cvx', ['cvx', 'vax2vg'], (cvx = '', groups = '') => importCvx(cvx, groups, date)],
    ['mvx', ['mvx'], (mvx = '') => importMvx(mvx, date)],
    ['trade-names', ['tradename'], (names = '') => importTradeNames(names, date)],
    [
      'ndc',
      ['ndcSale', 'ndcUse', 'ndcLink'],
      (sale = '', use = '', link = '') => importNdc(sale, use, link, date),
    ],
    ['cpt', ['cpt'], (cpt = '') => importCpt(cpt, date)],
    ['vis', ['vis'], (vis = '') => importVis(vis, date)],
    ['cvx-vis', ['cvxvis'], (map = '') => importCvxVis(map, date)],
  ];
  const reports: SetReport[] = [];
  const skipped: { set: SetName; missing: readonly CdcFile[] }[] = [];
  const files: { name: string; text: string }[] = [];
  for (const [set, needed, read] of imports) {
    const missing = needed.filter((file) => !texts.has(file));
    if (missing.length > 0) {
      skipped.push({ set, missing });
      continue;
    }
    const { report, file } = read(...needed.map((name) => texts.get(name) ?? ''));
    reports.push(report);
    if (file !== undefined) files.push({ name: `${set}.ts`, text: file });
  }
  // The package as a whole is as old as its oldest set.
  if (files.length === Object.keys(DATA_FILES).length)
    files.push({ name: 'as-of.ts', text: renderAsOf(date) });
  return { reports, skipped, files };
}
