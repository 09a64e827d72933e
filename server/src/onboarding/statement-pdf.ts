import Pdf from 'pdfkit';
import type { Language } from '../platform/jurisdiction.ts';
import type { StatementContent } from './statement-signature.ts';
import {
  dayInWords,
  figureInWords,
  STATEMENT_WORDS,
  type StatementWords,
  writable,
} from './statement-words.ts';

/** US Letter in points, and what is left free at the sides. */
const PAGE = { width: 612, height: 792, side: 60 } as const;
const WIDTH = PAGE.width - 2 * PAGE.side;
const INK = {
  text: '#1b1b1b',
  soft: '#565c65',
  brand: '#162e51',
  rule: '#c6cace',
  tint: '#eff6fb',
  link: '#005ea2',
} as const;

export type Drawing = {
  readonly code: string;
  readonly content: StatementContent;
  readonly language: Language;
  /** Where anybody checks it: the public page of the code. */
  readonly address: string;
  readonly at: Date;
};

/** A statement as one page to print, keep and hand on. Marked up (PDF tags), so that it can be listened to as well. */
export async function statementPdf(drawing: Drawing): Promise<Buffer> {
  const { code, content, language, at } = drawing;
  const words = STATEMENT_WORDS[language];
  const doc = new Pdf({
    size: [PAGE.width, PAGE.height],
    // Nothing flows on to a second page: everything has its place.
    margins: { top: 0, bottom: 0, left: PAGE.side, right: PAGE.side },
    pdfVersion: '1.7',
    tagged: true,
    lang: `${language}-US`,
    displayTitle: true,
    info: {
      Title: `${words.title}: ${content.siteName} (${content.siteCode})`,
      Author: content.registry,
      Subject: code,
      Keywords: code,
      Creator: 'Cairn',
      Producer: 'Cairn',
      CreationDate: at,
    },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  draw(new Page(doc), drawing, words);
  doc.end();
  return written;
}

type Style = {
  readonly size: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
  readonly ink?: string;
  readonly x?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right';
  readonly lines?: number;
  readonly link?: string;
};

type Structure = PDFKit.PDFStructureElement;

/** A PDF page, its text put where it is told and into the structure that readers of it hear. */
class Page {
  readonly root: Structure;
  readonly #doc: PDFKit.PDFDocument;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** Writes a text from `y` down. Returns where it ends. */
  write(
    { within = this.root, as = 'P' }: { readonly within?: Structure; readonly as?: string },
    text: string,
    y: number,
    {
      size,
      bold = false,
      mono = false,
      ink = INK.text,
      x = PAGE.side,
      width = WIDTH,
      align,
      lines,
      link,
    }: Style,
  ): number {
    const doc = this.#doc;
    const shown = writable(text);
    const family = mono ? 'Courier' : 'Helvetica';
    const options = {
      width,
      ...(align ? { align } : {}),
      lineGap: size * 0.25,
      ...(lines === undefined ? {} : { height: lines * size * 1.4, ellipsis: true }),
    };
    doc.font(bold ? `${family}-Bold` : family).fontSize(size);
    const height = Math.min(doc.heightOfString(shown, options), options.height ?? Infinity);
    const leaf = doc.struct(as, {}, () => {
      doc
        .font(bold ? `${family}-Bold` : family)
        .fontSize(size)
        .fillColor(ink)
        .text(shown, x, y, options);
    });
    within.add(leaf);
    leaf.end();
    if (link !== undefined) doc.link(x, y, doc.widthOfString(shown), size * 1.2, link);
    return y + height;
  }

  /** The largest size up to that one at which the text fits into one line. */
  fitting(text: string, width: number, { size, bold = false }: Style): number {
    const doc = this.#doc.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size);
    return Math.min(size, (size * width) / Math.max(doc.widthOfString(writable(text)), 1));
  }

  group(type: string, within = this.root): Structure {
    const group = this.#doc.struct(type);
    within.add(group);
    return group;
  }

  fill(x: number, y: number, width: number, height: number, ink: string): void {
    this.#decorate((doc) => doc.rect(x, y, width, height).fill(ink));
  }

  rule(y: number, ink: string = INK.rule, width = 0.75): void {
    this.#decorate((doc) =>
      doc
        .moveTo(PAGE.side, y)
        .lineTo(PAGE.side + WIDTH, y)
        .lineWidth(width)
        .stroke(ink),
    );
  }

  #decorate(paint: (doc: PDFKit.PDFDocument) => unknown): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    paint(this.#doc);
    this.#doc.endMarkedContent();
  }
}

