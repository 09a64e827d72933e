import type { Finding, MessageView } from './messages.ts';

/** A finding with its number in the list; the same number marks its place in the message. */
export type Numbered = Finding & { readonly number: number };

const ORDER = { E: 0, W: 1, I: 2 } as const;

/** Errors first, then warnings, then notes; within these in the order in which they were found. */
export const numbered = (findings: readonly Finding[]): readonly Numbered[] =>
  findings
    .toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
    .map((finding, index) => ({ ...finding, number: index + 1 }));

/** Parts of a field are marked at their field: only its place in the raw text is known. */
export const fieldOf = (node: string): string => node.replace(/\.\d+$/, '');

/** Findings by the segment or field that they are marked at. */
export function byPlace(findings: readonly Numbered[]): ReadonlyMap<string, readonly Numbered[]> {
  const places = new Map<string, Numbered[]>();
  for (const finding of findings) {
    if (finding.node === null) continue;
    const place = fieldOf(finding.node);
    const there = places.get(place);
    if (there) there.push(finding);
    else places.set(place, [finding]);
  }
  return places;
}

/** A stretch of the raw text; `findings` is empty where there is nothing to say of it. */
export type Piece = { readonly text: string; readonly at: number; readonly findings: readonly Numbered[] };

/** HL7 ends segments with CR, which a browser does not show as a line. */
const lines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** The raw text cut at the fields with findings; a segment with findings is marked at its name. Nothing of it is lost. */
export function piecesOf(
  { raw, segments }: Pick<MessageView, 'raw' | 'segments'>,
  places: ReadonlyMap<string, readonly Numbered[]>,
): readonly Piece[] {
  const marks = segments.flatMap(({ path, name, start, fields }) => [
    { start, end: start + name.length, findings: places.get(path) ?? [] },
    ...fields.map((field) => ({
      start: field.start,
      end: field.end,
      findings: places.get(field.path) ?? [],
    })),
  ]);
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.findings.length === 0 || mark.start < at) continue;
    if (mark.start > at) pieces.push({ text: lines(raw.slice(at, mark.start)), at, findings: [] });
    pieces.push({
      text: lines(raw.slice(mark.start, mark.end)),
      at: mark.start,
      findings: mark.findings,
    });
    at = mark.end;
  }
  if (at < raw.length) pieces.push({ text: lines(raw.slice(at)), at, findings: [] });
  return pieces;
}

/** So many segments are shown at once: a message of ten thousand stays quick. */
export const WINDOW = 200;

/** Which segments are shown: those from here on. */
export const windowAround = (index: number): number => Math.max(0, index - Math.floor(WINDOW / 4));

/** `PID-5` of `PID[1]-5[1]`; `RXA` of `RXA[2]`; undefined for what is no place. */
export function placeName(
  path: string,
): { readonly place: string; readonly segment: string; readonly occurrence: number } | undefined {
  const parts = /^([A-Z][A-Z0-9]{2})(?:\[(\d+)\])?(?:-(\d+)(?:\[\d+\])?((?:\.\d+)*))?$/.exec(path);
  const segment = parts?.[1];
  if (!parts || segment === undefined) return undefined;
  const [, , occurrence, field, components = ''] = parts;
  return {
    segment,
    place: field === undefined ? segment : `${segment}-${field}${components}`,
    occurrence: occurrence === undefined ? 1 : Number(occurrence),
  };
}
