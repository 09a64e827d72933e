import Pdf from 'pdfkit';
import type { Language } from '../platform/jurisdiction.ts';
import { fill, type Printed, recordContent, type Row, type Section } from './record-pdf-content.ts';
import { INK, SHEET, Sheets, WIDTH } from './record-pdf-page.ts';
import { RECORD_WORDS } from './record-pdf-words.ts';
import type { PatientView } from './schema.ts';

export type RecordDrawing = {
  readonly patient: PatientView;
  readonly language: Language;
  readonly registry: string;
  readonly timeZone: string;
  readonly printed: Printed;
};

/** The official record, to print, keep and hand on: US Letter, marked up (PDF tags), so that it can be listened to as well. */
export async function recordPdf(drawing: RecordDrawing): Promise<Buffer> {
  const { language, registry, printed } = drawing;
  const words = RECORD_WORDS[language];
  const doc = new Pdf({
    size: [SHEET.width, SHEET.height],
    // Where a sheet ends is said by the sheets, not by the text.
    margins: { top: 0, bottom: 0, left: SHEET.side, right: SHEET.side },
    pdfVersion: '1.7',
    tagged: true,
    lang: `${language}-US`,
    displayTitle: true,
    bufferPages: true,
    info: {
      // A title is seen where files are listed: no name in it.
      Title: words.title,
      Author: registry,
      Creator: 'Cairn',
      Producer: 'Cairn',
      CreationDate: printed.at,
    },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  draw(doc, drawing);
  doc.end();
  return written;
}

function draw(doc: PDFKit.PDFDocument, drawing: RecordDrawing): void {
  const { patient, language, registry } = drawing;
  const words = RECORD_WORDS[language];
  const content = recordContent(patient, language);
  const sheets = new Sheets(doc, (following) => {
    following.repeat(`${registry} – ${content.title}`, SHEET.top - 16, { size: 8.5, ink: INK.soft });
    following.repeat(content.who, SHEET.top - 3, { size: 10, bold: true });
    following.rule(SHEET.top + 14, 0.75, INK.dark);
    following.y = SHEET.top + 24;
  });
  sheets.write(registry, { size: 10, bold: true, ink: INK.soft });
  sheets.write(content.title, { size: 21, bold: true }, 'H1');
  sheets.y += 6;
  sheets.rule(sheets.y, 1.5, INK.dark);
  sheets.y += 10;
  sheets.write(content.name, { size: 16, bold: true });
  sheets.y += 2;
  sheets.write(content.facts.map(([label, value]) => `${label}: ${value}`).join('     '), { size: 11 });
  for (const section of content.sections) drawSection(sheets, section, words.continued);
  drawFoot(sheets, drawing, content.note);
}

const HEADING = { size: 13, bold: true } as const;
const CELL = 9.5;
const PAD = 3;

function drawSection(sheets: Sheets, section: Section, continued: string): void {
  sheets.y += 16;
  // A heading stays with what follows it.
  sheets.need(80);
  sheets.write(section.heading, HEADING, 'H2');
  sheets.y += 4;
  if (section.instead === '') drawTable(sheets, section, continued);
  else sheets.write(section.instead, { size: 10.5 });
  if (section.below !== '') {
    sheets.y += 4;
    sheets.write(section.below, { size: 9, ink: INK.soft });
  }
}

type Place = { readonly x: number; readonly width: number };

function drawTable(sheets: Sheets, { columns, groups }: Section, continued: string): void {
  const table = sheets.group('Table');
  let x: number = SHEET.side;
  const places = columns.map(({ share }): Place => {
    const place = { x: x + PAD, width: share * WIDTH - 2 * PAD };
    x += share * WIDTH;
    return place;
  });
  const head = (): void =>
    drawRow(sheets, table, { cells: columns.map(({ title }) => title), isSoft: false }, places, true);
  head();
  for (const { name, rows } of groups) {
    const first = rows[0] ? rowHeight(sheets, rows[0], places, false) : 0;
    if (sheets.need(BAND + first)) head();
    if (name !== '') drawBand(sheets, table, name);
    for (const row of rows) {
      if (sheets.need(rowHeight(sheets, row, places, false))) {
        head();
        if (name !== '') drawBand(sheets, table, fill(continued, { group: name }));
      }
      drawRow(sheets, table, row, places, false);
    }
  }
  table.end();
}

const BAND = 18;

function drawBand(sheets: Sheets, table: PDFKit.PDFStructureElement, name: string): void {
  sheets.fill(sheets.y, BAND, INK.band);
  const row = sheets.group('TR', table);
  sheets.put(
    name,
    sheets.y + 3,
    { size: 10, bold: true, x: SHEET.side + PAD, width: WIDTH - 2 * PAD },
    'TH',
    row,
  );
  row.end();
  sheets.y += BAND;
}

const styleOf = ({ isSoft }: Row, { x, width }: Place, isHead: boolean) => ({
  size: isHead ? 8.5 : CELL,
  bold: isHead,
  ink: isHead || isSoft ? INK.soft : INK.text,
  x,
  width,
});

function rowHeight(sheets: Sheets, row: Row, places: readonly Place[], isHead: boolean): number {
  const heights = places.map((place, column) => {
    const cell = row.cells[column] ?? '';
    return cell === '' ? 0 : sheets.heightOf(cell, styleOf(row, place, isHead));
  });
  return Math.max(...heights) + 2 * PAD;
}

function drawRow(
  sheets: Sheets,
  table: PDFKit.PDFStructureElement,
  row: Row,
  places: readonly Place[],
  isHead: boolean,
): void {
  const height = rowHeight(sheets, row, places, isHead);
  const within = sheets.group('TR', table);
  for (const [column, place] of places.entries()) {
    const style = styleOf(row, place, isHead);
    sheets.put(row.cells[column] ?? '', sheets.y + PAD, style, isHead ? 'TH' : 'TD', within);
  }
  within.end();
  sheets.y += height;
  sheets.rule(sheets.y, isHead ? 0.75 : 0.4, isHead ? INK.dark : INK.rule);
}

/** Who printed it, and that it may be incomplete: on every sheet, since sheets are parted. */
function drawFoot(sheets: Sheets, { language, timeZone, printed }: RecordDrawing, note: string): void {
  const words = RECORD_WORDS[language];
  const moment = new Intl.DateTimeFormat(`${language}-US`, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(printed.at);
  const { person, organization } = printed;
  const said = fill(words.printed, { moment, person, organization });
  const top = SHEET.height - SHEET.bottom + 16;
  const small = { size: 8.5, ink: INK.soft } as const;
  const lacking = sheets.fonts.isLacking ? ` ${words.unwritten}` : '';
  const text = `${note}${lacking}`;
  const below = top + 9 + sheets.heightOf(text, { size: 8.5 });
  sheets.each((page, pages) => {
    sheets.rule(top, 0.75, INK.dark);
    const pageOf = fill(words.page, { page: String(page), pages: String(pages) });
    // It is heard once, at the end.
    if (page === pages) sheets.put(text, top + 6, { size: 8.5 });
    else sheets.repeat(text, top + 6, { size: 8.5 });
    sheets.repeat(said, below, { ...small, width: WIDTH - 90 });
    sheets.repeat(pageOf, below, { ...small, x: SHEET.side + WIDTH - 90, width: 90, align: 'right' });
  });
  sheets.root.end();
}
