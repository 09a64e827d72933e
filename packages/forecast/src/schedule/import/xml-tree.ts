import { SaxesParser } from 'saxes';

export type XmlElement = {
  readonly name: string;
  /** 1-based line of its start. */
  readonly line: number;
  readonly attributes: readonly string[];
  /** Without blanks around it. */
  readonly text: string;
  readonly children: readonly XmlElement[];
};

/** The elements of a well-formed document; else what is wrong with it, and where. */
export function parseXml(
  xml: string,
): { readonly root: XmlElement } | { readonly line: number; readonly why: string } {
  type Open = { name: string; line: number; attributes: string[]; text: string; children: XmlElement[] };
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  let wrong: { readonly line: number; readonly why: string } | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    stack.push({ name, line: parser.line, attributes: Object.keys(attributes), text: '', children: [] });
  });
  const addText = (text: string): void => {
    const open = stack.at(-1);
    if (open) open.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (!closed) return;
    const element = { ...closed, text: closed.text.replace(/\s+/g, ' ').trim() };
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  parser.on('error', (error) => {
    wrong ??= { line: parser.line, why: `It is not well-formed XML: ${error.message}` };
  });
  parser.write(xml.replace(/^\uFEFF/, '').trimStart()).close();
  if (wrong) return wrong;
  return root ? { root } : { line: 1, why: 'It has no element.' };
}
