import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OWN = fileURLToPath(
  new URL('../../../node_modules/@uswds/uswds/dist/fonts/public-sans/', import.meta.url),
);

type Face = {
  readonly file: string;
  readonly bold: string;
  readonly family?: string;
  readonly boldFamily?: string;
};

/**
 * What names are printed with: the pages' own font writes every Latin alphabet; what it lacks is written by a font of the machine,
 * where it has one. The one that lacks the fewest signs of a text writes it.
 */
const FACES: readonly Face[] = [
  { file: `${OWN}PublicSans-Regular.ttf`, bold: `${OWN}PublicSans-Bold.ttf` },
  {
    file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
    bold: '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf',
  },
  {
    file: '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
    bold: '/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf',
  },
  {
    file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    bold: '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc',
    family: 'NotoSansCJKsc-Regular',
    boldFamily: 'NotoSansCJKsc-Bold',
  },
  {
    file: '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
    bold: '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
  },
];

/** What pdfkit keeps of a font that is embedded (its types do not tell); a standard font has no such list of signs. */
type Embedded = { readonly font?: { readonly hasGlyphForCodePoint?: (codePoint: number) => boolean } };

/** Chooses the font of each text of a document. */
export class Fonts {
  readonly #doc: PDFKit.PDFDocument;
  readonly #faces: readonly number[];
  /** Whether a text had a sign that no font here has. */
  isLacking = false;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
    this.#faces = FACES.flatMap(({ file, bold }, index) =>
      existsSync(file) && existsSync(bold) ? [index] : [],
    );
    for (const index of this.#faces) {
      const { file, bold, family, boldFamily } = FACES[index] ?? {};
      if (file !== undefined) doc.registerFont(nameOf(index, false), file, family);
      if (bold !== undefined) doc.registerFont(nameOf(index, true), bold, boldFamily);
    }
  }

  /** Sets the font for a text, and returns it with what cannot be written replaced. */
  use(text: string, isBold: boolean): string {
    const shown = text.normalize('NFC');
    const names = this.#faces.map((index) => nameOf(index, isBold));
    let best = { name: isBold ? 'Helvetica-Bold' : 'Helvetica', lacks: Array.from(shown) };
    for (const name of names.length === 0 ? [best.name] : names) {
      const lacks = this.#lacks(name, shown);
      if (lacks.length < best.lacks.length || name === names[0]) best = { name, lacks };
      if (lacks.length === 0) break;
    }
    this.#doc.font(best.name);
    const lacks = new Set(best.lacks);
    return Array.from(shown, (sign) => (lacks.has(sign) ? this.#instead(sign, lacks) : sign)).join('');
  }

  /** The letter without its marks, or a box that says that something is missing. */
  #instead(sign: string, lacks: ReadonlySet<string>): string {
    const [base = ''] = sign.normalize('NFKD');
    if (base !== '' && base !== sign && !lacks.has(base) && /\p{ASCII}/u.test(base)) return base;
    this.isLacking = true;
    return '?';
  }

  #lacks(name: string, text: string): string[] {
    this.#doc.font(name);
    const { font } = Reflect.get(this.#doc, '_font') as Embedded;
    const has = font?.hasGlyphForCodePoint?.bind(font) ?? isWindows1252;
    return Array.from(text).filter((sign) => !has(sign.codePointAt(0) ?? 0));
  }
}

const nameOf = (index: number, isBold: boolean): string => `face-${index}${isBold ? '-bold' : ''}`;

const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** What the standard fonts of PDF can write. */
const isWindows1252 = (code: number): boolean =>
  (code >= 0x20 && code <= 0x7e) ||
  (code >= 0xa0 && code <= 0xff) ||
  BEYOND_LATIN_1.includes(String.fromCodePoint(code));