function draw(page: Page, { code, content, language, address }: Drawing, words: StatementWords): void {
  page.fill(0, 0, PAGE.width, 12, INK.brand);
  page.write({}, content.registry, 44, { size: 11, bold: true, ink: INK.brand, lines: 1 });
  const size = page.fitting(words.title, WIDTH - 2, { size: 22, bold: true });
  let y = page.write({ as: 'H1' }, words.title, 66, { size, bold: true });
  y = page.write({}, content.siteName, y + 6, { size: 14, ink: INK.soft, lines: 2 });
  y = page.write({}, words.intro, y + 10, { size: 10 });

  y = drawFacts(page, y + 16, [
    [words.siteId, content.siteCode],
    [
      words.period,
      words.through
        .replace('{from}', () => dayInWords(content.from, language))
        .replace('{to}', () => dayInWords(content.to, language)),
    ],
    [words.madeOn, dayInWords(content.madeOn, language)],
  ]);
  y = drawFigures(page, y + 20, [
    [figureInWords(content.accepted, language), words.accepted],
    [figureInWords(content.total, language), words.total],
  ]);
  y = page.write({ as: 'H2' }, words.shown, y + 22, { size: 12, bold: true });
  y = drawCases(page, y + 6, content, language, words);
  y = page.write({ as: 'H2' }, words.meansHeading, y + 20, { size: 12, bold: true });
  for (const paragraph of words.means) y = page.write({}, paragraph, y + 4, { size: 9.5, ink: INK.soft });
  drawCheck(page, code, address, words);
}

function drawFacts(page: Page, y: number, facts: readonly (readonly [string, string])[]): number {
  page.rule(y);
  const widths = [110, WIDTH - 250, 140];
  let x: number = PAGE.side;
  for (const [index, [label, value]] of facts.entries()) {
    const width = (widths[index] ?? 0) - 10;
    page.write({}, label, y + 10, { size: 8.5, ink: INK.soft, x, width, lines: 1 });
    page.write({}, value, y + 23, { size: page.fitting(value, width, { size: 10.5 }), x, width: width + 2 });
    x += width + 10;
  }
  page.rule(y + 46);
  return y + 46;
}

function drawFigures(page: Page, y: number, figures: readonly (readonly [string, string])[]): number {
  for (const [index, [figure, label]] of figures.entries()) {
    const x = PAGE.side + index * (WIDTH / 2);
    page.write({}, figure, y, {
      size: 34,
      bold: true,
      ink: index === 0 ? INK.brand : INK.soft,
      x,
      width: WIDTH / 2,
      lines: 1,
    });
    page.write({}, label, y + 38, { size: 10, ink: INK.soft, x, width: WIDTH / 2, lines: 1 });
  }
  return y + 52;
}

/** As high as the table may become; with more cases its rows move together. */
const TABLE_HEIGHT = 150;

function drawCases(
  page: Page,
  y: number,
  { cases }: StatementContent,
  language: Language,
  words: StatementWords,
): number {
  const step = Math.min(20, TABLE_HEIGHT / (cases.length + 1));
  const size = Math.min(10, step * 0.62);
  const table = page.group('Table');
  const columns = [
    { x: PAGE.side, width: WIDTH - 250 },
    { x: PAGE.side + WIDTH - 250, width: 80, align: 'right' },
    { x: PAGE.side + WIDTH - 150, width: 150, align: 'right' },
  ] as const;
  const named: Readonly<Record<string, string>> = words.cases;
  const rows = cases.map((one) => [
    named[one.case] ?? one.case,
    figureInWords(one.accepted, language),
    one.first === null ? words.none : dayInWords(one.first, language),
  ]);
  for (const [index, cells] of [words.columns, ...rows].entries()) {
    const isHead = index === 0;
    const within = page.group('TR', table);
    const top = y + index * step;
    const ink = isHead || cases[index - 1]?.first === null ? INK.soft : INK.text;
    for (const [column, cell] of cells.entries()) {
      const place = columns[column];
      if (!place) continue;
      const style = { size: isHead ? size * 0.9 : size, ink, bold: isHead, lines: 1, ...place };
      page.write({ within, as: isHead ? 'TH' : 'TD' }, cell, top + (step - size) / 2, style);
    }
    within.end();
    page.rule(top + step, isHead ? INK.soft : INK.rule, isHead ? 1 : 0.5);
  }
  table.end();
  return y + (cases.length + 1) * step;
}

/** How a reader checks it; always at the same place, at the foot. */
function drawCheck(page: Page, code: string, address: string, words: StatementWords): void {
  const top = 640;
  const height = 106;
  const x = PAGE.side + 18;
  const width = WIDTH - 36;
  page.fill(PAGE.side, top, WIDTH, height, INK.tint);
  page.fill(PAGE.side, top, 4, height, INK.brand);
  const y = page.write({ as: 'H2' }, words.checkHeading, top + 14, { size: 12, bold: true, x, width });
  page.write({}, words.check, y + 2, { size: 9.5, ink: INK.soft, x, width, lines: 2 });
  page.write({}, words.code, top + 68, { size: 8.5, ink: INK.soft, x, width: 150 });
  page.write({}, code, top + 81, { size: 15, bold: true, mono: true, ink: INK.brand, x, width: 150 });
  const beside = { x: x + 160, width: width - 160 };
  const size = page.fitting(address, beside.width - 2, { size: 10 });
  page.write({ as: 'Link' }, address, top + 84, { size, ink: INK.link, link: address, ...beside });
}
