import { Fonts } from './record-pdf-fonts.ts';

/** US Letter in points, and what is left free around. */
export const SHEET = { width: 612, height: 792, side: 48, top: 48, bottom: 92 } as const;
export const WIDTH = SHEET.width - 2 * SHEET.side;
/** Everything reads well in black and white: grey is for what matters less, never for what differs. */
export const INK = {
  text: '#111111',
  soft: '#4a4a4a',
  rule: '#9a9a9a',
  band: '#ececec',
  dark: '#333333',
} as const;

type Structure = PDFKit.PDFStructureElement;
export type Style = {
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: string;
  readonly x?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right';
};

/** Sheets of paper that are written from top to bottom; all text stands in the structure that readers of the PDF hear. */
export class Sheets {
  readonly root: Structure;
  readonly fonts: Fonts;
  readonly #doc: PDFKit.PDFDocument;
  readonly #head: () => void;
  y: number = SHEET.top;

  /** @param head draws what stands above each sheet after the first */
  constructor(doc: PDFKit.PDFDocument, head: (sheets: Sheets) => void) {
    this.#doc = doc;
    this.fonts = new Fonts(doc);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
    this.#head = () => head(this);
  }

  /** Begins a new sheet where so much does not fit any more; says whether it did. */
  need(height: number): boolean {
    if (this.y + height <= SHEET.height - SHEET.bottom) return false;
    this.#doc.addPage();
    this.y = SHEET.top;
    this.#head();
    return true;
  }

  heightOf(text: string, style: Style): number {
    const shown = this.fonts.use(text, style.bold ?? false);
    return this.#doc.fontSize(style.size).heightOfString(shown, optionsOf(style));
  }

  /** Writes at `y`, moves nothing; the text belongs to that element of the structure. */
  put(text: string, y: number, style: Style, as = 'P', within: Structure = this.root): void {
    const leaf = this.#doc.struct(as, {}, () => this.#text(text, y, style));
    within.add(leaf);
    leaf.end();
  }

  /** Writes at `y` what is on every sheet and need not be heard on each. */
  repeat(text: string, y: number, style: Style): void {
    this.#doc.markContent('Artifact', { type: 'Pagination' });
    this.#text(text, y, style);
    this.#doc.endMarkedContent();
  }

  /** Writes a paragraph and moves on below it. */
  write(text: string, style: Style, as = 'P'): void {
    const height = this.heightOf(text, style);
    this.need(height);
    this.put(text, this.y, style, as);
    this.y += height;
  }

  group(type: string, within: Structure = this.root): Structure {
    const group = this.#doc.struct(type);
    within.add(group);
    return group;
  }

  fill(y: number, height: number, ink: string): void {
    this.#decorate((doc) => doc.rect(SHEET.side, y, WIDTH, height).fill(ink));
  }

  rule(y: number, width = 0.5, ink: string = INK.rule): void {
    this.#decorate((doc) =>
      doc
        .moveTo(SHEET.side, y)
        .lineTo(SHEET.side + WIDTH, y)
        .lineWidth(width)
        .stroke(ink),
    );
  }

  /** Draws something on every sheet, once it is known how many there are. */
  each(draw: (page: number, pages: number) => void): void {
    const { start, count } = this.#doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.#doc.switchToPage(start + page);
      draw(page + 1, count);
    }
  }

  #text(text: string, y: number, style: Style): void {
    const shown = this.fonts.use(text, style.bold ?? false);
    this.#doc
      .fontSize(style.size)
      .fillColor(style.ink ?? INK.text)
      .text(shown, style.x ?? SHEET.side, y, optionsOf(style));
  }

  #decorate(paint: (doc: PDFKit.PDFDocument) => unknown): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    paint(this.#doc);
    this.#doc.endMarkedContent();
  }
}

const optionsOf = ({ size, width = WIDTH, align }: Style) => ({
  width,
  lineGap: size * 0.18,
  ...(align ? { align } : {}),
});
